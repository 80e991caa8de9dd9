//! Times of day, and offsets from UTC.

use std::fmt;

use super::tokens::{Token, Tokens, skip, small_number};
use crate::lexicon::dates::{BEFORE_TIME, TIME_ZONES};

/// The largest offset from UTC, in minutes: that of the Line Islands.
const MAX_OFFSET: u64 = 14 * 60;

/// A time of day, as far as the page gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    hour: u8,
    minute: u8,
    second: Option<u8>,
    /// Minutes east of UTC.
    pub(super) offset: Option<i16>,
}

/// The time of day that follows a date, if it does.
pub(super) fn time_at(tokens: Tokens<'_, '_>) -> Option<Time> {
    let for_machines = tokens.first().is_some_and(|first| first.is("t"));
    // 20240305T102030
    if for_machines && let [_, Token::Number { digits: 6, value, .. }, rest @ ..] = tokens {
        return Time::of(value / 10_000, value / 100 % 100, Some(value % 100), offset_at(rest, true));
    }
    let (hour, rest) = small_number(skip(skip(tokens, BEFORE_TIME), BEFORE_TIME))?;
    let (minute, rest) = match *rest {
        [Token::Mark { mark: ':', .. }, Token::Number { digits: 2, value, .. }, ref rest @ ..] => (value, rest),
        // 10h30, 10.30 Uhr
        [Token::Word { word: "h" | "H", .. }, Token::Number { digits: 2, value, .. }, ref rest @ ..] => (value, rest),
        [Token::Mark { mark: '.', .. }, Token::Number { digits: 2, value, .. }, ref rest @ ..]
            if rest.first().is_some_and(|next| next.is("uhr")) =>
        {
            (value, rest)
        }
        // 3 pm
        ref rest if rest.first().is_some_and(|next| half_day(next).is_some()) => (0, rest),
        _ => return None,
    };
    let (second, rest) = match *rest {
        [Token::Mark { mark: ':', .. }, Token::Number { digits: 2, value, .. }, ref rest @ ..] => (Some(value), rest),
        _ => (None, rest),
    };
    // Fractions of a second are not kept.
    let rest = match *rest {
        [Token::Mark { mark: '.' | ',', .. }, Token::Number { spaced: false, .. }, ref rest @ ..]
            if second.is_some() =>
        {
            rest
        }
        _ => rest,
    };
    let (hour, rest) = match rest {
        [first, after @ ..] if half_day(first).is_some() && (1..=12).contains(&hour) => {
            (hour % 12 + half_day(first).unwrap_or_default(), skip(after, &["."]))
        }
        _ => (hour, rest),
    };
    Time::of(hour, minute, second, offset_at(skip(rest, &["uhr", "h"]), for_machines || second.is_some()))
}

/// The hour that `am` or `pm` starts at.
fn half_day(token: &Token<'_>) -> Option<u64> {
    if token.is("am") || token.is("a.m") {
        Some(0)
    } else if token.is("pm") || token.is("p.m") {
        Some(12)
    } else {
        None
    }
}

/// The offset from UTC, in minutes. A number with a sign is one only where the time is exact: `10:30-11:30` is none.
fn offset_at(tokens: Tokens<'_, '_>, exact: bool) -> Option<i16> {
    let tokens = skip(tokens, &["("]);
    let zone = tokens.first().and_then(|first| TIME_ZONES.iter().find(|(name, _)| first.is(name)));
    let after = if zone.is_some() { tokens.get(1..).unwrap_or_default() } else { tokens };
    let signed = match *after {
        _ if !exact => None,
        [Token::Mark { mark, .. }, Token::Number { digits, value, spaced: false }, ref rest @ ..]
            if matches!(mark, '+' | '-' | '−') =>
        {
            let minutes = match (digits, rest) {
                (4, _) => Some(value / 100 * 60 + value % 100),
                (2, [Token::Mark { mark: ':', .. }, Token::Number { digits: 2, value: minutes, .. }, ..]) => {
                    Some(value * 60 + minutes)
                }
                (1 | 2, _) => Some(value * 60),
                _ => None,
            };
            let minutes =
                minutes.filter(|&minutes| minutes <= MAX_OFFSET).and_then(|minutes| i16::try_from(minutes).ok());
            minutes.map(|minutes| if mark == '+' { minutes } else { -minutes })
        }
        _ => None,
    };
    signed.or(zone.map(|&(_, offset)| offset))
}

impl Time {
    /// Minutes since midnight in UTC, where the offset is known.
    pub(super) fn minutes_in_utc(self) -> Option<i64> {
        Some(i64::from(self.hour) * 60 + i64::from(self.minute) - i64::from(self.offset?))
    }

    pub(super) fn of(hour: u64, minute: u64, second: Option<u64>, offset: Option<i16>) -> Option<Time> {
        let valid = hour < 24 && minute < 60 && second.is_none_or(|second| second <= 60);
        valid.then(|| Time {
            hour: hour as u8,
            minute: minute as u8,
            second: second.map(|second| second.min(59) as u8),
            offset,
        })
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", offset.unsigned_abs() / 60, offset.unsigned_abs() % 60)
            }
        }
    }
}
