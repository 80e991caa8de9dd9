//! What the page shows: the headline, the byline and the dates near it, the standfirst.

use super::candidates::{Candidates, Field};
use super::class_hints::ClassHints;
use super::headline;
use super::normalize::Words;
use super::page::Page;
use super::text;
use crate::dom::{Attr, NodeId, Tag};

/// The longest byline, in bytes.
const LONGEST_BYLINE: usize = 160;

/// The longest text that is taken for a date line, in bytes.
const LONGEST_DATELINE: usize = 120;

/// What parts a day from a name in one line.
const PARTING: &[char] = &['·', '•', '|', '⋅'];

/// At most so many dates are read, the nearest to the headline.
const MOST_DATES: usize = 30;

pub(super) fn read(page: &Page<'_>, candidates: &mut Candidates) {
    if let Some(headline) = page.headline
        && let Some(title) = headline::text(page, headline)
    {
        candidates.add_shown(Field::Title, title, 0);
    }
    authors(page, candidates);
    dates(page, candidates);
    dek(page, candidates);
}

fn authors(page: &Page<'_>, candidates: &mut Candidates) {
    for &link in &page.author_links {
        if page.is_own(link)
            && let Some(name) = page.line(link, LONGEST_BYLINE)
        {
            candidates.add_shown(Field::Author, name, page.distance(link));
        }
    }
    elsewhere(page, candidates);
    let mut inside = NodeId::ROOT;
    for marked in &page.marked {
        let is_author = marked.marks.has(ClassHints::AUTHOR)
            && !marked.marks.has(ClassHints::ABOUT.and(ClassHints::COMMENT))
            && page.document.tag(marked.node) != Tag::Nav;
        // What is marked as both day and author has both, parted by a mark.
        let is_dated = marked.marks.has(ClassHints::DATE);
        let has_both = || page.line(marked.node, LONGEST_BYLINE).is_some_and(|line| line.contains(PARTING));
        if !is_author || (is_dated && !has_both()) || marked.node < inside || !page.is_own(marked.node) {
            continue;
        }
        if let Some((node, name)) = name_in(page, marked.node) {
            candidates.add_shown(Field::Author, name, page.distance(node));
            inside = page.document.end(marked.node);
        }
    }
}

/// The one name that all `rel=author` links have, where none is beside the text: blogs often have it in a footer.
fn elsewhere(page: &Page<'_>, candidates: &mut Candidates) {
    let mut names = page.author_links.iter().filter_map(|&link| Some((link, page.line(link, LONGEST_BYLINE)?)));
    if page.author_links.iter().any(|&link| page.is_own(link)) {
        return;
    }
    if let Some((link, name)) = names.next()
        && names.all(|(_, other)| other == name)
    {
        candidates.add_shown(Field::Author, name, page.distance(link));
    }
}

/// The name in an element marked as the author's: that of its innermost part that is marked as a name.
fn name_in(page: &Page<'_>, author: NodeId) -> Option<(NodeId, String)> {
    let inside = page.document.subtree(author);
    let from = page.marked.partition_point(|marked| marked.node <= author);
    let parts = page.marked.get(from..)?.iter().take_while(|part| part.node < inside.end).take(20);
    let inner = parts.filter(|part| !part.marks.has(ClassHints::ABOUT.and(ClassHints::DATE)));
    let name = inner
        .filter(|part| part.marks.has(ClassHints::NAME.and(ClassHints::AUTHOR)))
        .find_map(|part| Some((part.node, page.line(part.node, LONGEST_BYLINE)?)));
    name.or_else(|| Some((author, page.line(author, LONGEST_BYLINE)?)))
}

fn dates(page: &Page<'_>, candidates: &mut Candidates) {
    let marked = page
        .marked
        .iter()
        .filter(|marked| marked.marks.has(ClassHints::DATE.and(ClassHints::MODIFIED)))
        .map(|m| (m.node, m.marks));
    let times = page.times.iter().map(|&time| (time, ClassHints::default()));
    let mut near: Vec<(usize, NodeId, ClassHints)> =
        times.chain(marked).map(|(node, marks)| (page.distance(node), node, marks)).collect();
    near.sort_by_key(|&(distance, node, _)| (distance, node));
    for (distance, node, marks) in near.into_iter().filter(|&(_, node, _)| page.is_own(node)).take(MOST_DATES) {
        let datetime = page.document.attr(node, Attr::Datetime).map(str::to_string);
        let Some(value) = datetime.or_else(|| page.line(node, LONGEST_DATELINE)) else { continue };
        if value.bytes().any(|byte| byte.is_ascii_digit()) || !value.is_ascii() {
            let field = if marks.has(ClassHints::MODIFIED) { Field::Modified } else { text::field_of(page, node) };
            candidates.add_shown(field, value, distance);
        }
    }
}

/// The standfirst: marked as such, or the paragraph under the headline that is the page's description.
fn dek(page: &Page<'_>, candidates: &mut Candidates) {
    let Some(headline) = page.headline else { return };
    let end = page.document.end(headline);
    let near = |id: NodeId| id >= end && id.index() - end.index() < 40;
    for marked in page.marked.iter().filter(|marked| marked.marks.has(ClassHints::DEK) && near(marked.node)) {
        if let Some(text) = page.line(marked.node, 600)
            && text.len() > 20
            && !announces(&text)
            && !is_cut(&text)
            && !is_apart(page, marked.node, end)
        {
            candidates.add_shown(Field::Dek, text, page.distance(marked.node));
        }
    }
    let descriptions: Vec<Words> = ["description", "og:description", "twitter:description"]
        .iter()
        .filter_map(|name| page.meta_content(name))
        .map(Words::of)
        .collect();
    for id in page.document.all().into_iter().skip(end.index()).take(if descriptions.is_empty() { 0 } else { 40 }) {
        if matches!(page.document.tag(id), Tag::P | Tag::H2 | Tag::H3 | Tag::Div)
            && let Some(text) = page.line(id, 600)
            && !announces(&text)
            && descriptions.iter().any(|description| is_near(text.len(), description.text.len()))
            && descriptions.iter().any(|description| description.similarity(&Words::of(&text)) > 0.9)
        {
            candidates.add_shown(Field::Dek, text, page.distance(id));
            break;
        }
    }
}

/// Whether a line says that something follows: without that, it says little.
fn announces(line: &str) -> bool {
    line.ends_with([':', '：'])
}

/// Whether a line is cut short, as those are that announce another page.
fn is_cut(line: &str) -> bool {
    line.ends_with('…') || line.ends_with("...")
}

/// Whether a line under the headline is of something else: a button's, or in a box about the author.
fn is_apart(page: &Page<'_>, id: NodeId, headline_end: NodeId) -> bool {
    let is_author =
        |id: NodeId| page.marked.iter().any(|marked| marked.node == id && marked.marks.has(ClassHints::AUTHOR));
    let mut around = page.document.ancestors(id).take_while(|&id| id >= headline_end);
    around.any(|id| page.document.tag(id) == Tag::Button || is_author(id))
}

/// Whether lengths differ by less than half: a first look, before words are compared.
fn is_near(a: usize, b: usize) -> bool {
    a < b * 3 / 2 && b < a * 3 / 2
}
