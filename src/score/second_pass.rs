//! The features that the second pass has beyond those of the first: how likely its surroundings are to be content.

use super::EVEN;
use super::block_ref::{ABSENT, BlockRef, WINDOWS, heading_after, heading_before, neighbour};
use super::context::{FeatureContext, LEVELS, PrefixSums, distances};
use super::features::{each, log, one};
use crate::blocks::BlockId;
use crate::dom::{NodeId, NodeMap};

/// What the second pass shares for all blocks of a page.
pub struct SecondPass<'a> {
    pub(super) context: &'a FeatureContext<'a>,
    /// The first pass's probabilities.
    pub(super) first: &'a [f32],
    /// Words to be expected as content: the sum over the blocks before each.
    expected: Vec<f32>,
    /// Words to be expected as content in each element.
    expected_in: NodeMap<f32>,
    words_in: NodeMap<f32>,
    /// What is expected of the blocks of each kind together.
    like: [Vec<Expected>; 2],
    /// Steps from each node up to what is around it and the body of the text, and from there down.
    from_body: NodeMap<(u8, u8)>,
    /// The innermost element that holds nearly all of what is likely content.
    body: NodeId,
    /// How many blocks ago the last sure block was, and in how many the next comes.
    since_sure: Vec<u8>,
    until_sure: Vec<u8>,
    /// What is expected of each card grid, of each column of one, and outside of grids.
    grids: Vec<Expected>,
    columns: Vec<Expected>,
    outside: Expected,
    types: &'a [f32],
}

/// Blocks without words count for so many, so that images have a mean too.
const WORDS_OF_ANY_BLOCK: f32 = 0.1;

/// A block at least this likely, of at least so many words, is surely content.
const MIN_SURE: f32 = 0.8;
const MIN_SURE_WORDS: u32 = 8;

/// Greater distances in blocks are not told apart.
const MAX_BLOCKS: u8 = 99;

/// How many blocks right before and right after a block are taken together.
const JUST_BESIDE: usize = 8;

/// An element is the body of the text if it has at least this share of what votes for content in the element around it.
const MIN_BODY_SHARE: f32 = 0.85;

/// What the first pass expects of some blocks.
#[derive(Clone, Copy, Default)]
struct Expected {
    expected: f32,
    words: f32,
    /// The highest probability.
    most: f32,
}

impl Expected {
    fn add(&mut self, words: f32, p: f32) {
        self.expected += p * (words + WORDS_OF_ANY_BLOCK);
        self.words += words + WORDS_OF_ANY_BLOCK;
        self.most = self.most.max(p);
    }

    fn mean(&self) -> f32 {
        self.expected / self.words.max(WORDS_OF_ANY_BLOCK)
    }
}

/// Appends the values of a family's feature of that number, one for each block.
type FillSecond = fn(&SecondPass<'_>, &[BlockRef<'_>], usize, &mut Vec<f32>);

/// The families of features, as in the first pass.
pub const FEATURES: &[(&str, usize, FillSecond)] = &[
    one("p", each!(|second, at, _| second.p(at.id))),
    (
        "p_near",
        6,
        each!(|second, at, number| {
            neighbour(at, number).and_then(|id| second.first.get(id)).copied().unwrap_or(ABSENT)
        }),
    ),
    (
        "p_window",
        3,
        each!(|second, at, number| {
            let reach = WINDOWS.get(number).copied().unwrap_or(0);
            second.mean(at.id.saturating_sub(reach), at.id + reach + 1)
        }),
    ),
    one("p_before", each!(|second, at, _| second.share(0, at.id))),
    one("p_after", each!(|second, at, _| second.share(at.id + 1, usize::MAX))),
    one("p_just_before", each!(|second, at, _| second.mean(at.id.saturating_sub(JUST_BESIDE), at.id))),
    one("p_just_after", each!(|second, at, _| second.mean(at.id + 1, at.id + 1 + JUST_BESIDE))),
    ("p_in", LEVELS, each!(|second, at, number| at.up(number).map_or(ABSENT, |id| second.mean_in(id)))),
    (
        "p_share",
        LEVELS,
        each!(|second, at, number| {
            let all = second.expected_in[second.context.page.body()].max(1.0);
            at.up(number).map_or(ABSENT, |id| second.expected_in[id] / all)
        }),
    ),
    ("p_like", 2, each!(|second, at, number| second.like(at, number).map_or(0.0, Expected::mean))),
    ("p_like_most", 2, each!(|second, at, number| second.like(at, number).map_or(0.0, |like| like.most))),
    one(
        "p_heading_before",
        each!(|second, at, _| heading_before(second.context, at).map_or(ABSENT, |id| second.p(id))),
    ),
    one(
        "p_section",
        each!(|second, at, _| {
            let from = heading_before(second.context, at).map_or(0, |id| id + 1);
            let to = heading_after(second.context, at).unwrap_or(usize::MAX);
            second.mean(from, to)
        }),
    ),
    one("p_page", each!(|second, _, _| second.mean_in(second.context.page.body()))),
    one("p_words", each!(|second, _, _| log(second.expected_in[second.context.page.body()] as u32))),
    one("p_title", each!(|second, _, _| second.context.title_block.map_or(ABSENT, |id| second.p(id)))),
    one("body_up", each!(|second, at, _| f32::from(second.from_body[at.block.container].0))),
    one("body_down", each!(|second, at, _| f32::from(second.from_body[at.block.container].1))),
    one(
        "body_share",
        each!(|second, _, _| {
            second.expected_in[second.body] / second.expected_in[second.context.page.body()].max(1.0)
        }),
    ),
    one("body_mean", each!(|second, _, _| second.mean_in(second.body))),
    one(
        "since_sure",
        each!(|second, at, _| second.since_sure.get(at.id).map_or(f32::from(MAX_BLOCKS), |&n| f32::from(n))),
    ),
    one(
        "until_sure",
        each!(|second, at, _| second.until_sure.get(at.id).map_or(f32::from(MAX_BLOCKS), |&n| f32::from(n))),
    ),
    // The grid it is in, its column there, and what is outside of all grids.
    one("p_grid", each!(|second, at, _| second.grid(at).map_or(ABSENT, |grid| grid.mean()))),
    one("p_grid_most", each!(|second, at, _| second.grid(at).map_or(ABSENT, |grid| grid.most))),
    one("p_column", each!(|second, at, _| second.column(at).map_or(ABSENT, |column| column.mean()))),
    one("p_column_most", each!(|second, at, _| second.column(at).map_or(ABSENT, |column| column.most))),
    one("p_outside", each!(|second, _, _| second.outside.mean())),
    one(
        "p_outside_share",
        each!(|second, _, _| second.outside.expected / second.expected_in[second.context.page.body()].max(1.0)),
    ),
    one("p_outside_words", each!(|second, _, _| log(second.outside.expected as u32))),
    ("type", 7, each!(|second, _, number| second.types.get(number).copied().unwrap_or(0.0))),
];

impl<'a> SecondPass<'a> {
    pub(super) fn new(context: &'a FeatureContext<'a>, first: &'a [f32], types: &'a [f32]) -> Self {
        let page = context.page;
        let list = &context.blocks.list;
        let mut expected_in = NodeMap::new(page, 0.0);
        let mut words_in = NodeMap::new(page, 0.0);
        let mut votes = NodeMap::new(page, 0.0);
        let mut best = NodeMap::new(page, 0.0);
        let mut expected = vec![0.0];
        let mut sum = 0.0;
        let (grid_count, column_count) = context.grids.counts();
        let mut grids = vec![Expected::default(); grid_count];
        let mut columns = vec![Expected::default(); column_count];
        let mut outside = Expected::default();
        let mut like = context.elements.groups.each_ref().map(|groups| vec![Expected::default(); groups.len()]);
        for (id, (block, &p)) in list.iter().zip(first).enumerate() {
            let words = if block.hidden { 0.0 } else { block.count.words as f32 };
            sum += words * p;
            expected.push(sum);
            expected_in[block.container] += words * p;
            words_in[block.container] += words;
            votes[block.container] += words * (p - EVEN);
            best[block.container] += words * (p - EVEN);
            match context.grids.place(id) {
                Some((grid, column)) => {
                    let sums = [grids.get_mut(grid), columns.get_mut(column)];
                    sums.into_iter().flatten().for_each(|sums| sums.add(words, p));
                }
                None => outside.add(words, p),
            }
            for (like, &kind) in like.iter_mut().zip(context.elements.kinds.get(id).into_iter().flatten()) {
                if let Some(group) = like.get_mut(kind as usize) {
                    group.add(block.count.words as f32, p);
                }
            }
        }
        for id in page.all().into_iter().rev() {
            if id != NodeId::ROOT && words_in[id] > 0.0 {
                let parent = page.parent(id);
                let (e, w, v): (f32, f32, f32) = (expected_in[id], words_in[id], votes[id]);
                expected_in[parent] += e;
                words_in[parent] += w;
                votes[parent] += v;
                best[parent] += v.max(0.0);
            }
        }
        let body = body(context, &votes, &best);
        let sure: Vec<bool> =
            list.iter().zip(first).map(|(block, &p)| p > MIN_SURE && block.count.words >= MIN_SURE_WORDS).collect();
        let mut since_sure = steps(sure.iter());
        let mut until_sure = steps(sure.iter().rev());
        until_sure.reverse();
        since_sure.truncate(list.len());
        SecondPass {
            context,
            first,
            expected,
            expected_in,
            words_in,
            like,
            from_body: distances(page, body),
            body,
            since_sure,
            until_sure,
            grids,
            columns,
            outside,
            types,
        }
    }

    fn p(&self, id: BlockId) -> f32 {
        self.first.get(id).copied().unwrap_or(0.0)
    }

    fn like(&self, at: &BlockRef<'_>, number: usize) -> Option<&Expected> {
        let kind = *self.context.elements.kinds.get(at.id)?.get(number)?;
        self.like.get(number)?.get(kind as usize)
    }

    fn grid(&self, at: &BlockRef<'_>) -> Option<&Expected> {
        self.grids.get(self.context.grids.place(at.id)?.0)
    }

    fn column(&self, at: &BlockRef<'_>) -> Option<&Expected> {
        self.columns.get(self.context.grids.place(at.id)?.1)
    }

    fn between(&self, from: usize, to: usize) -> f32 {
        let last = self.expected.len().saturating_sub(1);
        let at = |place: usize| self.expected.get(place.min(last)).copied().unwrap_or(0.0);
        at(to) - at(from.min(to))
    }

    /// The mean probability of the words from one block up to another.
    fn mean(&self, from: usize, to: usize) -> f32 {
        let words = PrefixSums::between(&self.context.sums.words, from, to);
        if words == 0 { ABSENT } else { self.between(from, to) / words as f32 }
    }

    /// The share of the page's expected content words from one block up to another.
    fn share(&self, from: usize, to: usize) -> f32 {
        self.between(from, to) / self.between(0, usize::MAX).max(1.0)
    }

    fn mean_in(&self, id: NodeId) -> f32 {
        if self.words_in[id] > 0.0 { self.expected_in[id] / self.words_in[id] } else { ABSENT }
    }
}

/// The innermost element with nearly all that votes for content.
fn body(context: &FeatureContext<'_>, votes: &NodeMap<f32>, best: &NodeMap<f32>) -> NodeId {
    let mut body = context.page.body();
    loop {
        let enough = best[body] * MIN_BODY_SHARE;
        let inner = context
            .page
            .children(body)
            .filter(|&child| votes[child] > 0.0 && best[child] >= enough)
            .max_by(|&a, &b| best[a].total_cmp(&best[b]));
        match inner {
            Some(child) => body = child,
            None => return body,
        }
    }
}

/// For each block, how many blocks ago the last sure one was.
fn steps<'s>(sure: impl Iterator<Item = &'s bool>) -> Vec<u8> {
    let mut since = MAX_BLOCKS;
    sure.map(|&sure| {
        let steps = since;
        since = if sure { 1 } else { since.saturating_add(1).min(MAX_BLOCKS) };
        if sure { 0 } else { steps }
    })
    .collect()
}
