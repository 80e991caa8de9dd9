//! Notes, however the page sets them, become one list at the end, tied to their references both ways.
//!
//! `<p>a<a href="#n1">[1]</a></p><p id="n1">[1] b</p>` → `<p>a<sup><a href="#recto-fn-1" …>1</a></sup></p>` and
//! `<section role="doc-endnotes"><ol><li id="recto-fn-1"><p>b <a href="#recto-fnref-1" …>↩</a></p></li></ol></section>`

mod references;
mod separators;
mod write;

pub(super) use write::apply;
