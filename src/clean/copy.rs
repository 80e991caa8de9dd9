//! Copies the selected blocks, with the elements around them, out of the page.

use super::tree::{Tree, TreeId};
use crate::blocks::Blocks;
use crate::document::{Attr, Document, NodeId, NodeMap, Tag};
use crate::select::Selection;

/// A tree of what is selected. Elements that hold none of it are left behind, but for what separates or belongs
/// to it: line breaks, rules between parts, empty cells of kept rows, pictures' sources.
pub(super) fn copy(page: &Document, blocks: &Blocks, selection: &Selection) -> Tree {
    let holds = holders(page, blocks, selection);
    let mut tree = Tree::default();
    // The elements being copied: where each ends on the page, and its copy.
    let mut open: Vec<(NodeId, TreeId)> = Vec::new();
    let mut id = page.body().plus(1);
    let end = page.end(page.body());
    while id < end {
        while open.last().is_some_and(|&(end, _)| end <= id) {
            open.pop();
        }
        let parent = open.last().map_or(TreeId::ROOT, |&(_, copy)| copy);
        if !holds[id] && !belongs(page, id, &holds) {
            id = page.end(id);
            continue;
        }
        let tag = page.tag(id);
        let text = if tag == Tag::Text { page.text(id).to_string() } else { String::new() };
        let copied = tree.copied(tag, text, id);
        tree.node_mut(copied).attrs = page
            .attributes(id)
            .filter(|(name, _)| is_used(*name))
            .map(|(name, value)| (name, value.to_string()))
            .collect();
        tree.append(parent, copied);
        if tag != Tag::Text {
            open.push((page.end(id), copied));
        }
        id = id.plus(1);
    }
    tree
}

/// Marks the nodes of kept blocks, and all elements around them.
fn holders(page: &Document, blocks: &Blocks, selection: &Selection) -> NodeMap<bool> {
    let mut holds = NodeMap::new(page, false);
    let is_kept = |id| blocks.block_of(id).is_some_and(|block| selection.kept.get(block).copied().unwrap_or(false));
    let mut all_of = NodeId::ROOT;
    for id in page.subtree(page.body()) {
        let kept = is_kept(id);
        // Code is kept to the byte, blank lines before the first word too, and pictures with their sources.
        if kept && !page.is_text(id) {
            all_of = all_of.max(page.end(id));
        }
        holds[id] = kept || (id < all_of && !page.tag(id).is_invisible());
        if page.tag(id) == Tag::Pre && page.descendants(id).into_iter().any(is_kept) {
            all_of = all_of.max(page.end(id));
        }
    }
    for id in page.subtree(page.body()).into_iter().rev() {
        if holds[id] {
            holds[page.parent(id)] = true;
        }
    }
    holds
}

/// Whether something that holds no kept text still belongs to what is kept.
fn belongs(page: &Document, id: NodeId, holds: &NodeMap<bool>) -> bool {
    let parent_holds = holds[page.parent(id)];
    match page.tag(id) {
        Tag::Td | Tag::Th | Tag::Col | Tag::Colgroup | Tag::Hr => parent_holds,
        Tag::Input => {
            parent_holds && page.attr(id, Attr::Type).is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"))
        }
        // The readable copy of a lazy picture is often the only one with an address.
        Tag::Noscript => parent_holds && page.descendants(id).into_iter().any(|id| page.tag(id) == Tag::Img),
        Tag::Img | Tag::Picture | Tag::Source => page.ancestors(id).take(3).any(|id| page.tag(id) == Tag::Noscript),
        _ => false,
    }
}

/// Whether rules or readers need the attribute.
fn is_used(name: Attr) -> bool {
    !matches!(
        name,
        Attr::Itemprop
            | Attr::Itemtype
            | Attr::Itemscope
            | Attr::Itemid
            | Attr::Itemref
            | Attr::Content
            | Attr::Property
    )
}
