//! What a block's text shows beyond what is counted in it.

use std::hash::Hasher;

use super::hash::Fnv;
use crate::blocks::Block;
use crate::dom::Document;

/// What a block's text shows.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TextFacts {
    /// A hash of its letters in lower case, where it is short; 0 where it is long or has none.
    pub key: u64,
    /// How it ends: 0 with a letter or digit, 1 as a sentence does, 2 with a colon, 3 with a question mark, 4 otherwise.
    pub end: u8,
    /// `|`, `·`, `•`, `/`, `»` and the like, which separate the items of a line.
    pub separators: u8,
    /// Currency signs.
    pub money: u8,
    /// `©`, `®`, `™`.
    pub copyright: bool,
    /// `@`.
    pub at: bool,
    /// Whether it begins with a lower-case letter.
    pub lower: bool,
    /// The share of the title's words in it and of its words in the title, whichever is less.
    pub title_overlap: f32,
}

/// A block of more words is no label, title or line of links.
const MAX_LINE: u32 = 30;

/// The facts of each block.
pub(super) fn facts(page: &Document, list: &[Block], title: &str) -> Vec<TextFacts> {
    let mut title: Vec<u64> = words(title).collect();
    title.sort_unstable();
    title.dedup();
    let mut own = Vec::new();
    list.iter().map(|block| of(block.text(page), block, &title, &mut own)).collect()
}

fn of(text: &str, block: &Block, title: &[u64], own: &mut Vec<u64>) -> TextFacts {
    let text = text.trim();
    let mut facts = TextFacts { end: end(text), ..TextFacts::default() };
    facts.lower = text.chars().next().is_some_and(char::is_lowercase);
    if block.count.words > MAX_LINE {
        return facts;
    }
    let mut key = Fnv::default();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            key.add(c.to_ascii_lowercase() as u32);
            continue;
        }
        match c {
            '|' | '·' | '•' | '/' | '»' | '›' | '>' | '→' | '–' | '—' => {
                facts.separators = facts.separators.saturating_add(1);
            }
            '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '￥' => facts.money = facts.money.saturating_add(1),
            '©' | '®' | '™' => facts.copyright = true,
            '@' => facts.at = true,
            _ => {}
        }
        if c.is_alphanumeric() {
            key.add(c as u32);
        }
    }
    facts.key = if block.count.letters > 0 { key.finish().max(1) } else { 0 };
    if !title.is_empty() && block.count.words > 0 {
        own.clear();
        own.extend(words(text));
        let is_shared = |word: &&u64| title.binary_search(word).is_ok();
        // Most blocks share no word, and need no sorting.
        if own.iter().any(|word| is_shared(&word)) {
            own.sort_unstable();
            own.dedup();
            let shared = own.iter().filter(is_shared).count() as f32;
            facts.title_overlap = shared / own.len().max(title.len()).max(1) as f32;
        }
    }
    facts
}

fn end(text: &str) -> u8 {
    let closing = ['"', '\'', '”', '’', '»', '«', ')', ']', '」', '』', '）'];
    match text.trim_end_matches(closing).chars().next_back() {
        Some('.' | '!' | '…' | '。' | '！' | '۔' | '।') => 1,
        Some(':' | '：') => 2,
        Some('?' | '？' | '؟') => 3,
        Some(c) if c.is_alphanumeric() => 0,
        _ => 4,
    }
}

/// Hashes of the words of a text in lower case; in scripts without spaces, of runs of letters.
pub(super) fn words(text: &str) -> impl Iterator<Item = u64> + '_ {
    let mut chars = text.chars();
    std::iter::from_fn(move || {
        let mut hash = Fnv::default();
        let mut any = false;
        for c in chars.by_ref() {
            match c {
                'a'..='z' | '0'..='9' => hash.add(c as u32),
                'A'..='Z' => hash.add(c as u32 | 32),
                _ if c.is_ascii() || !c.is_alphanumeric() => {
                    if any {
                        return Some(hash.finish());
                    }
                    continue;
                }
                _ => c.to_lowercase().for_each(|c| hash.add(c as u32)),
            }
            any = true;
        }
        any.then(|| hash.finish())
    })
}
