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
    steps: Vec<Visit>,
}

impl<'t> Walk<'t> {
    pub(crate) fn new(tree: &'t Tree) -> Self {
        Walk::within(tree, TreeId::ROOT)
    }

    /// A walk through what is in the node, without the node.
    pub(crate) fn within(tree: &'t Tree, id: TreeId) -> Self {
        Walk { tree, steps: tree.children(id).rev().map(Visit::Open).collect() }
    }

    /// Leaves out what is in the element just opened: its close comes next.
    pub(crate) fn skip_children(&mut self) {
        while let Some(Visit::Open(_)) = self.steps.last() {
            self.steps.pop();
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = Visit;

    fn next(&mut self) -> Option<Visit> {
        let step = self.steps.pop()?;
        if let Visit::Open(id) = step
            && self.tree.tag(id) != Tag::Text
        {
            self.steps.push(Visit::Close(id));
            self.steps.extend(self.tree.children(id).rev().map(Visit::Open));
        }
        Some(step)
    }
}
