//! What the page says twice: tabs and their copies for phones, summaries shown again below.

use std::collections::HashMap;

use super::{Verdict, kept_words};
use crate::blocks::{BlockId, Blocks};
use crate::dom::{Document, NodeRange};
use crate::words::normalized_key;

/// Shorter lines may well be the same anywhere.
const FEWEST_WORDS: u32 = 4;

/// Fewer words that come again, one after the other, may mean something each time: steps, ingredients, refrains.
const SHORTEST_COPY: u32 = 25;

/// Keeps one copy of each part that is kept twice or more: the first, or the first that the page shows. Where repeats
/// are a small part of the text, all stay.
pub(super) fn drop_repeats(page: &Document, blocks: &Blocks, verdicts: &mut [Verdict]) {
    const SMALL_PART: u32 = 20;
    let long = |(id, verdict): (BlockId, &Verdict)| {
        (verdict.kept() && blocks.block(id).count.words >= FEWEST_WORDS).then_some(id)
    };
    let lines: Vec<BlockId> = verdicts.iter().enumerate().filter_map(long).collect();
    // For each line, the place of the first that says the same.
    let mut said: HashMap<String, usize> = HashMap::new();
    let mut repeats: Vec<(BlockId, usize)> = Vec::new();
    let mut copies: Vec<Vec<(BlockId, usize)>> = Vec::new();
    for (place, &id) in lines.iter().enumerate() {
        let block = blocks.block(id);
        let text = page.text_of(NodeRange { first: block.first, end: block.last.plus(1) });
        let first = *said.entry(normalized_key(text)).or_insert(place);
        let whole = |id| blocks.enclosing(blocks.block(id).container).group;
        // The rows of one table, and the items of one list, may well be the same.
        let is_repeat =
            first < place && (whole(id).is_none() || lines.get(first).is_some_and(|&first| whole(first) != whole(id)));
        let goes_on = is_repeat && repeats.last().is_some_and(|&(_, last)| last + 1 == first);
        if !goes_on {
            copies.push(std::mem::take(&mut repeats));
        }
        if is_repeat {
            repeats.push((id, first));
        }
    }
    copies.push(repeats);
    let words = |copy: &[(BlockId, usize)]| copy.iter().map(|&(id, _)| blocks.block(id).count.words).sum::<u32>();
    copies.retain(|copy| words(copy) >= SHORTEST_COPY);
    if copies.iter().map(|copy| words(copy)).sum::<u32>() * SMALL_PART < kept_words(blocks, verdicts) {
        return;
    }
    for (id, first) in copies.into_iter().flatten() {
        let first = lines.get(first).copied().unwrap_or(id);
        let is_better = blocks.block(first).hidden && !blocks.block(id).hidden;
        if let Some(verdict) = verdicts.get_mut(if is_better { first } else { id }) {
            *verdict = Verdict::Repeat;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks that are dropped, where all else is content.
    #[track_caller]
    fn check(html: &str, dropped: &[BlockId]) {
        let page = crate::parse::parse(html, &crate::Limits::default()).unwrap();
        let blocks = Blocks::of(&page);
        let mut verdicts = vec![Verdict::Content; blocks.list.len()];
        drop_repeats(&page, &blocks, &mut verdicts);
        let found: Vec<BlockId> = (0..verdicts.len()).filter(|&id| !verdicts[id].kept()).collect();
        assert_eq!(found, dropped, "{html}");
    }

    const BUS: &str = "<p>The bus to the harbour leaves at noon, and comes back at six.</p>";
    const FERRY: &str = "<p>The ferry to the island takes an hour, or two when the wind is strong.</p>";

    #[test]
    fn a_copy_of_a_part_is_dropped() {
        check(&format!("{BUS}{FERRY}<h2>For phones</h2>{BUS}{FERRY}"), &[3, 4]);
        check(&format!("<div hidden>{BUS}{FERRY}</div><h2>Shown</h2>{BUS}{FERRY}"), &[0, 1]);
        check(&format!("<div>{}</div><div>{}</div>", BUS.to_string() + &BUS.replace("bus", "tram"), BUS), &[]);
    }

    #[test]
    fn a_line_that_comes_again_means_something_each_time() {
        check(&format!("{BUS}{FERRY}<h2>Sunday</h2>{FERRY}{BUS}"), &[]);
        check("<ol><li>Click the layer pane below<li>Draw a line<li>Click the layer pane below</ol>", &[]);
        check(
            &format!(
                "<table>{}</table>",
                "<tr><td>An easy run on soft ground</td><td>Three miles and some strides</td>".repeat(6)
            ),
            &[],
        );
    }

    #[test]
    fn copies_that_are_a_small_part_stay() {
        let long = "<p>Nobody has counted them, and nobody ever will.</p>";
        let many: String = (0..90).map(|number| long.replace("them", &format!("{number} of them"))).collect();
        check(&format!("{BUS}{FERRY}{many}{BUS}{FERRY}"), &[]);
    }
}
