//! [`Blocks`] → the probability that each block is main content.
//!
//! A scorer is any function from a block's features to a probability; [`SCORER`] names the one in use.

mod features;
mod linear;

use features::{Context, Values};

use crate::blocks::Blocks;
use crate::document::Document;

/// From a block's features, in the order of [`FEATURES`], to the probability that it is main content.
pub type Scorer = fn(&Values) -> f32;

/// The scorer in use.
pub const SCORER: Scorer = linear::probability;

/// The probability of each block, in order, 0 to 1.
pub fn score(page: &Document, blocks: &Blocks, title: Option<&str>, scorer: Scorer) -> Vec<f32> {
    let context = Context::new(page, blocks, title);
    (0..blocks.list.len()).map(|block| scorer(&context.values(block))).collect()
}
