//! In which list, table, figure and the like each element lies.

use crate::dom::code_box::is_code_box;
use crate::dom::{Document, NodeId, NodeMap, Tag};

/// The elements of each kind that an element lies in; it may itself be one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Enclosing {
    /// The closest `ul` or `ol`.
    pub list: Option<NodeId>,
    /// The closest `li`.
    pub item: Option<NodeId>,
    /// The closest list or table.
    pub group: Option<NodeId>,
    /// The closest list, table or `pre`.
    pub group_or_pre: Option<NodeId>,
    /// The closest `figure`.
    pub figure: Option<NodeId>,
    /// The closest heading.
    pub heading: Option<NodeId>,
    /// The closest `noscript`.
    pub noscript: Option<NodeId>,
    /// The outermost table.
    pub table: Option<NodeId>,
    /// The outermost element that holds code to the byte.
    pub code_box: Option<NodeId>,
    /// The outermost paragraph, quote, list or the like.
    pub part: Option<NodeId>,
    /// Whether it lies in `nav`.
    pub in_nav: bool,
    /// Whether it lies in `pre` or `code`.
    pub in_code: bool,
    /// Whether it lies in what may stand at the edge of a text: a list, table, figure, quote.
    pub in_edge_part: bool,
}

impl Enclosing {
    /// What encloses an element that lies here.
    fn inner(self, page: &Document, id: NodeId, tag: Tag) -> Enclosing {
        use Tag::*;
        let mut inner = self;
        match tag {
            Ul | Ol | Dl | Table | Pre => {
                inner.group_or_pre = Some(id);
                inner.group = if tag == Pre { inner.group } else { Some(id) };
                inner.list = if matches!(tag, Ul | Ol) { Some(id) } else { inner.list };
                inner.table = inner.table.or(Some(id).filter(|_| tag == Table));
            }
            Li => inner.item = Some(id),
            Figure => inner.figure = Some(id),
            Noscript => inner.noscript = Some(id),
            Nav => inner.in_nav = true,
            H1 | H2 | H3 | H4 | H5 | H6 => inner.heading = Some(id),
            _ => {}
        }
        inner.in_code |= matches!(tag, Pre | Code);
        inner.in_edge_part |= matches!(tag, Ul | Ol | Dl | Table | Pre | Figure | Blockquote | Figcaption | Details);
        inner.part = inner.part.or(Some(id).filter(|_| matches!(tag, P | Blockquote | Ul | Ol | Dl | Pre | Figure)));
        inner.code_box = inner.code_box.or_else(|| is_code_box(page, id).then_some(id));
        inner
    }
}

/// What encloses each element, filled as the page is walked.
#[derive(Debug)]
pub(super) struct EnclosingIndex {
    /// Each once: most elements add nothing to what encloses them.
    list: Vec<Enclosing>,
    of: NodeMap<u32>,
}

impl EnclosingIndex {
    pub(super) fn new(page: &Document) -> EnclosingIndex {
        EnclosingIndex { list: vec![Enclosing::default()], of: NodeMap::new(page, 0) }
    }

    /// Adds an element whose parent is there.
    pub(super) fn add(&mut self, page: &Document, id: NodeId, tag: Tag) {
        let around = self.of[page.parent(id)];
        let outer = self.list.get(around as usize).copied().unwrap_or_default();
        let inner = outer.inner(page, id, tag);
        self.of[id] = if inner == outer {
            around
        } else {
            self.list.push(inner);
            self.list.len() as u32 - 1
        };
    }

    pub(super) fn get(&self, id: NodeId) -> Enclosing {
        self.list.get(self.of[id] as usize).copied().unwrap_or_default()
    }
}
