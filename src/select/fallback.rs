//! What keeps a page from total loss: where nearly nothing is kept of what no name speaks against, all of that is kept
//! instead; and where nothing is kept at all, all sentences on the page are.
//!
//! kept: nothing; `<nav>Menu</nav><div>A short text.</div>` → `<div>A short text.</div>`

use super::decisions::Decisions;
use super::input::SelectInput;
use super::{hidden, noscript_notice};
use crate::blocks::{Block, Signal};

/// Fewer than one word in so many of what no name speaks against is nearly nothing: chosen so low that a short text among
/// much else is never taken for a loss.
const MAX_LOSS: u32 = 20;

/// In an article or manual, keeps what no name speaks against, where nearly nothing of it is kept.
pub(super) fn keep_unnamed(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let may_be_content = |block: &&Block| {
        !block.hidden && !is_named_otherwise(input, block) && !noscript_notice::is_notice(input, block)
    };
    let words = input.blocks.list.iter().filter(may_be_content).map(|block| block.count.words).sum::<u32>();
    if decisions.kept_words(input.blocks) >= words / MAX_LOSS {
        return;
    }
    decisions.restart();
    for (id, block) in input.all() {
        match () {
            () if block.hidden => decisions.drop_for_good_by(id, hidden::NAME),
            () if noscript_notice::is_notice(input, block) => decisions.drop_for_good_by(id, noscript_notice::NAME),
            () if !is_named_otherwise(input, block) => decisions.keep(id),
            () => {}
        }
    }
}

/// On any page, keeps all prose where nothing is kept.
pub(super) fn keep_prose(input: &SelectInput<'_>, decisions: &mut Decisions) {
    if decisions.kept_words(input.blocks) > 0 {
        return;
    }
    decisions.restart();
    for (id, block) in input.all() {
        match () {
            () if noscript_notice::is_notice(input, block) => decisions.drop_for_good_by(id, noscript_notice::NAME),
            () if block.is_prose() => decisions.keep(id),
            () => {}
        }
    }
}

/// Whether names speak against the block.
fn is_named_otherwise(input: &SelectInput<'_>, block: &Block) -> bool {
    const OTHERS: [Signal; 5] = [Signal::Navigation, Signal::Header, Signal::Footer, Signal::Side, Signal::Consent];
    let around = input.blocks.signals[block.container].around;
    OTHERS.iter().any(|&signal| around.has(signal))
}
