//! Names out of bylines: without labels, roles, dates and addresses, several of them apart.

use crate::lexicon::bylines::{
    BYLINE_LABELS, DEGREES, GENERIC_NAMES, LINE_NAME_ENDS, NAME_ENDS, NAME_PARTICLES, NAME_SEPARATORS, NOT_NAMES,
    ROLE_ENDINGS, ROLE_WORDS, SENTENCE_WORDS,
};
use crate::metadata::date::{self, DateLocale, months};
use crate::metadata::normalize::{fold, line_of, starts_with_lower};

/// The longest byline, in characters. Chosen by hand: papers may have dozens of authors.
const MAX_BYLINE: usize = 1000;

/// The longest name, in characters, and the most words of one. Chosen by hand.
const MAX_NAME: usize = 70;
const MAX_NAME_WORDS: usize = 7;

/// The longest date before a name, in bytes. Chosen by hand.
const MAX_DATE: usize = 40;

/// The most labels before a name: `Posts by: Author: Ada Lovelace`. Chosen by hand.
const MAX_LABELS: usize = 3;

/// Where a byline comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BylineOrigin {
    /// Structured data, where it has no more than names.
    Data,
    /// The page's text, where it stands in a line with other things.
    Line,
}

/// How dates in bylines are read.
const LOCALE: DateLocale<'static> = DateLocale { lang: "en", day_first: true };

/// The names in a byline, and the part of it that has them.
pub(super) fn names_of(byline: &str, origin: BylineOrigin) -> (Vec<String>, String) {
    let Some(text) = line_of(byline, MAX_BYLINE).filter(|text| !is_address(text)) else { return Default::default() };
    let text = up_to_end(without_label(without_date(&text)), origin);
    let mut names: Vec<String> = Vec::new();
    let mut has_only_names = true;
    for part in split(text) {
        let part = part.trim().trim_matches(|c: char| ",;:|-–—*\"".contains(c)).trim();
        let part = without_label(part.strip_prefix('.').unwrap_or(part)).trim();
        let bare: String = part.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        match names.last_mut() {
            Some(name) if DEGREES.contains(&bare.as_str()) => {
                name.push_str(", ");
                name.push_str(part);
            }
            Some(_) if origin == BylineOrigin::Line && is_role(part) => {
                // "and" may stand in a role too: `Ada Lovelace, Tides and River Expert`.
                while names.len() > 1 && names.last().is_some_and(|name| !name.contains(' ')) {
                    names.pop();
                }
                has_only_names = false;
            }
            _ if is_name(part) && (origin == BylineOrigin::Data || reads_as_name(part)) => names.push(part.to_string()),
            _ => has_only_names = false,
        }
    }
    let line = if has_only_names { text.trim_matches([',', ';', ' ']).to_string() } else { names.join(", ") };
    (names, line)
}

/// What follows a date and a separator: `19 Dec 2025 · Ada Lovelace`.
fn without_date(text: &str) -> &str {
    let first = NAME_ENDS.iter().filter_map(|mark| text.split_once(mark)).min_by_key(|(before, _)| before.len());
    match first {
        Some((before, after)) if before.len() < MAX_DATE && has_date(before) => after.trim(),
        _ => text,
    }
}

fn has_date(text: &str) -> bool {
    date::find(text, LOCALE).is_some()
}

fn is_month(word: &str) -> bool {
    months::month(word, LOCALE.lang).is_some()
}

/// Without "By", "Written by:" and the like.
fn without_label(text: &str) -> &str {
    let mut rest = text.trim();
    for _ in 0..MAX_LABELS {
        let Some(after) = BYLINE_LABELS.iter().find_map(|label| after_label(rest, label)) else { break };
        rest = after;
    }
    rest
}

/// Whether a byline has a label before its names.
pub(super) fn is_labelled(text: &str) -> bool {
    let text = text.trim();
    without_label(text).len() < text.len()
}

fn after_label<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    // Labels in lower case are as long in other cases, in all their scripts.
    let after = text.get(label.len()..).filter(|_| starts_with_lower(text, label))?;
    let rest = after.trim_start_matches([':', ' ', '-', '–', '—']);
    (rest.len() < after.len() && !rest.is_empty()).then_some(rest)
}

/// What comes before a date, a role or a place.
fn up_to_end(text: &str, origin: BylineOrigin) -> &str {
    let lower = text.to_ascii_lowercase();
    let of_line = LINE_NAME_ENDS.iter().filter(|_| origin == BylineOrigin::Line);
    let marks = NAME_ENDS.iter().chain(of_line).filter_map(|mark| lower.find(mark)).filter(|&at| at > 0);
    let mut end = marks.min().unwrap_or(text.len());
    // A word that starts with a digit starts a date, and so does the month before it.
    let (mut at, mut before) = (0, "");
    for word in text.split(' ') {
        if at > 0 && word.starts_with(|c: char| c.is_ascii_digit()) {
            let has_month = at > before.len() + 1 && is_month(before.trim_matches(','));
            end = end.min(if has_month { at - before.len() - 1 } else { at });
        }
        // Names and days in elements side by side may have no space between them.
        if let Some(digit) = word.find(|c: char| c.is_ascii_digit()).filter(|&digit| digit > 0)
            && origin == BylineOrigin::Line
            && has_date(word.get(digit..).unwrap_or_default())
        {
            end = end.min(at + digit);
        }
        before = word;
        at += word.len() + 1;
    }
    text.get(..end).unwrap_or(text).trim()
}

fn split(text: &str) -> Vec<&str> {
    let mut parts = vec![text];
    for separator in NAME_SEPARATORS.iter().filter(|separator| text.contains(**separator)) {
        parts = parts.into_iter().flat_map(|part| part.split(*separator)).collect();
    }
    parts
}

/// Whether a text is an address instead of a name: many pages link to their author's profile.
fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.contains("://") || lower.starts_with("www.") || lower.starts_with('/') || lower.contains(".com/")
}

/// Whether a text can be the name of an author.
fn is_name(text: &str) -> bool {
    let name = fold(text);
    let words = name.split(' ').count();
    let is_dated = || {
        let first = name.split(' ').next().unwrap_or_default();
        text.bytes().any(|byte| byte.is_ascii_digit()) && is_month(first)
    };
    text.chars().any(char::is_alphabetic)
        && text.chars().count() <= MAX_NAME
        && words <= MAX_NAME_WORDS
        && !text.contains(['{', '}', '<', '>', '%', '=', '?', '!'])
        && !NOT_NAMES.contains(&name.as_str())
        && (GENERIC_NAMES.contains(&name.as_str()) || !name.split(' ').all(|word| ROLE_WORDS.contains(&word)))
        && !is_dated()
}

/// Whether a text of several words ends in the word for a role.
fn is_role(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    text.contains(' ') && ROLE_ENDINGS.contains(&last.as_str())
}

/// Whether a text in a line reads as a name rather than as words: one word may be any.
fn reads_as_name(text: &str) -> bool {
    let name = fold(text);
    let first = text.split(' ').next().unwrap_or_default();
    // A month alone is what is left of a date.
    if !name.contains(' ') && is_month(&name) {
        return false;
    }
    let is_capital = !first.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let may_begin = is_capital || NAME_PARTICLES.contains(&first);
    let has_sentence_word = || name.split(' ').any(|word| SENTENCE_WORDS.contains(&word));
    !text.contains(' ') || GENERIC_NAMES.contains(&name.as_str()) || (may_begin && !has_sentence_word())
}
