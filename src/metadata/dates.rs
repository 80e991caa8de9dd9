//! When it was published and when changed: the dates the sources give, and which of them to believe.

use super::candidates::{Candidate, Candidates, Field};
use super::date::{self, Custom, Date};

/// How far from the headline a date is shown as the page's own, in nodes.
const NEAR: usize = 60;

/// How much further a date is taken to be where nothing but its text says that it is one, in nodes.
const UNMARKED: usize = 20;

/// The date of a field, and its source.
pub(super) fn choose(candidates: &Candidates, field: Field, custom: Custom<'_>) -> Option<(Date, &'static str)> {
    let dated: Vec<(Date, &Candidate)> = candidates
        .about(field)
        .filter_map(|candidate| Some((date::parse(&candidate.value, custom)?, candidate)))
        .collect();
    let first = dated.first()?.1.source;
    let is_shown = |source: &str| matches!(source, "dom" | "text");
    let shown = dated.iter().filter(|(_, candidate)| is_shown(candidate.source));
    let nearest = shown.min_by_key(|(_, candidate)| place(candidate));
    // Of the dates one source gives, the nearest to the headline; what the page shows is one source here.
    let of_source = dated.iter().filter(|(_, candidate)| candidate.source == first);
    let said = if is_shown(first) { nearest } else { of_source.min_by_key(|(_, candidate)| place(candidate)) }?;
    // A page that moved or was built anew often has that day in its data. The older day beside its headline is
    // when it was published.
    let older = nearest.filter(|(date, candidate)| {
        field == Field::Published && place(candidate) <= NEAR && date.day_number() < said.0.day_number()
    });
    let (date, candidate) = older.unwrap_or(said);
    // `03/10/2023` may be another day that another source names.
    let swapped = date::parse(&candidate.value, Custom { day_first: !custom.day_first, ..custom });
    let swapped = swapped.filter(|swapped| {
        let days = || dated.iter().filter(|(_, other)| other.value != candidate.value).map(|(day, _)| day);
        days().all(|day| !day.is_same_day(date)) && days().any(|day| day.is_same_day(swapped))
    });
    let date = swapped.unwrap_or(*date);
    // Another source may know the time of that day too, or the time zone.
    let same_day = dated.iter().filter(|(other, _)| other.is_same_day(&date));
    let closer = same_day.filter(|(other, _)| other.precision() > date.precision());
    // Of equally exact ones the first, which is the most trusted.
    let closest = closer.min_by_key(|(other, _)| std::cmp::Reverse(other.precision()));
    let (date, source) = closest.map_or((date, candidate.source), |(other, candidate)| (*other, candidate.source));
    // Data gives many a moment in UTC, where the page shows the day it was at home.
    let at_home = dated.iter().find(|(other, candidate)| candidate.distance.is_some() && other.is_local_to(&date));
    Some(at_home.map_or((date, source), |(other, _)| (*other, source)))
}

/// How far from the headline a candidate stands.
fn place(candidate: &Candidate) -> usize {
    let unmarked = if candidate.source == "text" { UNMARKED } else { 0 };
    candidate.distance.unwrap_or_default().saturating_add(unmarked)
}
