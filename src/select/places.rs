//! In which list, table, figure and the like each element lies: one walk over the page for all rules.

use crate::dom::code_box::is_code_box;
use crate::dom::{Document, NodeId, NodeMap, Tag};

/// What an element is, or lies in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The closest `ul` or `ol`.
    pub(super) list: Option<NodeId>,
    /// The closest `li`.
    pub(super) item: Option<NodeId>,
    /// The closest list or table.
    pub(super) group: Option<NodeId>,
    /// The closest list, table or `pre`.
    pub(super) group_or_pre: Option<NodeId>,
    /// The closest `figure`.
    pub(super) figure: Option<NodeId>,
    /// The closest `noscript`.
    pub(super) noscript: Option<NodeId>,
    /// The outermost table.
    pub(super) table: Option<NodeId>,
    /// The outermost element that holds code to the byte.
    pub(super) code_box: Option<NodeId>,
    /// The outermost paragraph, quote, list or the like.
    pub(super) part: Option<NodeId>,
    pub(super) in_heading: bool,
    pub(super) in_nav: bool,
    /// Whether it is in `pre` or `code`.
    pub(super) in_code: bool,
    /// Whether it is in something that may stand at the edge of a text: a list, table, figure, quote.
    pub(super) in_edge_part: bool,
}

impl Place {
    /// The place of an element that lies here.
    fn inner(self, page: &Document, id: NodeId, tag: Tag) -> Place {
        use Tag::*;
        let mut place = self;
        match tag {
            Ul | Ol | Dl | Table | Pre => {
                place.group_or_pre = Some(id);
                place.group = if tag == Pre { place.group } else { Some(id) };
                place.list = if matches!(tag, Ul | Ol) { Some(id) } else { place.list };
                place.table = place.table.or(Some(id).filter(|_| tag == Table));
            }
            Li => place.item = Some(id),
            Figure => place.figure = Some(id),
            Noscript => place.noscript = Some(id),
            Nav => place.in_nav = true,
            H1 | H2 | H3 | H4 | H5 | H6 => place.in_heading = true,
            _ => {}
        }
        place.in_code |= matches!(tag, Pre | Code);
        place.in_edge_part |= matches!(tag, Ul | Ol | Dl | Table | Pre | Figure | Blockquote | Figcaption | Details);
        place.part = place.part.or(Some(id).filter(|_| matches!(tag, P | Blockquote | Ul | Ol | Dl | Pre | Figure)));
        place.code_box = place.code_box.or_else(|| is_code_box(page, id).then_some(id));
        place
    }
}

/// The place of each element of a page.
#[derive(Debug)]
pub(super) struct Places {
    list: Vec<Place>,
    of: NodeMap<u32>,
}

impl Places {
    pub(super) fn of(page: &Document) -> Places {
        let mut places = Places { list: vec![Place::default()], of: NodeMap::new(page, 0) };
        for id in page.subtree(page.body()) {
            let around = places.of[page.parent(id)];
            let tag = page.tag(id);
            places.of[id] = around;
            if tag == Tag::Text {
                continue;
            }
            let outer = places.list.get(around as usize).copied().unwrap_or_default();
            let place = outer.inner(page, id, tag);
            if place != outer {
                places.of[id] = places.list.len() as u32;
                places.list.push(place);
            }
        }
        places
    }

    /// Where the element lies, itself counted.
    pub(super) fn of_element(&self, id: NodeId) -> Place {
        self.list.get(self.of[id] as usize).copied().unwrap_or_default()
    }
}
