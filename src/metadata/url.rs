//! What the page's address says.

use super::claims::{Claims, Field};
use super::date::{Date, months};
use super::page::Page;

pub(super) fn read(page: &Page<'_>, claims: &mut Claims) {
    let Some(url) = &page.url else { return };
    if let Some(date) = date(url.path()) {
        claims.add(Field::Published, date.to_string());
    }
}

/// The date in a path: `/2024/03/05/…`, `/2024-03-05-…`, `/20240305/…`, `/2024/march/05/…`.
fn date(path: &str) -> Option<Date> {
    let mut numbers: Vec<(&str, usize)> = Vec::new();
    for (place, part) in path.split(|c: char| !c.is_ascii_alphanumeric()).enumerate().take(200) {
        let is_number = (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_month = || part.len() >= 3 && months::month(part, "en").is_some();
        if is_number || is_month() {
            numbers.push((part, place));
        }
    }
    let number = |digits: &str| digits.parse::<u64>().ok();
    let month_of = |part: &str| number(part).or_else(|| months::month(part, "en").map(u64::from));
    let whole = |digits: &str| {
        let value = number(digits).filter(|_| digits.len() == 8)?;
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
    parted.or_else(|| numbers.iter().find_map(|&(digits, _)| whole(digits))).filter(|date| date.day_number().0 >= 1990)
}
