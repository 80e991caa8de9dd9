//! What the developer's tools need to train the weights and to evaluate models: not part of the library's API.

use crate::dom::{Attr, Tag};
pub use crate::score::{Columns, DEPTH, DecisionTree, Forest, Model, NameOdds, Split};
use crate::score::{MODEL, ScoreInput, Scores, keys, rows};
use crate::select::cut;
use crate::trace::Trace;
use crate::{Article, Error, Options, Prepared};

/// A page that is read up to its blocks.
pub struct Page {
    prepared: Prepared,
    options: Options,
}

impl Page {
    /// Reads a page.
    pub fn read(html: &str, url: Option<&str>) -> Result<Page, Error> {
        let options = Options { url: url.map(str::to_owned), ..Options::new() };
        Ok(Page { prepared: Prepared::new(html, &options)?, options })
    }

    fn input(&self) -> ScoreInput<'_> {
        self.prepared.input(&self.options)
    }

    /// The text of each block, and whether it is hidden.
    pub fn texts(&self) -> Vec<(String, bool)> {
        let Prepared { page, blocks, .. } = &self.prepared;
        let text = |block: &crate::blocks::Block| {
            let mut text = String::new();
            let mut id = block.first;
            while id <= block.last {
                let tag = page.tag(id);
                if tag == Tag::Text {
                    text.push_str(page.text(id));
                } else if tag == Tag::Br || blocks.of[id].is_some() {
                    text.push(' ');
                }
                id = if tag.is_invisible() { page.end(id) } else { id.plus(1) };
            }
            (text, block.hidden)
        };
        blocks.list.iter().map(text).collect()
    }

    /// For each element with names, the keys of its names and the blocks in it, from and to.
    pub fn named(&self) -> Vec<(Vec<u32>, usize, usize)> {
        let Prepared { page, blocks, .. } = &self.prepared;
        let list = &blocks.list;
        let nearly_all = blocks.totals[page.body()].words as f32 * 0.95;
        let mut named = Vec::new();
        for id in page.subtree(page.body()) {
            if page.is_text(id) || blocks.totals[id].words as f32 > nearly_all {
                continue;
            }
            let attributes = page.attributes(id);
            let names =
                attributes.filter(|(name, _)| matches!(name, Attr::Class | Attr::Id | Attr::Role | Attr::Itemprop));
            let names: Vec<u32> = names.flat_map(|(name, value)| keys(name, value)).collect();
            let from = list.partition_point(|block| block.first < id);
            let to = list.partition_point(|block| block.first < page.end(id));
            if !names.is_empty() && from < to {
                named.push((names, from, to));
            }
        }
        named
    }

    /// The first pass's columns.
    pub fn first(&self, name_odds: &NameOdds) -> Columns {
        rows::first(&self.input(), name_odds)
    }

    /// What the page type is judged by.
    pub fn page(&self, name_odds: &NameOdds, first: &[f32]) -> Vec<f32> {
        rows::page(&self.input(), name_odds, first)
    }

    /// The second pass's columns, the first pass's among them.
    pub fn second(&self, name_odds: &NameOdds, first: &[f32], types: &[f32]) -> Columns {
        rows::second(&self.input(), name_odds, first, types)
    }

    /// The threshold the page is cut at, and what the quality of that choice is judged by.
    pub fn cut(&self, probabilities: &[f32], types: &[f32], page: &[f32]) -> (f32, Columns) {
        let types = std::array::from_fn(|id| types.get(id).copied().unwrap_or(0.0));
        let scores = Scores { probabilities: probabilities.to_vec(), types, page: page.to_vec() };
        cut::columns(&self.prepared.blocks, &scores)
    }
}

/// The names of the block features, the first pass's first.
pub fn feature_names() -> Vec<String> {
    rows::names()
}

/// The model in use.
pub fn model() -> &'static Model {
    &MODEL
}

/// Names by their keys, with their log-odds in sixteenths.
pub fn name_odds(mut odds: Vec<(u32, i8)>) -> NameOdds {
    odds.sort_unstable();
    NameOdds { keys: odds.iter().map(|&(key, _)| key).collect(), odds: odds.iter().map(|&(_, odds)| odds).collect() }
}

/// Extracts with another model than the one in use.
pub fn extract_with(html: &str, options: &Options, model: &Model) -> Result<Article, Error> {
    crate::read(html, options, model, &mut Trace::off())
}
