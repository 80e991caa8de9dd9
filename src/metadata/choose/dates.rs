//! When it was published and when changed.

use crate::metadata::candidates::Candidate;
use crate::metadata::date::{self, Date, DateLocale};

/// How far from the headline a date that the page shows is its own, in nodes. Chosen by hand.
const MAX_DISTANCE: usize = 60;

/// How many nodes further a date counts as that no markup says to be one. Chosen by hand.
const UNMARKED_DISTANCE: usize = 20;

/// The date to believe, and its source. `is_first`: the older of two dates is rather it.
pub(in crate::metadata) fn choose(
    candidates: &[&Candidate],
    locale: DateLocale<'_>,
    is_first: bool,
) -> Option<(String, &'static str)> {
    let dated = candidates.iter().filter_map(|candidate| Some((date::parse(&candidate.value, locale)?, *candidate)));
    let dated: Vec<(Date, &Candidate)> = dated.collect();
    let first = dated.first()?.1.source;
    let is_shown = |source: &str| matches!(source, "dom" | "text");
    let shown = dated.iter().filter(|(_, candidate)| is_shown(candidate.source));
    let nearest = shown.min_by_key(|(_, candidate)| distance(candidate));
    // Of the dates that one source gives, the nearest to the headline; what the page shows is one source here.
    let of_source = dated.iter().filter(|(_, candidate)| candidate.source == first);
    let declared = if is_shown(first) { nearest } else { of_source.min_by_key(|(_, candidate)| distance(candidate)) }?;
    // A page that moved or was built anew often has that day in its data. The older day beside its headline is
    // when it was published.
    let older = nearest
        .filter(|(date, candidate)| is_first && distance(candidate) <= MAX_DISTANCE && date.is_day_before(&declared.0));
    let (date, candidate) = older.unwrap_or(declared);
    // `03/10/2023` may be another day that another source names.
    let swapped = date::parse(&candidate.value, DateLocale { day_first: !locale.day_first, ..locale });
    let swapped = swapped.filter(|swapped| {
        let days = || dated.iter().filter(|(_, other)| other.value != candidate.value).map(|(day, _)| day);
        days().all(|day| !day.is_same_day(date)) && days().any(|day| day.is_same_day(swapped))
    });
    let date = swapped.unwrap_or(*date);
    // Another source may give the time of that day too, or the time zone; of equally precise ones the first.
    let same_day = dated.iter().filter(|(other, _)| other.is_same_day(&date));
    let closer = same_day.filter(|(other, _)| other.precision() > date.precision());
    let closest = closer.min_by_key(|(other, _)| std::cmp::Reverse(other.precision()));
    let (date, source) = closest.map_or((date, candidate.source), |(other, candidate)| (*other, candidate.source));
    // Data often gives the moment in UTC, where the page shows the day in local time.
    let local = dated.iter().find(|(other, candidate)| candidate.distance.is_some() && other.is_local_to(&date));
    Some((local.map_or(date, |(other, _)| *other).to_string(), source))
}

/// How far from the headline a candidate counts as.
fn distance(candidate: &Candidate) -> usize {
    let unmarked = if candidate.source == "text" { UNMARKED_DISTANCE } else { 0 };
    candidate.distance.unwrap_or_default().saturating_add(unmarked)
}
