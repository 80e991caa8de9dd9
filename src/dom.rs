//! The tree, and what can be told of an element by itself. Nothing here imports from a stage.
//!
//! A page is a [`Document`]: its nodes in document order, frozen. What is made of it is a [`Tree`], which can change.

pub(crate) mod code_box;
mod document;
mod elements;
pub(crate) mod hidden;
mod names;
mod tree;
mod walk;

pub(crate) use document::{Builder, fold_spaces};
pub use document::{Document, NodeId, NodeMap, NodeRange};
pub use elements::Elements;
pub use names::{Attr, Tag};
pub use tree::{CARD, Tree, TreeId};
pub(crate) use walk::{Visit, Walk};
