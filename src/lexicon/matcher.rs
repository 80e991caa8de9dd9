//! The one matcher of class words: all words of a value in one pass over it.

use std::ops::Range;
use std::sync::LazyLock;

use super::class_hints::CLASS_HINTS;
use super::class_words::{CLASS_WORDS, Signal, WordPlace};

/// The longest value, in bytes, whose words hint at metadata: longer ones are lists of a style sheet's classes.
const MAX_HINTING: usize = 400;

/// A set of [`Signal`]s.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SignalSet(u64);

impl SignalSet {
    /// The kinds of regions.
    pub const REGIONS: SignalSet = SignalSet((1 << Signal::REGIONS) - 1);

    /// The signals of the words in an attribute's value.
    pub fn of(value: &str) -> SignalSet {
        let (bytes, words) = (value.as_bytes(), &*WORDS);
        let mut set = 0;
        let mut start = 0;
        while let Some(first) = bytes.get(start) {
            if !first.is_ascii_alphabetic() {
                start += 1;
                continue;
            }
            let part = start..end_of_part(bytes, start);
            let (first, second) = letters(bytes.get(start..).unwrap_or_default());
            for word in words.of_parts.beginning_with(first, second) {
                set |= if word.stands(bytes, &part) { 1 << word.signal as u64 } else { 0 };
            }
            start = part.end;
        }
        let mut first = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            let second = letter(byte);
            for word in words.anywhere.beginning_with(first, second) {
                set |= if word.is_at(bytes, at.saturating_sub(1)) { 1 << word.signal as u64 } else { 0 };
            }
            first = second;
        }
        SignalSet(set).union(SignalSet::of_hints(value))
    }

    /// The signals of whole words in an attribute's value, of which metadata are read.
    fn of_hints(value: &str) -> SignalSet {
        let (bytes, words) = (value.as_bytes(), &*WORDS);
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
        let (mut set, mut end) = (0, 0);
        while end < bytes.len() && bytes.len() <= MAX_HINTING {
            let start = end;
            end += 1;
            if !byte(start).is_ascii_alphabetic() {
                continue;
            }
            // A word ends before a capital (`authorName`) and at what is no letter (`author-name`, `AUTHOR_1`).
            let is_of_word = match byte(start).is_ascii_uppercase() && byte(end).is_ascii_uppercase() {
                true => |byte: u8| byte.is_ascii_uppercase(),
                false => |byte: u8| byte.is_ascii_lowercase(),
            };
            while is_of_word(byte(end)) {
                end += 1;
            }
            let (first, second) = (letter(byte(start)), letter(byte(start + 1)));
            for word in words.hints.beginning_with(first, second) {
                let is_it = start + word.text.len() == end && word.is_at(bytes, start);
                set |= if is_it && !is_of_phrase(bytes, start, end) { 1 << word.signal as u64 } else { 0 };
            }
        }
        SignalSet(set)
    }

    /// The set of these signals.
    pub const fn these(signals: &[Signal]) -> SignalSet {
        let (mut set, mut rest) = (0, signals);
        while let [first, others @ ..] = rest {
            set |= 1 << *first as u64;
            rest = others;
        }
        SignalSet(set)
    }

    /// Whether the signal is in the set.
    pub const fn has(self, signal: Signal) -> bool {
        self.0 & (1 << signal as u64) != 0
    }

    /// Whether any of the others is in the set.
    pub fn has_any(self, others: SignalSet) -> bool {
        self.0 & others.0 != 0
    }

    /// The signals in both sets.
    pub fn only(self, others: SignalSet) -> SignalSet {
        SignalSet(self.0 & others.0)
    }

    /// The signals in either set.
    pub fn union(self, other: SignalSet) -> SignalSet {
        SignalSet(self.0 | other.0)
    }

    /// The signals in the set, as numbers.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let number = rest.trailing_zeros();
            rest &= rest.checked_sub(1)?;
            Some(number as usize)
        })
    }
}

/// A capital begins a new part, so that camelCase names are read like the others; a part has two letters at least.
fn end_of_part(bytes: &[u8], start: usize) -> usize {
    let letters = bytes.get(start + 1..).unwrap_or_default();
    match letters.split_first() {
        Some((second, rest)) if second.is_ascii_alphabetic() => {
            start + 2 + rest.iter().take_while(|byte| byte.is_ascii_lowercase()).count()
        }
        _ => start + 1,
    }
}

/// Whether neither the byte before nor the byte after belongs to the word too.
fn is_apart(bytes: &[u8], start: usize, end: usize, belongs: impl Fn(u8) -> bool) -> bool {
    let before = start.checked_sub(1).and_then(|before| bytes.get(before));
    !before.is_some_and(|&byte| belongs(byte)) && !bytes.get(end).is_some_and(|&byte| belongs(byte))
}

/// Whether a word means something else together with those beside it: `side-by-side`, `user-content-1`.
fn is_of_phrase(bytes: &[u8], start: usize, end: usize) -> bool {
    let joins = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|byte| matches!(byte, b'-' | b'_'));
    match bytes.get(start..end) {
        Some(b"by") => joins(start.checked_sub(1)) && joins(Some(end)),
        Some(b"user") => bytes.get(end..).is_some_and(|after| after.starts_with(b"-content")),
        _ => false,
    }
}

/// A word of the table.
struct ClassWord {
    text: &'static str,
    place: WordPlace,
    signal: Signal,
}

impl ClassWord {
    /// Whether the word stands where the part begins, as it must.
    fn stands(&self, bytes: &[u8], part: &Range<usize>) -> bool {
        let end = part.start + self.text.len();
        let is_apart = |belongs: fn(u8) -> bool| is_apart(bytes, part.start, end, belongs);
        let may = match self.place {
            WordPlace::Part => part.end == end,
            WordPlace::PartStart => part.end >= end,
            WordPlace::Letters => is_apart(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii()),
            WordPlace::Name | WordPlace::ExactName => is_apart(|byte| !byte.is_ascii_whitespace()),
            WordPlace::Anywhere => true,
        };
        may && self.is_at(bytes, part.start)
    }

    fn is_at(&self, bytes: &[u8], start: usize) -> bool {
        let word = self.text.as_bytes();
        let found = bytes.get(start..start + word.len()).unwrap_or_default();
        if self.place == WordPlace::ExactName { found == word } else { found.eq_ignore_ascii_case(word) }
    }
}

/// All words of the tables.
struct ClassWords {
    /// Those that stand where a part of a name begins.
    of_parts: LetterIndex,
    anywhere: LetterIndex,
    hints: LetterIndex,
}

static WORDS: LazyLock<ClassWords> = LazyLock::new(|| ClassWords {
    of_parts: LetterIndex::new(class_words(|place| place != WordPlace::Anywhere)),
    anywhere: LetterIndex::new(class_words(|place| place == WordPlace::Anywhere)),
    hints: LetterIndex::new(CLASS_HINTS.iter().map(|&(signal, words)| (signal, WordPlace::Part, words))),
});

/// A row of a table.
type WordRow = (Signal, WordPlace, &'static [&'static str]);

fn class_words(of: impl Fn(WordPlace) -> bool) -> impl Iterator<Item = WordRow> {
    CLASS_WORDS.iter().copied().filter(move |&(_, place, _)| of(place))
}

/// The words by their first two letters, which hardly any place in a value has.
struct LetterIndex {
    words: Vec<ClassWord>,
    /// For each pair of letters, where its words end; those of the pair before end where they begin.
    ends: [u16; PAIRS],
    /// For each first letter, the second letters of its words.
    seconds: [u32; LETTERS],
}

/// Letters are told apart by their lowest five bits, which are the same for both cases.
const LETTERS: usize = 1 << 5;
const PAIRS: usize = LETTERS * LETTERS;

impl LetterIndex {
    fn new(rows: impl Iterator<Item = WordRow>) -> LetterIndex {
        let word = |place, signal| move |&text| ClassWord { text, place, signal };
        let mut words: Vec<ClassWord> =
            rows.flat_map(|(signal, place, texts)| texts.iter().map(word(place, signal))).collect();
        words.sort_by_key(|word| pair(word.text.as_bytes()));
        let mut index = LetterIndex { words, ends: [0; PAIRS], seconds: [0; LETTERS] };
        for word in &index.words {
            let (first, second) = letters(word.text.as_bytes());
            if let Some(seconds) = index.seconds.get_mut(first) {
                *seconds |= 1 << second;
            }
        }
        for (number, end) in index.ends.iter_mut().enumerate() {
            *end = index.words.partition_point(|word| pair(word.text.as_bytes()) <= number) as u16;
        }
        index
    }

    fn beginning_with(&self, first: usize, second: usize) -> &[ClassWord] {
        if self.seconds.get(first).is_none_or(|seconds| seconds & 1 << second == 0) {
            return &[];
        }
        let pair = first * LETTERS + second;
        let end = |pair: usize| self.ends.get(pair).copied().map_or(0, usize::from);
        self.words.get(pair.checked_sub(1).map_or(0, end)..end(pair)).unwrap_or_default()
    }
}

fn letter(byte: u8) -> usize {
    usize::from(byte) % LETTERS
}

fn letters(bytes: &[u8]) -> (usize, usize) {
    let at = |at: usize| bytes.get(at).map_or(0, |byte| letter(*byte));
    (at(0), at(1))
}

fn pair(bytes: &[u8]) -> usize {
    let (first, second) = letters(bytes);
    first * LETTERS + second
}

#[cfg(test)]
mod tests {
    use super::{CLASS_WORDS, Signal, SignalSet, WordPlace};

    #[track_caller]
    fn check(value: &str, expected: &[Signal]) {
        let hints = SignalSet::of_hints(value);
        assert_eq!(SignalSet(SignalSet::of(value).0 & !hints.0), SignalSet::these(expected), "{value}");
    }

    #[test]
    fn each_word_is_found_where_it_must_stand() {
        for &(signal, place, words) in CLASS_WORDS {
            for word in words {
                assert!(word.len() >= 2, "{word}");
                let found = |value: &str| SignalSet::of(value).has(signal);
                assert!(found(word) && found(&format!("x1 {word}")) && found(&format!("{word}\ty1")), "{word}");
                let continued = found(&format!("{word}zz"));
                match place {
                    WordPlace::PartStart | WordPlace::Anywhere => assert!(continued, "{word}"),
                    // Another row may have it as a beginning.
                    WordPlace::Part | WordPlace::Letters | WordPlace::Name | WordPlace::ExactName => {}
                }
                if place != WordPlace::ExactName {
                    assert!(found(&word.to_ascii_uppercase()) || place != WordPlace::Name, "{word}");
                }
            }
        }
    }

    #[test]
    fn names_fall_into_parts() {
        check("share-bar", &[Signal::Share]);
        check("shareBar_1", &[Signal::Share]);
        check("xshare", &[]);
        check("nav", &[Signal::Navigation]);
        check("navy", &[]);
        check("siteNav", &[Signal::Navigation]);
        check("SHARE", &[]);
        check("Share", &[Signal::Share]);
        check("é-share", &[Signal::Share]);
        check("", &[]);
        check("x", &[]);
    }

    #[test]
    fn words_hint_at_metadata() {
        let check = |value: &str, expected: &[Signal]| {
            assert_eq!(SignalSet::of_hints(value), SignalSet::these(expected), "{value}");
        };
        check("author-name", &[Signal::AuthorHint, Signal::NameHint]);
        check("postTitle", &[Signal::EntryHint, Signal::TitleHint]);
        check("AUTHOR_1", &[Signal::AuthorHint]);
        check("headline", &[Signal::TitleHint, Signal::EntryHint]);
        check("authority", &[]);
        check("", &[]);
        check("by", &[Signal::AuthorHint]);
        check("side-by-side", &[]);
        check("user-content-1", &[]);
    }

    #[test]
    fn notes_are_found_anywhere_or_as_letters() {
        check("fnref:1", &[Signal::Note]);
        check("FN1", &[Signal::Note]);
        check("myFootNotes", &[Signal::Footer, Signal::Note]);
        check("ref-12", &[Signal::PerhapsNote]);
        check("prefix", &[]);
        check("Fußnote", &[Signal::Note]);
        check("footback", &[Signal::BackLink]);
    }

    #[test]
    fn code_is_found_by_whole_names() {
        check("x CM-Line y", &[Signal::CodeLine]);
        check("cm-lines", &[]);
        check("block", &[Signal::CodeBlock]);
        check("Block", &[]);
        check("MathJax", &[Signal::FormulaWrapper]);
        check("mathjax", &[]);
    }
}
