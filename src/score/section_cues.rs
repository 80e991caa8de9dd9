//! What short lines announce: "Related posts", "Kommentare", "配送". What follows such a line, and stands in the same
//! element, is of its kind. The words are of several languages, so that no kind is known in one alone.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::context::text;
use crate::blocks::{Block, Blocks};
use crate::dom::{Document, NodeId};
use crate::lexicon::section_cues::SECTION_CUES;

/// How many kinds of lines there are.
pub(super) const KINDS: usize = SECTION_CUES.len();

/// The longest line that announces, in words.
const LONGEST: u32 = 7;

/// For each block and kind: whether it stands in what such a line announces, and how many blocks ago the last was.
#[derive(Debug, Default)]
pub(super) struct Labels {
    pub(super) within: Vec<u16>,
    pub(super) since: Vec<[u8; KINDS]>,
}

impl Labels {
    pub(super) fn of(page: &Document, blocks: &Blocks) -> Labels {
        let mut labels = Labels::default();
        let mut since = [u8::MAX; KINDS];
        let mut ends = [NodeId::ROOT; KINDS];
        for block in &blocks.list {
            let kinds = if block.count.words <= LONGEST && !block.hidden { kinds(text(page, block)) } else { 0 };
            let mut within = 0;
            for (kind, (since, end)) in since.iter_mut().zip(&mut ends).enumerate() {
                *since = since.saturating_add(1);
                if kinds & 1 << kind != 0 {
                    *since = 0;
                    *end = (*end).max(page.end(announced(page, blocks, block)));
                }
                within |= u16::from(block.first < *end) << kind;
            }
            labels.within.push(within);
            labels.since.push(since);
        }
        labels
    }
}

/// The element whose text the line announces: the closest that holds more than the line.
fn announced(page: &Document, blocks: &Blocks, block: &Block) -> NodeId {
    let around = std::iter::once(block.container).chain(page.ancestors(block.container));
    around.take(5).find(|&id| blocks.totals[id].blocks > 1).unwrap_or(block.container)
}

fn kinds(line: &str) -> u16 {
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
        if word.is_empty() {
            continue;
        }
        let first = word.chars().next().unwrap_or(' ');
        for (rest, from) in word.char_indices().map(|(place, c)| (word.get(place..).unwrap_or_default(), c)) {
            // Only scripts without spaces have words within words.
            if from != first && from < '\u{2E80}' {
                continue;
            }
            for (beginning, kind) in BY_FIRST_LETTER.get(&from).into_iter().flatten() {
                let whole = rest.len() == word.len() || from >= '\u{2E80}';
                if whole && rest.starts_with(beginning) {
                    kinds |= 1 << kind;
                }
            }
        }
        word.clear();
    }
    kinds
}

static BY_FIRST_LETTER: LazyLock<BTreeMap<char, Vec<(&str, usize)>>> = LazyLock::new(|| {
    let mut letters: BTreeMap<char, Vec<(&str, usize)>> = BTreeMap::new();
    for (kind, (_, words)) in SECTION_CUES.iter().enumerate() {
        for word in words.split_whitespace() {
            if let Some(first) = word.chars().next() {
                letters.entry(first).or_default().push((word, kind));
            }
        }
    }
    letters
});

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
