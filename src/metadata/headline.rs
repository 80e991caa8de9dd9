//! The headline: of all headings, the one that shows what the page calls itself.

use super::choose::title;
use super::fields::{FIELDS, Field};
use super::normalize::{WordBag, contains_words, fold};
use super::page_index::{PageIndex, has_word};
use crate::dom::{Attr, NodeId, Tag};
use crate::lexicon::Signal;

/// The longest headline, in bytes. Chosen by hand.
const MAX_HEADLINE: usize = 400;

/// The most headings that are weighed. Chosen by hand.
const MAX_HEADINGS: usize = 100;

/// The most words of a label in a headline. Chosen by hand.
const MAX_LABEL_WORDS: usize = 3;

/// The most nodes of a heading that are searched for links. Chosen by hand.
const MAX_LINK_NODES: usize = 10;

/// The fewest words of a title of which one word, somewhere in it, is not enough to be its headline. Chosen by hand.
const MIN_LONG_TITLE: usize = 5;

/// The least weight that makes a heading the headline. This weight and the next are chosen by hand and added up; the
/// first is the similarity with a title, from 0 to 1.
const MIN_WEIGHT: f32 = 0.3;
const ONLY_H1_WEIGHT: f32 = 0.55;
const H1_WEIGHT: f32 = 0.25;
const H2_WEIGHT: f32 = -0.1;
const H3_WEIGHT: f32 = -0.2;
const OTHER_WEIGHT: f32 = -0.25;
const HINTED_WEIGHT: f32 = 0.1;
const ASIDE_WEIGHT: f32 = -0.25;
const SITE_WEIGHT: f32 = -0.6;

/// By how much a heading must outweigh an earlier one.
const MIN_MARGIN: f32 = 0.001;

/// The least similarity with a title that a heading is part of, and per word of it; and with one that is part of it.
const PART_SIMILARITY: f32 = 0.3;
const PART_WORD_SIMILARITY: f32 = 0.15;
const MAX_PART_WORDS: usize = 4;
const WHOLE_SIMILARITY: f32 = 0.7;

/// What some titles have and others lack is the site's name: below the first similarity with one, and below the second
/// with all.
const MAX_LACKING: f32 = 0.1;
const MAX_SAME: f32 = 0.99;

/// The element that shows the headline, if one does.
pub(super) fn find(page: &PageIndex<'_>) -> Option<NodeId> {
    let document = page.document;
    let headings = page.headings.iter().map(|&id| (id, false));
    let hinted = page.hinted.iter().filter(|hinted| hinted.hints.has(Signal::TitleHint));
    let hinted = hinted.filter(|hinted| hinted.hints.has(Signal::EntryHint)).map(|hinted| (hinted.node, true));
    let properties = page.structured.microdata.properties.iter();
    let properties = properties.filter(|property| has_word(property.names(document), "headline"));
    let properties = properties.map(|property| (property.node, true));
    let mut candidates: Vec<(NodeId, bool)> = headings.chain(hinted).chain(properties).take(MAX_HEADINGS).collect();
    candidates.sort_by_key(|&(id, _)| id);
    let h1s = page.headings.iter().filter(|&&id| document.tag(id) == Tag::H1);
    let mut h1s = h1s.filter_map(|&id| page.line(id, MAX_HEADLINE));
    let has_one_h1 = h1s.next().is_some_and(|first| h1s.all(|other| other == first));
    let site = page.meta_content("og:site_name").map(fold).unwrap_or_default();
    let host = page.host().map(|host| fold(host.trim_start_matches("www."))).unwrap_or_default();
    let texts = candidates
        .into_iter()
        .filter_map(|(id, is_hinted)| Some((id, is_hinted, WordBag::of(&page.line(id, MAX_HEADLINE)?))));
    let texts: Vec<(NodeId, bool, WordBag)> = texts.filter(|(_, _, text)| !text.text.is_empty()).collect();
    let titles = page.meta_content("og:title").into_iter().chain(page.title.as_deref());
    let title_parts: Vec<Vec<String>> = titles.map(title::parts).collect();
    let mut best: Option<(f32, NodeId)> = None;
    for (id, is_hinted, text) in &texts {
        let (id, tag) = (*id, document.tag(*id));
        let links_home = links_home(page, id);
        let is_only_h1 = tag == Tag::H1 && has_one_h1 && !links_home;
        let is_part = is_only_h1 || title_parts.iter().any(|parts| parts.contains(&text.text));
        let similarities = page.titles.iter().map(|title| similarity(text, title, is_part));
        let (least, most) =
            similarities.fold((1.0, 0.0), |(least, most): (f32, f32), one| (least.min(one), most.max(one)));
        let is_label = title_parts.iter().any(|parts| is_label(text, parts, &texts));
        let level = match tag {
            Tag::H1 if has_one_h1 && !is_label => ONLY_H1_WEIGHT,
            Tag::H1 => H1_WEIGHT,
            Tag::H2 => H2_WEIGHT,
            Tag::H3 => H3_WEIGHT,
            _ => OTHER_WEIGHT,
        };
        let hinted = if *is_hinted { HINTED_WEIGHT } else { 0.0 };
        let aside = if page.is_in_aside(id) { ASIDE_WEIGHT } else { 0.0 };
        let is_site = text.text == site
            || text.text == host
            || links_home
            || (least < MAX_LACKING && most < MAX_SAME && is_end_of_title(page, text))
            || is_label;
        let site = if is_site { SITE_WEIGHT } else { 0.0 };
        let weight = most + level + hinted + aside + site;
        if weight > best.map_or(MIN_WEIGHT, |(best, _)| best + MIN_MARGIN) {
            best = Some((weight, id));
        }
    }
    best.map(|(_, id)| id)
}

/// The headline's text: without the labels in it, what is hidden from screen readers, or a copy of it all.
pub(super) fn text(page: &PageIndex<'_>, headline: NodeId) -> Option<String> {
    let document = page.document;
    let whole = page.line(headline, MAX_HEADLINE)?;
    let is_left_out = |id: NodeId| {
        let is_hidden = document.attr(id, Attr::AriaHidden) == Some("true");
        id != headline
            && (is_hidden || document.signals(id, &[Attr::Class]).has(Signal::LabelHint) && is_short(document.text(id)))
    };
    let text =
        page.line_without(headline, MAX_HEADLINE, is_left_out).filter(|text| text.contains(' ')).unwrap_or(whole);
    // Some pages have it twice, for wide screens and for narrow ones.
    let middle = text.len() / 2;
    let once = match (text.get(..middle), text.get(middle..)) {
        (Some(first), Some(second)) if second.strip_prefix(' ') == Some(first) && first.contains(' ') => first,
        _ => &text,
    };
    Some(once.to_string())
}

fn is_short(text: &str) -> bool {
    text.split_whitespace().count() <= MAX_LABEL_WORDS
}

/// Whether a heading is a later part of a title whose first part another heading shows: the site, or the section.
fn is_label(heading: &WordBag, parts: &[String], texts: &[(NodeId, bool, WordBag)]) -> bool {
    let Some((first, others)) = parts.split_first() else { return false };
    let shows_first =
        |other: &WordBag| other.text == *first || (other.count() > 1 && contains_words(first, &other.text));
    others.contains(&heading.text) && texts.iter().any(|(_, _, other)| shows_first(other))
}

/// Whether a title ends or starts with the heading and has more.
fn is_end_of_title(page: &PageIndex<'_>, heading: &WordBag) -> bool {
    page.titles.iter().any(|title| {
        let (title, heading) = (title.text.as_str(), heading.text.as_str());
        title != heading && (title.ends_with(heading) || title.starts_with(heading))
    })
}

/// Whether a heading is a link to the front page: the site's name, not a headline.
fn links_home(page: &PageIndex<'_>, id: NodeId) -> bool {
    if page.url.as_ref().is_none_or(|url| url.path().len() <= 1) {
        return false;
    }
    let document = page.document;
    let nodes = document.descendants(id).into_iter().take(MAX_LINK_NODES).chain([document.parent(id)]);
    let links = nodes.filter(|&id| document.tag(id) == Tag::A);
    let mut targets = links.filter_map(|link| page.web_address(document.attr(link, Attr::Href)?));
    targets.any(|target| target.split('/').skip(3).all(str::is_empty))
}

/// How similar a heading is to a title, which often has the site's name beside the headline. `is_part`: the heading is a
/// whole part of a title, or the page's only `h1`.
fn similarity(heading: &WordBag, title: &WordBag, is_part: bool) -> f32 {
    let similarity = heading.similarity(title);
    if contains_words(&title.text, &heading.text) {
        if heading.count() == 1 && title.count() >= MIN_LONG_TITLE && !is_part {
            return 0.0;
        }
        // A single word of a long title is more often the site or the section than the headline.
        similarity.max(PART_SIMILARITY + PART_WORD_SIMILARITY * heading.count().min(MAX_PART_WORDS) as f32)
    } else if contains_words(&heading.text, &title.text) {
        similarity.max(WHOLE_SIMILARITY)
    } else {
        similarity
    }
}

/// The titles that the head gives.
pub(super) fn titles(page: &PageIndex<'_>) -> Vec<WordBag> {
    let row = FIELDS.iter().find(|row| row.field == Field::Title);
    let names = row.into_iter().flat_map(|row| row.meta).flat_map(|(_, names)| *names);
    let metas = names.filter_map(|name| page.meta_content(name));
    let mut titles: Vec<WordBag> = Vec::new();
    for title in metas.chain(page.title.as_deref()).map(WordBag::of) {
        if !title.text.is_empty() && titles.iter().all(|known| known.text != title.text) {
            titles.push(title);
        }
    }
    titles
}
