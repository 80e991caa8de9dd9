//! What lives or dies together.

use super::formulas::formulas;
use super::gaps::gaps;
use super::pictures::pictures;
use super::{Policy, Verdict};
use crate::blocks::{Block, Blocks};
use crate::dom::{Document, NodeId, NodeMap, Tag};

/// Mends single verdicts by what surrounds them.
pub(super) fn keep_together(
    page: &Document,
    blocks: &Blocks,
    probabilities: &[f32],
    policy: Policy,
    verdicts: &mut [Verdict],
) {
    if policy.keeps_wholes {
        wholes(page, blocks, probabilities, policy.drops_wholes, verdicts);
    }
    if policy.is_text {
        nested_lists(page, blocks, verdicts);
        code(blocks, probabilities, verdicts);
        tables(page, blocks, probabilities, verdicts);
        gaps(page, blocks, probabilities, verdicts);
    }
    if policy.drops_edges {
        edges(page, blocks, probabilities, verdicts);
    }
    paragraphs(page, blocks, verdicts);
    formulas(page, blocks, verdicts);
    headings(page, blocks, probabilities, policy.is_text, verdicts);
    pictures(page, blocks, probabilities, verdicts);
}

/// Lists, tables and code: whole if more than half of their words are kept, and else, where the policy `drops` them,
/// nothing but what is sure.
fn wholes(page: &Document, blocks: &Blocks, probabilities: &[f32], drops: bool, verdicts: &mut [Verdict]) {
    const SURE: f32 = 0.65;
    let mut kept = NodeMap::new(page, (0u32, 0u32));
    for (block, verdict) in blocks.list.iter().zip(verdicts.iter()) {
        if matches!(verdict, Verdict::Hidden | Verdict::Comment | Verdict::Repeat) {
            continue;
        }
        if let Some(whole) = blocks.enclosing(block.container).group_or_pre {
            let (yes, all) = &mut kept[whole];
            *all += block.count.words;
            *yes += if verdict.kept() { block.count.words } else { 0 };
        }
    }
    for ((block, verdict), &probability) in blocks.list.iter().zip(verdicts.iter_mut()).zip(probabilities) {
        if matches!(verdict, Verdict::Hidden | Verdict::Comment | Verdict::Repeat) {
            continue;
        }
        if let Some(whole) = blocks.enclosing(block.container).group_or_pre {
            let (yes, all) = kept[whole];
            let keep = 2 * yes > all;
            if keep != verdict.kept() && (keep || drops && probability < SURE) {
                *verdict = if keep { Verdict::WholeKept } else { Verdict::WholeDropped };
            }
        }
    }
}

/// What an item that is kept lists below itself is kept: it goes on with the item. Lists of links may lead away.
fn nested_lists(page: &Document, blocks: &Blocks, verdicts: &mut [Verdict]) {
    // The words of each list, those of lists in it aside, and those of them in links.
    let mut sums = NodeMap::new(page, (0, 0));
    let lists: Vec<_> = blocks.list.iter().map(|block| blocks.enclosing(block.container).list).collect();
    for (block, &list) in blocks.list.iter().zip(&lists) {
        if let Some(list) = list {
            let (all, linked) = &mut sums[list];
            *all += block.count.words;
            *linked += block.linked_words;
        }
    }
    let mut kept = NodeMap::new(page, false);
    for ((block, verdict), list) in blocks.list.iter().zip(verdicts.iter_mut()).zip(lists) {
        let Some(list) = list else { continue };
        let around = blocks.enclosing(page.parent(list)).item;
        let (all, linked) = sums[list];
        let goes_on = around.is_some_and(|item| kept[item]) && 2 * linked < all;
        if goes_on && matches!(verdict, Verdict::Alone | Verdict::WholeDropped) {
            *verdict = Verdict::WholeKept;
        }
        if let Some(item) = blocks.enclosing(block.container).item {
            kept[item] |= verdict.kept();
        }
    }
}

/// Many paragraphs side by side are one text, of which no part is missed by chance: a book is so much longer than any page
/// that was learned from that its paragraphs say little one by one.
fn paragraphs(page: &Document, blocks: &Blocks, verdicts: &mut [Verdict]) {
    const MANY: u32 = 20;
    const ENOUGH: f32 = 0.25;
    let is_one = |block: &Block| page.tag(block.container) == Tag::P && block.is_prose();
    // How many there are, their words, and those of them that are kept.
    let mut sums = NodeMap::new(page, (0, 0, 0));
    for (block, verdict) in blocks.list.iter().zip(verdicts.iter()).filter(|(block, _)| is_one(block)) {
        let (count, all, kept) = &mut sums[page.parent(block.container)];
        *count += 1;
        *all += block.count.words;
        *kept += if verdict.kept() { block.count.words } else { 0 };
    }
    for (block, verdict) in blocks.list.iter().zip(verdicts.iter_mut()).filter(|(block, _)| is_one(block)) {
        let (count, all, kept) = sums[page.parent(block.container)];
        if *verdict == Verdict::Alone && count >= MANY && kept as f32 >= ENOUGH * all as f32 {
            *verdict = Verdict::ParagraphBeside;
        }
    }
}

/// Code between what is kept is kept, line by line: a reader would miss it, and nobody puts other things there; so is code
/// beside what is kept that is not unlikely. Headings and labels around it say nothing of it.
fn code(blocks: &Blocks, probabilities: &[f32], verdicts: &mut [Verdict]) {
    const SURELY_NOT: f32 = 0.1;
    const NOT_UNLIKELY: f32 = 0.3;
    /// The most words of a label.
    const LABEL: u32 = 5;
    let is_in_code = |block: &Block| blocks.enclosing(block.container).code_box.is_some();
    let in_code: Vec<bool> = blocks.list.iter().map(is_in_code).collect();
    let is_heading = |block: &Block| blocks.enclosing(block.container).heading.is_some();
    let is_aside = |(block, &in_code): (&Block, &bool)| in_code || block.count.words <= LABEL || is_heading(block);
    let asides: Vec<bool> = blocks.list.iter().zip(&in_code).map(is_aside).collect();
    let beside = kept_beside(verdicts, &asides);
    for (((verdict, &in_code), beside), &probability) in
        verdicts.iter_mut().zip(&in_code).zip(beside).zip(probabilities)
    {
        let least = if beside == [true; 2] { SURELY_NOT } else { NOT_UNLIKELY };
        if in_code && beside.contains(&true) && *verdict == Verdict::Alone && probability >= least {
            *verdict = Verdict::WholeKept;
        }
    }
}

/// A table between what is kept is kept, all of it, and so is one at the end of a text, beside its last paragraph or list:
/// its cells are a word or two each, which say little by themselves. Tables of links, and those that are surely not
/// content, are not.
fn tables(page: &Document, blocks: &Blocks, probabilities: &[f32], verdicts: &mut [Verdict]) {
    const SURELY_NOT: f32 = 0.12;
    const SURELY_NOT_BESIDE: f32 = 0.08;
    let table_of = |block: &Block| blocks.enclosing(block.container).table;
    // Words, those of them in links, and those to be expected as content.
    let mut sums = NodeMap::new(page, (0.0, 0.0, 0.0));
    for ((block, &probability), verdict) in blocks.list.iter().zip(probabilities).zip(verdicts.iter()) {
        if let Some(table) = table_of(block).filter(|_| *verdict != Verdict::Hidden) {
            let words = block.count.words as f32;
            let (all, linked, expected) = &mut sums[table];
            *all += words;
            *linked += block.linked_words as f32;
            *expected += words * probability;
        }
    }
    let in_table: Vec<bool> = blocks.list.iter().map(|block| table_of(block).is_some()).collect();
    let beside = kept_beside(verdicts, &in_table);
    let mut last = None;
    for ((block, verdict), [before, after]) in blocks.list.iter().zip(verdicts.iter_mut()).zip(beside) {
        let Some(table) = table_of(block) else {
            last = if *verdict == Verdict::Hidden { last } else { Some(block.container) };
            continue;
        };
        let (all, linked, expected) = sums[table];
        let is_beside = last.is_some_and(|last| is_beside(page, blocks, last, table));
        let least = if is_beside { SURELY_NOT_BESIDE } else { SURELY_NOT };
        let may_be = 2.0 * linked < all && expected >= least * all;
        if may_be && before && (after || is_beside) && matches!(verdict, Verdict::Alone | Verdict::WholeDropped) {
            *verdict = Verdict::WholeKept;
        }
    }
}

/// Whether a block's paragraph or list, and a table with what only wraps it, have the same parent.
fn is_beside(page: &Document, blocks: &Blocks, block: NodeId, table: NodeId) -> bool {
    const TEXTS: [Tag; 5] = [Tag::P, Tag::Ul, Tag::Ol, Tag::Dl, Tag::Blockquote];
    let wraps = |id: &NodeId| blocks.totals[*id].blocks == blocks.totals[table].blocks;
    let outer = page.ancestors(table).take_while(wraps).last().unwrap_or(table);
    let mut around = std::iter::once(block).chain(page.ancestors(block));
    around.any(|id| TEXTS.contains(&page.tag(id)) && page.parent(id) == page.parent(outer))
}

/// A text that is mostly prose begins and ends with prose: stray lines before and after it belong to the page's
/// frame. Headings before it, and whole lists, tables and code on either side, may be part of it.
fn edges(page: &Document, blocks: &Blocks, probabilities: &[f32], verdicts: &mut [Verdict]) {
    const SURE: f32 = 0.8;
    let kept = |i: usize, verdicts: &[Verdict]| verdicts.get(i).is_some_and(|verdict| verdict.kept());
    let words = |prose: bool, verdicts: &[Verdict]| -> u32 {
        let list = blocks.list.iter().enumerate();
        list.filter(|(i, block)| kept(*i, verdicts) && (!prose || block.is_prose())).map(|(_, b)| b.count.words).sum()
    };
    if 10 * words(true, verdicts) < 6 * words(false, verdicts) {
        return;
    }
    // Code has many words and stops too.
    let is_code = |i: usize| blocks.enclosing(blocks.block(i).container).in_code;
    // What is kept though the page hides it, such as an accordion's answers, is part of the text too.
    let is_prose = |i: &usize| kept(*i, verdicts) && blocks.block(*i).reads_as_prose() && !is_code(*i);
    let Some(first) = (0..verdicts.len()).find(is_prose) else { return };
    let Some(last) = (0..verdicts.len()).rfind(is_prose) else { return };
    for (i, ((block, &probability), verdict)) in
        blocks.list.iter().zip(probabilities).zip(verdicts.iter_mut()).enumerate()
    {
        let heading = i < first && page.tag(block.container).heading_level().is_some();
        let part = block.link_density() < 0.6 && blocks.enclosing(block.container).in_edge_part;
        if (i < first || i > last) && verdict.kept() && probability < SURE && !heading && !part {
            *verdict = Verdict::Edge;
        }
    }
}

/// A heading is kept if what follows it is, up to the next heading of its level or above, but one of navigation is not.
/// One that is surely content is a line of text that the page only sets as a heading.
fn headings(page: &Document, blocks: &Blocks, probabilities: &[f32], is_text: bool, verdicts: &mut [Verdict]) {
    const SURE: f32 = 0.8;
    // From the end: for each level, whether text that would belong under a heading of that level was kept.
    let mut kept_below = [false; 7];
    let mut next_kept = false;
    for ((block, verdict), &probability) in blocks.list.iter().zip(verdicts.iter_mut()).zip(probabilities).rev() {
        if *verdict == Verdict::Hidden || block.count.words == 0 {
            continue;
        }
        let level = std::iter::once(block.container)
            .chain(page.ancestors(block.container).take(2))
            .find_map(|id| page.tag(id).heading_level());
        let Some(level) = level else {
            next_kept = verdict.kept();
            if verdict.kept() {
                kept_below = [true; 7];
            }
            continue;
        };
        let followed = kept_below.get(usize::from(level)).copied().unwrap_or(false);
        if verdict.kept() && !followed && is_text && probability < SURE {
            *verdict = Verdict::HeadingOfNothing;
        } else if *verdict == Verdict::Alone && next_kept && !blocks.enclosing(block.container).in_nav {
            *verdict = Verdict::HeadingKept;
        }
        for below in kept_below.iter_mut().skip(usize::from(level)) {
            *below = false;
        }
        next_kept = verdict.kept();
    }
}

/// For each block, whether the nearest text before it is kept, and the one after it.
pub(super) fn kept_beside(verdicts: &[Verdict], is_aside: &[bool]) -> Vec<[bool; 2]> {
    let mut beside = vec![[false; 2]; verdicts.len()];
    let is_text = |(verdict, &is_aside): (&Verdict, &bool)| *verdict != Verdict::Hidden && !is_aside;
    let mut last = false;
    for (at, [before, _]) in verdicts.iter().zip(is_aside).zip(&mut beside) {
        *before = last;
        last = if is_text(at) { at.0.kept() } else { last };
    }
    last = false;
    for (at, [_, after]) in verdicts.iter().zip(is_aside).zip(&mut beside).rev() {
        *after = last;
        last = if is_text(at) { at.0.kept() } else { last };
    }
    beside
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the first cell is kept, where cells are of little probability and all else is surely content.
    #[track_caller]
    fn check(html: &str, cell: f32, kept: bool) {
        let page = crate::parse::parse(html, &crate::Limits::default()).unwrap();
        let blocks = Blocks::of(&page);
        let is_cell = |block: &crate::blocks::Block| page.tag(block.container) == Tag::Td;
        let probabilities: Vec<f32> = blocks.list.iter().map(|block| if is_cell(block) { cell } else { 0.9 }).collect();
        let mut verdicts: Vec<Verdict> =
            probabilities.iter().map(|&p| if p < 0.5 { Verdict::Alone } else { Verdict::Content }).collect();
        tables(&page, &blocks, &probabilities, &mut verdicts);
        let first = blocks.list.iter().position(is_cell).unwrap();
        assert_eq!(verdicts[first].kept(), kept, "{html}");
    }

    /// Whether the code is kept, which is of little probability; what says "Other" is dropped, all else content.
    #[track_caller]
    fn check_code(html: &str, probability: f32, kept: bool) {
        let page = crate::parse::parse(html, &crate::Limits::default()).unwrap();
        let blocks = Blocks::of(&page);
        let is_code = |block: &Block| page.tag(block.container) == Tag::Pre;
        let is_other = |block: &Block| page.text(block.container).starts_with("Other");
        let probabilities: Vec<f32> =
            blocks.list.iter().map(|block| if is_code(block) { probability } else { 0.9 }).collect();
        let dropped = |block| if is_code(block) || is_other(block) { Verdict::Alone } else { Verdict::Content };
        let mut verdicts: Vec<Verdict> = blocks.list.iter().map(dropped).collect();
        code(&blocks, &probabilities, &mut verdicts);
        assert_eq!(verdicts[blocks.list.iter().position(is_code).unwrap()].kept(), kept, "{html}");
    }

    #[test]
    fn code_between_what_is_kept_is_kept() {
        const TEXT: &str = "<p>Five ferries leave the harbour at noon.</p>";
        const OTHER: &str = "<p>Other ferries of the same company leave elsewhere.</p>";
        const CODE: &str = "<pre>let x = 1;</pre>";
        check_code(&format!("{TEXT}{CODE}{TEXT}"), 0.2, true);
        check_code(&format!("{TEXT}{CODE}{TEXT}"), 0.05, false);
        check_code(&format!("{TEXT}<div>Other.css</div>{CODE}<h2>Other things</h2>{TEXT}"), 0.2, true);
        check_code(&format!("{TEXT}{CODE}{OTHER}"), 0.2, false);
        check_code(&format!("{TEXT}{CODE}{OTHER}"), 0.35, true);
        check_code(&format!("{OTHER}{CODE}{OTHER}"), 0.35, false);
    }

    #[test]
    fn a_table_between_what_is_kept_is_kept() {
        const TABLE: &str = "<table><tr><td>Green<td>X<tr><td>Black<td>X</table>";
        check(&format!("<p>Before.</p>{TABLE}<p>After.</p>"), 0.2, true);
        check(&format!("<p>Before.</p>{TABLE}<p>After.</p>"), 0.1, true);
        check(&format!("<p>Before.</p>{TABLE}<p>After.</p>"), 0.05, false);
        check(&format!("<div><p>Before.</p></div>{TABLE}<p>After.</p>"), 0.2, true);
        check(&format!("<p>Before.</p><section hidden>{TABLE}</section><p>After.</p>"), 0.2, true);
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

    /// Whether all is kept, where the first block alone is content.
    #[track_caller]
    fn check_nested(html: &str, kept: bool) {
        let page = crate::parse::parse(html, &crate::Limits::default()).unwrap();
        let blocks = Blocks::of(&page);
        let mut verdicts = vec![Verdict::Alone; blocks.list.len()];
        verdicts[0] = Verdict::Content;
        nested_lists(&page, &blocks, &mut verdicts);
        assert_eq!(verdicts.iter().all(|verdict| verdict.kept()), kept, "{html}");
    }

    #[test]
    fn what_a_kept_item_lists_is_kept() {
        check_nested("<ul><li>Tea<ul><li>Green<ol><li>Gyokuro</ol><li>Black</ul></ul>", true);
        check_nested("<ul><li>Tea<li>Coffee<ul><li>Mocha</ul></ul>", false);
        check_nested(
            "<ul><li>Tea<ul><li><a href='/green'>Green tea</a><li><a href='/black'>Black</a></ul></ul>",
            false,
        );
        check_nested("<p>Tea</p><ul><li>Green</ul>", false);
    }

    /// How many of a page's paragraphs are kept, where the first few are content by themselves.
    #[track_caller]
    fn check_paragraphs(html: &str, content: usize, kept: usize) {
        let page = crate::parse::parse(html, &crate::Limits::default()).unwrap();
        let blocks = Blocks::of(&page);
        let mut verdicts = vec![Verdict::Alone; blocks.list.len()];
        verdicts[..content].fill(Verdict::Content);
        paragraphs(&page, &blocks, &mut verdicts);
        assert_eq!(verdicts.iter().filter(|verdict| verdict.kept()).count(), kept, "{content} of {html}");
    }

    #[test]
    fn many_paragraphs_side_by_side_are_one_text() {
        const PARAGRAPH: &str =
            "<p>The ferry to the island leaves at noon, and it is never full before the summer comes.</p>";
        check_paragraphs(&PARAGRAPH.repeat(24), 6, 24);
        check_paragraphs(&PARAGRAPH.repeat(24), 5, 5);
        check_paragraphs(&PARAGRAPH.repeat(19), 6, 6);
        check_paragraphs(&format!("{}<p>Share</p>", PARAGRAPH.repeat(24)), 6, 24);
        check_paragraphs(&format!("<div>{PARAGRAPH}</div>").repeat(24), 6, 6);
    }
}
