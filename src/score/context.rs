//! What the features of all blocks of a page share: facts about elements, inherited down the tree in one pass.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::card_grids::CardGrids;
use super::name_odds::{NameOdds, NameScore};
use super::schema_overlap::SchemaOverlap;
use super::section_cues::SectionCues;
use super::text::TextFacts;
use crate::blocks::{Block, BlockId, Blocks, SIGNALS};
use crate::dom::{Attr, Document, NodeId, NodeMap, NodeRange, Tag, ValueMap};
use crate::structured::Structured;

/// How many kinds of elements there are whose distance above a block is a feature.
pub(super) const LANDMARKS: usize = 14;

/// The number of the kind that an element is of.
fn landmark(tag: Tag) -> Option<usize> {
    Some(match tag {
        Tag::Article => 0,
        Tag::Main => 1,
        Tag::Section => 2,
        Tag::Header => 3,
        Tag::Footer => 4,
        Tag::Nav => 5,
        Tag::Aside => 6,
        Tag::Form => 7,
        Tag::Table => 8,
        Tag::Ul | Tag::Ol => 9,
        Tag::Figure => 10,
        Tag::Blockquote => 11,
        Tag::Details => 12,
        Tag::Dl => 13,
        _ => return None,
    })
}

/// Greater distances are not told apart.
pub(super) const MAX_DISTANCE: u8 = 15;

/// How many elements above a block have features of their own, its container included.
pub(super) const LEVELS: usize = 8;

/// Two blocks may be the title's copy if they share more than this of its words; of several, a later one must share more
/// by the margin.
const MIN_TITLE_OVERLAP: f32 = 0.5;
const TITLE_MARGIN: f32 = 0.1;

/// What is around an element, itself included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surroundings {
    /// Steps up to the nearest element of each kind of landmark.
    pub landmarks: [u8; LANDMARKS],
    /// Steps up to the nearest element with each signal.
    pub signals: [u8; SIGNALS],
    /// How many elements have each signal.
    pub counts: [u8; SIGNALS],
    /// The log-odds of its names and of those of all elements around it.
    pub names: NameScore,
    pub depth: u16,
}

/// Blocks of one kind.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct BlockGroup {
    pub blocks: u32,
    pub words: u32,
    pub linked_words: u32,
}

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
    pub(super) structured: &'a Structured,
    pub(super) around: NodeMap<Surroundings>,
    /// The log-odds of each element's own names.
    pub(super) own_names: NodeMap<f32>,
    /// Children that hold blocks.
    pub(super) children: NodeMap<u16>,
    /// Paragraphs among the children.
    pub(super) paragraphs: NodeMap<u16>,
    /// Siblings with the same tag and class, itself included.
    pub(super) siblings: NodeMap<u16>,
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
    /// For each block, the kinds it is of: by the tag and class of its element and of the parent, and by the path of tags.
    pub(super) kinds: Vec<[u32; 2]>,
    /// The blocks of each kind together.
    pub(super) groups: [Vec<BlockGroup>; 2],
    /// For each block, the last heading before it.
    pub(super) heading_before: Vec<Option<u32>>,
    /// For each block, the next heading after it.
    pub(super) heading_after: Vec<Option<u32>>,
    pub(super) levels: Vec<u8>,
    pub(super) section_cues: SectionCues,
    pub(super) grids: CardGrids,
    /// For each block, the shares of it that structured data has too.
    pub(super) schema_overlap: Vec<[f32; 2]>,
}

/// FNV-1a: keys here are hashes already, or short.
#[derive(Clone)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// A letter at a time, where a byte at a time would take four steps.
    pub(super) fn add(&mut self, letter: u32) {
        self.0 = (self.0 ^ u64::from(letter)).wrapping_mul(0x0000_0100_0000_01b3);
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = mix(self.0, number);
    }
}

type Map<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

fn mix(a: u64, b: u64) -> u64 {
    (a ^ b.wrapping_mul(0x9e37_79b9_7f4a_7c15)).rotate_left(23).wrapping_mul(0xff51_afd7_ed55_8ccd)
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
        let mut context = FeatureContext {
            page,
            blocks,
            structured,
            around: NodeMap::new(page, Surroundings::default()),
            own_names: NodeMap::new(page, 0.0),
            children: NodeMap::new(page, 0),
            paragraphs: NodeMap::new(page, 0),
            siblings: NodeMap::new(page, 1),
            from_best: distances(page, best),
            from_title: distances(page, title_block.map_or(page.body(), |id| blocks.block(id).container)),
            body_score,
            best,
            title_block,
            repeats: repeats(&texts),
            texts,
            sums: sums(list),
            kinds: Vec::new(),
            groups: [Vec::new(), Vec::new()],
            heading_before: Vec::new(),
            heading_after: Vec::new(),
            levels,
            section_cues: SectionCues::of(page, blocks),
            grids: CardGrids::default(),
            schema_overlap: list.iter().map(|block| schema_overlap.shares(block, text(page, block))).collect(),
        };
        context.inherit(name_odds);
        context.find_headings();
        context.grids = CardGrids::of(&context);
        context
    }

    pub(super) fn block_count(&self) -> usize {
        self.blocks.list.len()
    }

    /// Fills in what elements inherit from those around them, in one pass down the page.
    fn inherit(&mut self, name_odds: &NameOdds) {
        let page = self.page;
        // For each value, the log-odds of its names, and the kind of class it is.
        let mut memory: ValueMap<Option<(f32, u64)>> = ValueMap::new(page, None);
        // Hashes: the kind of the element with that of its parent, its own, and its path of tags.
        let mut kinds: NodeMap<(u64, u64, u64)> = NodeMap::new(page, (0, 0, 0));
        // How many children of one kind an element has, and which of these counts is a child's.
        let mut counts: Vec<u16> = Vec::new();
        let mut alike: Map<(u32, u64), usize> = Map::default();
        let mut count_of = Vec::new();
        for id in page.all() {
            let tag = page.tag(id);
            if tag == Tag::Text || self.blocks.totals[id].blocks == 0 && !self.holds_hidden(id) {
                continue;
            }
            let parent = page.parent(id);
            let (mut own_names, mut kind) = (NameScore::default(), mix(tag as u64, 1));
            for (attribute, value) in page.values(id) {
                if matches!(attribute, Attr::Class | Attr::Id | Attr::Role | Attr::Itemprop) {
                    let text = page.value_text(value);
                    if text.is_empty() {
                        continue;
                    }
                    let (score, class) =
                        *memory[value].get_or_insert_with(|| (name_odds.score(attribute, text), class_kind(text)));
                    own_names.add(score);
                    if attribute == Attr::Class {
                        kind = mix(kind, class);
                    }
                }
            }
            let (_, above, path) = kinds[parent];
            kinds[id] = (mix(kind, above), kind, mix(path, tag as u64));
            let number = *alike.entry((parent.index() as u32, kind)).or_insert(counts.len());
            match counts.get_mut(number) {
                Some(count) => *count = count.saturating_add(1),
                None => counts.push(1),
            }
            count_of.push((id, number));
            self.children[parent] = self.children[parent].saturating_add(1);
            if tag == Tag::P {
                self.paragraphs[parent] = self.paragraphs[parent].saturating_add(1);
            }
            self.own_names[id] = own_names.sum;
            let mut around = if id == NodeId::ROOT { Surroundings::default() } else { self.around[parent] };
            around.step(tag, self.blocks.signals[id].telling.numbers());
            if tag != Tag::Body && tag != Tag::Html {
                around.names.merge(own_names);
            }
            self.around[id] = around;
        }
        for (id, number) in count_of {
            self.siblings[id] = counts.get(number).copied().unwrap_or(1);
        }
        let mut numbers: [Map<u64, u32>; 2] = [Map::default(), Map::default()];
        for block in &self.blocks.list {
            let (names, _, path) = kinds[block.container];
            let mut of = [0; 2];
            for (((key, numbers), groups), of) in
                [names, path].into_iter().zip(&mut numbers).zip(&mut self.groups).zip(&mut of)
            {
                *of = *numbers.entry(key).or_insert(groups.len() as u32);
                if *of as usize == groups.len() {
                    groups.push(BlockGroup::default());
                }
                if let Some(group) = groups.get_mut(*of as usize) {
                    group.blocks += 1;
                    group.words += block.count.words;
                    group.linked_words += block.linked_words;
                }
            }
            self.kinds.push(of);
        }
    }

    /// Hidden blocks do not count in totals, yet have elements too.
    fn holds_hidden(&self, id: NodeId) -> bool {
        let first = self.blocks.list.partition_point(|block| block.first < id);
        self.blocks.list.get(first).is_some_and(|block| self.page.is_within(block.first, id))
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

impl Default for Surroundings {
    fn default() -> Self {
        Surroundings {
            landmarks: [MAX_DISTANCE; LANDMARKS],
            signals: [MAX_DISTANCE; SIGNALS],
            counts: [0; SIGNALS],
            names: NameScore::default(),
            depth: 0,
        }
    }
}

impl Surroundings {
    fn step(&mut self, tag: Tag, signals: impl Iterator<Item = usize>) {
        self.depth = self.depth.saturating_add(1);
        self.landmarks.iter_mut().for_each(|distance| *distance = (*distance + 1).min(MAX_DISTANCE));
        self.signals.iter_mut().for_each(|distance| *distance = (*distance + 1).min(MAX_DISTANCE));
        if let Some(distance) = landmark(tag).and_then(|landmark| self.landmarks.get_mut(landmark)) {
            *distance = 0;
        }
        for signal in signals {
            if let (Some(distance), Some(count)) = (self.signals.get_mut(signal), self.counts.get_mut(signal)) {
                *distance = 0;
                *count = count.saturating_add(1);
            }
        }
    }
}

/// A hash of a class value without its digits, which number items.
fn class_kind(value: &str) -> u64 {
    let mut hash = Fnv::default();
    for byte in value.bytes().filter(|byte| !byte.is_ascii_digit()) {
        hash.write(&[byte]);
    }
    hash.finish()
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

/// How much prose is below each element: a block of it counts for its container's parent, and half for the container and
/// for the parent's parent, as in Readability.js.
fn body_scores(page: &Document, blocks: &Blocks) -> (NodeMap<f32>, NodeId) {
    let mut scores = NodeMap::new(page, 0.0);
    let mut best = page.body();
    for block in blocks.list.iter().filter(|block| block.is_prose()) {
        let score = 1.0 + block.count.commas as f32 * 0.2 + (block.count.words as f32 / 20.0).min(5.0);
        let parent = page.parent(block.container);
        scores[block.container] += 0.5 * score;
        scores[parent] += score;
        scores[page.parent(parent)] += 0.5 * score;
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

/// The raw text of a block.
pub(super) fn text<'p>(page: &'p Document, block: &Block) -> &'p str {
    page.text_of(NodeRange { first: block.first, end: block.last.plus(1) })
}
