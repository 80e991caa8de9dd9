//! One pass over the document that gathers what the sources read, so that none of them walks it again.

use url::Url;

use super::class_hints::{ClassHints, Memory};
use super::normalize::Words;
use super::{detect, headline, language, normalize};
use crate::address::Address;
use crate::dom::{Attr, Document, NodeId, NodeRange, Tag};
use crate::structured::Structured;

/// More nodes of a kind than this are not gathered: no honest page needs them, and hostile ones gain nothing.
const MOST: usize = 3000;

/// The fewest links that make a part of the page one that leads elsewhere.
const FEWEST_LINKS: usize = 3;

/// How many nodes after the headline are still right under it.
const RIGHT_UNDER: usize = 60;

/// The longest class attribute that is read, in bytes.
const LONGEST_CLASS: usize = 400;

/// An element that says by its names what it is for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marked {
    pub(super) node: NodeId,
    pub(super) marks: ClassHints,
}

/// How a part of the page that its tag or its names set apart stands to the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// It leads nowhere else, so it may well be about the article.
    Quiet,
    /// An `aside` with links: related stories mostly, but some pages have their byline in one.
    Side,
    /// Navigation, related stories, comments.
    Away,
}

/// What the sources read.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) document: &'a Document,
    pub(super) address: &'a Address,
    pub(super) structured: &'a Structured,
    pub(super) links: Vec<NodeId>,
    /// The text of `title`.
    pub(super) title: Option<String>,
    /// What the head calls the page, in its various places.
    pub(super) titles: Vec<Words>,
    /// The page's address: what the caller says, or else the page.
    pub(super) url: Option<Url>,
    /// `h1` to `h3`.
    pub(super) headings: Vec<NodeId>,
    /// All `a` elements.
    pub(super) anchors: Vec<NodeId>,
    pub(super) times: Vec<NodeId>,
    /// Elements marked as author, date, title or standfirst.
    pub(super) marked: Vec<Marked>,
    /// Links with `rel=author`.
    pub(super) author_links: Vec<NodeId>,
    /// Links with `rel=license`.
    pub(super) license_links: Vec<NodeId>,
    /// The headline as the page shows it.
    pub(super) headline: Option<NodeId>,
    /// Parts beside the article, in document order.
    asides: Vec<(NodeRange, Beside)>,
    /// The language, by attributes and headers or else by the text: dates and names are read by it.
    pub(super) lang: String,
    /// The language that the script of the text tells, where that is not Latin.
    by_script: Option<&'static str>,
}

impl<'a> Page<'a> {
    pub(super) fn new(document: &'a Document, address: &'a Address, structured: &'a Structured) -> Self {
        let mut page = Page {
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
            marked: Vec::new(),
            author_links: Vec::new(),
            license_links: Vec::new(),
            headline: None,
            asides: Vec::new(),
            lang: String::new(),
            by_script: detect::by_script(document.text(document.body())),
        };
        page.gather();
        let declared = language::declared(&page).filter(|lang| page.may_be_in(lang));
        let text = document.text(document.body());
        page.lang = declared.or_else(|| detect::language(text).map(str::to_string)).unwrap_or_default();
        page.titles = headline::titles(&page);
        page.url = page.own_url();
        page.headline = headline::find(&page);
        if let Some(headline) = page.headline {
            page.asides.retain(|(aside, _)| !aside.contains(headline));
        }
        page
    }

    fn gather(&mut self) {
        let document = self.document;
        let mut memory = Memory::new();
        let mut asides: Vec<(NodeId, ClassHints)> = Vec::new();
        for id in document.all() {
            let tag = document.tag(id);
            if tag == Tag::Text {
                continue;
            }
            let mut marks = ClassHints::default();
            for (name, value) in document.attributes(id) {
                match name {
                    // The ids of most headings are their text.
                    Attr::Id if tag.heading_level().is_some() && normalize::spells(value, document.text(id)) => {}
                    Attr::Class | Attr::Id | Attr::DataTestid if may_be_marked(tag) && value.len() <= LONGEST_CLASS => {
                        marks = marks.and(memory.of(value));
                    }
                    Attr::Rel if tag == Tag::A && has_word(value, "author") => push(&mut self.author_links, id),
                    Attr::Rel if tag == Tag::A && has_word(value, "license") => push(&mut self.license_links, id),
                    _ => {}
                }
            }
            match tag {
                Tag::Link => push(&mut self.links, id),
                Tag::Title if self.title.is_none() => self.title = normalize::line(document.text(id)),
                Tag::H1 | Tag::H2 | Tag::H3 => push(&mut self.headings, id),
                Tag::Time => push(&mut self.times, id),
                // `<relative-time datetime>` and the like.
                Tag::Custom if document.attr(id, Attr::Datetime).is_some() => push(&mut self.times, id),
                Tag::A => self.anchors.push(id),
                Tag::Nav => asides.push((id, marks)),
                Tag::Aside | Tag::Footer | Tag::Dialog if !marks.has(ClassHints::AUTHOR) => asides.push((id, marks)),
                Tag::Div
                | Tag::Section
                | Tag::Ul
                | Tag::Ol
                | Tag::Article
                | Tag::Table
                | Tag::Custom
                | Tag::Form
                | Tag::Li
                    if marks.has(ClassHints::ASIDE.and(ClassHints::COMMENT).and(ClassHints::NAV)) =>
                {
                    asides.push((id, marks));
                }
                _ => {}
            }
            let wanted = ClassHints::AUTHOR
                .and(ClassHints::DATE)
                .and(ClassHints::MODIFIED)
                .and(ClassHints::TITLE)
                .and(ClassHints::DEK)
                .and(ClassHints::NAME);
            if marks.has(wanted) {
                push(&mut self.marked, Marked { node: id, marks });
            }
        }
        for (id, marks) in asides {
            // What surrounds an article leads elsewhere; what does not is about the article.
            let range = document.subtree(id);
            let before = |id: NodeId| self.anchors.partition_point(|&anchor| anchor < id);
            let kind = match document.tag(id) {
                _ if marks.has(ClassHints::COMMENT) => Beside::Away,
                _ if before(range.end) - before(range.first) < FEWEST_LINKS => Beside::Quiet,
                Tag::Aside if !marks.has(ClassHints::ASIDE.and(ClassHints::NAV)) => Beside::Side,
                _ => Beside::Away,
            };
            push(&mut self.asides, (range, kind));
        }
    }

    /// Whether the text can be in a language: pages from templates often say `en`, in whatever script they are.
    pub(super) fn may_be_in(&self, lang: &str) -> bool {
        self.by_script.is_none() || !detect::is_latin(lang)
    }

    /// Whether what a node shows is about the page: not in a part that leads elsewhere.
    pub(super) fn is_own(&self, id: NodeId) -> bool {
        self.asides_around(id).all(|kind| match kind {
            Beside::Quiet => true,
            Beside::Side => id.index().checked_sub(self.headline_end()).is_some_and(|nodes| nodes <= RIGHT_UNDER),
            Beside::Away => false,
        })
    }

    /// Whether a node is in navigation, among related stories, or in comments.
    pub(super) fn is_away(&self, id: NodeId) -> bool {
        self.asides_around(id).any(|kind| kind == Beside::Away)
    }

    /// Where the headline ends; past everything where there is none.
    fn headline_end(&self) -> usize {
        self.headline.map_or(usize::MAX, |headline| self.document.end(headline).index())
    }

    /// Whether a node lies in a part of the page that its tag or names set apart. The headline's is none, once known.
    pub(super) fn is_apart(&self, id: NodeId) -> bool {
        self.asides_around(id).next().is_some()
    }

    /// The parts around a node: the last that start before it, unless dozens are nested.
    fn asides_around(&self, id: NodeId) -> impl Iterator<Item = Beside> {
        let before = self.asides.partition_point(|(aside, _)| aside.first <= id);
        let near = self.asides.get(..before).unwrap_or_default().iter().rev().take(50);
        near.filter(move |(aside, _)| aside.contains(id)).map(|&(_, kind)| kind)
    }

    /// The first content of the `meta` elements of that name.
    pub(super) fn meta_content(&self, name: &str) -> Option<&'a str> {
        self.structured.meta.content(name)
    }

    /// The text of a small element on one line; `None` where it has none, or more than `longest` bytes.
    pub(super) fn line(&self, id: NodeId, longest: usize) -> Option<String> {
        self.line_without(id, longest, |_| false)
    }

    /// [`Self::line`] without the elements in it that are to be left out.
    pub(super) fn line_without(
        &self,
        id: NodeId,
        longest: usize,
        leave_out: impl Fn(NodeId) -> bool,
    ) -> Option<String> {
        let document = self.document;
        if document.end(id).index() - id.index() > 200 {
            return None;
        }
        let raw = document.text(id);
        if raw.is_empty() || raw.len() > longest * 4 {
            return None;
        }
        let mut text = String::with_capacity(raw.len());
        let mut hidden_until = id;
        for node in document.subtree(id) {
            if node < hidden_until {
                continue;
            }
            match document.tag(node) {
                Tag::Text => text.push_str(document.text(node)),
                Tag::Button | Tag::Script | Tag::Style | Tag::Svg | Tag::Select | Tag::Noscript => {
                    hidden_until = document.end(node)
                }
                _ if leave_out(node) => hidden_until = document.end(node),
                tag if tag.is_block() || matches!(tag, Tag::Br | Tag::Time | Tag::A) => text.push(' '),
                _ => {}
            }
        }
        normalize::line(&text).filter(|text| text.len() <= longest)
    }

    /// How far a node is from the headline, in nodes; what comes before it counts five times.
    pub(super) fn distance(&self, id: NodeId) -> usize {
        let Some(headline) = self.headline else { return id.index() };
        let end = self.document.end(headline);
        if id >= end { id.index() - end.index() } else { headline.index().saturating_sub(id.index()) * 5 }
    }

    fn own_url(&self) -> Option<Url> {
        self.address.page().cloned().or_else(|| {
            let canonical =
                self.links.iter().find(|&&link| self.rel(link).is_some_and(|rel| has_word(rel, "canonical")));
            let href = canonical.and_then(|&link| self.document.attr(link, Attr::Href));
            Url::parse(href.or_else(|| self.meta_content("og:url"))?.trim()).ok().filter(|url| url.has_host())
        })
    }

    /// A link element's `rel`.
    pub(super) fn rel(&self, link: NodeId) -> Option<&'a str> {
        self.document.attr(link, Attr::Rel)
    }

    /// An address on the web, in full.
    pub(super) fn web(&self, href: &str) -> Option<String> {
        if href.len() > 4000 {
            return None;
        }
        self.address.link(href).filter(|url| url.starts_with("https://") || url.starts_with("http://"))
    }
}

/// Whether an element's names say what its text is for: not where it has none, or all of the page's.
fn may_be_marked(tag: Tag) -> bool {
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
    if list.len() < MOST {
        list.push(value);
    }
}

/// Whether a list of words separated by spaces holds `word`.
pub(super) fn has_word(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word))
}
