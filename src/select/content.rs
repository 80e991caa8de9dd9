//! What is content so far, seen as a tree of its own: rules about parts look at nothing else.

use crate::dom::{Attr, Document, Elements, NodeId, NodeMap, Tag};
use crate::words::Count;

/// The nodes of a page that are content.
#[derive(Clone, Copy)]
pub(super) struct Content<'a> {
    page: &'a Document,
    nodes: &'a NodeMap<bool>,
}

impl<'a> Content<'a> {
    pub(super) fn new(page: &'a Document, nodes: &'a NodeMap<bool>) -> Content<'a> {
        Content { page, nodes }
    }

    /// Everything in the element, in document order.
    pub(super) fn descendants(self, id: NodeId) -> impl Iterator<Item = NodeId> + use<'a> {
        let Content { page, nodes } = self;
        let (mut next, end) = (id.plus(1), page.end(id));
        std::iter::from_fn(move || {
            while next < end && !nodes[next] {
                next = page.end(next);
            }
            let found = (next < end).then_some(next);
            next = next.plus(1);
            found
        })
    }

    /// Whether it is text of nothing but white space.
    pub(super) fn is_blank_text(self, id: NodeId) -> bool {
        self.page.is_blank_text(id)
    }

    /// Whether it is text with a word in it.
    pub(super) fn has_words(self, id: NodeId) -> bool {
        self.page.is_text(id) && Count::of(self.page.text(id)).words > 0
    }
}

impl Elements for Content<'_> {
    type Id = NodeId;

    fn tag(&self, id: NodeId) -> Tag {
        self.page.tag(id)
    }

    fn parent(&self, id: NodeId) -> NodeId {
        self.page.parent(id)
    }

    fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        self.page.ancestors(id)
    }

    fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        self.page.children(id).filter(|&child| self.nodes[child])
    }

    fn attr(&self, id: NodeId, name: Attr) -> Option<&str> {
        self.page.attr(id, name)
    }

    fn attributes(&self, id: NodeId) -> impl Iterator<Item = (Attr, &str)> {
        self.page.attributes(id)
    }

    fn text(&self, id: NodeId) -> String {
        let mut text = String::new();
        for id in std::iter::once(id).chain(self.descendants(id)).filter(|&id| self.page.is_text(id)) {
            text.push_str(self.page.text(id));
        }
        text
    }
}
