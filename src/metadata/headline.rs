//! The headline: of all headings, the one that shows what the page says it is called.

use super::class_hints::ClassHints;
use super::normalize::{Words, folded, holds};
use super::page::{Page, has_word};
use super::title;
use crate::dom::{Attr, NodeId, Tag};

/// The longest headline, in bytes.
const LONGEST: usize = 400;

/// At most so many headings are weighed.
const MOST: usize = 100;

/// The most words of a label in a headline.
const LONGEST_LABEL: usize = 3;

/// The least weight that makes a heading the headline.
const LEAST: f32 = 0.3;

/// The metas that give the page's title.
const TITLES: &[&str] =
    &["og:title", "twitter:title", "title", "dc.title", "citation_title", "parsely-title", "sailthru.title"];

/// The element that shows the headline, if one does.
pub(super) fn find(page: &Page<'_>) -> Option<NodeId> {
    let headings = page.headings.iter().map(|&id| (id, ClassHints::default()));
    let marked = page
        .marked
        .iter()
        .filter(|m| m.marks.has(ClassHints::TITLE) && m.marks.has(ClassHints::ENTRY))
        .map(|m| (m.node, m.marks));
    let props = page
        .structured
        .microdata
        .properties
        .iter()
        .filter(|prop| has_word(prop.names(page.document), "headline"))
        .map(|prop| (prop.node, ClassHints::TITLE));
    let mut candidates: Vec<(NodeId, ClassHints)> = headings.chain(marked).chain(props).take(MOST).collect();
    candidates.sort_by_key(|&(id, _)| id);
    let mut h1s =
        page.headings.iter().filter(|&&id| page.document.tag(id) == Tag::H1).filter_map(|&id| page.line(id, LONGEST));
    let only_h1 = h1s.next().is_some_and(|first| h1s.all(|other| other == first));
    let site = page.meta_content("og:site_name").map(folded).unwrap_or_default();
    let host = page.url.as_ref().and_then(|url| url.host_str()).map(|host| folded(host.trim_start_matches("www.")));
    let host = host.unwrap_or_default();
    let texts = candidates.into_iter().filter_map(|(id, marks)| Some((id, marks, Words::of(&page.line(id, LONGEST)?))));
    let texts: Vec<(NodeId, ClassHints, Words)> = texts.filter(|(_, _, text)| !text.text.is_empty()).collect();
    let titles = page.meta_content("og:title").into_iter().chain(page.title.as_deref());
    let paths: Vec<Vec<String>> = titles.map(title::parts).collect();
    let mut best: Option<(f32, NodeId)> = None;
    for (id, marks, text) in &texts {
        let (id, marks) = (*id, *marks);
        let links_home = links_home(page, id);
        let is_only = page.document.tag(id) == Tag::H1 && only_h1 && !links_home;
        let is_part = is_only || paths.iter().any(|parts| parts.contains(&text.text));
        let fits = page.titles.iter().map(|title| agreement(text, title, is_part));
        let (least, alike) = fits.fold((1.0, 0.0), |(least, most): (f32, f32), fit| (least.min(fit), most.max(fit)));
        let is_label = paths.iter().any(|parts| is_label(text, parts, &texts));
        let level = match page.document.tag(id) {
            Tag::H1 if only_h1 && !is_label => 0.55,
            Tag::H1 => 0.25,
            Tag::H2 => -0.1,
            Tag::H3 => -0.2,
            _ => -0.25,
        };
        let marked = if marks.has(ClassHints::TITLE) { 0.1 } else { 0.0 };
        let aside = if page.is_apart(id) { -0.25 } else { 0.0 };
        // What some titles have and others do not have at all is the name of the site.
        let is_site = text.text == site
            || text.text == host
            || links_home
            || (least < 0.1 && alike < 0.99 && is_end_of_title(page, text))
            || is_label;
        let is_site = if is_site { -0.6 } else { 0.0 };
        let weight = alike + level + marked + aside + is_site;
        if weight > best.map_or(LEAST, |(best, _)| best + 0.001) {
            best = Some((weight, id));
        }
    }
    best.map(|(_, id)| id)
}

/// What the headline says: without the labels in it, what is hidden from those who hear it, or a copy of it all.
pub(super) fn text(page: &Page<'_>, headline: NodeId) -> Option<String> {
    let document = page.document;
    let whole = page.line(headline, LONGEST)?;
    let leave_out = |id: NodeId| {
        let names = document.attr(id, Attr::Class).unwrap_or_default();
        let is_hidden = document.attr(id, Attr::AriaHidden) == Some("true");
        id != headline && (is_hidden || ClassHints::of(names).has(ClassHints::LABEL) && is_short(document.text(id)))
    };
    let text = page.line_without(headline, LONGEST, leave_out).filter(|text| text.contains(' ')).unwrap_or(whole);
    // Some pages have it twice, for wide screens and for narrow ones.
    let middle = text.len() / 2;
    let once = match (text.get(..middle), text.get(middle..)) {
        (Some(first), Some(second)) if second.strip_prefix(' ') == Some(first) && first.contains(' ') => first,
        _ => &text,
    };
    Some(once.to_string())
}

fn is_short(text: &str) -> bool {
    text.split_whitespace().count() <= LONGEST_LABEL
}

/// Whether a heading says a later part of a title whose first part another heading shows: the site, or the section.
fn is_label(heading: &Words, parts: &[String], texts: &[(NodeId, ClassHints, Words)]) -> bool {
    let Some((first, others)) = parts.split_first() else { return false };
    others.contains(&heading.text)
        && texts.iter().any(|(_, _, other)| other.text == *first || (other.count() > 1 && holds(first, &other.text)))
}

/// Whether a title ends or starts with the heading and has more.
fn is_end_of_title(page: &Page<'_>, heading: &Words) -> bool {
    page.titles.iter().any(|title| {
        let (title, heading) = (title.text.as_str(), heading.text.as_str());
        title != heading && (title.ends_with(heading) || title.starts_with(heading))
    })
}

/// Whether a heading is a link to the front page: the site's name, not a headline.
fn links_home(page: &Page<'_>, id: NodeId) -> bool {
    if page.url.as_ref().is_none_or(|url| url.path().len() <= 1) {
        return false;
    }
    let document = page.document;
    let around = document.parent(id);
    let links = document.descendants(id).into_iter().take(10).chain([around]).filter(|&id| document.tag(id) == Tag::A);
    let mut targets = links.filter_map(|link| page.web(document.attr(link, Attr::Href)?));
    targets.any(|target| target.split('/').skip(3).all(str::is_empty))
}

/// How well a heading fits a title: a title often has the site's name beside the headline, which `is_part` of it, or
/// the page's only first heading.
fn agreement(heading: &Words, title: &Words, is_part: bool) -> f32 {
    /// The fewest words of a title from which one word, somewhere in it, says nothing of it.
    const LONG: usize = 5;
    let alike = heading.similarity(title);
    if holds(&title.text, &heading.text) {
        if heading.count() == 1 && title.count() >= LONG && !is_part {
            return 0.0;
        }
        // A single word of a long title is more often the site or the section than the headline.
        alike.max(0.3 + 0.15 * heading.count().min(4) as f32)
    } else if holds(&heading.text, &title.text) {
        alike.max(0.7)
    } else {
        alike
    }
}

/// What the head calls the page.
pub(super) fn titles(page: &Page<'_>) -> Vec<Words> {
    let metas = TITLES.iter().filter_map(|name| page.meta_content(name));
    let mut titles: Vec<Words> = Vec::new();
    for title in metas.chain(page.title.as_deref()).map(Words::of) {
        if !title.text.is_empty() && titles.iter().all(|known| known.text != title.text) {
            titles.push(title);
        }
    }
    titles
}
