//! The day and the author of pages that show none beside their headline: under the text, in a sidebar, in the footer.

use super::candidates::{Candidates, Field};
use super::class_hints::ClassHints;
use super::date::{self, Custom, Date};
use super::normalize::starts_with;
use super::page::Page;
use super::{byline, is_dateline, text};
use crate::dom::{Attr, NodeId};

/// The longest text that is read, in bytes.
const LONGEST: usize = 120;

/// At most so many days are looked at.
const MOST: usize = 100;

/// What stands before the name of who wrote it, and in no menu.
const WRITTEN_BY: [&str; 15] = [
    "written by",
    "article by",
    "author:",
    "words by",
    "posted by",
    "geschrieben von",
    "verfasst von",
    "autor:",
    "autorin:",
    "écrit par",
    "rédigé par",
    "escrito por",
    "scritto da",
    "geschreven door",
    "автор:",
];

/// Parts of addresses of pages about those who write.
const WRITERS: [&str; 8] = ["author", "authors", "autor", "autoren", "auteur", "auteurs", "contributors", "writers"];

/// How far behind a label its name may stand, in nodes.
const BESIDE: usize = 8;

pub(super) fn read(page: &Page<'_>, candidates: &mut Candidates) {
    let custom = Custom { lang: &page.lang, day_first: true };
    let is_dated = |field| candidates.about(field).any(|candidate| date::parse(&candidate.value, custom).is_some());
    let has_day = is_dated(Field::Published) || is_dated(Field::Modified);
    let has_author = candidates.about(Field::Author).any(|candidate| byline::names_someone(&candidate.value));
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
fn author(page: &Page<'_>, lines: &[(NodeId, &str)], candidates: &mut Candidates) {
    let document = page.document;
    let marks = ClassHints::AUTHOR;
    let named = page.marked.iter().filter(|marked| marked.marks.has(marks) && marked.marks.has(ClassHints::NAME));
    let mut found: Vec<(NodeId, String)> =
        named.filter_map(|marked| Some((marked.node, page.line(marked.node, LONGEST)?))).collect();
    let mut label_end = 0;
    for &(id, line) in lines.iter().filter(|(_, line)| line.len() <= LONGEST) {
        let after = after_label(line);
        if after.is_some_and(|name| !name.is_empty()) || id.index() < label_end {
            found.push((id, after.unwrap_or(line).to_string()));
        }
        label_end = if after == Some("") { id.index() + BESIDE } else { 0 };
    }
    let links = page.anchors.iter().filter(|&&id| document.attr(id, Attr::Href).is_some_and(is_of_writer));
    found.extend(links.filter_map(|&id| Some((id, page.line(id, LONGEST)?))));
    found.sort_by_key(|&(id, _)| id);
    found.truncate(MOST);
    let own = found.into_iter().filter(|&(id, _)| !page.is_away(id));
    let mut names = own.filter_map(|(id, line)| Some((id, byline::full_names(&line)?, line)));
    if let Some((id, first, line)) = names.next()
        && names.all(|(_, other, _)| other == first)
    {
        candidates.add_shown(Field::Author, line, page.distance(id));
    }
}

/// Whether an address is of a page about someone who writes.
fn is_of_writer(href: &str) -> bool {
    let mut parts = href.split('/');
    parts.any(|part| WRITERS.contains(&part)) && parts.next().is_some_and(|name| !name.is_empty())
}

/// What follows a label for an author.
fn after_label(line: &str) -> Option<&str> {
    WRITTEN_BY.into_iter().filter(|label| starts_with(line, label)).find_map(|label| {
        let after = line.get(label.len()..)?;
        let is_whole = label.ends_with(':') || after.is_empty() || after.starts_with([' ', ':', '\u{a0}']);
        is_whole.then(|| after.trim_start_matches([':', ' ', '\u{a0}']))
    })
}

/// The day of pages that no other source dates, believed only where all that is found is one day, or all that is said to
/// be the day of publication, or the days follow each other as posts do: else nothing says which is the page's own. What
/// leads elsewhere is asked last, and then only what is said to be so.
fn day(page: &Page<'_>, lines: &[(NodeId, &str)], candidates: &mut Candidates) {
    let custom = Custom { lang: &page.lang, day_first: true };
    let times = page.times.iter().copied();
    let marks = page.marked.iter().filter(|marked| marked.marks.has(ClassHints::DATE.and(ClassHints::MODIFIED)));
    let marked = times.chain(marks.map(|marked| marked.node)).filter_map(|id| {
        let datetime = page.document.attr(id, Attr::Datetime).map(str::to_string);
        Some((id, datetime.or_else(|| page.line(id, LONGEST))?))
    });
    let mut datelines = Vec::new();
    let mut before = "";
    for &(id, line) in lines {
        // The label may be in an element of its own.
        let label = std::mem::replace(&mut before, line);
        let is_in_time =
            || page.document.ancestors(id).take(2).any(|id| page.document.attr(id, Attr::Datetime).is_some());
        if line.len() <= LONGEST
            && line.contains(char::is_numeric)
            && !is_in_time()
            && !text::is_about_joining(line)
            && !text::is_about_joining(label)
            && is_dateline(line, &page.lang)
        {
            datelines.push((id, line.to_string()));
        }
    }
    let dated = |(id, value): (NodeId, String)| date::find(&value, custom).map(|date| Found { id, value, date });
    let mut found: Vec<Found> = marked.chain(datelines).filter_map(dated).take(MOST).collect();
    found.sort_by_key(|found| found.id);
    let (away, own): (Vec<&Found>, Vec<&Found>) = found.iter().partition(|found| page.is_away(found.id));
    let is_publication = |found: &&Found| text::said_before(page, found.id) == Some(Field::Published);
    let day = only_day(own.iter().copied())
        .or_else(|| only_day(own.iter().copied().filter(is_publication)))
        .or_else(|| first_post(&own))
        .or_else(|| only_day(away.iter().copied().filter(is_publication)));
    if let Some(day) = day {
        candidates.add_shown(text::field_of(page, day.id), day.value.as_str(), page.distance(day.id));
    }
}

/// A day somewhere on the page.
struct Found {
    id: NodeId,
    value: String,
    date: Date,
}

/// The first, if all are the same day.
fn only_day<'f>(mut found: impl Iterator<Item = &'f Found>) -> Option<&'f Found> {
    let first = found.next()?;
    found.all(|other| other.date.is_same_day(&first.date)).then_some(first)
}

/// The first, if it is the oldest and none of the next is older than the one before it: posts follow each other so, and
/// lists of stories the other way.
fn first_post<'f>(found: &[&'f Found]) -> Option<&'f Found> {
    const SEVERAL: usize = 3;
    let first = *found.first()?;
    let is_oldest = found.iter().all(|other| !other.date.is_day_before(&first.date));
    let next = found.iter().zip(found.iter().skip(1)).take(SEVERAL - 1);
    let follow = next.filter(|(one, next)| !next.date.is_day_before(&one.date)).count();
    (is_oldest && follow + 1 == SEVERAL).then_some(first)
}
