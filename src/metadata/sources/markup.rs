//! What the page shows in elements that tags, classes and `rel` mark: the headline, the byline and the dates near it,
//! the standfirst.

use crate::dom::{Attr, NodeId, Tag};
use crate::lexicon::{Signal, SignalSet};
use crate::metadata::date_labels::field_of;
use crate::metadata::fields::{Candidates, Field};
use crate::metadata::headline;
use crate::metadata::normalize::WordBag;
use crate::metadata::page_index::PageIndex;

/// The longest byline, in bytes. Chosen by hand.
const MAX_BYLINE: usize = 160;

/// The longest text that is read as a date line, in bytes. Chosen by hand.
const MAX_DATELINE: usize = 120;

/// The most dates that are read, the nearest to the headline first. Chosen by hand.
const MAX_DATES: usize = 30;

/// The most elements in an author's box that are searched for the name. Chosen by hand.
const MAX_AUTHOR_PARTS: usize = 20;

/// The lengths of a standfirst, in bytes. Chosen by hand.
const MIN_DEK: usize = 21;
const MAX_DEK: usize = 600;

/// How far below the headline a standfirst may stand, in nodes. Chosen by hand.
const MAX_DEK_DISTANCE: usize = 40;

/// The word similarity from which a line is the page's description. Chosen by hand: it may lack its last words.
const MIN_DESCRIPTION_SIMILARITY: f32 = 0.9;

/// How many times as long as another a text may be that is compared with it: asked first, for words are slower to compare.
const MAX_TIMES_AS_LONG: f32 = 1.5;

/// What stands between a day and a name in one line.
const SEPARATORS: &[char] = &['·', '•', '|', '⋅'];

const DATE: SignalSet = SignalSet::these(&[Signal::DateHint, Signal::ModifiedHint]);
const NAME: SignalSet = SignalSet::these(&[Signal::NameHint, Signal::AuthorHint]);
const NO_NAME: SignalSet = SignalSet::these(&[Signal::AboutAuthorHint, Signal::DateHint]);
const NO_BYLINE: SignalSet = SignalSet::these(&[Signal::AboutAuthorHint, Signal::CommentHint]);

pub(in crate::metadata) fn read(page: &PageIndex<'_>, candidates: &mut Candidates) {
    if let Some(headline) = page.headline
        && let Some(title) = headline::text(page, headline)
    {
        candidates.add_shown(Field::Title, title, 0);
    }
    authors(page, candidates);
    dates(page, candidates);
    dek(page, candidates);
}

fn authors(page: &PageIndex<'_>, candidates: &mut Candidates) {
    for &link in &page.author_links {
        if page.is_about_article(link)
            && let Some(name) = page.line(link, MAX_BYLINE)
        {
            candidates.add_shown(Field::Author, name, page.distance(link));
        }
    }
    only_author_link(page, candidates);
    let mut inside = NodeId::ROOT;
    for hinted in &page.hinted {
        let is_author = hinted.hints.has(Signal::AuthorHint)
            && !hinted.hints.has_any(NO_BYLINE)
            && page.document.tag(hinted.node) != Tag::Nav;
        // What hints at both day and author has both, with a mark between them.
        let is_dated = hinted.hints.has(Signal::DateHint);
        let has_both = || page.line(hinted.node, MAX_BYLINE).is_some_and(|line| line.contains(SEPARATORS));
        if !is_author || (is_dated && !has_both()) || hinted.node < inside || !page.is_about_article(hinted.node) {
            continue;
        }
        if let Some((node, name)) = name_in(page, hinted.node) {
            candidates.add_shown(Field::Author, name, page.distance(node));
            inside = page.document.end(hinted.node);
        }
    }
}

/// The one name that all `rel=author` links have, where none is beside the text: blogs often have it in a footer.
fn only_author_link(page: &PageIndex<'_>, candidates: &mut Candidates) {
    let mut names = page.author_links.iter().filter_map(|&link| Some((link, page.line(link, MAX_BYLINE)?)));
    if page.author_links.iter().any(|&link| page.is_about_article(link)) {
        return;
    }
    if let Some((link, name)) = names.next()
        && names.all(|(_, other)| other == name)
    {
        candidates.add_shown(Field::Author, name, page.distance(link));
    }
}

/// The name in an author's element: that of the first part of it that hints at a name.
fn name_in(page: &PageIndex<'_>, author: NodeId) -> Option<(NodeId, String)> {
    let inside = page.document.subtree(author);
    let from = page.hinted.partition_point(|hinted| hinted.node <= author);
    let parts = page.hinted.get(from..)?.iter().take_while(|part| part.node < inside.end).take(MAX_AUTHOR_PARTS);
    let name = parts
        .filter(|part| part.hints.has_any(NAME) && !part.hints.has_any(NO_NAME))
        .find_map(|part| Some((part.node, page.line(part.node, MAX_BYLINE)?)));
    name.or_else(|| Some((author, page.line(author, MAX_BYLINE)?)))
}

fn dates(page: &PageIndex<'_>, candidates: &mut Candidates) {
    let hinted = page.hinted.iter().filter(|hinted| hinted.hints.has_any(DATE));
    let hinted = hinted.map(|hinted| (hinted.node, hinted.hints.has(Signal::ModifiedHint)));
    let times = page.times.iter().map(|&time| (time, false));
    let mut nearest: Vec<(usize, NodeId, bool)> =
        times.chain(hinted).map(|(node, is_modified)| (page.distance(node), node, is_modified)).collect();
    nearest.sort_by_key(|&(distance, node, _)| (distance, node));
    for (distance, node, is_modified) in
        nearest.into_iter().filter(|&(_, node, _)| page.is_about_article(node)).take(MAX_DATES)
    {
        let datetime = page.document.attr(node, Attr::Datetime).map(str::to_string);
        let Some(value) = datetime.or_else(|| page.line(node, MAX_DATELINE)) else { continue };
        if value.bytes().any(|byte| byte.is_ascii_digit()) || !value.is_ascii() {
            let field = if is_modified { Field::Modified } else { field_of(page, node) };
            candidates.add_shown(field, value, distance);
        }
    }
}

/// The standfirst: by its names, or the paragraph under the headline that is the page's description.
fn dek(page: &PageIndex<'_>, candidates: &mut Candidates) {
    let Some(headline) = page.headline else { return };
    let end = page.document.end(headline);
    let is_near = |id: NodeId| id >= end && id.index() - end.index() < MAX_DEK_DISTANCE;
    for hinted in page.hinted.iter().filter(|hinted| hinted.hints.has(Signal::DekHint) && is_near(hinted.node)) {
        if let Some(text) = page.line(hinted.node, MAX_DEK)
            && text.len() >= MIN_DEK
            && !is_introduction(&text)
            && !is_cut(&text)
            && !is_of_other(page, hinted.node, end)
        {
            candidates.add_shown(Field::Dek, text, page.distance(hinted.node));
        }
    }
    let descriptions: Vec<WordBag> = ["description", "og:description", "twitter:description"]
        .iter()
        .filter_map(|name| page.meta_content(name))
        .map(WordBag::of)
        .collect();
    let nodes = if descriptions.is_empty() { 0 } else { MAX_DEK_DISTANCE };
    for id in page.document.all().into_iter().skip(end.index()).take(nodes) {
        let is_description = |text: &str| {
            let alike = |description: &WordBag| description.similarity(&WordBag::of(text)) > MIN_DESCRIPTION_SIMILARITY;
            descriptions.iter().any(|description| has_similar_length(text.len(), description.text.len()))
                && descriptions.iter().any(alike)
        };
        if matches!(page.document.tag(id), Tag::P | Tag::H2 | Tag::H3 | Tag::Div)
            && let Some(text) = page.line(id, MAX_DEK)
            && !is_introduction(&text)
            && is_description(&text)
        {
            candidates.add_shown(Field::Dek, text, page.distance(id));
            break;
        }
    }
}

/// Whether a line introduces what follows it: without that, it says little.
fn is_introduction(line: &str) -> bool {
    line.ends_with([':', '：'])
}

/// Whether a line is cut short, as teasers of other pages are.
fn is_cut(line: &str) -> bool {
    line.ends_with('…') || line.ends_with("...")
}

/// Whether a line under the headline is of something else: a button's, or in a box about the author.
fn is_of_other(page: &PageIndex<'_>, id: NodeId, headline_end: NodeId) -> bool {
    let is_author =
        |id: NodeId| page.hinted.iter().any(|hinted| hinted.node == id && hinted.hints.has(Signal::AuthorHint));
    let mut around = page.document.ancestors(id).take_while(|&id| id >= headline_end);
    around.any(|id| page.document.tag(id) == Tag::Button || is_author(id))
}

fn has_similar_length(a: usize, b: usize) -> bool {
    (a.max(b) as f32) < MAX_TIMES_AS_LONG * a.min(b) as f32
}
