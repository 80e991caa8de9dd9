//! One block as features ask for it: the elements it is in, its neighbours, its section, the blocks of its kind.

use super::context::{FeatureContext, LEVELS, PrefixSums};
use super::element_facts::BlockGroup;
use super::text::TextFacts;
use crate::blocks::{Block, BlockId};
use crate::dom::{NodeId, Tag};

/// What stands for a measure of what is not there: a neighbour, an element so far up, a grid.
pub(super) const ABSENT: f32 = -1.0;

/// One block and the elements it is in.
pub struct BlockRef<'a> {
    pub(super) id: BlockId,
    pub(super) block: &'a Block,
    pub(super) text: TextFacts,
    pub(super) tag: Tag,
    /// Its heading level, 0 where it is none.
    pub(super) level: u8,
    /// The container, its parent and so on, below `html`.
    up: [Option<NodeId>; LEVELS],
}

impl<'a> BlockRef<'a> {
    pub(super) fn new(context: &FeatureContext<'a>, id: BlockId) -> BlockRef<'a> {
        let block = context.blocks.block(id);
        let mut up = [None; LEVELS];
        let mut around = std::iter::once(block.container).chain(context.page.ancestors(block.container));
        for place in &mut up {
            *place = around.next().filter(|&id| id != NodeId::ROOT);
        }
        let text = context.texts.get(id).copied().unwrap_or_default();
        let level = context.levels.get(id).copied().unwrap_or_default();
        BlockRef { id, block, text, tag: context.page.tag(block.container), level, up }
    }

    pub(super) fn up(&self, level: usize) -> Option<NodeId> {
        self.up.get(level).copied().flatten()
    }
}

/// How many blocks on either side of a block are its neighbours.
const NEAR: usize = 3;

/// The blocks before from the farthest on, then those after.
pub(super) fn neighbour(at: &BlockRef<'_>, number: usize) -> Option<BlockId> {
    match number {
        0..NEAR => at.id.checked_sub(NEAR - number),
        _ => Some(at.id + number + 1 - NEAR),
    }
}

/// A measure of a [`neighbour`].
pub(super) fn near(context: &FeatureContext<'_>, at: &BlockRef<'_>, number: usize, of: fn(&Block) -> f32) -> f32 {
    neighbour(at, number).and_then(|id| context.blocks.list.get(id)).map_or(ABSENT, of)
}

/// How many blocks a window has on either side.
pub(super) const WINDOWS: [usize; 3] = [2, 5, 12];

/// The sum over a window around the block.
pub(super) fn window(sums: &[u32], at: &BlockRef<'_>, number: usize) -> u32 {
    let reach = WINDOWS.get(number).copied().unwrap_or(0);
    PrefixSums::between(sums, at.id.saturating_sub(reach), at.id + reach + 1)
}

/// The last heading before the block.
pub(super) fn heading_before(context: &FeatureContext<'_>, at: &BlockRef<'_>) -> Option<BlockId> {
    context.heading_before.get(at.id).copied().flatten().map(|id| id as BlockId)
}

/// The next heading after the block.
pub(super) fn heading_after(context: &FeatureContext<'_>, at: &BlockRef<'_>) -> Option<BlockId> {
    context.heading_after.get(at.id).copied().flatten().map(|id| id as BlockId)
}

/// The sum over the block's section: from the heading before to the heading after.
pub(super) fn section(context: &FeatureContext<'_>, at: &BlockRef<'_>, sums: &[u32]) -> u32 {
    let from = heading_before(context, at).map_or(0, |id| id + 1);
    PrefixSums::between(sums, from, heading_after(context, at).unwrap_or(usize::MAX))
}

/// The steps from the block up to what is around it and the title, and from there down.
pub(super) fn title_path(context: &FeatureContext<'_>, at: &BlockRef<'_>) -> Option<(u8, u8)> {
    context.title_block.map(|_| context.from_title[at.block.container])
}

/// All blocks of the block's kind: by names, then by tags.
pub(super) fn group(context: &FeatureContext<'_>, at: &BlockRef<'_>, number: usize) -> Option<BlockGroup> {
    let kind = context.elements.kinds.get(at.id)?.get(number)?;
    context.elements.groups.get(number)?.get(*kind as usize).copied()
}
