//! The vocabulary of class names, ids and the like: what an element is for, as its makers named it.

/// A set of meanings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ClassHints(u16);

impl ClassHints {
    /// Who wrote it.
    pub(super) const AUTHOR: ClassHints = ClassHints(1);
    /// A name, on its own of no weight.
    pub(super) const NAME: ClassHints = ClassHints(1 << 1);
    /// When it was published.
    pub(super) const DATE: ClassHints = ClassHints(1 << 2);
    /// When it was changed.
    pub(super) const MODIFIED: ClassHints = ClassHints(1 << 3);
    /// A headline.
    pub(super) const TITLE: ClassHints = ClassHints(1 << 4);
    /// Of the article, the post, the page: what makes a title or a date the page's own.
    pub(super) const ENTRY: ClassHints = ClassHints(1 << 5);
    /// A standfirst.
    pub(super) const DEK: ClassHints = ClassHints(1 << 6);
    /// Other stories, adverts, what surrounds the article.
    pub(super) const ASIDE: ClassHints = ClassHints(1 << 7);
    /// Comments and replies.
    pub(super) const COMMENT: ClassHints = ClassHints(1 << 8);
    /// Something about the author that is not the name: a picture, a role, a life.
    pub(super) const ABOUT: ClassHints = ClassHints(1 << 9);
    /// A site's own name.
    pub(super) const SITE: ClassHints = ClassHints(1 << 10);
    /// Navigation.
    pub(super) const NAV: ClassHints = ClassHints(1 << 11);
    /// A label on something: `News`, `Solved`, `Sponsored`.
    pub(super) const LABEL: ClassHints = ClassHints(1 << 12);

    /// Both sets.
    pub(super) const fn and(self, other: ClassHints) -> ClassHints {
        ClassHints(self.0 | other.0)
    }

    /// Whether any of `marks` is in the set.
    pub(super) fn has(self, marks: ClassHints) -> bool {
        self.0 & marks.0 != 0
    }

    /// What the words of a `class`, `id`, `itemprop`, `rel` or `data-testid` say.
    pub(super) fn of(value: &str) -> ClassHints {
        let mut marks = ClassHints::default();
        let bytes = value.as_bytes();
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
                marks = marks.and(meaning(word));
            }
        }
        marks
    }
}

/// Whether a word means something else among those beside it: `side-by-side`, `user-content-1`.
fn is_of_phrase(before: u8, word: &[u8], after: &[u8]) -> bool {
    let joins = |byte: u8| matches!(byte, b'-' | b'_');
    match word {
        b"by" => joins(before) && after.first().is_some_and(|&next| joins(next)),
        b"user" => after.starts_with(b"-content"),
        _ => false,
    }
}

/// The meanings of the values read last: pages repeat their class attributes many times over.
#[derive(Debug)]
pub(super) struct Memory<'a>([(&'a str, ClassHints); REMEMBERED]);

/// How many values are remembered.
const REMEMBERED: usize = 512;

impl<'a> Memory<'a> {
    pub(super) fn new() -> Self {
        Memory([("", ClassHints::default()); REMEMBERED])
    }

    /// [`ClassHints::of`] a value.
    pub(super) fn of(&mut self, value: &'a str) -> ClassHints {
        let middle = value.as_bytes().get(value.len() / 2).copied().unwrap_or_default();
        let last = value.as_bytes().last().copied().unwrap_or_default();
        let place = value.len() ^ usize::from(middle) << 2 ^ usize::from(last) << 4;
        let Some(known) = self.0.get_mut(place % REMEMBERED) else { return ClassHints::of(value) };
        if known.0 != value {
            *known = (value, ClassHints::of(value));
        }
        known.1
    }
}

/// The words, by their first letter: the walk asks this for every word of every class on the page.
fn meaning(word: &[u8]) -> ClassHints {
    let none = ClassHints::default();
    if !(2..=14).contains(&word.len()) {
        return none;
    }
    let Some(letter) = word.first().map(|first| first.to_ascii_lowercase()).filter(u8::is_ascii_lowercase) else {
        return none;
    };
    let place = usize::from(letter - b'a');
    let second = word.get(1).map_or(0, |second| second.to_ascii_lowercase().wrapping_sub(b'a'));
    // Most words are none of these, and their second letter tells.
    if second > 25 || SECOND.get(place).is_none_or(|letters| letters & (1 << second) == 0) {
        return none;
    }
    let words = WORDS.get(place).copied().unwrap_or_default();
    words.iter().find(|(known, _)| word.eq_ignore_ascii_case(known.as_bytes())).map_or(none, |&(_, marks)| marks)
}

const A: ClassHints = ClassHints::AUTHOR;
const D: ClassHints = ClassHints::DATE;
const M: ClassHints = ClassHints::MODIFIED;
const T: ClassHints = ClassHints::TITLE;
const E: ClassHints = ClassHints::ENTRY;
const K: ClassHints = ClassHints::DEK;
const X: ClassHints = ClassHints::ASIDE;
const C: ClassHints = ClassHints::COMMENT;
const B: ClassHints = ClassHints::ABOUT;
const N: ClassHints = ClassHints::NAME;
const S: ClassHints = ClassHints::SITE;
const V: ClassHints = ClassHints::NAV;

/// Row by row the words of one first letter.
const WORDS: [&[(&str, ClassHints)]; 26] = [
    &[
        ("author", A),
        ("authors", A),
        ("autor", A),
        ("auteur", A),
        ("autore", A),
        ("article", E),
        ("avatar", B),
        ("about", B),
        ("ad", X),
        ("ads", X),
        ("also", X),
        ("advert", X),
    ],
    &[
        ("byline", A),
        ("bylines", A),
        ("by", A),
        ("bio", B),
        ("biography", B),
        ("blog", E),
        ("brand", S),
        ("breadcrumb", V),
        ("breadcrumbs", V),
        ("badge", B.and(ClassHints::LABEL)),
        ("banner", X),
        ("box", B),
    ],
    &[
        ("comment", C),
        ("comments", C),
        ("commenter", C),
        ("creator", A),
        ("contributor", A),
        ("credit", B),
        ("carousel", X),
        ("cookie", X),
        ("consent", X),
        ("count", B),
        ("card", ClassHints(0)),
        ("copyright", X),
        ("contact", B),
        ("created", D),
        ("caption", B),
    ],
    &[
        ("date", D),
        ("dateline", D),
        ("datetime", D),
        ("datepublished", D),
        ("datemodified", M),
        ("deck", K),
        ("dek", K),
        ("description", K),
        ("disqus", C),
        ("details", ClassHints(0)),
        ("datum", D),
    ],
    &[("entry", E), ("excerpt", K)],
    &[("fn", N), ("footer", X), ("followers", B), ("featured", X), ("fecha", D)],
    &[("gallery", X)],
    &[("headline", T.and(E)), ("heading", T), ("hed", T), ("header", ClassHints(0)), ("hero", E), ("headshot", B)],
    &[("image", B), ("img", B), ("icon", B), ("intro", K)],
    &[("job", B), ("journalist", A)],
    &[],
    &[
        ("lead", K),
        ("lede", K),
        ("logo", S),
        ("latest", X),
        ("lastmod", M),
        ("label", ClassHints::LABEL),
        ("location", B),
    ],
    &[("modified", M), ("more", X), ("masthead", S), ("menu", V), ("modal", X), ("main", E)],
    &[
        ("name", N),
        ("nav", V),
        ("navbar", V),
        ("navigation", V),
        ("newsletter", X),
        ("next", X),
        ("nickname", A.and(N)),
    ],
    &[("op", E)],
    &[
        ("published", D),
        ("publish", D),
        ("publication", D),
        ("pubdate", D),
        ("pubtime", D),
        ("posted", D),
        ("post", E),
        ("page", E),
        ("popular", X),
        ("promo", X),
        ("photo", B),
        ("picture", B),
        ("profile", ClassHints(0)),
        ("poster", A),
        ("position", B),
        ("prev", X),
        ("product", E),
        ("popup", X),
        ("preamble", K),
    ],
    &[("question", E)],
    &[
        ("related", X),
        ("recommended", X),
        ("recommendations", X),
        ("recirc", X),
        ("reply", C),
        ("replies", C),
        ("respond", C),
        ("responses", C),
        ("role", B),
        ("readmore", X),
        ("recent", X),
        ("review", ClassHints(0)),
        ("reporter", A),
        ("rank", B),
        ("reviews", C),
        ("recipe", E),
    ],
    &[
        ("subtitle", K),
        ("standfirst", K),
        ("subheading", K),
        ("subheadline", K),
        ("subhead", K),
        ("summary", K),
        ("sidebar", X),
        ("site", S),
        ("story", E),
        ("signature", B),
        ("social", B),
        ("share", B),
        ("sponsored", X),
        ("slider", X),
        ("strapline", K),
        ("similar", X),
        ("stats", B),
        ("staff", A),
        ("submitted", A.and(D)),
    ],
    &[
        ("title", T),
        ("time", D),
        ("timestamp", D),
        ("tagline", K.and(S)),
        ("trending", X),
        ("teaser", X),
        ("topic", E),
        ("thread", E),
        ("tags", B),
        ("thumb", B),
        ("thumbnail", B),
        ("thumbnails", X),
        ("testimonial", X),
        ("testimonials", X),
    ],
    &[("username", A.and(N)), ("user", A), ("updated", M), ("update", M), ("upnext", X)],
    &[("vcard", N)],
    &[("writer", A), ("written", A), ("widget", X), ("widgets", X)],
    &[],
    &[],
    &[],
];

/// For each first letter the second letters of its words, as bits.
#[expect(clippy::indexing_slicing, reason = "evaluated when compiled")]
const SECOND: [u32; 26] = {
    let mut letters = [0; 26];
    let mut first = 0;
    while first < WORDS.len() {
        let mut word = 0;
        while word < WORDS[first].len() {
            letters[first] |= 1 << (WORDS[first][word].0.as_bytes()[1] - b'a');
            word += 1;
        }
        first += 1;
    }
    letters
};
