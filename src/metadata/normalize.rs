//! Text values of one line, without markup and invisible characters, and text folded for comparing.

use crate::dom::Tag;

/// The longest one-line value that is kept, in characters: longer ones are cut between words. Chosen by hand.
const MAX_LINE: usize = 500;

/// A line is cut between words where that leaves this part of it or more, else within a word: scripts without spaces have
/// words as long as the line.
const MIN_LEFT: f32 = 0.5;

/// The longest tag, in bytes: what does not close within it is a lesser-than sign. Chosen by hand.
const MAX_TAG: usize = 1000;

/// The longest id that is compared with its heading, and the longest heading, in bytes. Chosen by hand.
const MAX_SLUG: usize = 200;
const MAX_HEADING: usize = 400;

/// The word similarity from which an id is made of its heading's words. Chosen by hand.
const MIN_SLUG_SIMILARITY: f32 = 0.6;

/// One line of text: white space folded, invisible characters removed, cut to a length.
/// `None` where nothing is left.
pub(crate) fn line(text: &str) -> Option<String> {
    line_of(text, MAX_LINE)
}

/// [`line()`] with a length of its own, in characters.
pub(super) fn line_of(text: &str, max: usize) -> Option<String> {
    let mut out = String::new();
    let (mut length, mut last_space) = (0, 0);
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                last_space = out.len();
                out.push(' ');
                length += 1;
            }
        } else if c.is_ascii_graphic() || is_shown(c) {
            out.push(c);
            length += 1;
        }
        if length > max {
            let is_between_words = last_space as f32 > MIN_LEFT * out.len() as f32;
            out.truncate(if is_between_words { last_space } else { out.len() - c.len_utf8() });
            break;
        }
    }
    out.truncate(out.trim_end().len());
    (!out.is_empty()).then_some(out)
}

/// Whether a character shows, or joins ones that show.
fn is_shown(c: char) -> bool {
    !c.is_control()
        && !matches!(c,
            // Marks, embeddings, overrides and isolates of direction: they can make text read as another.
            '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}'
            // Soft hyphens, zero width spaces, joiners of words, byte order marks, fillers, tags.
            | '\u{00AD}' | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFD}'
            | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}'
            // Private use: the glyphs of icon fonts.
            | '\u{E000}'..='\u{F8FF}')
}

/// Text without the inline markup that some values carry.
pub(super) fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        let (before, tag) = rest.split_at(open);
        out.push_str(before);
        let near = tag.get(..tag.floor_char_boundary(MAX_TAG)).unwrap_or(tag);
        match near.find('>') {
            Some(close) if is_inline_tag(near.get(1..close).unwrap_or_default()) => {
                out.push(' ');
                rest = tag.get(close + 1..).unwrap_or_default();
            }
            _ => {
                out.push('<');
                rest = tag.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

/// Whether it is one of the tags that text values carry by mistake. Others are left alone: `How to use <table>` is a
/// headline.
fn is_inline_tag(inside: &str) -> bool {
    use Tag::*;
    let name = inside.trim_start_matches('/');
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    matches!(
        Tag::known(&name.to_ascii_lowercase()),
        Some(
            A | Abbr
                | B
                | Br
                | Cite
                | Code
                | Div
                | Em
                | Font
                | H1
                | H2
                | H3
                | I
                | Img
                | Li
                | Mark
                | P
                | Q
                | S
                | Script
                | Small
                | Span
                | Strong
                | Style
                | Sub
                | Sup
                | U
                | Ul
        )
    )
}

/// Whether a text in any case starts with another in lower case.
#[inline]
pub(super) fn starts_with_lower(text: &str, start: &str) -> bool {
    // Most differ in their first letter.
    let (first, wanted) = (text.bytes().next().unwrap_or_default(), start.bytes().next().unwrap_or_default());
    if first.is_ascii() && first.to_ascii_lowercase() != wanted {
        return false;
    }
    let mut letters = text.chars().flat_map(char::to_lowercase);
    start.chars().all(|letter| letters.next() == Some(letter))
}

/// The words of a text in lower case, with single spaces between them and no punctuation: for comparing.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !c.is_ascii() && c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’' | '\u{AD}' | '\u{200B}') && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether a folded text contains another, word for word.
pub(super) fn contains_words(folded: &str, part: &str) -> bool {
    if part.is_empty() || part.len() > folded.len() {
        return false;
    }
    folded.match_indices(part).any(|(at, _)| {
        let before = folded.get(..at).unwrap_or_default();
        let after = folded.get(at + part.len()..).unwrap_or_default();
        (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    })
}

/// Whether an id is made of the words of a text.
pub(super) fn is_slug_of(id: &str, text: &str) -> bool {
    id.len() < MAX_SLUG
        && text.len() < MAX_HEADING
        && WordBag::of(id).similarity(&WordBag::of(text)) >= MIN_SLUG_SIMILARITY
}

/// A folded text, with its words for comparing.
#[derive(Debug)]
pub(super) struct WordBag {
    pub(super) text: String,
    /// The words as hashes, sorted.
    sorted: Vec<u64>,
}

impl WordBag {
    pub(super) fn of(text: &str) -> Self {
        let text = fold(text);
        let mut sorted: Vec<u64> = text.as_bytes().split(|&byte| byte == b' ').map(hash).collect();
        sorted.sort_unstable();
        WordBag { text, sorted }
    }

    pub(super) fn count(&self) -> usize {
        self.sorted.len()
    }

    /// How similar two texts are, from 0 to 1: the share of words they have in common.
    pub(super) fn similarity(&self, other: &WordBag) -> f32 {
        if self.text.is_empty() || other.text.is_empty() {
            return 0.0;
        }
        let (mut i, mut j, mut both) = (0, 0, 0);
        while let (Some(&x), Some(&y)) = (self.sorted.get(i), other.sorted.get(j)) {
            match x.cmp(&y) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    both += 1;
                    i += 1;
                    j += 1;
                }
            }
        }
        2.0 * both as f32 / (self.count() + other.count()) as f32
    }
}

/// FNV-1a, which is fast on short words.
fn hash(word: &[u8]) -> u64 {
    word.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
