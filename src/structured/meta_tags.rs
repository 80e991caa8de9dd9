//! `meta` elements.

use crate::dom::{Attr, Document, NodeId};

/// More `meta` elements than this are not read. No page of the corpora has a tenth of it.
const MAX_TAGS: usize = 3000;

/// The longest name that is read, in bytes. The longest that a source asks for has 30.
const MAX_NAME: usize = 80;

/// The longest content that is read, in bytes. Chosen by hand: some pages have their whole text in a description.
const MAX_CONTENT: usize = 100_000;

/// A `meta` element with a name and a content.
#[derive(Debug)]
pub(crate) struct MetaTag {
    pub(crate) node: NodeId,
    /// Its `property`, `name`, `itemprop` or `http-equiv`, in lower case.
    pub(crate) name: String,
    pub(crate) content: String,
}

/// A page's `meta` elements, in document order.
#[derive(Debug, Default)]
pub(crate) struct MetaTags(Vec<MetaTag>);

impl MetaTags {
    pub(super) fn read(&mut self, page: &Document, id: NodeId) {
        let attr = |name| page.attr(id, name);
        let name = attr(Attr::Property).or(attr(Attr::Name)).or(attr(Attr::Itemprop)).or(attr(Attr::HttpEquiv));
        let (Some(name), Some(content)) = (name, attr(Attr::Content)) else { return };
        if name.len() < MAX_NAME && !content.trim().is_empty() && self.0.len() < MAX_TAGS {
            let content = content.get(..content.floor_char_boundary(MAX_CONTENT)).unwrap_or(content);
            self.0.push(MetaTag { node: id, name: name.trim().to_ascii_lowercase(), content: content.to_string() });
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &MetaTag> {
        self.0.iter()
    }

    /// The contents of all elements of that name.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |meta| meta.name == name).map(|meta| &*meta.content)
    }

    /// The first content of that name.
    pub(crate) fn content(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }
}
