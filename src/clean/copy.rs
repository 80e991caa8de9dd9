//! Copies what was selected out of the page.

use super::Context;
use super::anchors::Anchors;
use crate::dom::{Document, NodeId, NodeRange, Tag, Tree, TreeId};
use crate::select::Selection;

/// A tree of what is selected, with what leads above all else.
pub(super) fn copy(context: &Context<'_>, selection: &Selection) -> Tree {
    let page = context.page;
    let mut tree = Tree::default();
    let lead = selection.lead();
    if let Some(lead) = lead {
        let is_content = |id| selection.is_content(id);
        copy_range(page, page.subtree(lead), &mut tree, is_content, |_, _| {});
    }
    let mut anchors = Anchors::of(page);
    let is_content = |id| selection.is_content(id) && Some(id) != lead;
    copy_range(page, page.descendants(page.body()), &mut tree, is_content, |tree, outcome| match outcome {
        CopyOutcome::Left(id) => anchors.leave(context.blocks, id),
        CopyOutcome::Copied { copy, parent } => anchors.arrive(tree, copy, parent),
    });
    tree
}

/// What became of a node.
enum CopyOutcome {
    Left(NodeId),
    Copied { copy: TreeId, parent: TreeId },
}

/// Copies the nodes of the range that are content to the end of the tree.
fn copy_range(
    page: &Document,
    range: NodeRange,
    tree: &mut Tree,
    is_content: impl Fn(NodeId) -> bool,
    mut report: impl FnMut(&mut Tree, CopyOutcome),
) {
    // The elements being copied: where each ends on the page, and its copy.
    let mut open: Vec<(NodeId, TreeId)> = Vec::new();
    let mut id = range.first;
    while id < range.end {
        while open.last().is_some_and(|&(end, _)| end <= id) {
            open.pop();
        }
        if !is_content(id) {
            report(tree, CopyOutcome::Left(id));
            id = page.end(id);
            continue;
        }
        let parent = open.last().map_or(TreeId::ROOT, |&(_, copy)| copy);
        let copy = node(page, id, tree);
        tree.append(parent, copy);
        report(tree, CopyOutcome::Copied { copy, parent });
        if !page.is_text(id) {
            open.push((page.end(id), copy));
        }
        id = id.plus(1);
    }
}

/// A copy of one node, outside the tree.
fn node(page: &Document, id: NodeId, tree: &mut Tree) -> TreeId {
    let tag = page.tag(id);
    let text = if tag == Tag::Text { page.text(id).to_string() } else { String::new() };
    let copied = tree.copied(tag, text, id);
    let attrs = page.attributes(id).filter(|(name, _)| !name.is_metadata());
    tree.node_mut(copied).attrs = attrs.map(|(name, value)| (name, value.to_string())).collect();
    copied
}
