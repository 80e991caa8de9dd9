//! A paragraph, quote or list between kept ones of the same parent is part of the text: nobody puts other things there,
//! and a reader would miss it. Lines of links may lead away, and many in a row may be another text.
//!
//! `<p>` kept `<blockquote>` unlikely `<p>` kept → all three

use super::decisions::Decisions;
use super::input::SelectInput;
use super::{hidden, is_doubtful};
use crate::dom::{NodeId, NodeMap};

/// Parts of which less than this share of their words may be expected as content are surely none.
const MIN_EXPECTED: f32 = 0.25;

/// More parts in a row than this may be another text.
const MAX_PARTS: usize = 3;

/// A part of a text: a paragraph, quote, list or the like, outermost.
struct TextPart {
    parent: NodeId,
    blocks: std::ops::Range<usize>,
    words: u32,
    linked_words: u32,
    kept_words: u32,
    /// The words to be expected as content.
    expected: f32,
}

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    // For each parent, the parts since the last that is kept; there is none before the first kept one.
    let mut open: NodeMap<Option<Vec<usize>>> = NodeMap::new(input.page, None);
    let parts = parts(input, decisions);
    for (place, part) in parts.iter().enumerate() {
        let gap = &mut open[part.parent];
        if part.kept_words == 0 {
            gap.as_mut().into_iter().for_each(|gap| gap.push(place));
            continue;
        }
        let gap = gap.replace(Vec::new()).unwrap_or_default();
        if gap.len() > MAX_PARTS {
            continue;
        }
        for part in gap.into_iter().filter_map(|place| parts.get(place)) {
            if part.expected >= MIN_EXPECTED * part.words as f32 && 2 * part.linked_words < part.words {
                for id in part.blocks.clone() {
                    if is_doubtful(decisions, id) {
                        decisions.keep(id);
                    }
                }
            }
        }
    }
}

/// The parts of all texts on the page, in order.
fn parts(input: &SelectInput<'_>, decisions: &Decisions) -> Vec<TextPart> {
    let mut parts: Vec<TextPart> = Vec::new();
    let mut last = None;
    for (id, block) in input.all().filter(|&(id, _)| !decisions.is_dropped_by(id, hidden::NAME)) {
        let Some(outer) = input.place(block).part else { continue };
        if last != Some(outer) {
            last = Some(outer);
            let parent = input.page.parent(outer);
            parts.push(TextPart { parent, blocks: id..id, words: 0, linked_words: 0, kept_words: 0, expected: 0.0 });
        }
        if let Some(part) = parts.last_mut() {
            part.blocks.end = id + 1;
            part.words += block.count.words;
            part.linked_words += block.linked_words;
            part.kept_words += if decisions.is_kept(id) { block.count.words } else { 0 };
            part.expected += input.probability(id) * block.count.words as f32;
        }
    }
    parts.retain(|part| part.words > 0);
    parts
}

#[cfg(test)]
mod tests {
    use super::super::tests::Case;
    use super::*;

    /// How many blocks are kept: by themselves, those with "in" are content, and those with "out" are surely not.
    #[track_caller]
    fn check(html: &str, kept: usize) {
        let of = |text: &str| match text {
            text if text.contains("in") => 0.9,
            text if text.contains("out") => 0.1,
            _ => 0.3,
        };
        let case = Case::of(html).each(of).run(run);
        assert_eq!(case.kept().iter().filter(|&&kept| kept).count(), kept, "{html}");
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
