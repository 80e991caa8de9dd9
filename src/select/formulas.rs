//! Formulas are kept with the text around them.
//!
//! Some are drawn with block-level elements: then they are blocks of their own, mostly without words, and the sentence
//! around them is cut into several. No scorer can tell much of such pieces.

use super::Verdict;
use crate::blocks::{Block, Blocks};
use crate::dom::{Attr, Document, Tag};

/// Keeps formulas beside text that is kept, and whole paragraphs where most of their words are kept.
pub(super) fn formulas(page: &Document, blocks: &Blocks, verdicts: &mut [Verdict]) {
    let is_formula: Vec<bool> = blocks.list.iter().map(|block| is_formula(page, block)).collect();
    if !is_formula.contains(&true) {
        return;
    }
    paragraphs(blocks, &is_formula, verdicts);
    // The nearest text before each block, and whether it is kept.
    let mut before = false;
    let mut after = vec![false; verdicts.len()];
    let mut next = false;
    for ((verdict, &is_formula), after) in verdicts.iter().zip(&is_formula).zip(&mut after).rev() {
        *after = next;
        next = if is_formula { next } else { verdict.kept() };
    }
    for ((verdict, &is_formula), after) in verdicts.iter_mut().zip(&is_formula).zip(after) {
        if !is_formula {
            before = verdict.kept();
        } else if (before || after) && !verdict.kept() {
            *verdict = Verdict::FormulaBeside;
        }
    }
}

/// Whether the block is a formula, or a part of one.
fn is_formula(page: &Document, block: &Block) -> bool {
    let container = block.container;
    page.tag(container).is_mathjax()
        || (block.first == block.last && page.tag(block.first) == Tag::Math)
        || page.attr(container, Attr::Class).is_some_and(|class| {
            class.split_ascii_whitespace().any(|name| matches!(name, "MathJax_Display" | "MathJax_SVG_Display"))
        })
}

/// Pieces of text in the same element with but formulas between: all, if more than half of their words are kept.
fn paragraphs(blocks: &Blocks, is_formula: &[bool], verdicts: &mut [Verdict]) {
    let is_formula = |at: usize| is_formula.get(at).copied().unwrap_or(false);
    let mut first = 0;
    while let Some(block) = blocks.list.get(first) {
        let goes_on = |&(at, next): &(usize, &Block)| is_formula(at) || next.container == block.container;
        let paragraph = blocks.list.iter().enumerate().skip(first).take_while(goes_on);
        let (mut kept, mut all, mut end) = (0, 0, first);
        for (at, piece) in paragraph {
            end = at + 1;
            if !is_formula(at) && !piece.hidden {
                all += piece.count.words;
                kept += if verdicts.get(at).is_some_and(|verdict| verdict.kept()) { piece.count.words } else { 0 };
            }
        }
        end = end.max(first + 1);
        if 2 * kept > all {
            for (at, verdict) in verdicts.iter_mut().enumerate().take(end).skip(first) {
                let may_stay = !blocks.block(at).hidden && *verdict != Verdict::Comment;
                if may_stay && !is_formula(at) && !verdict.kept() {
                    *verdict = Verdict::ParagraphKept;
                }
            }
        }
        first = end;
    }
}
