//! Parts of a page that React sends when they are ready, after the rest, for a script to put in their places.
//!
//! The place is `<template id="B:1">` or `<template id="P:1">`; what belongs there follows as `<div hidden id="S:1">`.

use std::collections::HashMap;

use html5ever::tendril::StrTendril;

use super::sink::{ParsedTree, attribute};
use crate::dom::{Attr, Tag, TreeId};

/// What comes later, by number; `None` once it is in its place.
#[derive(Default)]
pub(super) struct Streamed(Option<HashMap<String, Option<TreeId>>>);

impl Streamed {
    /// What belongs in the place of the template of these attributes. Nothing is given twice.
    pub(super) fn take(&mut self, tree: &ParsedTree, template: &[(Attr, StrTendril)]) -> Option<TreeId> {
        let id = attribute(template, Attr::Id)?;
        let number = id.strip_prefix("B:").or_else(|| id.strip_prefix("P:"))?;
        self.0.get_or_insert_with(|| segments(tree)).get_mut(number)?.take()
    }

    /// Whether the element of these attributes is in its place already. One that is not by the time its own turn comes
    /// stays where it is.
    pub(super) fn has_moved(&mut self, attrs: &[(Attr, StrTendril)]) -> bool {
        let Some(segments) = &mut self.0 else { return false };
        number(attrs).and_then(|number| segments.get_mut(number)).is_some_and(|segment| segment.take().is_none())
    }
}

fn segments(tree: &ParsedTree) -> HashMap<String, Option<TreeId>> {
    let mut segments = HashMap::new();
    let mut open = vec![TreeId::ROOT];
    while let Some(id) = open.pop() {
        if let Some(number) = number(&tree.node(id).attrs) {
            segments.entry(number.to_owned()).or_insert(Some(id));
        }
        if tree.tag(id) != Tag::Template {
            open.extend(tree.children(id).rev());
        }
    }
    segments
}

/// The number of what comes later, if this is such.
fn number(attrs: &[(Attr, StrTendril)]) -> Option<&str> {
    attribute(attrs, Attr::Hidden)?;
    attribute(attrs, Attr::Id)?.strip_prefix("S:")
}
