//! The day and the author of pages that show none beside their headline: under the text, in a sidebar, in the footer.

use crate::dom::{Attr, NodeId};
use crate::lexicon::addresses::AUTHOR_FOLDERS;
use crate::lexicon::bylines::AUTHOR_LABELS;
use crate::lexicon::{Signal, SignalSet};
use crate::metadata::choose::byline;
use crate::metadata::date::{self, Date, DateLocale, is_dateline};
use crate::metadata::date_labels::{field_of, is_member_since, label_before};
use crate::metadata::fields::{Candidates, Field};
use crate::metadata::normalize::starts_with_lower;
use crate::metadata::page_index::PageIndex;

/// The longest text that is read, in bytes. Chosen by hand.
const MAX_TEXT: usize = 120;

/// The most days and the most names that are compared. Chosen by hand.
const MAX_FOUND: usize = 100;

/// How far behind a label its name may stand, in nodes. Chosen by hand.
const MAX_LABEL_DISTANCE: usize = 8;

/// How many elements around a text are searched for a `datetime`, which is then read instead. Chosen by hand.
const MAX_TIME_LEVELS: usize = 2;

/// The fewest days, one after the other, that are those of posts. Chosen by hand.
const MIN_POSTS: usize = 3;

pub(in crate::metadata) fn read(page: &PageIndex<'_>, candidates: &mut Candidates) {
    let locale = DateLocale { lang: &page.lang, day_first: true };
    let is_dated = |field| candidates.of_field(field).any(|candidate| date::parse(&candidate.value, locale).is_some());
    let has_day = is_dated(Field::Published) || is_dated(Field::Modified);
    let has_author = candidates.of_field(Field::Author).any(|candidate| byline::has_name(&candidate.value));
    if has_day && has_author {
        return;
    }
    let texts = page.document.all().into_iter().filter(|&id| page.document.is_text(id));
    let lines = texts.map(|id| (id, page.document.text(id).trim())).filter(|(_, line)| !line.is_empty());
    let lines: Vec<(NodeId, &str)> = lines.collect();
    if !has_day {
        day(page, &lines, candidates);
    }
    if !has_author {
        author(page, &lines, candidates);
    }
}

/// The author of pages that name none beside their headline, believed only where all that is found names the same.
fn author(page: &PageIndex<'_>, lines: &[(NodeId, &str)], candidates: &mut Candidates) {
    let document = page.document;
    let is_name = |hints: SignalSet| hints.has(Signal::AuthorHint) && hints.has(Signal::NameHint);
    let hinted = page.hinted.iter().filter(|hinted| is_name(hinted.hints));
    let mut found: Vec<(NodeId, String)> =
        hinted.filter_map(|hinted| Some((hinted.node, page.line(hinted.node, MAX_TEXT)?))).collect();
    let mut label_end = 0;
    for &(id, line) in lines.iter().filter(|(_, line)| line.len() <= MAX_TEXT) {
        let after = after_label(line);
        if after.is_some_and(|name| !name.is_empty()) || id.index() < label_end {
            found.push((id, after.unwrap_or(line).to_string()));
        }
        label_end = if after == Some("") { id.index() + MAX_LABEL_DISTANCE } else { 0 };
    }
    let links = page.anchors.iter().filter(|&&id| document.attr(id, Attr::Href).is_some_and(is_of_author));
    found.extend(links.filter_map(|&id| Some((id, page.line(id, MAX_TEXT)?))));
    found.sort_by_key(|&(id, _)| id);
    found.truncate(MAX_FOUND);
    let own = found.into_iter().filter(|&(id, _)| !page.is_in_boilerplate(id));
    let mut names = own.filter_map(|(id, line)| Some((id, byline::full_names(&line)?, line)));
    if let Some((id, first, line)) = names.next()
        && names.all(|(_, other, _)| other == first)
    {
        candidates.add_shown(Field::Author, line, page.distance(id));
    }
}

/// Whether an address is of a page about an author.
fn is_of_author(href: &str) -> bool {
    let mut parts = href.split('/');
    parts.any(|part| AUTHOR_FOLDERS.contains(&part)) && parts.next().is_some_and(|name| !name.is_empty())
}

/// What follows a label for an author.
fn after_label(line: &str) -> Option<&str> {
    AUTHOR_LABELS.iter().filter(|label| starts_with_lower(line, label)).find_map(|label| {
        let after = line.get(label.len()..)?;
        let is_whole = label.ends_with(':') || after.is_empty() || after.starts_with([' ', ':', '\u{a0}']);
        is_whole.then(|| after.trim_start_matches([':', ' ', '\u{a0}']))
    })
}

/// The day of pages that no other source dates, believed only where all that is found is one day, or all that is
/// labelled as the day of publication, or the days follow each other as posts do: else nothing shows which is the page's
/// own. Boilerplate comes last, and then only what is labelled.
fn day(page: &PageIndex<'_>, lines: &[(NodeId, &str)], candidates: &mut Candidates) {
    const DATE: SignalSet = SignalSet::these(&[Signal::DateHint, Signal::ModifiedHint]);
    let document = page.document;
    let locale = DateLocale { lang: &page.lang, day_first: true };
    let hinted = page.hinted.iter().filter(|hinted| hinted.hints.has_any(DATE)).map(|hinted| hinted.node);
    let marked = page.times.iter().copied().chain(hinted).filter_map(|id| {
        let datetime = document.attr(id, Attr::Datetime).map(str::to_string);
        Some((id, datetime.or_else(|| page.line(id, MAX_TEXT))?))
    });
    let mut datelines = Vec::new();
    let mut before = "";
    for &(id, line) in lines {
        // The label may be in an element of its own.
        let label = std::mem::replace(&mut before, line);
        let is_in_time =
            || document.ancestors(id).take(MAX_TIME_LEVELS).any(|id| document.attr(id, Attr::Datetime).is_some());
        if line.len() <= MAX_TEXT
            && line.contains(char::is_numeric)
            && !is_in_time()
            && !is_member_since(line)
            && !is_member_since(label)
            && is_dateline(line, &page.lang)
        {
            datelines.push((id, line.to_string()));
        }
    }
    let dated = |(id, value): (NodeId, String)| date::find(&value, locale).map(|date| DatedNode { id, value, date });
    let mut found: Vec<DatedNode> = marked.chain(datelines).filter_map(dated).take(MAX_FOUND).collect();
    found.sort_by_key(|found| found.id);
    let (boilerplate, own): (Vec<&DatedNode>, Vec<&DatedNode>) =
        found.iter().partition(|found| page.is_in_boilerplate(found.id));
    let is_publication = |found: &&DatedNode| label_before(page, found.id) == Some(Field::Published);
    let day = only_day(own.iter().copied())
        .or_else(|| only_day(own.iter().copied().filter(is_publication)))
        .or_else(|| first_post(&own))
        .or_else(|| only_day(boilerplate.iter().copied().filter(is_publication)));
    if let Some(day) = day {
        candidates.add_shown(field_of(page, day.id), day.value.as_str(), page.distance(day.id));
    }
}

/// A day somewhere on the page.
struct DatedNode {
    id: NodeId,
    value: String,
    date: Date,
}

/// The first, if all are the same day.
fn only_day<'f>(mut found: impl Iterator<Item = &'f DatedNode>) -> Option<&'f DatedNode> {
    let first = found.next()?;
    found.all(|other| other.date.is_same_day(&first.date)).then_some(first)
}

/// The first, if it is the oldest and none of the next is older than the one before it: posts follow each other so, and
/// lists of stories the other way.
fn first_post<'f>(found: &[&'f DatedNode]) -> Option<&'f DatedNode> {
    let first = *found.first()?;
    let is_oldest = found.iter().all(|other| !other.date.is_day_before(&first.date));
    let next = found.iter().zip(found.iter().skip(1)).take(MIN_POSTS - 1);
    let in_order = next.filter(|(one, next)| !next.date.is_day_before(&one.date)).count();
    (is_oldest && in_order + 1 == MIN_POSTS).then_some(first)
}
