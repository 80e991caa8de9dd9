//! A block's place: the elements it is in, its neighbours, its section and its like.

use super::context::{Context, Group, LEVELS, Sums};
use crate::blocks::{Block, BlockId};
use crate::dom::{NodeId, Tag};

/// One block and the elements it is in.
pub struct At<'a> {
    pub(super) id: BlockId,
    pub(super) block: &'a Block,
    pub(super) tag: Tag,
    /// The container, its parent and so on, below `html`.
    up: [Option<NodeId>; LEVELS],
}

impl<'a> At<'a> {
    pub(super) fn new(context: &Context<'a>, id: BlockId) -> At<'a> {
        let block = context.blocks.block(id);
        let mut up = [None; LEVELS];
        let mut around = std::iter::once(block.container).chain(context.page.ancestors(block.container));
        for place in &mut up {
            *place = around.next().filter(|&id| id != NodeId::ROOT);
        }
        At { id, block, tag: context.page.tag(block.container), up }
    }

    pub(super) fn up(&self, level: usize) -> Option<NodeId> {
        self.up.get(level).copied().flatten()
    }
}

pub(super) fn neighbour(at: &At<'_>, number: usize) -> Option<BlockId> {
    match number {
        0..3 => at.id.checked_sub(3 - number),
        _ => Some(at.id + number - 2),
    }
}

pub(super) fn near(context: &Context<'_>, at: &At<'_>, number: usize, of: fn(&Block) -> f32) -> f32 {
    neighbour(at, number).and_then(|id| context.blocks.list.get(id)).map_or(-1.0, of)
}

/// How far the windows reach either way, in blocks.
pub(super) const WINDOWS: [usize; 3] = [2, 5, 12];

pub(super) fn window(sums: &[u32], at: &At<'_>, number: usize) -> u32 {
    let reach = WINDOWS.get(number).copied().unwrap_or(0);
    Sums::between(sums, at.id.saturating_sub(reach), at.id + reach + 1)
}

pub(super) fn heading_before(context: &Context<'_>, at: &At<'_>) -> Option<BlockId> {
    context.heading_before.get(at.id).copied().flatten().map(|id| id as BlockId)
}

pub(super) fn heading_after(context: &Context<'_>, at: &At<'_>) -> Option<BlockId> {
    context.heading_after.get(at.id).copied().flatten().map(|id| id as BlockId)
}

pub(super) fn section(context: &Context<'_>, at: &At<'_>, sums: &[u32]) -> u32 {
    let from = heading_before(context, at).map_or(0, |id| id + 1);
    Sums::between(sums, from, heading_after(context, at).unwrap_or(usize::MAX))
}

pub(super) fn title_path(context: &Context<'_>, at: &At<'_>) -> Option<(u8, u8)> {
    context.title_block.map(|_| context.from_title[at.block.container])
}

pub(super) fn group(context: &Context<'_>, at: &At<'_>, number: usize) -> Option<Group> {
    let kind = context.kinds.get(at.id)?.get(number)?;
    context.groups.get(number)?.get(*kind as usize).copied()
}
