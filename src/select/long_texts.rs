//! Many paragraphs side by side are one text, of which no part is missed by chance: a book is so much longer than any page
//! that was learned from that its paragraphs say little one by one.
//!
//! 24 × `<p>`, of which 6 kept → all 24

use super::decisions::Decisions;
use super::input::SelectInput;
use super::threshold;
use crate::blocks::Block;
use crate::dom::{NodeMap, Tag};

/// So many paragraphs are many: chosen as more than most articles have in one element.
const MIN_PARAGRAPHS: u32 = 20;

/// The share of their words that must be kept for all to be: chosen low, as a long text may be unlike any learned from.
const MIN_KEPT: f32 = 0.25;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let page = input.page;
    let is_paragraph = |block: &Block| page.tag(block.container) == Tag::P && block.is_prose();
    let paragraphs = || input.all().filter(|(_, block)| is_paragraph(block));
    // How many there are, their words, and those of them that are kept.
    let mut sums = NodeMap::new(page, (0, 0, 0));
    for (id, block) in paragraphs() {
        let (count, all, kept) = &mut sums[page.parent(block.container)];
        *count += 1;
        *all += block.count.words;
        *kept += if decisions.is_kept(id) { block.count.words } else { 0 };
    }
    for (id, block) in paragraphs() {
        let (count, all, kept) = sums[page.parent(block.container)];
        let is_one_text = count >= MIN_PARAGRAPHS && kept as f32 >= MIN_KEPT * all as f32;
        if is_one_text && decisions.is_dropped_by(id, threshold::NAME) {
            decisions.keep(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Case;
    use super::*;

    /// How many of a page's paragraphs are kept, where the first few are content by themselves.
    #[track_caller]
    fn check(html: &str, content: usize, kept: usize) {
        let case = Case::of(html).first(content).run(run);
        assert_eq!(case.kept().iter().filter(|&&kept| kept).count(), kept, "{content} of {html}");
    }

    #[test]
    fn many_paragraphs_side_by_side_are_one_text() {
        const PARAGRAPH: &str =
            "<p>The ferry to the island leaves at noon, and it is never full before the summer comes.</p>";
        check(&PARAGRAPH.repeat(24), 6, 24);
        check(&PARAGRAPH.repeat(24), 5, 5);
        check(&PARAGRAPH.repeat(19), 6, 6);
        check(&format!("{}<p>Share</p>", PARAGRAPH.repeat(24)), 6, 24);
        check(&format!("<div>{PARAGRAPH}</div>").repeat(24), 6, 6);
    }
}
