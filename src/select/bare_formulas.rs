//! Formulas that are no part of any block, as there is no text in them, are kept where what stands around them is.
//!
//! `<p>` kept, with `<script type="math/tex">E = mc^2</script>` in it → both

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::dom::{Attr, NodeId, Tag};

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let formulas = bare_formulas(input);
    let kept: Vec<NodeId> = formulas.into_iter().filter(|&id| is_beside_kept(input, decisions, id)).collect();
    for id in kept {
        decisions.add(input.page, input.blocks, id);
        decisions.add_around(input.page, id);
    }
}

/// Formulas that are no part of any block, as there is no text in them: in scripts, in data, drawn by style sheets.
fn bare_formulas(input: &SelectInput<'_>) -> Vec<NodeId> {
    let (page, blocks) = (input.page, input.blocks);
    let mut found = Vec::new();
    let mut id = page.body();
    while id < page.end(page.body()) {
        let is_formula = match page.tag(id) {
            Tag::Script => page.formula_script(id).is_some(),
            Tag::MjxContainer => true,
            Tag::Text => false,
            _ => page.attr(id, Attr::Class).is_some_and(|class| class.contains("latex-rendered")),
        };
        if is_formula && page.subtree(id).into_iter().all(|id| blocks.block_of(id).is_none()) {
            found.push(id);
        }
        id = if is_formula { page.end(id) } else { id.plus(1) };
    }
    found
}

/// Whether what is no part of any block lies in a kept one or beside it.
fn is_beside_kept(input: &SelectInput<'_>, decisions: &Decisions, formula: NodeId) -> bool {
    let (page, blocks) = (input.page, input.blocks);
    let after = blocks.list.partition_point(|block| block.first < formula);
    let container = page.ancestors(formula).find(|&id| page.tag(id).is_block());
    let before = after.checked_sub(1);
    let beside = [before, Some(after)].map(|at| at.and_then(|at| Some((at, blocks.list.get(at)?))));
    let around = beside.iter().flatten().find(|(_, block)| formula < block.last || Some(block.container) == container);
    match around {
        Some(&(at, _)) => decisions.is_kept(at),
        // By itself in its paragraph: it belongs to the text before it or after it.
        None => beside.iter().flatten().any(|&(at, _)| decisions.is_kept(at)),
    }
}
