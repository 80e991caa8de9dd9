//! A table between what is kept is kept, all of it, and so is one at the end of a text, beside its last paragraph or list:
//! its cells are a word or two each, which say little by themselves. Tables of links, and those that are surely not
//! content, are not.
//!
//! `<p>` kept `<table>` unlikely `<p>` kept → all three

use super::decisions::Decisions;
use super::input::SelectInput;
use super::neighbours::kept_beside;
use super::{hidden, is_doubtful};
use crate::dom::{NodeId, NodeMap, Tag};

/// A table of which less than this share of its words may be expected as content is surely none.
const MIN_EXPECTED: f32 = 0.12;

/// Likewise, of a table that stands right beside a paragraph or list of the text: that speaks for it.
const MIN_EXPECTED_BESIDE: f32 = 0.08;

/// What a table holds.
#[derive(Clone, Copy, Default)]
struct Sums {
    words: f32,
    linked: f32,
    /// The words to be expected as content.
    expected: f32,
}

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let is_hidden = |decisions: &Decisions, id| decisions.is_dropped_by(id, hidden::NAME);
    let mut sums = NodeMap::new(input.page, Sums::default());
    for (id, block) in input.all().filter(|&(id, _)| !is_hidden(decisions, id)) {
        if let Some(table) = input.place(block).table {
            let (sums, words) = (&mut sums[table], block.count.words as f32);
            sums.words += words;
            sums.linked += block.linked_words as f32;
            sums.expected += words * input.probability(id);
        }
    }
    let in_table: Vec<bool> = input.all().map(|(_, block)| input.place(block).table.is_some()).collect();
    let mut last = None;
    for ((id, block), [before, after]) in input.all().zip(kept_beside(decisions, &in_table)) {
        let Some(table) = input.place(block).table else {
            last = if is_hidden(decisions, id) { last } else { Some(block.container) };
            continue;
        };
        let sums = sums[table];
        let is_beside = last.is_some_and(|last| is_beside(input, last, table));
        let min = if is_beside { MIN_EXPECTED_BESIDE } else { MIN_EXPECTED };
        let may_be = 2.0 * sums.linked < sums.words && sums.expected >= min * sums.words;
        if may_be && before && (after || is_beside) && is_doubtful(decisions, id) {
            decisions.keep(id);
        }
    }
}

/// Whether a block's paragraph or list, and a table with what only wraps it, have the same parent.
fn is_beside(input: &SelectInput<'_>, block: NodeId, table: NodeId) -> bool {
    const TEXTS: [Tag; 5] = [Tag::P, Tag::Ul, Tag::Ol, Tag::Dl, Tag::Blockquote];
    let (page, totals) = (input.page, &input.blocks.totals);
    let wraps = |id: &NodeId| totals[*id].blocks == totals[table].blocks;
    let outer = page.ancestors(table).take_while(wraps).last().unwrap_or(table);
    let mut around = std::iter::once(block).chain(page.ancestors(block));
    around.any(|id| TEXTS.contains(&page.tag(id)) && page.parent(id) == page.parent(outer))
}

#[cfg(test)]
mod tests {
    use super::super::tests::Case;
    use super::*;

    /// Whether the first cell is kept, where cells are of little probability and all else is surely content.
    #[track_caller]
    fn check(html: &str, cell: f32, kept: bool) {
        let of = |text: &str| if text.starts_with("Green") || text == "X" || text == "Black" { cell } else { 0.9 };
        let case = Case::of(html).each(of).run(run);
        assert_eq!(case.is_kept("Green"), kept, "{html}");
    }

    #[test]
    fn a_table_between_what_is_kept_is_kept() {
        const TABLE: &str = "<table><tr><td>Green<td>X<tr><td>Black<td>X</table>";
        check(&format!("<p>Before.</p>{TABLE}<p>After.</p>"), 0.2, true);
        check(&format!("<p>Before.</p>{TABLE}<p>After.</p>"), 0.1, true);
        check(&format!("<p>Before.</p>{TABLE}<p>After.</p>"), 0.05, false);
        check(&format!("<div><p>Before.</p></div>{TABLE}<p>After.</p>"), 0.2, true);
        check(&format!("<div><p>Before.</p></div>{TABLE}<p>After.</p>"), 0.1, false);
        check("<p>Before.</p><table><tr><td><a href='/a'>Green tea</a><td>X</table><p>After.</p>", 0.2, false);
    }

    #[test]
    fn a_table_that_ends_a_text_is_kept() {
        const TABLE: &str = "<table><tr><td>Green<td>X<tr><td>Black<td>X</table>";
        check(&format!("<p>Before.</p>{TABLE}"), 0.2, true);
        check(&format!("<ul><li>Before.</li></ul><figure><div>{TABLE}</div></figure>"), 0.2, true);
        check(&format!("<div><p>Before.</p></div>{TABLE}"), 0.2, false);
        check(&format!("<p>Before.</p><div><div>Other</div>{TABLE}</div>"), 0.2, false);
    }
}
