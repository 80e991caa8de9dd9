//! The date in the page's address.

use crate::metadata::date::{Date, MIN_WEB_YEAR, months};
use crate::metadata::fields::{Candidates, Field};
use crate::metadata::page_index::PageIndex;

/// The most parts of an address that are read. Chosen by hand.
const MAX_PARTS: usize = 200;

/// The longest number that is a year, a month or a day, in digits: `20240305` is all three.
const MAX_DIGITS: usize = 8;

/// The shortest name of a month, in letters: shorter ones are those of countries and languages.
const MIN_MONTH_NAME: usize = 3;

pub(in crate::metadata) fn read(page: &PageIndex<'_>, candidates: &mut Candidates) {
    let Some(url) = &page.url else { return };
    if let Some(date) = date(url.path()) {
        candidates.add(Field::Published, date.to_string());
    }
}

/// The date in a path: `/2024/03/05/…`, `/2024-03-05-…`, `/20240305/…`, `/2024/march/05/…`.
fn date(path: &str) -> Option<Date> {
    let parts = || path.split(|c: char| !c.is_ascii_alphanumeric()).take(MAX_PARTS);
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    // Few addresses have a year or a day in them.
    if !parts().any(|part| matches!(part.len(), 4 | 8) && is_number(part)) {
        return None;
    }
    let mut numbers: Vec<(&str, usize)> = Vec::new();
    for (place, part) in parts().enumerate() {
        let is_month = || part.len() >= MIN_MONTH_NAME && months::month(part, "en").is_some();
        if ((1..=MAX_DIGITS).contains(&part.len()) && is_number(part)) || is_month() {
            numbers.push((part, place));
        }
    }
    let number = |digits: &str| digits.parse::<u64>().ok();
    let month_of = |part: &str| number(part).or_else(|| months::month(part, "en").map(u64::from));
    let whole = |digits: &str| {
        let value = number(digits).filter(|_| digits.len() == MAX_DIGITS)?;
        Date::of_day(value / 10_000, value / 100 % 100, value % 100)
    };
    let parted = numbers.windows(3).find_map(|three| match three {
        // The three follow each other.
        &[(year, first), (month, second), (day, third)]
            if year.len() == 4 && second == first + 1 && third == second + 1 =>
        {
            Date::of_day(number(year)?, month_of(month)?, number(day)?)
        }
        _ => None,
    });
    parted.or_else(|| numbers.iter().find_map(|&(digits, _)| whole(digits))).filter(|date| date.ymd().0 >= MIN_WEB_YEAR)
}
