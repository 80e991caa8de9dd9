//! One pass over the document that gathers what the sources read, so that none of them walks it again.

use url::Url;

use super::detect_language;
use super::normalize::{self, WordBag};
use crate::address::Address;
use crate::dom::{Attr, Document, NodeId, NodeRange, Tag};
use crate::lexicon::{Signal, SignalSet};
use crate::structured::Structured;

/// More nodes of a kind than this are not gathered. Chosen by hand: hostile pages have more.
const MAX_NODES: usize = 3000;

/// The fewest links that make a part of the page one that leads elsewhere. Chosen by hand.
const MIN_ASIDE_LINKS: usize = 3;

/// How many nodes after the headline a byline in a sidebar may stand. Chosen by hand.
const MAX_BYLINE_DISTANCE: usize = 60;

/// The most parts around a node that are looked at: dozens are nested on hostile pages only.
const MAX_NESTED_ASIDES: usize = 50;

/// The most nodes of an element that is read as one line, and how many bytes of text per byte of the line, for white
/// space is folded. Chosen by hand.
const MAX_LINE_NODES: usize = 200;
const MAX_UNFOLDED: usize = 4;

/// The longest address that is read, in bytes. Chosen by hand.
const MAX_ADDRESS: usize = 4000;

/// The factor on distances before the headline, where a line is less often about the article. Chosen by hand.
const WEIGHT_BEFORE_HEADLINE: usize = 5;

/// Hints that set a part of the page apart.
const APART: SignalSet = SignalSet::these(&[Signal::AsideHint, Signal::CommentHint, Signal::NavigationHint]);

/// Hints that metadata are read from.
const METADATA: SignalSet = SignalSet::these(&[
    Signal::AuthorHint,
    Signal::DateHint,
    Signal::ModifiedHint,
    Signal::TitleHint,
    Signal::DekHint,
    Signal::NameHint,
]);

/// An element whose names hint at what its text is.
#[derive(Debug, Clone, Copy)]
pub(super) struct HintedNode {
    pub(super) node: NodeId,
    pub(super) hints: SignalSet,
}

/// What a part of the page that its tag or its names set apart holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AsideKind {
    /// Few links, so it may well be about the article.
    Unlinked,
    /// An `aside` with links: related stories mostly, but some pages have their byline in one.
    Sidebar,
    /// Navigation, related stories, comments.
    Boilerplate,
}

/// What the sources read.
#[derive(Debug)]
pub(super) struct PageIndex<'a> {
    pub(super) document: &'a Document,
    pub(super) address: &'a Address,
    pub(super) structured: &'a Structured,
    pub(super) links: Vec<NodeId>,
    /// The text of `title`.
    pub(super) title: Option<String>,
    /// The titles that the head gives, in its various places.
    pub(super) titles: Vec<WordBag>,
    /// The page's address: what the caller says, or else the page.
    pub(super) url: Option<Url>,
    /// `h1` to `h3`.
    pub(super) headings: Vec<NodeId>,
    /// All `a` elements.
    pub(super) anchors: Vec<NodeId>,
    pub(super) times: Vec<NodeId>,
    /// Elements whose names hint at an author, a date, a title or a standfirst.
    pub(super) hinted: Vec<HintedNode>,
    /// Links with `rel=author`.
    pub(super) author_links: Vec<NodeId>,
    /// Links with `rel=license`.
    pub(super) license_links: Vec<NodeId>,
    /// The headline as the page shows it.
    pub(super) headline: Option<NodeId>,
    /// Parts of the page set apart, in document order.
    asides: Vec<(NodeRange, AsideKind)>,
    /// The language, by attributes and headers or else by the text: dates and names are read by it.
    pub(super) lang: String,
    /// The language of the text by its script, where that is not Latin.
    lang_by_script: Option<&'static str>,
}

impl<'a> PageIndex<'a> {
    /// Gathers everything but language, titles and headline, which are found in what is gathered.
    pub(super) fn of(document: &'a Document, address: &'a Address, structured: &'a Structured) -> Self {
        let mut page = PageIndex {
            document,
            address,
            structured,
            links: Vec::new(),
            title: None,
            titles: Vec::new(),
            url: None,
            headings: Vec::new(),
            anchors: Vec::new(),
            times: Vec::new(),
            hinted: Vec::new(),
            author_links: Vec::new(),
            license_links: Vec::new(),
            headline: None,
            asides: Vec::new(),
            lang: String::new(),
            lang_by_script: detect_language::by_script(document.text(document.body())),
        };
        page.gather();
        page.url = page.own_url();
        page
    }

    /// Sets the headline, which the part of the page around it belongs to.
    pub(super) fn set_headline(&mut self, headline: Option<NodeId>) {
        self.headline = headline;
        if let Some(headline) = headline {
            self.asides.retain(|(aside, _)| !aside.contains(headline));
        }
    }

    fn gather(&mut self) {
        let document = self.document;
        let mut asides: Vec<(NodeId, SignalSet)> = Vec::new();
        for id in document.all() {
            let tag = document.tag(id);
            if tag == Tag::Text {
                continue;
            }
            let mut hints = SignalSet::default();
            for (name, value) in document.values(id).filter(|_| may_be_hinted(tag)) {
                // The ids of most headings are their text.
                let is_slug = || {
                    let is_heading = tag.heading_level().is_some();
                    is_heading && normalize::is_slug_of(document.value_text(value), document.text(id))
                };
                if matches!(name, Attr::Class | Attr::DataTestid) || (name == Attr::Id && !is_slug()) {
                    hints = hints.union(document.signals_of(value));
                }
            }
            match tag {
                Tag::Link => push(&mut self.links, id),
                Tag::Title if self.title.is_none() => self.title = normalize::line(document.text(id)),
                Tag::H1 | Tag::H2 | Tag::H3 => push(&mut self.headings, id),
                Tag::Time => push(&mut self.times, id),
                // `<relative-time datetime>` and the like.
                Tag::Custom if document.attr(id, Attr::Datetime).is_some() => push(&mut self.times, id),
                Tag::A => {
                    self.anchors.push(id);
                    let rel = document.attr(id, Attr::Rel).unwrap_or_default();
                    if has_word(rel, "author") {
                        push(&mut self.author_links, id);
                    }
                    if has_word(rel, "license") {
                        push(&mut self.license_links, id);
                    }
                }
                Tag::Nav => asides.push((id, hints)),
                Tag::Aside | Tag::Footer | Tag::Dialog if !hints.has(Signal::AuthorHint) => asides.push((id, hints)),
                Tag::Div
                | Tag::Section
                | Tag::Ul
                | Tag::Ol
                | Tag::Article
                | Tag::Table
                | Tag::Custom
                | Tag::Form
                | Tag::Li
                    if hints.has_any(APART) =>
                {
                    asides.push((id, hints));
                }
                _ => {}
            }
            if hints.has_any(METADATA) {
                push(&mut self.hinted, HintedNode { node: id, hints });
            }
        }
        for (id, hints) in asides {
            let range = document.subtree(id);
            let before = |id: NodeId| self.anchors.partition_point(|&anchor| anchor < id);
            let kind = match document.tag(id) {
                _ if hints.has(Signal::CommentHint) => AsideKind::Boilerplate,
                _ if before(range.end) - before(range.first) < MIN_ASIDE_LINKS => AsideKind::Unlinked,
                Tag::Aside if !hints.has(Signal::AsideHint) && !hints.has(Signal::NavigationHint) => AsideKind::Sidebar,
                _ => AsideKind::Boilerplate,
            };
            push(&mut self.asides, (range, kind));
        }
    }

    /// Whether the text can be in a language: pages from templates often say `en`, in whatever script they are.
    pub(super) fn may_be_in(&self, lang: &str) -> bool {
        self.lang_by_script.is_none() || !detect_language::is_latin(lang)
    }

    /// Whether what a node shows is about the article: not in a part that leads elsewhere.
    pub(super) fn is_about_article(&self, id: NodeId) -> bool {
        self.asides_around(id).all(|kind| match kind {
            AsideKind::Unlinked => true,
            AsideKind::Sidebar => {
                id.index().checked_sub(self.headline_end()).is_some_and(|nodes| nodes <= MAX_BYLINE_DISTANCE)
            }
            AsideKind::Boilerplate => false,
        })
    }

    /// Whether a node is in navigation, among related stories, or in comments.
    pub(super) fn is_in_boilerplate(&self, id: NodeId) -> bool {
        self.asides_around(id).any(|kind| kind == AsideKind::Boilerplate)
    }

    /// Where the headline ends; past everything where there is none.
    fn headline_end(&self) -> usize {
        self.headline.map_or(usize::MAX, |headline| self.document.end(headline).index())
    }

    /// Whether a node lies in a part of the page that its tag or names set apart.
    pub(super) fn is_in_aside(&self, id: NodeId) -> bool {
        self.asides_around(id).next().is_some()
    }

    fn asides_around(&self, id: NodeId) -> impl Iterator<Item = AsideKind> {
        let before = self.asides.partition_point(|(aside, _)| aside.first <= id);
        let near = self.asides.get(..before).unwrap_or_default().iter().rev().take(MAX_NESTED_ASIDES);
        near.filter(move |(aside, _)| aside.contains(id)).map(|&(_, kind)| kind)
    }

    /// The first content of the `meta` elements of that name.
    pub(super) fn meta_content(&self, name: &str) -> Option<&'a str> {
        self.structured.meta.content(name)
    }

    /// The text of a small element on one line; `None` where it has none, or more than `max` bytes.
    pub(super) fn line(&self, id: NodeId, max: usize) -> Option<String> {
        self.line_without(id, max, |_| false)
    }

    /// [`Self::line`] without some of the elements in it.
    pub(super) fn line_without(&self, id: NodeId, max: usize, is_left_out: impl Fn(NodeId) -> bool) -> Option<String> {
        let document = self.document;
        if document.end(id).index() - id.index() > MAX_LINE_NODES {
            return None;
        }
        let raw = document.text(id);
        if raw.is_empty() || raw.len() > max * MAX_UNFOLDED {
            return None;
        }
        let mut text = String::with_capacity(raw.len());
        let mut left_out_until = id;
        for node in document.subtree(id) {
            if node < left_out_until {
                continue;
            }
            match document.tag(node) {
                Tag::Text => text.push_str(document.text(node)),
                Tag::Button | Tag::Script | Tag::Style | Tag::Svg | Tag::Select | Tag::Noscript => {
                    left_out_until = document.end(node)
                }
                _ if is_left_out(node) => left_out_until = document.end(node),
                tag if tag.is_block() || matches!(tag, Tag::Br | Tag::Time | Tag::A) => text.push(' '),
                _ => {}
            }
        }
        normalize::line(&text).filter(|text| text.len() <= max)
    }

    /// How far a node is from the headline, in nodes.
    pub(super) fn distance(&self, id: NodeId) -> usize {
        let Some(headline) = self.headline else { return id.index() };
        let end = self.document.end(headline);
        if id >= end {
            id.index() - end.index()
        } else {
            headline.index().saturating_sub(id.index()) * WEIGHT_BEFORE_HEADLINE
        }
    }

    fn own_url(&self) -> Option<Url> {
        self.address.page().cloned().or_else(|| {
            let canonical =
                self.links.iter().find(|&&link| self.rel(link).is_some_and(|rel| has_word(rel, "canonical")));
            let href = canonical.and_then(|&link| self.document.attr(link, Attr::Href));
            Url::parse(href.or_else(|| self.meta_content("og:url"))?.trim()).ok().filter(|url| url.has_host())
        })
    }

    /// The page's host, if its address is known.
    pub(super) fn host(&self) -> Option<&str> {
        self.url.as_ref()?.host_str()
    }

    /// A link element's `rel`.
    pub(super) fn rel(&self, link: NodeId) -> Option<&'a str> {
        self.document.attr(link, Attr::Rel)
    }

    /// An address on the web, in full.
    pub(super) fn web_address(&self, href: &str) -> Option<String> {
        if href.len() > MAX_ADDRESS {
            return None;
        }
        self.address.link(href).filter(|url| url.starts_with("https://") || url.starts_with("http://"))
    }
}

/// Whether an element's names may hint at what its text is: not where it has none, or all of the page's.
fn may_be_hinted(tag: Tag) -> bool {
    use Tag::*;
    !matches!(
        tag,
        Body | Br
            | Button
            | Hr
            | Html
            | Iframe
            | Img
            | Input
            | Link
            | Meta
            | Option
            | Picture
            | Script
            | Source
            | Style
            | Svg
    )
}

fn push<T>(list: &mut Vec<T>, value: T) {
    if list.len() < MAX_NODES {
        list.push(value);
    }
}

/// Whether a list of words separated by spaces holds `word`.
pub(super) fn has_word(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word))
}
