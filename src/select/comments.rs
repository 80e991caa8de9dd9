//! What names call comments on an article is dropped, where enough is left to read without them.
//!
//! `<p>Text …</p><div class="comments"><p>First!</p></div>` → `<p>Text …</p>`

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::article::PageType;
use crate::blocks::Signal;
use crate::dom::{NodeId, NodeMap};

/// So many words of prose must be left: chosen as a short note, of two or three sentences.
const MIN_PROSE_LEFT: u32 = 40;

/// What looks even a little like a thread may be one, and then its comments are all there is.
const MAX_FORUM: f32 = 0.15;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    if input.type_probability(PageType::Forum) >= MAX_FORUM {
        return;
    }
    let page = input.page;
    let mut inside = NodeMap::new(page, false);
    for id in page.all() {
        let is_comment = || input.blocks.signals[id].telling.has(Signal::Comment);
        inside[id] = id != NodeId::ROOT && inside[page.parent(id)] || is_comment();
    }
    let kept = || input.all().filter(|&(id, _)| decisions.is_kept(id));
    let left = kept().filter(|(_, block)| block.is_prose() && !inside[block.container]);
    if left.map(|(_, block)| block.count.words).sum::<u32>() < MIN_PROSE_LEFT {
        return;
    }
    let comments: Vec<_> = kept().filter(|(_, block)| inside[block.container]).map(|(id, _)| id).collect();
    comments.into_iter().for_each(|id| decisions.drop_for_good(id));
}
