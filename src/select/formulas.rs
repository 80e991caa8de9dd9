//! Formulas beside text that is kept are kept, and whole paragraphs with formulas where most of their words are kept. Some
//! formulas are drawn with block-level elements: then they are blocks of their own, mostly without words, and the sentence
//! around them is cut into several. No scorer can tell much of such pieces.
//!
//! `<div>` “where” kept `<mjx-container>` dropped “is the speed” dropped `</div>` → all three

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::blocks::Block;
use crate::dom::{Attr, Document, Tag};

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let is_formula: Vec<bool> = input.all().map(|(_, block)| is_formula(input.page, block)).collect();
    if !is_formula.contains(&true) {
        return;
    }
    complete_paragraphs(input, &is_formula, decisions);
    // Whether the nearest text before and after each block is kept.
    let mut after = vec![false; is_formula.len()];
    let mut next = false;
    for ((after, decision), &is_formula) in after.iter_mut().zip(decisions.iter()).zip(&is_formula).rev() {
        *after = next;
        next = if is_formula { next } else { decision.kept };
    }
    let mut before = false;
    for (id, (&is_formula, after)) in is_formula.iter().zip(after).enumerate() {
        if !is_formula {
            before = decisions.is_kept(id);
        } else if before || after {
            decisions.keep(id);
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
fn complete_paragraphs(input: &SelectInput<'_>, is_formula: &[bool], decisions: &mut Decisions) {
    let list = &input.blocks.list;
    let is_formula = |at: usize| is_formula.get(at).copied().unwrap_or(false);
    let mut first = 0;
    while let Some(block) = list.get(first) {
        let goes_on = |&(at, next): &(usize, &Block)| is_formula(at) || next.container == block.container;
        let paragraph = list.iter().enumerate().skip(first).take_while(goes_on);
        let (mut kept, mut all, mut end) = (0, 0, first);
        for (at, piece) in paragraph {
            end = at + 1;
            if !is_formula(at) && !piece.hidden {
                all += piece.count.words;
                kept += if decisions.is_kept(at) { piece.count.words } else { 0 };
            }
        }
        end = end.max(first + 1);
        if 2 * kept > all {
            let pieces = list.iter().enumerate().take(end).skip(first);
            for (at, _) in pieces.filter(|(at, piece)| !is_formula(*at) && !piece.hidden) {
                decisions.keep(at);
            }
        }
        first = end;
    }
}
