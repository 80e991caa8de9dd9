//! A line for those whose browser runs no scripts is dropped. What is long holds the page.
//!
//! `<noscript>You need to enable JavaScript to run this app.</noscript>` → nothing

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::blocks::Block;

pub(super) const NAME: &str = "noscript_notice";

/// The most words of such a line: chosen to hold the longest apologies, of three sentences.
const MAX_WORDS: u32 = 40;

/// A `noscript` of more bytes holds the page, of which a line may speak of scripts.
const MAX_BYTES: usize = 2000;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    for (id, block) in input.all() {
        if is_notice(input, block) {
            decisions.drop_for_good(id);
        }
    }
}

/// Whether the line speaks of scripts: the language's name is the same in all languages.
pub(super) fn is_notice(input: &SelectInput<'_>, block: &Block) -> bool {
    block.noscript
        && block.count.words <= MAX_WORDS
        && input.place(block).noscript.is_none_or(|all| input.page.text(all).len() < MAX_BYTES)
        && input.text(block).to_ascii_lowercase().contains("javascript")
}
