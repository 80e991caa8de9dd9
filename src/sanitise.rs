//! Cleaned tree → [`SafeContent`], in one pass by an allow-list.
//!
//! The tree that comes out nests as HTML's parser lets elements nest, so that the HTML written of it means to a browser
//! what the tree says: there is no second reading. In tests and in fuzzing, ammonia and html5ever are the oracle: what
//! ammonia makes of that HTML with the same tables, and what html5ever reads in it, must be the same bytes.

mod allow;
mod filter;
mod nesting;
mod targets;

pub(crate) use allow::MAX_ITEM_NUMBER;
#[cfg(test)]
pub(crate) use allow::{GLOBAL, HTML, MATHML};

use crate::dom::Tree;
use crate::trace::Trace;

/// How the trace refers to the allow-list.
pub(crate) const NAME: &str = "allow_list";

/// Content that is safe to show: elements, attributes and addresses of the allow-list. Only [`sanitise`] makes it.
#[derive(Debug, Clone)]
pub(crate) struct SafeContent(Tree);

impl SafeContent {
    /// The content as a tree.
    pub(crate) fn tree(&self) -> &Tree {
        &self.0
    }
}

/// Keeps what the allow-list has. Elements it does not have are unwrapped, their text stays.
pub(crate) fn sanitise(tree: Tree, trace: &mut Trace) -> SafeContent {
    SafeContent(filter::filter(tree, trace))
}

#[cfg(test)]
pub(crate) mod tests;
