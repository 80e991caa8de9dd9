//! The roles (`role="doc-…"`) that tell the parts of notes apart, in cleaned trees as in the content.

use super::{Attr, Tree, TreeId};

/// A link in the text to a note.
pub(crate) const REFERENCE: &str = "doc-noteref";
/// A link from a note back to the text.
pub(crate) const BACK_LINK: &str = "doc-backlink";
/// The list of notes at the end.
pub(crate) const LIST: &str = "doc-endnotes";
/// A note; only while rules are at work.
pub(crate) const NOTE: &str = "doc-endnote";

/// The text of an element without the labels of references to notes.
pub(crate) fn text_without_references(tree: &Tree, id: TreeId) -> String {
    let is_label = |id: TreeId| tree.attr(tree.parent(id), Attr::Role) == Some(REFERENCE);
    tree.within(id).filter(|&id| !is_label(id)).map(|id| tree.node(id).text.as_str()).collect()
}
