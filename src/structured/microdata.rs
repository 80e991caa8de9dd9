//! Microdata (`itemscope`, `itemprop`) and RDFa's `property` outside `meta`.

use std::collections::HashSet;

use crate::dom::{Attr, Document, NodeId, Tag};

/// More items, and more properties, than this are not read. Hostile pages have them.
const MAX_ITEMS: usize = 3000;

/// An element with `itemscope`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item {
    pub(crate) node: NodeId,
    /// Whether it is the first of its type, or the value of a property of such an item: others are one of several
    /// parts of the page.
    pub(crate) is_first: bool,
}

impl Item {
    /// The name of its type, without the address of the vocabulary.
    pub(crate) fn kind<'p>(&self, page: &'p Document) -> &'p str {
        kind(page, self.node)
    }
}

/// An element with `itemprop` or `property`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Property {
    pub(crate) node: NodeId,
    /// The item it belongs to, as its place in [`Microdata::items`].
    pub(crate) item: Option<usize>,
}

impl Property {
    /// The names of the property, with spaces between them.
    pub(crate) fn names<'p>(&self, page: &'p Document) -> &'p str {
        page.attr(self.node, Attr::Itemprop).or_else(|| page.attr(self.node, Attr::Property)).unwrap_or_default()
    }
}

/// The items and properties of a page, in document order.
#[derive(Debug, Default)]
pub(crate) struct Microdata {
    pub(crate) items: Vec<Item>,
    pub(crate) properties: Vec<Property>,
    /// Elements with `itemtype`: most of them, yet not all, are items.
    typed: Vec<NodeId>,
}

impl Microdata {
    /// The types that elements say they are of, without the address of the vocabulary.
    pub(crate) fn types<'p>(&self, page: &'p Document) -> impl Iterator<Item = &'p str> {
        self.typed.iter().map(|&id| kind(page, id))
    }
}

fn kind(page: &Document, id: NodeId) -> &str {
    let kind = page.attr(id, Attr::Itemtype).unwrap_or_default();
    kind.trim().rsplit(['/', '#']).next().unwrap_or_default()
}

/// Reads microdata, element by element.
#[derive(Default)]
pub(super) struct MicrodataReader<'p> {
    pub(super) microdata: Microdata,
    /// The items around, as places in [`Microdata::items`].
    open: Vec<usize>,
    types: HashSet<&'p str>,
}

impl<'p> MicrodataReader<'p> {
    pub(super) fn read(&mut self, page: &'p Document, id: NodeId) {
        let (mut is_item, mut is_property, mut kind) = (false, false, None);
        for (name, value) in page.attributes(id) {
            match name {
                Attr::Itemscope => is_item = true,
                Attr::Itemprop => is_property = true,
                Attr::Property => is_property |= page.tag(id) != Tag::Meta,
                Attr::Itemtype => kind = Some(value),
                _ => {}
            }
        }
        if kind.is_some() && self.microdata.typed.len() < MAX_ITEMS {
            self.microdata.typed.push(id);
        }
        if !is_item && !is_property {
            return;
        }
        let Microdata { items, properties, .. } = &mut self.microdata;
        while self.open.last().and_then(|&item| items.get(item)).is_some_and(|item| page.end(item.node) <= id) {
            self.open.pop();
        }
        let around = self.open.last().copied();
        if is_property && properties.len() < MAX_ITEMS {
            properties.push(Property { node: id, item: around });
        }
        if is_item && items.len() < MAX_ITEMS {
            let is_first = match around.and_then(|item| items.get(item)) {
                Some(outer) if is_property => outer.is_first,
                _ => self.types.insert(kind.unwrap_or_default()),
            };
            self.open.push(items.len());
            items.push(Item { node: id, is_first });
        }
    }
}
