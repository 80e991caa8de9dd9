//! [`Blocks`] → the probability that each block is main content, and the type of page.
//!
//! Two forests, learned from pages (see `weights.bin`'s header): the features of the first are of each block and what is
//! around it; those of the second also of the probabilities that the first gives to these, and of the page's type.

mod block_ref;
mod card_grids;
mod context;
mod element_facts;
mod features;
mod forest;
mod hash;
mod model;
mod name_odds;
mod page_type;
mod schema_overlap;
mod second_pass;
mod section_cues;
mod surroundings;
mod text;

pub use forest::{Columns, Forest};
#[cfg(feature = "train")]
pub use forest::{DEPTH, DecisionTree, Split};
pub use model::{MODEL, Model};
#[cfg(feature = "train")]
pub use name_odds::{NameOdds, keys};

use block_ref::BlockRef;
use context::FeatureContext;
use forest::logistic;
use second_pass::SecondPass;

use crate::article::PageType;
use crate::blocks::Blocks;
use crate::dom::Document;
use crate::structured::Structured;

/// What is known of a page before it is scored.
pub struct ScoreInput<'a> {
    /// The page.
    pub page: &'a Document,
    /// Its blocks.
    pub blocks: &'a Blocks,
    /// Its structured data.
    pub structured: &'a Structured,
    /// Its headline.
    pub title: Option<&'a str>,
    /// Its address.
    pub url: Option<&'a str>,
}

impl<'a> ScoreInput<'a> {
    fn context(&self, name_odds: &name_odds::NameOdds) -> FeatureContext<'a> {
        FeatureContext::new(self.page, self.blocks, self.structured, self.title, name_odds)
    }
}

/// What the scorer makes of a page.
#[derive(Debug, Clone)]
pub struct Scores {
    /// For each block, the probability that it is main content, 0 to 1.
    pub probabilities: Vec<f32>,
    /// The probability of each type, in the order of [`PageType::ALL`].
    pub types: [f32; 7],
    /// The features of the page as a whole, from which its type is told.
    pub page: Vec<f32>,
}

impl Scores {
    /// The probability of a type.
    pub fn probability(&self, page_type: PageType) -> f32 {
        let types = PageType::ALL.iter().copied().zip(self.types);
        types.filter(|(other, _)| *other == page_type).map(|(_, probability)| probability).sum()
    }

    /// The likeliest type.
    pub fn page_type(&self) -> PageType {
        let types = PageType::ALL.iter().copied().zip(self.types);
        types.max_by(|a, b| a.1.total_cmp(&b.1)).map_or(PageType::Article, |(page_type, _)| page_type)
    }
}

/// How many blocks are scored at a time: nearly all pages at once, and the largest in bounded memory.
const ROWS: usize = 1 << 14;

/// Blocks that are less likely in the first pass are not scored again: over the corpus, the second pass finds no word of
/// them content.
const MIN_SECOND_PASS: f32 = 0.02;

/// From this probability on a block is rather content than not.
const EVEN: f32 = 0.5;

/// Scores all blocks of a page.
pub fn score(input: &ScoreInput<'_>, model: &Model) -> Scores {
    let context = input.context(&model.name_odds);
    let count = context.block_count();
    let parts = || (0..count).step_by(ROWS).map(|from| from..(from + ROWS).min(count));
    let (mut first, mut computed) = (Vec::with_capacity(count), None);
    for part in parts() {
        let refs = block_refs(&context, part);
        let mut columns = Columns::new(refs.len());
        columns.reserve(features::count());
        first_columns(&mut columns, &context, &refs, |feature| model.first.asks(feature));
        first.extend(model.first.sums(&columns).into_iter().map(logistic));
        computed = (count <= ROWS).then_some((refs, columns));
    }
    let page = page_type::values(&context, input.url, &first);
    let types = types(&page, &model.types);
    let second = SecondPass::new(&context, &first, &types);
    let mut probabilities = first.clone();
    for part in parts() {
        let (mut refs, mut columns) = computed.take().unwrap_or_else(|| {
            let refs = block_refs(&context, part);
            let columns = Columns::new(refs.len());
            (refs, columns)
        });
        let is_scored = |at: &BlockRef<'_>| first.get(at.id).is_some_and(|&p| p >= MIN_SECOND_PASS);
        columns.retain(&refs.iter().map(is_scored).collect::<Vec<bool>>());
        refs.retain(is_scored);
        first_columns(&mut columns, &context, &refs, |feature| model.second.asks(feature));
        second_columns(&mut columns, &second, &refs, |feature| model.second.asks(feature));
        for (at, sum) in refs.iter().zip(model.second.sums(&columns)) {
            if let Some(probability) = probabilities.get_mut(at.id) {
                *probability = logistic(sum);
            }
        }
    }
    Scores { probabilities, types, page }
}

fn block_refs<'a>(context: &FeatureContext<'a>, blocks: std::ops::Range<usize>) -> Vec<BlockRef<'a>> {
    blocks.map(|id| BlockRef::new(context, id)).collect()
}

/// A family of features: its name, how many it has, and what appends the values of one by its number.
type Family<T> = (&'static str, usize, fn(&T, &[BlockRef<'_>], usize, &mut Vec<f32>));

/// Adds the first pass's columns that are asked for.
fn first_columns(
    columns: &mut Columns,
    context: &FeatureContext<'_>,
    refs: &[BlockRef<'_>],
    asked: impl Fn(usize) -> bool,
) {
    add_columns(columns, 0, features::FEATURES, context, refs, asked);
}

/// Adds the second pass's columns that are asked for, after the first's.
fn second_columns(
    columns: &mut Columns,
    second: &SecondPass<'_>,
    refs: &[BlockRef<'_>],
    asked: impl Fn(usize) -> bool,
) {
    add_columns(columns, features::count(), second_pass::FEATURES, second, refs, asked);
}

fn add_columns<T>(
    columns: &mut Columns,
    first: usize,
    families: &[Family<T>],
    shared: &T,
    refs: &[BlockRef<'_>],
    asked: impl Fn(usize) -> bool,
) {
    let numbered = families.iter().flat_map(|&(_, count, fill)| (0..count).map(move |number| (number, fill)));
    for (feature, (number, fill)) in (first..).zip(numbered).filter(|&(feature, _)| asked(feature)) {
        columns.add(feature, |values| fill(shared, refs, number, values));
    }
}

/// The probability of each type, which add up to 1.
fn types(values: &[f32], forests: &[Forest]) -> [f32; 7] {
    let mut columns = Columns::new(1);
    for (feature, &value) in values.iter().enumerate() {
        columns.add(feature, |values| values.push(value));
    }
    let mut types = [0.0; 7];
    for (probability, forest) in types.iter_mut().zip(forests) {
        *probability = forest.sums(&columns).first().map_or(0.0, |&sum| libm::expf(sum));
    }
    let all: f32 = types.iter().sum();
    if all > 0.0 { types.map(|probability| probability / all) } else { types }
}

/// What training sees of a page: the very columns that scoring computes.
#[cfg(feature = "train")]
pub(crate) mod rows {
    use super::*;

    pub(crate) fn first(input: &ScoreInput<'_>, name_odds: &NameOdds) -> Columns {
        let context = input.context(name_odds);
        let refs = block_refs(&context, 0..context.block_count());
        let mut columns = Columns::new(refs.len());
        first_columns(&mut columns, &context, &refs, |_| true);
        columns
    }

    pub(crate) fn page(input: &ScoreInput<'_>, name_odds: &NameOdds, first: &[f32]) -> Vec<f32> {
        let context = input.context(name_odds);
        page_type::values(&context, input.url, first)
    }

    pub(crate) fn second(input: &ScoreInput<'_>, name_odds: &NameOdds, first: &[f32], types: &[f32]) -> Columns {
        let context = input.context(name_odds);
        let refs = block_refs(&context, 0..context.block_count());
        let mut columns = Columns::new(refs.len());
        first_columns(&mut columns, &context, &refs, |_| true);
        second_columns(&mut columns, &SecondPass::new(&context, first, types), &refs, |_| true);
        columns
    }

    /// The names of the columns of [`second`], those of [`first`] first.
    pub(crate) fn names() -> Vec<String> {
        let first = features::FEATURES.iter().map(|&(name, count, _)| (name, count));
        let families = first.chain(second_pass::FEATURES.iter().map(|&(name, count, _)| (name, count)));
        let numbered = |name: &str, count: usize, number: usize| {
            if count == 1 { name.to_string() } else { format!("{name}_{number}") }
        };
        families.flat_map(|(name, count)| (0..count).map(move |number| numbered(name, count, number))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_is_scored_however_many_there_are() {
        for count in [0, 1, ROWS, ROWS + 1, 2 * ROWS + 7] {
            let html = "<p>One.".repeat(count);
            let page = crate::parse::parse(&html, &crate::Limits::default()).unwrap();
            let blocks = Blocks::of(&page);
            let structured = Structured::of(&page);
            let input = ScoreInput { page: &page, blocks: &blocks, structured: &structured, title: None, url: None };
            let scores = score(&input, &MODEL);
            assert_eq!(scores.probabilities.len(), count);
            assert!(scores.probabilities.iter().all(|p| (0.0..=1.0).contains(p)));
            assert!((scores.types.iter().sum::<f32>() - 1.0).abs() < 1e-3);
        }
    }
}
