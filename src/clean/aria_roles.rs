//! Headings, lists and tables that are such by role become the elements.
//!
//! `<div role="heading" aria-level="3">a</div>` → `<h3>a</h3>`

use super::Context;
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::trace::Trace;
use crate::words::Count;

/// A heading is a line, with at most so many nodes and words: some sites give the role to whole comments.
const MAX_NODES: usize = 60;
const MAX_WORDS: u32 = 25;

/// How far above an element with the role the heading that it lies in is.
const MAX_LEVELS: usize = 5;

/// The level of a heading that names none, as the ARIA standard has it.
const USUAL_LEVEL: usize = 2;

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, _: &mut Trace) {
    for id in tree.all() {
        match role(tree, id) {
            Some("heading") => heading(tree, id),
            Some("list") if tree.non_blank_children(id).all(|item| tree.attr(item, Attr::Role) == Some("listitem")) => {
                tree.node_mut(id).tag = Tag::Ul;
            }
            Some("listitem") if tree.tag(tree.parent(id)) == Tag::Ul => tree.node_mut(id).tag = Tag::Li,
            Some("table" | "grid" | "treegrid") => table(tree, id),
            _ => {}
        }
    }
}

/// The role of an element that has no meaning of its own.
fn role(tree: &Tree, id: TreeId) -> Option<&str> {
    matches!(tree.tag(id), Tag::Div | Tag::Span | Tag::P | Tag::Section | Tag::Custom)
        .then(|| tree.attr(id, Attr::Role))
        .flatten()
}

/// A line of text with that role becomes a heading.
fn heading(tree: &mut Tree, id: TreeId) {
    const LEVELS: [Tag; 6] = [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];
    let is_in_heading = tree.ancestors(id).take(MAX_LEVELS).any(|id| tree.tag(id).heading_level().is_some());
    // Whole comments have paragraphs or several blocks.
    let is_alone = |id| tree.children(tree.parent(id)).filter(|&child| !tree.is_blank(child)).nth(1).is_none();
    let is_line = tree.descendants_up_to(id, MAX_NODES).is_some_and(|inside| {
        inside.iter().all(|&id| !tree.tag(id).is_block() || tree.tag(id) == Tag::Div && is_alone(id))
    }) && Count::of(&tree.text(id)).words <= MAX_WORDS;
    if is_in_heading || !is_line || !tree.text(id).contains(char::is_alphabetic) {
        return;
    }
    let level =
        tree.attr(id, Attr::AriaLevel).and_then(|level| level.trim().parse::<usize>().ok()).unwrap_or(USUAL_LEVEL);
    if let Some(&tag) = level.checked_sub(1).and_then(|at| LEVELS.get(at.min(LEVELS.len() - 1))) {
        for inside in tree.descendants(id) {
            if tree.tag(inside) == Tag::Div {
                tree.node_mut(inside).tag = Tag::Span;
            }
        }
        tree.node_mut(id).tag = tag;
    }
}

/// A table by role, if all in it are rows of cells.
fn table(tree: &mut Tree, id: TreeId) {
    let mut parts = vec![(id, Tag::Table)];
    let mut next: Vec<TreeId> = tree.children(id).collect();
    while let Some(child) = next.pop() {
        if tree.is_blank_text(child) {
            continue;
        }
        let tag = match role(tree, child) {
            Some("rowgroup") if tree.parent(child) == id => Tag::Tbody,
            Some("row") if role(tree, tree.parent(child)) != Some("row") => Tag::Tr,
            Some("columnheader" | "rowheader") if role(tree, tree.parent(child)) == Some("row") => Tag::Th,
            Some("cell" | "gridcell") if role(tree, tree.parent(child)) == Some("row") => Tag::Td,
            _ => return,
        };
        parts.push((child, tag));
        if matches!(tag, Tag::Tbody | Tag::Tr) {
            next.extend(tree.children(child));
        }
    }
    if parts.iter().any(|&(_, tag)| tag == Tag::Tr) {
        for (id, tag) in parts {
            tree.node_mut(id).tag = tag;
            tree.set_attr(id, Attr::Role, None);
        }
    }
}
