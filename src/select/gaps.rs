//! What stands in the midst of a text.

use super::Verdict;
use crate::blocks::Blocks;
use crate::dom::{Document, NodeId, NodeMap};

/// A part of a text: a paragraph, quote, list or the like, outermost.
struct Part {
    parent: NodeId,
    blocks: std::ops::Range<usize>,
    words: u32,
    linked_words: u32,
    kept_words: u32,
    /// The words to be expected as content.
    expected: f32,
}

/// A paragraph, quote or list between kept ones of the same parent is part of the text: nobody puts other things there,
/// and a reader would miss it. Lines of links may lead away, and many in a row may be another text.
pub(super) fn gaps(page: &Document, blocks: &Blocks, probabilities: &[f32], verdicts: &mut [Verdict]) {
    const SURELY_NOT: f32 = 0.25;
    const WIDEST: usize = 3;
    // For each parent, the parts since the last that is kept; there is none before the first kept one.
    let mut open: NodeMap<Option<Vec<usize>>> = NodeMap::new(page, None);
    let parts = parts(page, blocks, probabilities, verdicts);
    for (place, part) in parts.iter().enumerate() {
        let gap = &mut open[part.parent];
        if part.kept_words == 0 {
            gap.as_mut().into_iter().for_each(|gap| gap.push(place));
            continue;
        }
        let gap = gap.replace(Vec::new()).unwrap_or_default();
        if gap.len() > WIDEST {
            continue;
        }
        for part in gap.into_iter().filter_map(|place| parts.get(place)) {
            if part.expected >= SURELY_NOT * part.words as f32 && 2 * part.linked_words < part.words {
                for verdict in verdicts.get_mut(part.blocks.clone()).into_iter().flatten() {
                    if matches!(verdict, Verdict::Alone | Verdict::WholeDropped) {
                        *verdict = Verdict::TextBetween;
                    }
                }
            }
        }
    }
}

/// The parts of all texts on the page, in order.
fn parts(page: &Document, blocks: &Blocks, probabilities: &[f32], verdicts: &[Verdict]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut last = None;
    for (id, ((block, verdict), &probability)) in blocks.list.iter().zip(verdicts).zip(probabilities).enumerate() {
        let Some(outer) = blocks.enclosing(block.container).part.filter(|_| *verdict != Verdict::Hidden) else {
            continue;
        };
        if last != Some(outer) {
            last = Some(outer);
            let parent = page.parent(outer);
            parts.push(Part { parent, blocks: id..id, words: 0, linked_words: 0, kept_words: 0, expected: 0.0 });
        }
        if let Some(part) = parts.last_mut() {
            part.blocks.end = id + 1;
            part.words += block.count.words;
            part.linked_words += block.linked_words;
            part.kept_words += if verdict.kept() { block.count.words } else { 0 };
            part.expected += probability * block.count.words as f32;
        }
    }
    parts.retain(|part| part.words > 0);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many blocks are kept: by themselves, those with "in" are content, and those with "out" are surely not.
    #[track_caller]
    fn check(html: &str, kept: usize) {
        let page = crate::parse::parse(html, &crate::Limits::default()).unwrap();
        let blocks = Blocks::of(&page);
        let of = |container: NodeId| match page.text(container) {
            text if text.contains("in") => 0.9,
            text if text.contains("out") => 0.1,
            _ => 0.3,
        };
        let probabilities: Vec<f32> = blocks.list.iter().map(|block| of(block.container)).collect();
        let mut verdicts: Vec<Verdict> =
            probabilities.iter().map(|&p| if p < 0.5 { Verdict::Alone } else { Verdict::Content }).collect();
        for (_, verdict) in blocks.list.iter().zip(&mut verdicts).filter(|(block, _)| block.hidden) {
            *verdict = Verdict::Hidden;
        }
        gaps(&page, &blocks, &probabilities, &mut verdicts);
        assert_eq!(verdicts.iter().filter(|verdict| verdict.kept()).count(), kept, "{html}");
    }

    #[test]
    fn what_stands_between_kept_parts_is_kept() {
        check("<p>in</p><blockquote><p>a b</p><p>c d</p></blockquote><p>in</p>", 4);
        check("<p>in</p><p>a</p><h2>b</h2><div>c</div><ul><li>d</ul><p>in</p>", 4);
        check("<p>in</p><p>a<p>b<p>c<p>in</p>", 5);
        check("<p>in</p><p>a<p>b<p>c<p>d<p>in</p>", 2);
    }

    #[test]
    fn what_leads_away_or_is_surely_no_text_or_stands_elsewhere_is_not() {
        check("<p>in</p><p>out</p><p>in</p>", 2);
        check("<p>in</p><p><a href=/b>a b</a> c</p><p>in</p>", 2);
        check("<p>in</p><div><p>a</p></div><p>in</p>", 2);
        check("<p>a</p><p>in</p><p>b</p>", 1);
        check("<p>in</p><p hidden>a</p><p>in</p>", 2);
    }
}
