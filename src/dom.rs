//! The tree, and what can be told of an element by itself. Nothing here imports from a stage.
//!
//! There are two shapes. A [`Tree`] is an arena of linked nodes, which can change: the parser builds one, cleaning works
//! on one, and what comes out safe is one. A [`Document`] is a page as all that judge it read it: its nodes in document
//! order in flat arrays, frozen, so that a subtree is a range and what is found out about nodes stands in arrays beside.
//!
//! # Why not markup5ever_rcdom
//!
//! html5ever's own tree allocates each node by itself and counts references to it, clones subtrees by recursion, and is
//! made for html5ever's tests: its authors advise against it elsewhere. Here a page costs one list of nodes, which are
//! named by number, and moved in the same time however deep they lie. It stays the reference: tests compare the tree that
//! the parser builds with markup5ever_rcdom's (`src/parse/tests/rcdom.rs`).

pub(crate) mod code_box;
mod document;
mod elements;
pub(crate) mod hidden;
mod names;
pub(crate) mod note_roles;
mod style;
mod tree;
mod value_map;
mod values;
mod walk;

pub(crate) use document::{Builder, fold_spaces};
pub use document::{Document, NodeId, NodeMap, NodeRange};
pub use elements::Elements;
pub use names::{Attr, Tag};
pub use style::InlineStyle;
pub(crate) use style::{declarations, is_zero_length};
pub use tree::{CALLOUT, CARD, Tree, TreeId, callout_kind};
pub use value_map::ValueMap;
pub(crate) use walk::{Visit, Walk};
