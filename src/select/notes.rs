//! A note that kept text refers to is kept, wherever the page sets it; what only repeats a note is dropped.
//!
//! `<p>Tea<a href="#n">1</a></p>` kept, `<p id="n">1. Green.</p>` dropped → both

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::dom::{NodeId, NodeRange, Tag};
use crate::notes::Note;

/// The rule that keeps notes for their references.
pub(super) const NAME: &str = "notes";

/// A note may refer to another: twice is as far as that goes.
const MAX_ROUNDS: usize = 2;

pub(super) fn keep_referred(input: &SelectInput<'_>, decisions: &mut Decisions) {
    for _ in 0..MAX_ROUNDS {
        for note in &input.notes().list {
            if is_referred_to(input, decisions, note) && !is_whole(input, decisions, note) {
                note.body.iter().for_each(|&id| decisions.keep_node(input.page, input.blocks, id));
            }
        }
    }
}

/// Whether one of the references to it is kept.
fn is_referred_to(input: &SelectInput<'_>, decisions: &Decisions, note: &Note) -> bool {
    let stands_in_kept = |node| note.body.contains(&node) && decisions.is_content(input.page.parent(node));
    note.references.iter().any(|reference| decisions.is_content(reference.node) || stands_in_kept(reference.node))
}

/// Whether all text of the note is kept.
fn is_whole(input: &SelectInput<'_>, decisions: &Decisions, note: &Note) -> bool {
    let page = input.page;
    let mut all = note.body.iter().flat_map(|&id| page.subtree(id));
    all.all(|id| decisions.is_content(id) || page.tag(id) != Tag::Text)
}

pub(super) fn drop_copies(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let notes = input.notes();
    for &id in notes.copies.iter().chain(&notes.boxes) {
        decisions.drop_node(input.page, input.blocks, id);
    }
}

/// Drops notes that were kept for references only, which other rules have dropped since.
pub(super) fn drop_unreferred(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let is_kept_for_reference = |&id: &NodeId| {
        let mut blocks = input.page.subtree(id).into_iter().filter_map(|id| input.blocks.block_of(id));
        decisions.is_content(id) && blocks.all(|block| decisions.is_kept_by(block, NAME))
    };
    let unreferred = input.notes().list.iter().filter(|note| !is_referred_to(input, decisions, note));
    let bodies = unreferred.flat_map(|note| &note.body).copied().filter(is_kept_for_reference);
    for id in bodies.collect::<Vec<_>>() {
        decisions.drop_node(input.page, input.blocks, id);
    }
}

/// Where the page's kept notes are: other rules leave them out, since they are set below the text in the end.
pub(super) struct NoteRanges(Vec<NodeRange>);

impl NoteRanges {
    pub(super) fn of(input: &SelectInput<'_>, decisions: &Decisions) -> NoteRanges {
        let is_kept = |note: &&Note| is_referred_to(input, decisions, note);
        let bodies = input.notes().list.iter().filter(is_kept).flat_map(|note| &note.body);
        let mut ranges: Vec<NodeRange> = bodies.map(|&id| input.page.subtree(id)).collect();
        ranges.sort_unstable_by_key(|range| range.first);
        NoteRanges(ranges)
    }

    pub(super) fn contain(&self, id: NodeId) -> bool {
        let after = self.0.partition_point(|range| range.first <= id);
        after.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|range| range.contains(id))
    }
}
