//! Section cues: short lines that announce what follows, such as "Related posts", "Kommentare", "配送". Blocks after such a
//! line in the same element are of its kind.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::blocks::{Block, Blocks};
use crate::dom::{Document, NodeId};
use crate::lexicon::section_cues::SECTION_CUES;

/// How many kinds of lines there are.
pub(super) const KINDS: usize = SECTION_CUES.len();

/// A cue has at most so many words.
const MAX_WORDS: u32 = 7;

/// How many levels above a cue the element is looked for that it announces: headings stand in few wrappers.
const MAX_WRAPPERS: usize = 5;

/// The cues before each block.
#[derive(Debug, Default)]
pub(super) struct SectionCues {
    /// For each block, the kinds of cues that announce it, as bits.
    pub(super) within: Vec<u16>,
    /// For each block and kind, how many blocks ago the last cue was.
    pub(super) since: Vec<[u8; KINDS]>,
}

impl SectionCues {
    pub(super) fn of(page: &Document, blocks: &Blocks) -> SectionCues {
        let mut cues = SectionCues::default();
        let mut since = [u8::MAX; KINDS];
        let mut ends = [NodeId::ROOT; KINDS];
        for block in &blocks.list {
            let kinds = if block.count.words <= MAX_WORDS && !block.hidden { kinds(block.text(page)) } else { 0 };
            let mut within = 0;
            for (kind, (since, end)) in since.iter_mut().zip(&mut ends).enumerate() {
                *since = since.saturating_add(1);
                if kinds & 1 << kind != 0 {
                    *since = 0;
                    *end = (*end).max(page.end(announced(page, blocks, block)));
                }
                within |= u16::from(block.first < *end) << kind;
            }
            cues.within.push(within);
            cues.since.push(since);
        }
        cues
    }
}

/// The element that the cue announces: the closest that holds more than the cue.
fn announced(page: &Document, blocks: &Blocks, block: &Block) -> NodeId {
    let around = std::iter::once(block.container).chain(page.ancestors(block.container));
    around.take(MAX_WRAPPERS).find(|&id| blocks.totals[id].blocks > 1).unwrap_or(block.container)
}

/// The kinds of cues that the words of a line begin like, as bits.
fn kinds(line: &str) -> u16 {
    let cues = &*CUES;
    let mut kinds = 0;
    let mut word = String::new();
    for c in line.chars().chain([' ']) {
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
            continue;
        }
        if !c.is_ascii() && c.is_alphanumeric() {
            word.extend(c.to_lowercase());
            continue;
        }
        for (at, from) in word.char_indices() {
            // Only scripts without spaces have words within words.
            if at == 0 || from >= FIRST_IDEOGRAPH {
                let rest = word.get(at..).unwrap_or_default();
                let begun = cues.of(rest).iter().filter(|(beginning, _)| rest.starts_with(beginning));
                kinds |= begun.fold(0, |kinds, (_, kind)| kinds | 1 << kind);
            }
        }
        word.clear();
    }
    kinds
}

/// The first character of the blocks of scripts that are written without spaces.
const FIRST_IDEOGRAPH: char = '\u{2E80}';

/// The beginnings of words in the table with their kinds, so that few are compared with each word.
struct Cues {
    /// Those that begin with two of the letters a to z, by these.
    latin: [Vec<(&'static str, usize)>; LATIN * LATIN],
    /// The others, by their first character.
    others: BTreeMap<char, Vec<(&'static str, usize)>>,
}

const LATIN: usize = 26;

impl Cues {
    fn new() -> Cues {
        let mut cues = Cues { latin: [const { Vec::new() }; LATIN * LATIN], others: BTreeMap::new() };
        for (kind, (_, words)) in SECTION_CUES.iter().enumerate() {
            for word in words.split_whitespace() {
                match latin(word).and_then(|place| cues.latin.get_mut(place)) {
                    Some(words) => words.push((word, kind)),
                    None => cues.others.entry(first(word)).or_default().push((word, kind)),
                }
            }
        }
        cues
    }

    /// Those that the word may begin with.
    fn of(&self, word: &str) -> &[(&'static str, usize)] {
        match latin(word).and_then(|place| self.latin.get(place)) {
            Some(words) => words,
            None => self.others.get(&first(word)).map(Vec::as_slice).unwrap_or_default(),
        }
    }
}

fn first(word: &str) -> char {
    word.chars().next().unwrap_or(' ')
}

fn latin(word: &str) -> Option<usize> {
    let letter = |at: usize| word.as_bytes().get(at).filter(|byte| byte.is_ascii_lowercase());
    Some(usize::from(letter(0)? - b'a') * LATIN + usize::from(letter(1)? - b'a'))
}

static CUES: LazyLock<Cues> = LazyLock::new(Cues::new);

#[cfg(test)]
mod tests {
    use super::{SECTION_CUES, kinds};

    #[test]
    fn lines_announce_in_many_languages() {
        let check = |line: &str, expected: &[&str]| {
            let found = kinds(line);
            let named: Vec<_> = (0..SECTION_CUES.len())
                .filter(|kind| found & 1 << kind != 0)
                .map(|kind| SECTION_CUES[kind].0)
                .collect();
            assert_eq!(named, expected, "{line}");
        };
        check("You may also like", &["related"]);
        check("12 Kommentare", &["comments"]);
        check("Avis des clients", &["reviews"]);
        check("Häufige Fragen", &["questions"]);
        check("関連記事", &["related"]);
        check("商品の説明", &["description"]);
        check("Доставка и оплата", &["delivery"]);
        check("Подписаться", &["calls"]);
        check("عن الكاتب", &["author"]);
        check("Przypisy", &["notes"]);
        check("目次", &["contents"]);
        check("The third winter", &[]);
    }
}
