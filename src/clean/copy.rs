//! Copies the selected blocks, with the elements around them, out of the page.

use super::Context;
use super::anchors::Anchors;
use crate::dom::hidden::is_hidden;
use crate::dom::{Attr, Document, NodeId, Tag, Tree, TreeId};
use crate::select::Selection;

/// A tree of what is selected.
pub(super) fn copy(context: &Context<'_>, selection: &Selection) -> Tree {
    let page = context.page;
    let mut tree = Tree::default();
    let mut anchors = Anchors::of(page);
    // The elements being copied: where each ends on the page, and its copy.
    let mut open: Vec<(NodeId, TreeId)> = Vec::new();
    let mut id = page.body().plus(1);
    let end = page.end(page.body());
    while id < end {
        while open.last().is_some_and(|&(end, _)| end <= id) {
            open.pop();
        }
        let parent = open.last().map_or(TreeId::ROOT, |&(_, copy)| copy);
        if !selection.is_content(id) {
            anchors.leave(context.blocks, id);
            id = page.end(id);
            continue;
        }
        let tag = page.tag(id);
        let copied = node(page, id, &mut tree);
        tree.append(parent, copied);
        anchors.arrive(&mut tree, copied, parent);
        if tag != Tag::Text {
            open.push((page.end(id), copied));
        }
        id = id.plus(1);
    }
    tree
}

/// A copy of everything in an element that a reader may see, outside the tree.
pub(super) fn whole(page: &Document, root: NodeId, tree: &mut Tree) -> TreeId {
    let top = node(page, root, tree);
    let mut open = vec![(page.end(root), top)];
    let mut id = root.plus(1);
    while id < page.end(root) {
        while open.last().is_some_and(|&(end, _)| end <= id) {
            open.pop();
        }
        let is_text = page.is_text(id);
        if page.tag(id).is_invisible() || !is_text && is_hidden(page, id) {
            id = page.end(id);
            continue;
        }
        let copied = node(page, id, tree);
        tree.append(open.last().map_or(top, |&(_, copy)| copy), copied);
        if !is_text {
            open.push((page.end(id), copied));
        }
        id = id.plus(1);
    }
    top
}

/// A copy of one node, outside the tree.
fn node(page: &Document, id: NodeId, tree: &mut Tree) -> TreeId {
    let tag = page.tag(id);
    let text = if tag == Tag::Text { page.text(id).to_string() } else { String::new() };
    let copied = tree.copied(tag, text, id);
    let attrs = page.attributes(id).filter(|(name, _)| is_used(*name));
    tree.node_mut(copied).attrs = attrs.map(|(name, value)| (name, value.to_string())).collect();
    copied
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
