//! What rules may look at, found once for all of them.

use std::cell::OnceCell;

use crate::address::Address;
use crate::article::PageType;
use crate::blocks::{Block, BlockId, Blocks, Enclosing};
use crate::dom::Document;
use crate::metadata::Metadata;
use crate::notes::Notes;
use crate::score::Scores;

/// A page, and all that is known of it when its content is chosen.
pub struct SelectInput<'a> {
    /// The page.
    pub page: &'a Document,
    /// Its blocks.
    pub blocks: &'a Blocks,
    /// What its links resolve against.
    pub address: &'a Address,
    /// What it says about itself.
    pub metadata: &'a Metadata,
    /// How likely each block is content, and the page of each type; `None` where the whole page is asked for.
    pub(super) scores: Option<&'a Scores>,
    /// From which probability on a block is content by itself.
    pub(super) threshold: f32,
    notes: OnceCell<Notes>,
}

impl<'a> SelectInput<'a> {
    /// A page of which no block is likely yet.
    pub fn of(page: &'a Document, blocks: &'a Blocks, address: &'a Address, metadata: &'a Metadata) -> SelectInput<'a> {
        let notes = OnceCell::new();
        SelectInput { page, blocks, address, metadata, scores: None, threshold: 0.0, notes }
    }

    /// What the scorer makes of the page, and where it is cut.
    pub(super) fn scored(self, scores: &'a Scores, threshold: f32) -> SelectInput<'a> {
        SelectInput { scores: Some(scores), threshold, ..self }
    }

    /// The page's notes.
    pub(super) fn notes(&self) -> &Notes {
        let canonical = self.metadata.article.canonical_url.as_deref();
        self.notes.get_or_init(|| Notes::of(self.page, self.address, canonical))
    }

    /// Gives the notes away.
    pub(super) fn into_notes(self) -> Notes {
        self.notes();
        self.notes.into_inner().unwrap_or_default()
    }

    /// All blocks with their ids.
    pub(super) fn all(&self) -> impl DoubleEndedIterator<Item = (BlockId, &'a Block)> + use<'a> {
        self.blocks.list.iter().enumerate()
    }

    /// How likely the block is content by itself.
    pub(super) fn probability(&self, block: BlockId) -> f32 {
        self.scores.and_then(|scores| scores.probabilities.get(block)).copied().unwrap_or(0.0)
    }

    /// How likely the page is of that type.
    pub(super) fn type_probability(&self, page_type: PageType) -> f32 {
        self.scores.map_or(0.0, |scores| scores.probability(page_type))
    }

    /// What encloses the block.
    pub(super) fn place(&self, block: &Block) -> &'a Enclosing {
        self.blocks.enclosing(block.container)
    }

    /// The block's raw text.
    pub(super) fn text(&self, block: &Block) -> &'a str {
        block.text(self.page)
    }
}
