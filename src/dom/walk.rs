//! Walks through a tree without recursion.

use super::{Tag, Tree, TreeId};

/// What a walk through a tree comes to. Text opens only.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Visit {
    Open(TreeId),
    Close(TreeId),
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
        Walk { tree, top, next: tree.first_child(top).map(Visit::Open) }
    }

    /// Leaves out what is in the element just opened: its close comes next.
    pub(crate) fn skip_children(&mut self) {
        if let Some(Visit::Open(child)) = self.next {
            self.next = self.closing(self.tree.parent(child));
        }
    }

    fn closing(&self, id: TreeId) -> Option<Visit> {
        (id != self.top).then_some(Visit::Close(id))
    }
}

impl Iterator for Walk<'_> {
    type Item = Visit;

    fn next(&mut self) -> Option<Visit> {
        let visit = self.next?;
        self.next = match visit {
            Visit::Open(id) if self.tree.tag(id) != Tag::Text => {
                self.tree.first_child(id).map_or(Some(Visit::Close(id)), |child| Some(Visit::Open(child)))
            }
            Visit::Open(id) | Visit::Close(id) => match self.tree.next_sibling(id) {
                Some(next) => Some(Visit::Open(next)),
                None => self.closing(self.tree.parent(id)),
            },
        };
        Some(visit)
    }
}
