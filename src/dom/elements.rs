//! What a page and the tree made of it have in common.

use super::{Attr, Document, NodeId, Tag, Tree, TreeId};

/// A tree of elements, so that the same question can be asked of an element of the page and of its copy.
pub trait Elements {
    /// What names a node.
    type Id: Copy + Eq;

    /// The element's name, or [`Tag::Text`].
    fn tag(&self, id: Self::Id) -> Tag;

    /// The parent; the root is its own.
    fn parent(&self, id: Self::Id) -> Self::Id;

    /// The parent, its parent and so on up to the root.
    fn ancestors(&self, id: Self::Id) -> impl Iterator<Item = Self::Id>;

    /// The children, in order.
    fn children(&self, id: Self::Id) -> impl Iterator<Item = Self::Id>;

    /// The attribute's value.
    fn attr(&self, id: Self::Id, name: Attr) -> Option<&str>;

    /// All attributes, in source order.
    fn attributes(&self, id: Self::Id) -> impl Iterator<Item = (Attr, &str)>;

    /// The raw text of the node and everything in it.
    fn text(&self, id: Self::Id) -> String;

    /// Everything in the element, in document order, if it is at most `most` nodes: so that a look into many elements
    /// stays cheap.
    fn descendants_up_to(&self, id: Self::Id, most: usize) -> Option<Vec<Self::Id>> {
        let mut found = Vec::new();
        let mut next: Vec<Self::Id> = self.children(id).collect();
        next.reverse();
        while let Some(id) = next.pop() {
            if found.len() == most {
                return None;
            }
            found.push(id);
            let known = next.len();
            next.extend(self.children(id));
            next.get_mut(known..)?.reverse();
        }
        Some(found)
    }
}

impl Elements for Document {
    type Id = NodeId;

    fn tag(&self, id: NodeId) -> Tag {
        self.tag(id)
    }

    fn parent(&self, id: NodeId) -> NodeId {
        self.parent(id)
    }

    fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        self.ancestors(id)
    }

    fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        self.children(id)
    }

    fn attr(&self, id: NodeId, name: Attr) -> Option<&str> {
        self.attr(id, name)
    }

    fn attributes(&self, id: NodeId) -> impl Iterator<Item = (Attr, &str)> {
        self.attributes(id)
    }

    fn text(&self, id: NodeId) -> String {
        self.text(id).to_string()
    }
}

impl Elements for Tree {
    type Id = TreeId;

    fn tag(&self, id: TreeId) -> Tag {
        self.tag(id)
    }

    fn parent(&self, id: TreeId) -> TreeId {
        self.parent(id)
    }

    fn ancestors(&self, id: TreeId) -> impl Iterator<Item = TreeId> {
        self.ancestors(id)
    }

    fn children(&self, id: TreeId) -> impl Iterator<Item = TreeId> {
        self.children(id)
    }

    fn attr(&self, id: TreeId, name: Attr) -> Option<&str> {
        self.attr(id, name)
    }

    fn attributes(&self, id: TreeId) -> impl Iterator<Item = (Attr, &str)> {
        self.node(id).attrs.iter().map(|(name, value)| (*name, value.as_str()))
    }

    fn text(&self, id: TreeId) -> String {
        self.text(id)
    }
}
