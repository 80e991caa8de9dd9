//! What the page says twice is kept once: tabs and their copies for phones, summaries shown again below. The first copy
//! stays, or the first that the page shows; where repeats are a small part of the text, all stay.
//!
//! `<p>A …</p><p>B …</p><h2>For phones</h2><p>A …</p><p>B …</p>` → `<p>A …</p><p>B …</p><h2>For phones</h2>`

use std::collections::HashMap;

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::blocks::BlockId;
use crate::words::normalized_key;

/// Shorter lines may well be the same anywhere.
const MIN_WORDS: u32 = 4;

/// Fewer words that come again, one after the other, may mean something each time: steps, ingredients, refrains.
const MIN_COPY_WORDS: u32 = 25;

/// Repeats that are less than one word in so many of what is kept are no copy of a part, and all stay.
const MAX_SHARE: u32 = 20;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let blocks = input.blocks;
    let long = input.all().filter(|&(id, block)| decisions.is_kept(id) && block.count.words >= MIN_WORDS);
    let lines: Vec<BlockId> = long.map(|(id, _)| id).collect();
    let group = |id: BlockId| input.place(blocks.block(id)).group;
    // For each line, the place of the first that says the same.
    let mut said: HashMap<String, usize> = HashMap::new();
    let mut repeats: Vec<(BlockId, usize)> = Vec::new();
    let mut copies: Vec<Vec<(BlockId, usize)>> = Vec::new();
    for (place, &id) in lines.iter().enumerate() {
        let first = *said.entry(normalized_key(input.text(blocks.block(id)))).or_insert(place);
        // The rows of one table, and the items of one list, may well be the same.
        let is_repeat =
            first < place && (group(id).is_none() || lines.get(first).is_some_and(|&first| group(first) != group(id)));
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
    copies.retain(|copy| words(copy) >= MIN_COPY_WORDS);
    if copies.iter().map(|copy| words(copy)).sum::<u32>() * MAX_SHARE < decisions.kept_words(blocks) {
        return;
    }
    for (id, first) in copies.into_iter().flatten() {
        let first = lines.get(first).copied().unwrap_or(id);
        let is_better = blocks.block(first).hidden && !blocks.block(id).hidden;
        decisions.drop_for_good(if is_better { first } else { id });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Case;
    use super::*;

    /// The blocks that are dropped, where all else is content.
    #[track_caller]
    fn check(html: &str, dropped: &[BlockId]) {
        Case::of(html).all(0.9).opened().run(run).drops(dropped);
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
