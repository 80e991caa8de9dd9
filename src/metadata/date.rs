//! Dates as pages write them → ISO 8601, in the offset they give. A date without a time stays one.

pub(super) mod months;
mod time;
mod tokens;

use std::fmt;

use crate::lexicon::dates::{AFTER_DAY, AFTER_MONTH, AFTER_YEAR, BEFORE_YEAR};
use time::{Time, time_at};
use tokens::{Token, Tokens, skip, small_number, tokens, year};

/// How much text is searched for a date, in bytes. Chosen by hand.
const MAX_SEARCHED: usize = 400;

/// The most letters of a line that gives a date and little else. Chosen by hand: `Wednesday, 25 September 2024` has 18.
const MAX_DATELINE_LETTERS: usize = 24;

/// The years that pages have.
const MIN_YEAR: u64 = 1900;
const MAX_YEAR: u64 = 2100;

/// Numbers of eight digits and of seconds since 1970 are dates from this year on: the first web page is of 1991.
pub(super) const MIN_WEB_YEAR: u16 = 1990;

/// The largest year of two digits that is read, of this century. Chosen by hand: larger numbers are days or prices.
const MAX_SHORT_YEAR: u64 = 40;

/// How many digits seconds and milliseconds since 1970 have, for any day from September 2001 to 2286.
const SECONDS_DIGITS: usize = 10;
const MILLISECONDS_DIGITS: usize = 13;

/// A larger number is a day, and so shows which of two numbers is the month.
const MONTHS: u64 = 12;

/// The years between those of the Buddhist and of the Common Era.
const BUDDHIST_ERA: u64 = 543;

/// A day, and the time of day and offset as far as the page gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    year: u16,
    month: u8,
    day: u8,
    time: Option<Time>,
}

/// How the page writes dates.
#[derive(Debug, Clone, Copy)]
pub(super) struct DateLocale<'a> {
    /// The language of the text.
    pub(super) lang: &'a str,
    /// Whether `3/4/2024` is the third of April.
    pub(super) day_first: bool,
}

impl Date {
    /// Whether both are on the same day.
    pub(super) fn is_same_day(&self, other: &Date) -> bool {
        self.ymd() == other.ymd()
    }

    /// Whether it is on an earlier day.
    pub(super) fn is_day_before(&self, other: &Date) -> bool {
        self.ymd() < other.ymd()
    }

    /// Whether it is the same minute as one in UTC, as it was at a place with another offset.
    pub(super) fn is_local_to(&self, utc: &Date) -> bool {
        let offset = |date: &Date| date.time.and_then(|time| time.offset);
        let minute = |date: &Date| {
            // Years from March on have their leap day last, and months of 153 days in five.
            let (year, month) = (i64::from(date.year), i64::from(date.month));
            let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
            let leap_days = year / 4 - year / 100 + year / 400;
            let days = year * 365 + leap_days + (month * 153 + 2) / 5 + i64::from(date.day);
            Some(days * 24 * 60 + date.time?.minutes_in_utc()?)
        };
        offset(utc) == Some(0) && offset(self) != Some(0) && minute(self).is_some() && minute(self) == minute(utc)
    }

    /// The year, the month and the day.
    pub(super) fn ymd(&self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// How exactly it is known: the day, the time of day, or the moment.
    pub(super) fn precision(&self) -> u8 {
        match self.time {
            None => 0,
            Some(Time { offset: None, .. }) => 1,
            Some(Time { offset: Some(_), .. }) => 2,
        }
    }

    /// A day that exists, in the years that pages have.
    pub(super) fn of_day(year: u64, month: u64, day: u64) -> Option<Date> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        let valid = (MIN_YEAR..=MAX_YEAR).contains(&year) && (1..=days).contains(&day);
        valid.then_some(Date { year: year as u16, month: month as u8, day: day as u8, time: None })
    }

    /// The moment so many seconds after the start of 1970, in UTC.
    fn of_epoch(seconds: u64) -> Option<Date> {
        let (mut days, second) = (seconds / 86_400, seconds % 86_400);
        let mut year = 1970;
        loop {
            let length = if Date::of_day(year, 2, 29).is_some() { 366 } else { 365 };
            if days < length {
                break;
            }
            days -= length;
            year += 1;
            if year > MAX_YEAR {
                return None;
            }
        }
        let mut month = 1;
        while let Some(length) = (28..=31).rev().find(|&day| Date::of_day(year, month, day).is_some()) {
            if days < length {
                break;
            }
            days -= length;
            month += 1;
        }
        let time = Time::of(second / 3600, second / 60 % 60, Some(second % 60), Some(0));
        Some(Date { time, ..Date::of_day(year, month, days + 1)? })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)?;
        self.time.map_or(Ok(()), |time| write!(f, "T{time}"))
    }
}

/// The date in a machine-readable value: what [`find`] finds, or seconds or milliseconds since 1970.
pub(super) fn parse(value: &str, locale: DateLocale<'_>) -> Option<Date> {
    let value = value.trim();
    let digits = value.split('.').next().unwrap_or_default();
    if matches!(digits.len(), SECONDS_DIGITS | MILLISECONDS_DIGITS) && digits.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Date::of_epoch(digits.get(..SECONDS_DIGITS)?.parse().ok()?).filter(|date| date.year >= MIN_WEB_YEAR);
    }
    find(value, locale)
}

/// Whether a line gives a date, and little else.
pub(crate) fn is_dateline(line: &str, lang: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    letters <= MAX_DATELINE_LETTERS && find(line, DateLocale { lang, day_first: true }).is_some()
}

/// The first date in a text.
pub(super) fn find(text: &str, locale: DateLocale<'_>) -> Option<Date> {
    let text = text.get(..text.floor_char_boundary(MAX_SEARCHED)).unwrap_or_default();
    if !text.bytes().any(|byte| byte.is_ascii_digit() || byte >= 0x80) {
        return None;
    }
    let tokens = tokens(text);
    let mut rest = tokens.as_slice();
    while !rest.is_empty() {
        if let Some((date, after)) = day_at(rest, locale) {
            return Some(Date { time: time_at(after), ..date });
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    None
}

/// Whether a numeric date has the day first, if it shows that: `28/11/2024` does, `3/4/2024` does not.
pub(super) fn is_day_first(text: &str) -> Option<bool> {
    let text = text.get(..text.floor_char_boundary(MAX_SEARCHED)).unwrap_or_default();
    tokens(text).windows(5).find_map(|five| match *five {
        [
            Token::Number { digits: 1 | 2, value: first, .. },
            Token::Mark { mark: '/' | '-' },
            Token::Number { digits: 1 | 2, value: second, .. },
            Token::Mark { mark: '/' | '-' },
            Token::Number { digits: 2 | 4, .. },
        ] if (first > MONTHS) != (second > MONTHS) => Some(first > MONTHS),
        _ => None,
    })
}

/// The day that starts at the first token, and what follows it.
fn day_at<'t, 'a>(tokens: Tokens<'t, 'a>, locale: DateLocale<'_>) -> Option<(Date, Tokens<'t, 'a>)> {
    match *tokens {
        [Token::Number { digits: 4, value: year, .. }, ..] => year_first(year, tokens.get(1..)?, locale),
        // 20240305
        [Token::Number { digits: 8, value, .. }, ref rest @ ..] => Some((
            Date::of_day(value / 10_000, value / 100 % 100, value % 100).filter(|date| date.year >= MIN_WEB_YEAR)?,
            rest,
        )),
        // 20240305102030
        [Token::Number { digits: 14, value, .. }, ref rest @ ..] => {
            let date = value / 1_000_000;
            Some((Date::of_day(date / 10_000, date / 100 % 100, date % 100)?, rest))
        }
        [Token::Number { digits: 1 | 2, value, .. }, ..] => day_or_month_first(value, tokens.get(1..)?, locale),
        [first @ Token::Word { .. }, ..] => {
            // March 5, 2024. Names are looked up last: most words before a number are no months.
            let after = if is_month_word(first) { 2 } else { 1 };
            let (day, rest) = small_number(skip(tokens.get(after..)?, &[".", "-", "/"]))?;
            let (month, _) = month_at(tokens, locale)?;
            let rest = skip(rest, BEFORE_YEAR);
            let (year, rest) = year(rest)?;
            Some((Date::of_day(year, month, day)?, rest))
        }
        _ => None,
    }
}

/// 2024-03-05, 2024年3月5日, 2024. március 5., 2024. gada 5. martā
fn year_first<'t, 'a>(year: u64, rest: Tokens<'t, 'a>, locale: DateLocale<'_>) -> Option<(Date, Tokens<'t, 'a>)> {
    if let [Token::Mark { mark, .. }, after @ ..] = rest
        && matches!(mark, '-' | '/' | '.' | '‐' | '–')
        && let Some((month, [Token::Mark { mark: second, .. }, after @ ..])) = small_number(after)
        && second == mark
        && let Some((day, after)) = small_number(after)
    {
        return Some((Date::of_day(year, month, day)?, after));
    }
    if let [Token::Word { word: "年" | "년", .. }, after @ ..] = rest {
        let (month, after) = small_number(after)?;
        let [Token::Word { word: "月" | "월", .. }, after @ ..] = after else { return None };
        let (day, after) = small_number(after)?;
        let [Token::Word { word, .. }, after @ ..] = after else { return None };
        return (word.starts_with(['日', '일', '号'])).then_some((Date::of_day(year, month, day)?, after));
    }
    let rest = skip(rest, AFTER_YEAR);
    let name = if rest.first().copied().is_some_and(is_month_word) { 2 } else { 1 };
    if let Some((day, after)) = rest.get(name..).and_then(|after| small_number(skip(after, &[".", "-", "/", ","])))
        && let Some((month, _)) = month_at(rest, locale)
    {
        return Some((Date::of_day(year, month, day)?, after));
    }
    let (day, after) = small_number(rest)?;
    let (month, after) = month_at(skip(after, &["."]), locale)?;
    Some((Date::of_day(year, month, day)?, after))
}

/// 5 March 2024, 5. März 2024, 5 de marzo de 2024, 5/3/2024, 5.3.24
fn day_or_month_first<'t, 'a>(
    first: u64,
    rest: Tokens<'t, 'a>,
    locale: DateLocale<'_>,
) -> Option<(Date, Tokens<'t, 'a>)> {
    if let [Token::Mark { mark, .. }, after @ ..] = rest
        && matches!(mark, '/' | '.' | '-' | '–')
        && let Some((second, [Token::Mark { mark: closing, .. }, after @ ..])) = small_number(after)
        && closing == mark
    {
        let (year, after) = match *after {
            [Token::Number { digits: 4, value, .. }, ref rest @ ..] => (value, rest),
            // With dashes, years of two digits could be parts of version numbers.
            [Token::Number { digits: 2, value, .. }, ref rest @ ..] if *mark != '-' && value <= MAX_SHORT_YEAR => {
                (2000 + value, rest)
            }
            _ => return None,
        };
        // With dots the day comes first everywhere, with dashes everywhere but in the United States.
        let by_mark = *mark == '.' || (*mark == '-' && locale.lang != "en-US");
        let day_first = first > MONTHS || (second <= MONTHS && (locale.day_first || by_mark));
        let (day, month) = if day_first { (first, second) } else { (second, first) };
        return Some((Date::of_day(year, month, day)?, after));
    }
    let rest = skip(rest, AFTER_DAY);
    let name = if rest.first().copied().is_some_and(is_month_word) { 2 } else { 1 };
    let after = skip(rest.get(name..)?, AFTER_MONTH);
    let (year, after) = year(after)?;
    // Names are looked up last: most words between numbers are no months.
    let (month, _) = month_at(rest, locale)?;
    // Thai pages count years of the Buddhist Era.
    let common = year.saturating_sub(BUDDHIST_ERA);
    let year = if (MIN_YEAR..=MAX_YEAR).contains(&common) { common } else { year };
    Some((Date::of_day(year, month, first)?, after))
}

fn month_at<'t, 'a>(tokens: Tokens<'t, 'a>, locale: DateLocale<'_>) -> Option<(u64, Tokens<'t, 'a>)> {
    match *tokens {
        [word, Token::Number { digits: 1 | 2, value, .. }, ref rest @ ..] if is_month_word(word) => Some((value, rest)),
        [Token::Word { word, .. }, ref rest @ ..] => {
            let month = months::month(word, locale.lang).or_else(|| {
                // Hebrew writes `in` as the first letter of the name.
                months::month(word.strip_prefix('ב')?, locale.lang)
            })?;
            Some((u64::from(month), rest))
        }
        _ => None,
    }
}

/// Whether it is the Vietnamese word before the number of a month.
fn is_month_word(token: Token<'_>) -> bool {
    token.is("tháng") || token.is("Tháng")
}
