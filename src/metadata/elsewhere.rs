//! The day of pages that show none beside their headline: under the text, in a sidebar, in the footer.

use super::claims::{Claims, Field};
use super::date::{self, Custom, Date};
use super::marks::Marks;
use super::page::Page;
use super::{is_dateline, text};
use crate::document::{Attr, NodeId};

/// The longest text that is read, in bytes.
const LONGEST: usize = 120;

/// At most so many days are looked at.
const MOST: usize = 100;

/// Read only where no other source gives a day, and believed only where all that is found is one day, or all that is
/// said to be the day of publication: else nothing says which is the page's own.
pub(super) fn read(page: &Page<'_>, claims: &mut Claims) {
    let custom = Custom { lang: &page.lang, day_first: true };
    let is_dated = |field| claims.about(field).any(|claim| date::parse(&claim.value, custom).is_some());
    if is_dated(Field::Published) || is_dated(Field::Modified) {
        return;
    }
    let times = page.times.iter().copied();
    let marks = page.marked.iter().filter(|marked| marked.marks.has(Marks::DATE.and(Marks::MODIFIED)));
    let marked = times.chain(marks.map(|marked| marked.node)).filter_map(|id| {
        let datetime = page.document.attr(id, Attr::Datetime).map(str::to_string);
        Some((id, datetime.or_else(|| page.line(id, LONGEST))?))
    });
    let mut lines = Vec::new();
    let mut is_joining = false;
    for id in page.document.all().into_iter().filter(|&id| page.document.is_text(id)) {
        let line = page.document.text(id).trim();
        if line.is_empty() {
            continue;
        }
        // The label may be in an element of its own.
        let follows_joining = std::mem::replace(&mut is_joining, text::is_about_joining(line));
        let is_short = line.len() <= LONGEST && line.contains(char::is_numeric);
        if is_short && !is_joining && !follows_joining && is_dateline(line, &page.lang) {
            lines.push((id, line.to_string()));
        }
    }
    let own = marked.chain(lines).filter(|&(id, _)| !page.is_away(id));
    let found: Vec<(NodeId, String, Date)> =
        own.filter_map(|(id, value)| date::find(&value, custom).map(|date| (id, value, date))).take(MOST).collect();
    let only_day = |is_wanted: &dyn Fn(NodeId) -> bool| {
        let mut wanted = found.iter().filter(|(id, ..)| is_wanted(*id));
        let first = wanted.next()?;
        wanted.all(|(.., day)| day.is_same_day(&first.2)).then_some(first)
    };
    let is_publication = |id| text::said_before(page, id) == Some(Field::Published);
    if let Some((id, value, _)) = only_day(&|_| true).or_else(|| only_day(&is_publication)) {
        claims.add_shown(text::field_of(page, *id), value.as_str(), page.distance(*id));
    }
}
