//! What the page says twice: tabs and their copies for phones, summaries shown again below.

use std::collections::HashMap;

use super::{Verdict, kept_words};
use crate::blocks::{BlockId, Blocks};
use crate::document::{Document, NodeRange};
use crate::words::essence;

/// Shorter lines may well be the same and mean something each time.
const FEWEST_WORDS: u32 = 8;

/// Keeps one copy of each long line that is kept twice or more: the first, or the first that the page shows. Where
/// repeats are a small part of the text, as a refrain is, all stay.
pub(super) fn drop_repeats(page: &Document, blocks: &Blocks, verdicts: &mut [Verdict]) {
    const SMALL_PART: u32 = 20;
    let mut said: HashMap<String, BlockId> = HashMap::new();
    let mut repeats = Vec::new();
    for (id, (block, verdict)) in blocks.list.iter().zip(verdicts.iter()).enumerate() {
        if !verdict.kept() || block.count.words < FEWEST_WORDS {
            continue;
        }
        let text = page.text_of(NodeRange { first: block.first, end: block.last.plus(1) });
        let first = *said.entry(essence(text)).or_insert(id);
        if first == id {
            continue;
        }
        repeats.push(if blocks.block(first).hidden && !block.hidden { first } else { id });
    }
    let words: u32 = repeats.iter().map(|&id| blocks.block(id).count.words).sum();
    if words * SMALL_PART < kept_words(blocks, verdicts) {
        return;
    }
    for id in repeats {
        if let Some(verdict) = verdicts.get_mut(id) {
            *verdict = Verdict::Repeat;
        }
    }
}
