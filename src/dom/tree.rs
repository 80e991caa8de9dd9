//! The tree that can change: what the parser builds of a page, what cleaning works on, and what comes out safe.
//!
//! Its nodes lie in one list and know each other by number, so none is allocated by itself, and each can be moved and
//! taken out in the same time, however many siblings it has and however deep it lies.

use std::cell::OnceCell;
use std::iter::successors;
use std::num::NonZeroU32;
use std::ops::Deref;

use super::{Attr, InlineStyle, NodeId, Tag};
use crate::lexicon::callouts::KINDS;

/// The class of the figures that stand for something embedded.
pub const CARD: &str = "embed";

/// What the class of a callout begins with; its kind follows.
pub const CALLOUT: &str = "callout-";

/// The kind of callout that a class names.
pub fn callout_kind(class: &str) -> Option<&str> {
    class.strip_prefix(CALLOUT).filter(|kind| KINDS.iter().any(|(known, _)| known == kind))
}

/// A node of a [`Tree`]: its number, from 1, so that an absent one takes no more room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TreeId(NonZeroU32);

impl TreeId {
    /// The root: a `div` that is never rendered itself.
    pub const ROOT: TreeId = TreeId(NonZeroU32::MIN);
}

/// A node: an element, or text.
#[derive(Debug, Clone)]
pub struct TreeNode<S = String> {
    /// The element's name, or [`Tag::Text`].
    pub tag: Tag,
    /// The element's attributes; each name at most once, but for lazy loaders' own.
    pub attrs: Vec<(Attr, S)>,
    /// The text of a text node.
    pub text: S,
    /// Where in the page it was copied from; `None` for what a rule made.
    pub source: Option<NodeId>,
    parent: Option<TreeId>,
    previous: Option<TreeId>,
    next: Option<TreeId>,
    first: Option<TreeId>,
    last: Option<TreeId>,
}

/// A tree of nodes that can be moved and taken out. Nodes taken out stay in memory, outside the tree. Its strings are
/// the parser's own while a page is parsed, which spares a copy of each, and `String`s ever after.
#[derive(Debug, Clone)]
pub struct Tree<S = String> {
    nodes: Vec<TreeNode<S>>,
    /// All nodes in the tree, in document order, until it changes.
    order: OnceCell<Vec<TreeId>>,
}

impl<S: Default> Default for Tree<S> {
    fn default() -> Self {
        let mut tree = Tree { nodes: Vec::new(), order: OnceCell::new() };
        tree.make(Tag::Div, Vec::new(), S::default(), None);
        tree
    }
}

impl<S> Tree<S> {
    /// The number of nodes, wherever they are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The node.
    #[expect(clippy::indexing_slicing, reason = "ids come from this tree only, and nodes are never freed")]
    pub fn node(&self, id: TreeId) -> &TreeNode<S> {
        &self.nodes[id.0.get() as usize - 1]
    }

    /// The node, to be changed.
    #[expect(clippy::indexing_slicing, reason = "ids come from this tree only, and nodes are never freed")]
    pub fn node_mut(&mut self, id: TreeId) -> &mut TreeNode<S> {
        &mut self.nodes[id.0.get() as usize - 1]
    }

    /// The element's name, or [`Tag::Text`].
    pub fn tag(&self, id: TreeId) -> Tag {
        self.node(id).tag
    }

    /// The parent; the root is its own, and stands for that of what is outside the tree.
    pub fn parent(&self, id: TreeId) -> TreeId {
        self.node(id).parent.unwrap_or(TreeId::ROOT)
    }

    /// Whether the node lies in another.
    pub fn has_parent(&self, id: TreeId) -> bool {
        self.node(id).parent.is_some()
    }

    /// The sibling right before.
    pub fn previous_sibling(&self, id: TreeId) -> Option<TreeId> {
        self.node(id).previous
    }

    /// The sibling right after.
    pub fn next_sibling(&self, id: TreeId) -> Option<TreeId> {
        self.node(id).next
    }

    /// The first child.
    pub fn first_child(&self, id: TreeId) -> Option<TreeId> {
        self.node(id).first
    }

    /// The last child.
    pub fn last_child(&self, id: TreeId) -> Option<TreeId> {
        self.node(id).last
    }

    /// The children, in order.
    pub fn children(&self, id: TreeId) -> Children<'_, S> {
        let node = self.node(id);
        Children { tree: self, ends: node.first.zip(node.last) }
    }

    /// The parent, its parent and so on up to the root.
    pub fn ancestors(&self, id: TreeId) -> impl Iterator<Item = TreeId> + '_ {
        successors(Some(id), |&id| (id != TreeId::ROOT).then(|| self.parent(id))).skip(1)
    }

    /// All nodes in the tree, in document order, without the root. Rules walk this list, made before they
    /// change anything; a node they took out meanwhile is simply changed without effect.
    pub fn all(&self) -> Vec<TreeId> {
        self.order.get_or_init(|| self.within(TreeId::ROOT).collect()).clone()
    }

    /// Everything in the node, in document order.
    pub fn descendants(&self, id: TreeId) -> Vec<TreeId> {
        self.within(id).collect()
    }

    /// Everything in the node, if it is at most `most` nodes: so that a look into many nodes stays cheap.
    pub fn descendants_up_to(&self, id: TreeId, most: usize) -> Option<Vec<TreeId>> {
        let found: Vec<TreeId> = self.within(id).take(most.saturating_add(1)).collect();
        (found.len() <= most).then_some(found)
    }

    /// Everything in the node, in document order, as the tree is now.
    pub fn within(&self, top: TreeId) -> Within<'_, S> {
        Within { tree: self, top, next: self.first_child(top) }
    }

    /// Makes a node outside the tree, to be put into it.
    pub fn make(&mut self, tag: Tag, attrs: Vec<(Attr, S)>, text: S, source: Option<NodeId>) -> TreeId {
        let id = TreeId(NonZeroU32::MIN.saturating_add(self.nodes.len() as u32));
        let (parent, previous, next, first, last) = (None, None, None, None, None);
        self.nodes.push(TreeNode { tag, attrs, text, source, parent, previous, next, first, last });
        id
    }

    /// Moves a node to the end of the parent's children.
    pub fn append(&mut self, parent: TreeId, id: TreeId) {
        self.detach(id);
        self.link(id, parent, self.last_child(parent), None);
    }

    /// Moves a node to the start of the parent's children.
    pub fn prepend(&mut self, parent: TreeId, id: TreeId) {
        match self.first_child(parent) {
            Some(first) => self.insert_before(first, id),
            None => self.append(parent, id),
        }
    }

    /// Moves a node to right before another, if that lies in the tree.
    pub fn insert_before(&mut self, next: TreeId, id: TreeId) {
        self.detach(id);
        if let Some(parent) = self.node(next).parent {
            self.link(id, parent, self.previous_sibling(next), Some(next));
        }
    }

    /// Takes the node and everything in it out of the tree.
    pub fn detach(&mut self, id: TreeId) {
        let node = self.node_mut(id);
        let (Some(parent), previous, next) = (node.parent.take(), node.previous.take(), node.next.take()) else {
            return;
        };
        self.order.take();
        match previous {
            Some(previous) => self.node_mut(previous).next = next,
            None => self.node_mut(parent).first = next,
        }
        match next {
            Some(next) => self.node_mut(next).previous = previous,
            None => self.node_mut(parent).last = previous,
        }
    }

    /// Gives a node exactly these children, wherever they were.
    pub fn set_children(&mut self, id: TreeId, children: Vec<TreeId>) {
        while let Some(child) = self.last_child(id) {
            self.detach(child);
        }
        for child in children {
            self.append(id, child);
        }
    }

    /// Takes the node out, and leaves its children in its place.
    pub fn unwrap(&mut self, id: TreeId) {
        if self.has_parent(id) {
            while let Some(child) = self.first_child(id) {
                self.insert_before(id, child);
            }
            self.detach(id);
        }
    }

    /// Takes all nodes out that the test names, and leaves their children in their place, in one pass from the innermost
    /// out. Siblings are all tested before any is taken out.
    pub fn unwrap_where(&mut self, test: impl Fn(&Tree<S>, TreeId) -> bool) {
        let all = self.all();
        for id in all.into_iter().rev().chain([TreeId::ROOT]) {
            let named: Vec<TreeId> = self.children(id).filter(|&child| test(self, child)).collect();
            named.into_iter().for_each(|child| self.unwrap(child));
        }
    }

    /// Moves all children of a node to the end of another's.
    pub fn move_children(&mut self, from: TreeId, to: TreeId) {
        while let Some(child) = self.first_child(from) {
            self.append(to, child);
        }
    }

    fn link(&mut self, id: TreeId, parent: TreeId, previous: Option<TreeId>, next: Option<TreeId>) {
        self.order.take();
        let node = self.node_mut(id);
        (node.parent, node.previous, node.next) = (Some(parent), previous, next);
        match previous {
            Some(previous) => self.node_mut(previous).next = Some(id),
            None => self.node_mut(parent).first = Some(id),
        }
        match next {
            Some(next) => self.node_mut(next).previous = Some(id),
            None => self.node_mut(parent).last = Some(id),
        }
    }
}

impl<S: Deref<Target = str>> Tree<S> {
    /// The attribute's value.
    pub fn attr(&self, id: TreeId, name: Attr) -> Option<&str> {
        self.node(id).attrs.iter().find(|(n, _)| *n == name).map(|(_, value)| &**value)
    }

    /// Sets an attribute, or takes it away.
    pub fn set_attr(&mut self, id: TreeId, name: Attr, value: Option<S>) {
        let attrs = &mut self.node_mut(id).attrs;
        attrs.retain(|(n, _)| *n != name);
        attrs.extend(value.map(|value| (name, value)));
    }

    /// The raw text of the node and everything in it.
    pub fn text(&self, id: TreeId) -> String {
        let mut text = self.node(id).text.to_string();
        self.within(id).for_each(|id| text.push_str(&self.node(id).text));
        text
    }

    /// Whether it is text of nothing but white space.
    pub fn is_blank_text(&self, id: TreeId) -> bool {
        let node = self.node(id);
        node.tag == Tag::Text && node.text.chars().all(char::is_whitespace)
    }

    /// The children but for text of nothing but white space, in order.
    pub fn non_blank_children(&self, id: TreeId) -> impl Iterator<Item = TreeId> + '_ {
        self.children(id).filter(|&child| !self.is_blank_text(child))
    }

    /// The first text in it that is more than white space.
    pub fn first_text(&self, id: TreeId) -> Option<TreeId> {
        self.within(id).find(|&id| self.tag(id) == Tag::Text && !self.is_blank_text(id))
    }

    /// Whether there is no text in it but white space.
    pub fn is_blank(&self, id: TreeId) -> bool {
        let has_text = |id: TreeId| !self.node(id).text.chars().all(char::is_whitespace);
        !has_text(id) && !self.within(id).any(has_text)
    }
}

impl Tree {
    /// Makes an element outside the tree, to be put into it.
    pub fn element(&mut self, tag: Tag, attrs: Vec<(Attr, String)>) -> TreeId {
        self.make(tag, attrs, String::new(), None)
    }

    /// Makes a text node outside the tree, to be put into it.
    pub fn text_node(&mut self, text: String) -> TreeId {
        self.make(Tag::Text, Vec::new(), text, None)
    }

    /// Adds text to the end of a node's children.
    pub fn append_text(&mut self, parent: TreeId, text: impl Into<String>) {
        let text = self.text_node(text.into());
        self.append(parent, text);
    }

    /// Makes a node outside the tree that stands for one of the page.
    pub fn copied(&mut self, tag: Tag, text: String, source: NodeId) -> TreeId {
        self.make(tag, Vec::new(), text, Some(source))
    }

    /// The element's inline style.
    pub fn style(&self, id: TreeId) -> InlineStyle {
        self.attr(id, Attr::Style).map(InlineStyle::of).unwrap_or_default()
    }

    /// Whether lines break before and after the element: block-level HTML, or a formula on a line of its own.
    pub fn is_block_level(&self, id: TreeId) -> bool {
        let tag = self.tag(id);
        tag.is_block() || tag == Tag::Math && self.attr(id, Attr::Display) == Some("block")
    }

    /// The kind of callout that an `aside` is.
    pub fn callout(&self, id: TreeId) -> Option<&str> {
        self.attr(id, Attr::Class).filter(|_| self.tag(id) == Tag::Aside).and_then(callout_kind)
    }

    /// Whether it is the card that stands for something embedded: its label names that, and is no part of the text.
    pub fn is_card(&self, id: TreeId) -> bool {
        self.tag(id) == Tag::Figure && self.attr(id, Attr::Class) == Some(CARD)
    }
}

/// A node's children, from both ends.
#[derive(Debug)]
pub struct Children<'t, S = String> {
    tree: &'t Tree<S>,
    /// The first and the last that are still to come.
    ends: Option<(TreeId, TreeId)>,
}

impl<S> Iterator for Children<'_, S> {
    type Item = TreeId;

    fn next(&mut self) -> Option<TreeId> {
        let (first, last) = self.ends?;
        self.ends = self.tree.next_sibling(first).filter(|_| first != last).map(|next| (next, last));
        Some(first)
    }
}

impl<S> DoubleEndedIterator for Children<'_, S> {
    fn next_back(&mut self) -> Option<TreeId> {
        let (first, last) = self.ends?;
        self.ends = self.tree.previous_sibling(last).filter(|_| first != last).map(|previous| (first, previous));
        Some(last)
    }
}

/// Everything in a node, in document order.
#[derive(Debug)]
pub struct Within<'t, S = String> {
    tree: &'t Tree<S>,
    top: TreeId,
    next: Option<TreeId>,
}

impl<S> Iterator for Within<'_, S> {
    type Item = TreeId;

    fn next(&mut self) -> Option<TreeId> {
        let id = self.next?;
        let (mut at, mut node) = (id, self.tree.node(id));
        self.next = node.first;
        while self.next.is_none() && at != self.top {
            self.next = node.next;
            let Some(parent) = node.parent else { break };
            (at, node) = (parent, self.tree.node(parent));
        }
        Some(id)
    }
}

#[cfg(test)]
mod tests;
