//! What the features of all blocks of a page share.

use super::card_grids::CardGrids;
use super::element_facts::ElementFacts;
use super::hash::Map;
use super::name_odds::NameOdds;
use super::schema_overlap::SchemaOverlap;
use super::section_cues::SectionCues;
use super::surroundings::{MAX_DISTANCE, Surroundings};
use super::text::TextFacts;
use crate::blocks::{Block, BlockId, Blocks, Totals};
use crate::dom::{Document, NodeId, NodeMap};
use crate::structured::Structured;

/// How many elements above a block have features of their own, its container included.
pub(super) const LEVELS: usize = 8;

/// A block shows the title if it shares more than this of its words; a later one is taken instead if it shares more by the
/// margin.
const MIN_TITLE_OVERLAP: f32 = 0.5;
const TITLE_MARGIN: f32 = 0.1;

/// What a block of prose counts for a container, as in Readability.js: one for itself, a fifth for each comma, and one
/// for every 20 words, up to 5. Readability.js has a whole one for a comma, and one for every 100 letters, up to 3.
const COMMA_SCORE: f32 = 0.2;
const WORDS_PER_POINT: f32 = 20.0;
const MAX_LENGTH_SCORE: f32 = 5.0;
/// The part of it that its own container and the parent's parent have, beside the parent, which has it all.
const BESIDE_SHARE: f32 = 0.5;

/// Prefix sums over the blocks, so that the sum of a window is one subtraction.
#[derive(Debug, Default)]
pub(super) struct PrefixSums {
    pub words: Vec<u32>,
    pub linked: Vec<u32>,
    pub prose: Vec<u32>,
}

impl PrefixSums {
    pub(super) fn between(sums: &[u32], from: usize, to: usize) -> u32 {
        let last = sums.len().saturating_sub(1);
        let at = |place: usize| sums.get(place.min(last)).copied().unwrap_or(0);
        at(to) - at(from.min(to))
    }
}

/// What features of all blocks of a page share.
pub struct FeatureContext<'a> {
    pub(super) page: &'a Document,
    pub(super) blocks: &'a Blocks,
    /// What the whole page holds.
    pub(super) body: Totals,
    pub(super) structured: &'a Structured,
    pub(super) elements: ElementFacts,
    /// For each element, how much prose its children and grandchildren hold.
    pub(super) body_score: NodeMap<f32>,
    /// The element with the highest body score.
    pub(super) best: NodeId,
    pub(super) from_best: NodeMap<(u8, u8)>,
    /// The block that shows the title.
    pub(super) title_block: Option<BlockId>,
    pub(super) from_title: NodeMap<(u8, u8)>,
    pub(super) texts: Vec<TextFacts>,
    /// How often each block's text occurs.
    pub(super) repeats: Vec<u32>,
    pub(super) sums: PrefixSums,
    /// For each block, the last heading before it.
    pub(super) heading_before: Vec<Option<u32>>,
    /// For each block, the next heading after it.
    pub(super) heading_after: Vec<Option<u32>>,
    pub(super) levels: Vec<u8>,
    pub(super) section_cues: SectionCues,
    pub(super) grids: CardGrids,
    /// For each block, the shares of it that structured data has too.
    pub(super) schema_overlap: Vec<Option<[f32; 2]>>,
}

impl<'a> FeatureContext<'a> {
    pub(super) fn new(
        page: &'a Document,
        blocks: &'a Blocks,
        structured: &'a Structured,
        title: Option<&str>,
        name_odds: &NameOdds,
    ) -> Self {
        let list = &blocks.list;
        let texts = super::text::facts(page, list, title.unwrap_or_default());
        let levels: Vec<u8> = list.iter().map(|block| level(page, block)).collect();
        let title_block = title_block(list, &texts, &levels);
        let (body_score, best) = body_scores(page, blocks);
        let schema_overlap = SchemaOverlap::of(page, structured);
        let elements = ElementFacts::of(page, blocks, name_odds);
        let mut context = FeatureContext {
            page,
            blocks,
            body: blocks.totals[page.body()],
            structured,
            grids: CardGrids::of(page, blocks, &texts, &elements),
            elements,
            from_best: distances(page, best),
            from_title: distances(page, title_block.map_or(page.body(), |id| blocks.block(id).container)),
            body_score,
            best,
            title_block,
            repeats: repeats(&texts),
            texts,
            sums: sums(list),
            heading_before: Vec::new(),
            heading_after: Vec::new(),
            levels,
            section_cues: SectionCues::of(page, blocks),
            schema_overlap: list.iter().map(|block| schema_overlap.shares(block, block.text(page))).collect(),
        };
        context.find_headings();
        context
    }

    pub(super) fn block_count(&self) -> usize {
        self.blocks.list.len()
    }

    /// What is around the block's container.
    pub(super) fn around(&self, block: &Block) -> &Surroundings {
        &self.elements.around[block.container]
    }

    fn find_headings(&mut self) {
        let mut last = None;
        for (id, &level) in self.levels.iter().enumerate() {
            self.heading_before.push(last);
            if level > 0 {
                last = Some(id as u32);
            }
        }
        last = None;
        for (id, &level) in self.levels.iter().enumerate().rev() {
            self.heading_after.push(last);
            if level > 0 {
                last = Some(id as u32);
            }
        }
        self.heading_after.reverse();
    }
}

/// The heading level of a block, 0 where it is none.
fn level(page: &Document, block: &Block) -> u8 {
    let around = std::iter::once(block.container).chain(page.ancestors(block.container).take(1));
    around.into_iter().find_map(|id| page.tag(id).heading_level()).unwrap_or(0)
}

/// The first heading that is the title, or else the first short block that is.
fn title_block(list: &[Block], texts: &[TextFacts], levels: &[u8]) -> Option<BlockId> {
    let best = |headings: bool| {
        let shown = list.iter().zip(texts).zip(levels).enumerate();
        let mut best: Option<(BlockId, f32)> = None;
        for (id, ((block, text), &level)) in shown {
            let fits = !block.hidden && (!headings || level > 0) && text.title_overlap > MIN_TITLE_OVERLAP;
            if fits && best.is_none_or(|(_, overlap)| text.title_overlap > overlap + TITLE_MARGIN) {
                best = Some((id, text.title_overlap));
            }
        }
        best.map(|(id, _)| id)
    };
    best(true).or_else(|| best(false))
}

/// How much prose is below each element, and the element with most.
fn body_scores(page: &Document, blocks: &Blocks) -> (NodeMap<f32>, NodeId) {
    let mut scores = NodeMap::new(page, 0.0);
    let mut best = page.body();
    for block in blocks.list.iter().filter(|block| block.is_prose()) {
        let score = 1.0
            + block.count.commas as f32 * COMMA_SCORE
            + (block.count.words as f32 / WORDS_PER_POINT).min(MAX_LENGTH_SCORE);
        let parent = page.parent(block.container);
        scores[block.container] += BESIDE_SHARE * score;
        scores[parent] += score;
        scores[page.parent(parent)] += BESIDE_SHARE * score;
    }
    for id in page.subtree(page.body()) {
        if scores[id] > scores[best] {
            best = id;
        }
    }
    (scores, best)
}

/// For each node, the steps up to the nearest element around both it and the target, and from there down to the
/// target.
pub(super) fn distances(page: &Document, target: NodeId) -> NodeMap<(u8, u8)> {
    let mut distances = NodeMap::new(page, (u8::MAX, u8::MAX));
    for (down, id) in std::iter::once(target).chain(page.ancestors(target)).enumerate() {
        distances[id] = (0, down.min(usize::from(MAX_DISTANCE)) as u8);
    }
    for id in page.all() {
        if distances[id].0 == u8::MAX {
            let (up, down) = distances[page.parent(id)];
            distances[id] = ((up + 1).min(MAX_DISTANCE), down);
        }
    }
    distances
}

fn repeats(texts: &[TextFacts]) -> Vec<u32> {
    let mut times: Map<u64, u32> = Map::default();
    for text in texts {
        *times.entry(text.key).or_default() += 1;
    }
    texts.iter().map(|text| if text.key == 0 { 1 } else { times.get(&text.key).copied().unwrap_or(1) }).collect()
}

fn sums(list: &[Block]) -> PrefixSums {
    let mut sums = PrefixSums { words: vec![0], linked: vec![0], prose: vec![0] };
    let (mut words, mut linked, mut prose) = (0, 0, 0);
    for block in list {
        if !block.hidden {
            words += block.count.words;
            linked += block.linked_words;
            prose += if block.is_prose() { block.count.words } else { 0 };
        }
        sums.words.push(words);
        sums.linked.push(linked);
        sums.prose.push(prose);
    }
    sums
}
