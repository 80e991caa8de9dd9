//! Walks through a tree without recursion.

use super::{Tag, Tree, TreeId};

/// What a walk through a tree comes to. Text opens only.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Visit {
    Open(TreeId),
    Close(TreeId),
}

impl Visit {
    /// What a walk through what is in `top` begins with.
    pub(crate) fn first(tree: &Tree, top: TreeId) -> Option<Visit> {
        tree.first_child(top).map(Visit::Open)
    }

    /// What the walk comes to after this.
    pub(crate) fn next(self, tree: &Tree, top: TreeId) -> Option<Visit> {
        match self {
            Visit::Open(id) if tree.tag(id) != Tag::Text => Visit::first(tree, id).or(Some(Visit::Close(id))),
            Visit::Open(id) | Visit::Close(id) => match tree.next_sibling(id) {
                Some(next) => Some(Visit::Open(next)),
                None => Some(tree.parent(id)).filter(|&parent| parent != top).map(Visit::Close),
            },
        }
    }
}

/// A walk through everything in a tree, in document order, without the root.
pub(crate) struct Walk<'t> {
    tree: &'t Tree,
    top: TreeId,
    next: Option<Visit>,
}

impl<'t> Walk<'t> {
    pub(crate) fn new(tree: &'t Tree) -> Self {
        Walk::within(tree, TreeId::ROOT)
    }

    /// A walk through what is in the node, without the node.
    pub(crate) fn within(tree: &'t Tree, top: TreeId) -> Self {
        Walk { tree, top, next: Visit::first(tree, top) }
    }

    /// Leaves out what is in the element just opened: its close comes next.
    pub(crate) fn skip_children(&mut self) {
        if let Some(Visit::Open(child)) = self.next {
            self.next = Some(self.tree.parent(child)).filter(|&parent| parent != self.top).map(Visit::Close);
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = Visit;

    fn next(&mut self) -> Option<Visit> {
        let visit = self.next?;
        self.next = visit.next(self.tree, self.top);
        Some(visit)
    }
}
