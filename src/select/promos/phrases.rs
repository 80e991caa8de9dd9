//! Finds the phrases of lines that lead away from a text. Lines are given in lower case.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::lexicon::promos;
use crate::words::normalized_key;

pub(super) static LEADS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(promos::LEADS));
pub(super) static ACTIONS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of_word_starts(promos::ACTIONS));
pub(super) static LETTERS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(promos::LETTERS));
pub(super) static OFFERS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(promos::OFFERS));
pub(super) static NETWORKS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(promos::NETWORKS));
pub(super) static READER_OR_SITE: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(promos::READER_OR_SITE));
pub(super) static RIGHTS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(promos::RIGHTS));
pub(super) static TAG_LABELS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(promos::TAG_LABELS));
pub(super) static COUNTS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of_word_starts(promos::COUNTS));

/// Marks of advertisements by their letters and digits alone.
static ADVERT_MARKS: LazyLock<HashSet<String>> =
    LazyLock::new(|| promos::ADVERT_MARKS.iter().map(|mark| normalized_key(mark)).collect());

/// Scripts before this character put spaces between words, so that a word has an end.
const FIRST_WITHOUT_SPACES: char = '\u{2E80}';

/// Words as short as this are articles, prepositions and the like.
const MAX_PARTICLE_LETTERS: usize = 2;

/// Phrases of one kind.
pub(super) struct Phrases {
    by_first: HashMap<char, Vec<&'static str>>,
    /// Whether words may go on after a phrase.
    are_word_starts: bool,
}

impl Phrases {
    fn of(phrases: &[&'static str]) -> Phrases {
        let mut by_first: HashMap<char, Vec<&'static str>> = HashMap::new();
        for phrase in phrases {
            if let Some(first) = phrase.chars().next() {
                by_first.entry(first).or_default().push(phrase);
            }
        }
        Phrases { by_first, are_word_starts: false }
    }

    fn of_word_starts(phrases: &[&'static str]) -> Phrases {
        Phrases { are_word_starts: true, ..Phrases::of(phrases) }
    }

    /// Whether the text begins with one of the phrases.
    pub(super) fn begin(&self, text: &str) -> bool {
        self.rest(text).is_some()
    }

    /// What follows the longest of the phrases that the text begins with.
    pub(super) fn rest<'t>(&self, text: &'t str) -> Option<&'t str> {
        let phrases = text.chars().next().and_then(|first| self.by_first.get(&first)).into_iter().flatten();
        let rests = phrases.filter_map(|phrase| text.strip_prefix(phrase));
        rests.filter(|rest| self.are_word_starts || is_apart(rest.chars().next())).min_by_key(|rest| rest.len())
    }

    /// Whether one of the phrases stands anywhere in the line, from the beginning of a word on.
    pub(super) fn are_in(&self, line: &str) -> bool {
        let mut before = None;
        line.char_indices().any(|(at, c)| {
            let starts_word = is_apart(before.replace(c));
            starts_word && line.get(at..).is_some_and(|rest| self.begin(rest))
        })
    }
}

/// Whether a word may end before, or begin after, the character.
fn is_apart(beside: Option<char>) -> bool {
    beside.is_none_or(|c| !c.is_alphanumeric() || c >= FIRST_WITHOUT_SPACES)
}

/// Whether a mark of advertisements is the whole line.
pub(super) fn is_advert_mark(line: &str) -> bool {
    ADVERT_MARKS.contains(&normalized_key(line))
}

/// Whether every word of the line but particles is a word for what is counted, and there is one.
pub(super) fn only_counts(line: &str) -> bool {
    let mut has_count = false;
    for word in line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let is_count = COUNTS.begin(word);
        if !is_count && word.chars().count() > MAX_PARTICLE_LETTERS {
            return false;
        }
        has_count |= is_count;
    }
    has_count
}
