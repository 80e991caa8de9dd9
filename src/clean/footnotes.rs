//! Notes, however the page sets them, become one list at the end, tied to their references both ways.
//!
//! `<p>a<a href="#n1">[1]</a></p><p id="n1">[1] b</p>` → `<p>a<sup><a href="#recto-fn-1" …>1</a></sup></p>` and
//! `<section role="doc-endnotes"><ol><li id="recto-fn-1"><p>b <a href="#recto-fnref-1" …>↩</a></p></li></ol></section>`

mod orphans;
mod references;
mod separators;
mod write;

use crate::dom::{Attr, Tree, TreeId};

pub(super) use orphans::prune_orphan_notes;
pub(super) use write::apply;

/// The roles that tell the parts of notes apart, in the tree as in the content.
pub(crate) const REFERENCE: &str = "doc-noteref";
pub(crate) const BACK_LINK: &str = "doc-backlink";
pub(crate) const LIST: &str = "doc-endnotes";
/// While rules are at work, each note says that it is one.
pub(super) const NOTE: &str = "doc-endnote";

/// The text of an element without the labels of references to notes.
pub(crate) fn text_without_references(tree: &Tree, id: TreeId) -> String {
    let is_label = |id: TreeId| tree.attr(tree.parent(id), Attr::Role) == Some(REFERENCE);
    tree.descendants(id).into_iter().filter(|&id| !is_label(id)).map(|id| tree.node(id).text.as_str()).collect()
}
