//! Facts about elements, inherited down the page, and the kinds of blocks that these make.

use std::hash::Hasher;

use super::hash::{Fnv, Map, mix};
use super::name_odds::{NameOdds, NameScore};
use super::surroundings::Surroundings;
use crate::blocks::Blocks;
use crate::dom::{Attr, Document, NodeId, NodeMap, Tag, ValueMap};

/// Blocks of one kind.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct BlockGroup {
    pub blocks: u32,
    pub words: u32,
    pub linked_words: u32,
}

/// What is known of each element, and of which kind each block is.
pub(super) struct ElementFacts {
    /// What is around each element.
    pub(super) around: NodeMap<Surroundings>,
    /// The log-odds of each element's own names.
    pub(super) own_names: NodeMap<f32>,
    /// Children that hold blocks.
    pub(super) children: NodeMap<u16>,
    /// Paragraphs among the children.
    pub(super) paragraphs: NodeMap<u16>,
    /// Siblings with the same tag and class, itself included.
    pub(super) siblings: NodeMap<u16>,
    /// For each block, the kinds it is of: by the tag and class of its element and of the parent, and by the path of tags.
    pub(super) kinds: Vec<[u32; 2]>,
    /// The blocks of each kind together.
    pub(super) groups: [Vec<BlockGroup>; 2],
}

impl ElementFacts {
    /// Finds the facts in one pass down the page.
    pub(super) fn of(page: &Document, blocks: &Blocks, name_odds: &NameOdds) -> ElementFacts {
        let mut facts = ElementFacts {
            around: NodeMap::new(page, Surroundings::default()),
            own_names: NodeMap::new(page, 0.0),
            children: NodeMap::new(page, 0),
            paragraphs: NodeMap::new(page, 0),
            siblings: NodeMap::new(page, 1),
            kinds: Vec::with_capacity(blocks.list.len()),
            groups: [Vec::new(), Vec::new()],
        };
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
            if tag == Tag::Text || blocks.totals[id].blocks == 0 && !holds_hidden(page, blocks, id) {
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
            facts.children[parent] = facts.children[parent].saturating_add(1);
            if tag == Tag::P {
                facts.paragraphs[parent] = facts.paragraphs[parent].saturating_add(1);
            }
            facts.own_names[id] = own_names.sum;
            let mut around = if id == NodeId::ROOT { Surroundings::default() } else { facts.around[parent] };
            around.step(tag, blocks.signals[id].telling.numbers());
            if tag != Tag::Body && tag != Tag::Html {
                around.names.merge(own_names);
            }
            facts.around[id] = around;
        }
        for (id, number) in count_of {
            facts.siblings[id] = counts.get(number).copied().unwrap_or(1);
        }
        let mut numbers: [Map<u64, u32>; 2] = [Map::default(), Map::default()];
        for block in &blocks.list {
            let (names, _, path) = kinds[block.container];
            let mut of = [0; 2];
            for (((key, numbers), groups), of) in
                [names, path].into_iter().zip(&mut numbers).zip(&mut facts.groups).zip(&mut of)
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
            facts.kinds.push(of);
        }
        facts
    }
}

/// Hidden blocks do not count in totals, yet have elements too.
fn holds_hidden(page: &Document, blocks: &Blocks, id: NodeId) -> bool {
    let first = blocks.list.partition_point(|block| block.first < id);
    blocks.list.get(first).is_some_and(|block| page.is_within(block.first, id))
}

/// A hash of a class value without its digits, which number items.
fn class_kind(value: &str) -> u64 {
    let mut hash = Fnv::default();
    for byte in value.bytes().filter(|byte| !byte.is_ascii_digit()) {
        hash.write(&[byte]);
    }
    hash.finish()
}
