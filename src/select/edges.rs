//! A text that is mostly prose begins and ends with prose: stray lines before and after it are dropped. Headings before
//! it, and whole lists, tables and code on either side, may be part of it.
//!
//! `<div>Menu</div><p>A sentence …</p><div>Login</div>` → `<p>A sentence …</p>`

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::blocks::BlockId;

/// A stray line that is as likely as this stays: chosen as surely content.
const MIN_SURE: f32 = 0.8;

/// The share of the kept words that is prose where a text is mostly prose, in hundredths.
const MIN_PROSE_PERCENT: u32 = 60;

/// Lists of this share of links lead away from the text.
const MAX_LINKED: f32 = 0.6;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let kept = || input.all().filter(|&(id, _)| decisions.is_kept(id));
    let prose: u32 = kept().filter(|(_, block)| block.is_prose()).map(|(_, block)| block.count.words).sum();
    if 100 * prose < MIN_PROSE_PERCENT * decisions.kept_words(input.blocks) {
        return;
    }
    // Code has many words and stops too. What is kept though the page hides it, such as an accordion's answers, is part of
    // the text.
    let mut texts = kept().filter(|(_, block)| block.reads_as_prose() && !input.place(block).in_code);
    let Some((first, _)) = texts.next() else { return };
    let last = texts.next_back().map_or(first, |(last, _)| last);
    let is_stray = |id: BlockId| {
        let block = input.blocks.block(id);
        let is_heading = id < first && input.page.tag(block.container).heading_level().is_some();
        let is_part = block.link_density() < MAX_LINKED && input.place(block).in_edge_part;
        input.probability(id) < MIN_SURE && !is_heading && !is_part
    };
    for (id, _) in input.all().filter(|&(id, _)| id < first || id > last) {
        if is_stray(id) {
            decisions.drop(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Case;
    use super::*;

    #[test]
    fn stray_lines_around_a_text_are_dropped() {
        let prose = "The ferry to the island leaves at noon, and it is never full before the summer comes.";
        let check = |before: &str, after: &str, kept: &[&str]| {
            let of = |text: &str| if text.starts_with("sure") { 0.9 } else { 0.7 };
            Case::of(&format!("{before}<p>{prose}</p>{after}")).each(of).run(run).keeps(kept);
        };
        check("<div>Menu</div>", "<div>Login</div>", &[prose]);
        check("<h2>Ferries</h2>", "<h2>Login</h2>", &["Ferries", prose]);
        check("<div>sure</div>", "<ul><li>Noon</ul>", &["sure", prose, "Noon"]);
        check("<ul><li><a href=/a>Menu</a></ul>", "", &[prose]);
    }
}
