//! What names suggest: words in `class`, `id`, `role` and `itemprop`, and the names of the elements themselves.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Totals;
use crate::dom::{Attr, Document, NodeId, NodeMap, Tag};

/// A kind of region that names suggest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)] // The words of each are in `VOCABULARY`.
pub enum Signal {
    Content,
    Comment,
    Navigation,
    Related,
    Advert,
    Share,
    Side,
    Footer,
    Header,
    Consent,
    Subscribe,
    Byline,
    Caption,
    Forum,
    Title,
    ScreenReader,
    Form,
}

/// How many signals there are.
pub const SIGNALS: usize = Signal::Form as usize + 1;

/// A set of [`Signal`]s.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SignalSet(u32);

impl SignalSet {
    /// Whether the signal is in the set.
    pub fn has(self, signal: Signal) -> bool {
        self.0 & (1 << signal as u8) != 0
    }

    /// The set with the signal.
    fn with(self, signal: Signal) -> Self {
        SignalSet(self.0 | 1 << signal as u8)
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

    fn only(self, signals: &[Signal]) -> Self {
        let mask = signals.iter().fold(SignalSet::default(), |mask, &signal| mask.with(signal));
        SignalSet(self.0 & mask.0)
    }

    fn union(self, other: Self) -> Self {
        SignalSet(self.0 | other.0)
    }
}

/// The signals of one element.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signals {
    /// From its own names.
    pub own: SignalSet,
    /// Those of its own that say something about a part of the page.
    pub telling: SignalSet,
    /// From its own and those of all elements around it, below `body`.
    pub around: SignalSet,
}

/// Beginnings of name parts, and what they suggest. `share-bar`, `shareBar` and `share_bar` have the part `share`.
const VOCABULARY: &[(Signal, &[&str])] = &[
    (
        Signal::Content,
        &[
            "article",
            "blog",
            "body",
            "content",
            "copy",
            "description",
            "detail",
            "entry",
            "main",
            "markdown",
            "post",
            "prose",
            "richtext",
            "story",
            "text",
        ],
    ),
    (Signal::Comment, &["comment", "disqus", "discussion", "respond", "reply", "replies"]),
    (
        Signal::Navigation,
        &["breadcrumb", "crumb", "menu", "nav", "navbar", "navigation", "paginat", "pager", "skip", "toc", "toolbar"],
    ),
    (
        Signal::Related,
        &[
            "also",
            "carousel",
            "featured",
            "latest",
            "more",
            "next",
            "popular",
            "prev",
            "readnext",
            "recent",
            "recirc",
            "recommend",
            "related",
            "similar",
            "suggest",
            "teaser",
            "trending",
            "upsell",
        ],
    ),
    (
        Signal::Advert,
        &["ad", "ads", "advert", "advertisement", "adslot", "banner", "dfp", "outbrain", "promo", "sponsor", "taboola"],
    ),
    (Signal::Share, &["facebook", "follow", "pinterest", "share", "sharing", "social", "twitter", "whatsapp"]),
    (Signal::Side, &["aside", "rail", "side", "sidebar", "widget"]),
    (Signal::Footer, &["bottom", "copyright", "foot", "footer", "legal"]),
    (Signal::Header, &["header", "masthead", "topbar"]),
    (Signal::Consent, &["consent", "cookie", "dialog", "gdpr", "lightbox", "modal", "overlay", "popup"]),
    (
        Signal::Subscribe,
        &[
            "cta",
            "donate",
            "login",
            "newsletter",
            "optin",
            "paywall",
            "register",
            "signin",
            "signup",
            "subscribe",
            "subscription",
        ],
    ),
    (
        Signal::Byline,
        &[
            "author",
            "avatar",
            "bio",
            "byline",
            "category",
            "categories",
            "dateline",
            "meta",
            "posted",
            "published",
            "tag",
            "tags",
            "timestamp",
        ],
    ),
    (Signal::Caption, &["caption", "credit"]),
    (Signal::Forum, &["answer", "forum", "message", "question", "thread", "topic"]),
    (Signal::Title, &["headline", "subtitle", "title"]),
    (Signal::ScreenReader, &["screenreader", "sr", "visually", "visuallyhidden"]),
    (Signal::Form, &["form", "input", "search"]),
];

/// Words that must be met whole: as beginnings they begin too many other words.
const WHOLE: &[&str] = &[
    "ad", "ads", "also", "bio", "copy", "foot", "more", "nav", "next", "prev", "side", "sr", "tag", "tags", "toc",
    "cta", "rail", "text", "form", "main", "meta", "body",
];

/// About how many names a page has.
const NAMES: usize = 400;

/// Reads the names of every element, and passes them on to what is in it.
pub(super) fn collect(page: &Document, totals: &NodeMap<Totals>) -> NodeMap<Signals> {
    let most = |share: f32| (totals[page.body()].words as f32 * share) as u32;
    let (half, nearly_all) = (most(0.5), most(0.9));
    let mut signals = NodeMap::new(page, Signals::default());
    let mut known: HashMap<&str, SignalSet> = HashMap::with_capacity(NAMES);
    for id in page.all() {
        let tag = page.tag(id);
        if tag == Tag::Text {
            continue;
        }
        let mut own = of_tag(tag);
        for (name, value) in page.attributes(id) {
            if matches!(name, Attr::Class | Attr::Id | Attr::Role | Attr::Itemprop) && !value.is_empty() {
                own = own.union(*known.entry(value).or_insert_with(|| of_names(value)));
            }
        }
        // Sites put their whole state on the outer elements (`has-sidebar`, `nav-open`): what names an element
        // that holds most of the page says nothing about a part of it. Comments, though, may be most of it.
        let words = totals[id].words;
        let telling = match () {
            _ if id == NodeId::ROOT || tag == Tag::Body || words > nearly_all => SignalSet::default(),
            _ if words > half => own.only(&[Signal::Comment, Signal::Content, Signal::Forum]),
            _ => own,
        };
        signals[id] = Signals { own, telling, around: telling.union(signals[page.parent(id)].around) };
    }
    signals
}

fn of_tag(tag: Tag) -> SignalSet {
    let none = SignalSet::default();
    match tag {
        Tag::Article | Tag::Main => none.with(Signal::Content),
        Tag::Aside => none.with(Signal::Side),
        Tag::Dialog => none.with(Signal::Consent),
        Tag::Figcaption => none.with(Signal::Caption),
        Tag::Footer => none.with(Signal::Footer),
        Tag::Form => none.with(Signal::Form),
        Tag::Header => none.with(Signal::Header),
        Tag::Nav => none.with(Signal::Navigation),
        _ => none,
    }
}

fn of_names(names: &str) -> SignalSet {
    let mut set = SignalSet::default();
    let mut part = String::with_capacity(names.len());
    for c in names.chars().chain([' ']) {
        // A capital begins a new part, so that camelCase names are read like the others.
        if c.is_ascii_lowercase() {
            part.push(c);
            continue;
        }
        if part.len() > 1 || part.len() == 1 && !c.is_ascii_uppercase() {
            set = set.union(of_part(&part));
            part.clear();
        }
        if c.is_ascii_uppercase() {
            part.push(c.to_ascii_lowercase());
        }
    }
    set
}

fn of_part(part: &str) -> SignalSet {
    let first = part.bytes().next().map_or(0, |byte| usize::from(byte.wrapping_sub(b'a')));
    let words = BY_FIRST_LETTER.get(first).map(Vec::as_slice).unwrap_or_default();
    let suggests = |word: &&Word| if word.whole { part == word.text } else { part.starts_with(word.text) };
    words.iter().filter(suggests).fold(SignalSet::default(), |set, word| set.with(word.signal))
}

/// A word of the vocabulary.
struct Word {
    text: &'static str,
    whole: bool,
    signal: Signal,
}

/// The vocabulary by first letter, from `a`: most parts of names begin like few of its words.
static BY_FIRST_LETTER: LazyLock<[Vec<Word>; 26]> = LazyLock::new(|| {
    let mut letters = [const { Vec::new() }; 26];
    for &(signal, words) in VOCABULARY {
        for text in words {
            let first = text.bytes().next().map_or(0, |byte| usize::from(byte.wrapping_sub(b'a')));
            if let Some(letter) = letters.get_mut(first) {
                letter.push(Word { text, whole: WHOLE.contains(text), signal });
            }
        }
    }
    letters
});
