//! The tree that html5ever builds. Its nodes lie in one list and know each other by number: so none is allocated by
//! itself, and each can be moved, taken out and dropped in the same time, however the page is nested.

use std::num::NonZeroU32;

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace};

/// A node's number, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Id(NonZeroU32);

impl Id {
    /// The document, which every tree has.
    pub(super) const DOCUMENT: Id = Id(NonZeroU32::MIN);
}

#[derive(Debug)]
pub(super) struct Node {
    parent: Option<Id>,
    before: Option<Id>,
    after: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    pub(super) data: Data,
}

#[derive(Debug)]
pub(super) enum Data {
    /// The document, or what a template holds.
    Document,
    Element(Element),
    Text(StrTendril),
    /// A comment or an instruction, which nobody asks for.
    Nothing,
}

#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: Name,
    pub(super) attrs: Vec<Attribute>,
    /// What it holds if it is a template.
    pub(super) template: Option<Id>,
    pub(super) is_integration_point: bool,
}

/// An element's name.
#[derive(Debug, Clone, Default)]
pub(super) struct Name {
    pub(super) ns: Namespace,
    pub(super) local: LocalName,
}

#[derive(Debug)]
pub(super) struct Tree(Vec<Node>);

impl Tree {
    pub(super) fn new() -> Tree {
        let mut tree = Tree(Vec::new());
        tree.add(Data::Document);
        tree
    }

    /// The number of nodes, wherever they are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Makes a node that is nowhere yet.
    pub(super) fn add(&mut self, data: Data) -> Id {
        let id = Id(NonZeroU32::MIN.saturating_add(self.0.len() as u32));
        self.0.push(Node { parent: None, before: None, after: None, first: None, last: None, data });
        id
    }

    #[expect(clippy::indexing_slicing, reason = "ids come from this tree only, and nodes are never freed")]
    pub(super) fn node(&self, id: Id) -> &Node {
        &self.0[id.0.get() as usize - 1]
    }

    #[expect(clippy::indexing_slicing, reason = "ids come from this tree only, and nodes are never freed")]
    fn node_mut(&mut self, id: Id) -> &mut Node {
        &mut self.0[id.0.get() as usize - 1]
    }

    pub(super) fn data_mut(&mut self, id: Id) -> &mut Data {
        &mut self.node_mut(id).data
    }

    pub(super) fn element(&self, id: Id) -> Option<&Element> {
        match &self.node(id).data {
            Data::Element(element) => Some(element),
            _ => None,
        }
    }

    pub(super) fn element_mut(&mut self, id: Id) -> Option<&mut Element> {
        match self.data_mut(id) {
            Data::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The text that the node is, to be added to.
    pub(super) fn text_mut(&mut self, id: Id) -> Option<&mut StrTendril> {
        match self.data_mut(id) {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        self.node(id).parent
    }

    /// The sibling right before.
    pub(super) fn before(&self, id: Id) -> Option<Id> {
        self.node(id).before
    }

    pub(super) fn last_child(&self, id: Id) -> Option<Id> {
        self.node(id).last
    }

    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.node(id).first, |&child| self.node(child).after)
    }

    /// The children, the last first.
    pub(super) fn children_backwards(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.node(id).last, |&child| self.node(child).before)
    }

    /// Moves a node to the end of the parent's children.
    pub(super) fn append(&mut self, parent: Id, id: Id) {
        self.detach(id);
        self.put(id, parent, self.node(parent).last, None);
    }

    /// Moves a node to right before a sibling, if that has a parent.
    pub(super) fn insert_before(&mut self, sibling: Id, id: Id) {
        self.detach(id);
        if let Some(parent) = self.node(sibling).parent {
            self.put(id, parent, self.node(sibling).before, Some(sibling));
        }
    }

    /// Takes a node out of its parent, with all that is in it.
    pub(super) fn detach(&mut self, id: Id) {
        let node = self.node_mut(id);
        let (Some(parent), before, after) = (node.parent.take(), node.before.take(), node.after.take()) else { return };
        match before {
            Some(before) => self.node_mut(before).after = after,
            None => self.node_mut(parent).first = after,
        }
        match after {
            Some(after) => self.node_mut(after).before = before,
            None => self.node_mut(parent).last = before,
        }
    }

    /// Moves all children of a node to the end of another's.
    pub(super) fn move_children(&mut self, from: Id, to: Id) {
        while let Some(child) = self.node(from).first {
            self.append(to, child);
        }
    }

    fn put(&mut self, id: Id, parent: Id, before: Option<Id>, after: Option<Id>) {
        let node = self.node_mut(id);
        (node.parent, node.before, node.after) = (Some(parent), before, after);
        match before {
            Some(before) => self.node_mut(before).after = Some(id),
            None => self.node_mut(parent).first = Some(id),
        }
        match after {
            Some(after) => self.node_mut(after).before = Some(id),
            None => self.node_mut(parent).last = Some(id),
        }
    }
}
