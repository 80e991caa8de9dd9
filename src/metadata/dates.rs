//! When it was published and when changed: the dates the sources give, and which of them to believe.

use super::claims::{Claim, Claims, Field};
use super::date::{self, Custom, Date};

/// The date of a field, and its source.
pub(super) fn choose(claims: &Claims, field: Field, custom: Custom<'_>) -> Option<(Date, &'static str)> {
    let dated: Vec<(Date, &Claim)> =
        claims.about(field).filter_map(|claim| Some((date::parse(&claim.value, custom)?, claim))).collect();
    let source = dated.first()?.1.source;
    // Of the dates one source shows, the nearest to the headline.
    let of_source = dated.iter().filter(|(_, claim)| claim.source == source);
    let (date, claim) = of_source.min_by_key(|(_, claim)| claim.distance.unwrap_or_default())?;
    // Another source may know the time of that day too, or the time zone.
    let same_day = dated.iter().filter(|(other, _)| other.is_same_day(date));
    let closer = same_day.filter(|(other, _)| other.precision() > date.precision());
    // Of equally exact ones the first, which is the most trusted.
    let closest = closer.min_by_key(|(other, _)| std::cmp::Reverse(other.precision()));
    Some(closest.map_or((*date, claim.source), |(other, claim)| (*other, claim.source)))
}
