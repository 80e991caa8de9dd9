//! JSON-LD scripts.

use serde_json::Value;

use super::json::{self, Object, objects, strings};
use crate::dom::{Attr, Document, NodeId};

/// More scripts than this are not read. No page of the corpora has so many.
const MAX_SCRIPTS: usize = 50;

/// The most values of one property that are read: lists of hostile pages have no end.
const MAX_VALUES: usize = 100;

/// The values in a page's JSON-LD scripts, in document order.
#[derive(Debug, Default)]
pub(crate) struct JsonLd {
    pub(crate) values: Vec<Value>,
}

impl JsonLd {
    pub(super) fn of(page: &Document) -> JsonLd {
        let scripts = page.data_scripts().filter(|&(id, _)| is_json_ld(page, id)).take(MAX_SCRIPTS);
        JsonLd { values: scripts.flat_map(|(_, script)| json::parse(script)).collect() }
    }

    /// The first type of each object, without the address of its vocabulary.
    pub(crate) fn types(&self) -> impl Iterator<Item = &str> {
        self.values.iter().flat_map(objects).filter_map(|object| types(object).next())
    }

    /// All strings with that key.
    pub(crate) fn strings<'s>(&'s self, key: &'s str) -> impl Iterator<Item = &'s str> {
        self.values.iter().flat_map(move |value| strings(value, key))
    }
}

/// Whether a script holds JSON-LD.
pub(super) fn is_json_ld(page: &Document, script: NodeId) -> bool {
    page.attr(script, Attr::Type).is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
}

/// The types of an object, without the address of their vocabulary.
pub(crate) fn types(object: &Object) -> impl Iterator<Item = &str> {
    each(object.get("@type"))
        .filter_map(Value::as_str)
        .map(|kind| kind.rsplit(['/', '#', ':']).next().unwrap_or_default())
}

/// A value, or each value of a list.
pub(crate) fn each(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    match value {
        Some(Value::Array(list)) => list.as_slice(),
        Some(value) => std::slice::from_ref(value),
        None => &[],
    }
    .iter()
    .take(MAX_VALUES)
}
