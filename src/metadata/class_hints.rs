//! What an element's names say of its text.

use std::sync::LazyLock;

use crate::lexicon::class_hints::{CLASS_HINTS, ClassHint};

/// A set of hints.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ClassHints(u16);

impl ClassHints {
    /// The set of these hints.
    pub(super) const fn these(hints: &[ClassHint]) -> ClassHints {
        let (mut set, mut rest) = (0, hints);
        while let [first, others @ ..] = rest {
            set |= 1 << *first as u16;
            rest = others;
        }
        ClassHints(set)
    }

    /// The hints in either set.
    pub(super) fn union(self, other: ClassHints) -> ClassHints {
        ClassHints(self.0 | other.0)
    }

    /// Whether the hint is in the set.
    pub(super) fn has(self, hint: ClassHint) -> bool {
        self.0 & (1 << hint as u16) != 0
    }

    /// Whether any of the others is in the set.
    pub(super) fn has_any(self, others: ClassHints) -> bool {
        self.0 & others.0 != 0
    }

    /// The hints of the words in a `class`, `id` or `data-testid`.
    pub(super) fn of(value: &str) -> ClassHints {
        let (bytes, words) = (value.as_bytes(), &*WORDS);
        let mut hints = ClassHints::default();
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
        let mut end = 0;
        while end < bytes.len() {
            let start = end;
            end += 1;
            if !byte(start).is_ascii_alphabetic() {
                continue;
            }
            // A word ends before a capital (`authorName`) and at what is no letter (`author-name`, `author_1`).
            if byte(start).is_ascii_uppercase() && byte(end).is_ascii_uppercase() {
                while byte(end).is_ascii_uppercase() {
                    end += 1;
                }
            } else {
                while byte(end).is_ascii_lowercase() {
                    end += 1;
                }
            }
            let (before, word) = (byte(start.wrapping_sub(1)), bytes.get(start..end).unwrap_or_default());
            if !is_of_phrase(before, word, bytes.get(end..).unwrap_or_default()) {
                hints = hints.union(words.hints(word));
            }
        }
        hints
    }
}

/// Whether a word means something else together with those beside it: `side-by-side`, `user-content-1`.
fn is_of_phrase(before: u8, word: &[u8], after: &[u8]) -> bool {
    let joins = |byte: u8| matches!(byte, b'-' | b'_');
    match word {
        b"by" => joins(before) && after.first().is_some_and(|&next| joins(next)),
        b"user" => after.starts_with(b"-content"),
        _ => false,
    }
}

/// The words of the lexicon by their first letter.
#[derive(Default)]
struct WordIndex([LetterWords; 26]);

/// The words that begin with one letter.
#[derive(Default)]
struct LetterWords {
    words: Vec<(&'static str, ClassHints)>,
    /// Their second letters, as bits, which rule out most words that are looked up.
    second_letters: u32,
}

static WORDS: LazyLock<WordIndex> = LazyLock::new(WordIndex::new);

impl WordIndex {
    fn new() -> WordIndex {
        let mut index = WordIndex::default();
        let rows = CLASS_HINTS.iter().flat_map(|&(hint, words)| words.iter().map(move |&word| (hint, word)));
        for (hint, word) in rows {
            let Some((first, second)) = letters(word.as_bytes()) else { continue };
            let Some(letter) = index.0.get_mut(first) else { continue };
            letter.second_letters |= 1 << second;
            let hints = ClassHints::these(&[hint]);
            match letter.words.iter_mut().find(|(known, _)| *known == word) {
                Some((_, known)) => *known = known.union(hints),
                None => letter.words.push((word, hints)),
            }
        }
        index
    }

    fn hints(&self, word: &[u8]) -> ClassHints {
        let letter = letters(word).and_then(|(first, second)| Some((self.0.get(first)?, second)));
        let Some((letter, second)) = letter else { return ClassHints::default() };
        if letter.second_letters & (1 << second) == 0 {
            return ClassHints::default();
        }
        let known = letter.words.iter().find(|(known, _)| word.eq_ignore_ascii_case(known.as_bytes()));
        known.map_or(ClassHints::default(), |&(_, hints)| hints)
    }
}

/// The first two letters of a word, from 0.
fn letters(word: &[u8]) -> Option<(usize, usize)> {
    let letter = |at: usize| {
        let letter = word.get(at)?.to_ascii_lowercase();
        letter.is_ascii_lowercase().then(|| usize::from(letter - b'a'))
    };
    Some((letter(0)?, letter(1)?))
}

#[cfg(test)]
mod tests {
    use super::{ClassHint, ClassHints};

    #[track_caller]
    fn check(value: &str, expected: &[ClassHint]) {
        assert_eq!(ClassHints::of(value), ClassHints::these(expected), "{value}");
    }

    #[test]
    fn names_fall_into_words() {
        check("author-name", &[ClassHint::Author, ClassHint::Name]);
        check("postTitle", &[ClassHint::Entry, ClassHint::Title]);
        check("AUTHOR_1", &[ClassHint::Author]);
        check("headline", &[ClassHint::Title, ClassHint::Entry]);
        check("authority", &[]);
        check("", &[]);
    }

    #[test]
    fn phrases_mean_something_else() {
        check("by", &[ClassHint::Author]);
        check("side-by-side", &[]);
        check("user-content-1", &[]);
    }
}
