//! A side array over the distinct values of a document's naming attributes.

use std::ops::{Index, IndexMut};

use super::Document;
use super::values::ValueId;

/// Something about each value of a document's naming attributes: what depends on more than the lexicon.
#[derive(Debug, Clone)]
pub struct ValueMap<T>(Vec<T>);

impl<T: Clone> ValueMap<T> {
    /// The same for every value.
    pub fn new(document: &Document, value: T) -> Self {
        ValueMap(vec![value; document.value_count()])
    }
}

impl<T> Index<ValueId> for ValueMap<T> {
    type Output = T;

    #[expect(clippy::indexing_slicing, reason = "made for every value of the document the id is of")]
    fn index(&self, id: ValueId) -> &T {
        &self.0[id.index()]
    }
}

impl<T> IndexMut<ValueId> for ValueMap<T> {
    #[expect(clippy::indexing_slicing, reason = "made for every value of the document the id is of")]
    fn index_mut(&mut self, id: ValueId) -> &mut T {
        &mut self.0[id.index()]
    }
}
