//! In which list, table, figure and the like each element lies.

use crate::dom::code_box::is_code_box;
use crate::dom::{Document, NodeId, NodeMap, Tag};

/// The elements of each kind that an element lies in; it may itself be one.
#[derive(Debug, Clone, Copy)]
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
    const NOTHING: Enclosing = Enclosing {
        list: None,
        item: None,
        group: None,
        group_or_pre: None,
        figure: None,
        heading: None,
        noscript: None,
        table: None,
        code_box: None,
        part: None,
        in_nav: false,
        in_code: false,
        in_edge_part: false,
    };

    /// What encloses an element that lies here, where that is more than what encloses its parent.
    fn inner(&self, page: &Document, id: NodeId, tag: Tag) -> Option<Enclosing> {
        use Tag::*;
        let is_one = matches!(tag, P | Li | Ul | Ol | Dl | Table | Pre | Code | Figure | Figcaption | Noscript | Nav)
            || matches!(tag, H1 | H2 | H3 | H4 | H5 | H6 | Blockquote | Details);
        let is_code_box = self.code_box.is_none() && is_code_box(page, id);
        (is_one || is_code_box).then(|| self.with(id, tag, is_code_box))
    }

    fn with(self, id: NodeId, tag: Tag, is_code_box: bool) -> Enclosing {
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
        inner.code_box = inner.code_box.or(Some(id).filter(|_| is_code_box));
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
        EnclosingIndex { list: vec![Enclosing::NOTHING], of: NodeMap::new(page, 0) }
    }

    /// Adds an element whose parent is there.
    pub(super) fn add(&mut self, page: &Document, id: NodeId, tag: Tag) {
        let parent = page.parent(id);
        self.of[id] = match self.get(parent).inner(page, id, tag) {
            None => self.of[parent],
            Some(inner) => {
                self.list.push(inner);
                self.list.len() as u32 - 1
            }
        };
    }

    pub(super) fn get(&self, id: NodeId) -> &Enclosing {
        self.list.get(self.of[id] as usize).unwrap_or(&Enclosing::NOTHING)
    }
}
