//! Names out of bylines: no labels, roles, dates or addresses, several kept apart.

use super::words::{BEFORE, DEGREES, ENDS_OF_ROLES, GENERIC, NOT_NAMES, PARTICLES, ROLES, TEXT, has};
use crate::metadata::date::{self, Custom, months};
use crate::metadata::lists::list;
use crate::metadata::normalize::{folded, line_of, starts_with};

/// The longest name, in characters.
const LONGEST_NAME: usize = 70;

/// The longest date before a name, in bytes.
const LONGEST_DATE: usize = 40;

/// The most words of a name.
const MOST_WORDS: usize = 7;

/// What stands between names.
const BETWEEN: &[&str] = list!(", and | and | & |; |;|, | und | et | y | och | og | en | / | with | et al|、|，| и ");

/// What ends names: something else follows.
const ENDS: &[&str] = &[" | ", " • ", " · ", " » ", " – ", " — ", " - ", "|", "•", "·", " ⋅ ", " // ", " (", " ["];

/// What ends names in a line of text: a date, a role or a place follows.
const ENDS_OF_LINES: &[&str] = list!(
    " on | in | for | at | published | updated | posted | last updated| reviewed by| medically reviewed| \
    edited by| photographed by| photos by| follow | @ |:"
);

/// Where a byline stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::metadata) enum Place {
    /// In data, where it has no more than names.
    Data,
    /// On the page, in a line with other things.
    Line,
}

/// The names in a byline, and the part of it that has them.
pub(super) fn names_of(byline: &str, place: Place) -> (Vec<String>, String) {
    let Some(text) = line_of(byline, 1000).filter(|text| !is_address(text)) else { return Default::default() };
    let text = up_to_end(without_label(without_date(&text)), place);
    let mut names: Vec<String> = Vec::new();
    let mut only_names = true;
    for part in split(text) {
        let part = part.trim().trim_matches(|c: char| ",;:|-–—*\"".contains(c)).trim();
        let part = without_label(part.strip_prefix('.').unwrap_or(part)).trim();
        let bare: String = part.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        match names.last_mut() {
            Some(name) if has(DEGREES, &bare) => {
                name.push_str(", ");
                name.push_str(part);
            }
            Some(_) if place == Place::Line && is_role(part) => {
                // "and" may part a role too: `Ada Lovelace, Tides and River Expert`.
                while names.len() > 1 && names.last().is_some_and(|name| !name.contains(' ')) {
                    names.pop();
                }
                only_names = false;
            }
            _ if is_name(part) && (place == Place::Data || reads_as_name(part)) => names.push(part.to_string()),
            _ => only_names = false,
        }
    }
    let line = if only_names { text.trim_matches([',', ';', ' ']).to_string() } else { names.join(", ") };
    (names, line)
}

/// What follows a date and a separator: `19 Dec 2025 · Ada Lovelace`.
fn without_date(text: &str) -> &str {
    let custom = Custom { lang: "en", day_first: true };
    let first = ENDS.iter().filter_map(|mark| text.split_once(mark)).min_by_key(|(before, _)| before.len());
    match first {
        Some((before, after)) if before.len() < LONGEST_DATE && date::find(before, custom).is_some() => after.trim(),
        _ => text,
    }
}

fn is_day(word: &str) -> bool {
    date::find(word, Custom { lang: "en", day_first: true }).is_some()
}

/// Without "By", "Written by:" and the like.
fn without_label(text: &str) -> &str {
    let mut rest = text.trim();
    for _ in 0..3 {
        let Some(after) = BEFORE.iter().find_map(|label| after_label(rest, label)) else { break };
        rest = after;
    }
    rest
}

/// Whether a byline says that it is one.
pub(super) fn is_labelled(text: &str) -> bool {
    let text = text.trim();
    without_label(text).len() < text.len()
}

fn after_label<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    // Labels in lower case are as long in other cases, in all their scripts.
    let after = text.get(label.len()..).filter(|_| starts_with(text, label))?;
    let rest = after.trim_start_matches([':', ' ', '-', '–', '—']);
    (rest.len() < after.len() && !rest.is_empty()).then_some(rest)
}

/// What comes before a date, a role or a place.
fn up_to_end(text: &str, place: Place) -> &str {
    let lower = text.to_ascii_lowercase();
    let of_line = ENDS_OF_LINES.iter().filter(|_| place == Place::Line);
    let marks = ENDS.iter().chain(of_line).filter_map(|mark| lower.find(mark)).filter(|&at| at > 0);
    let mut end = marks.min().unwrap_or(text.len());
    // A word that starts with a digit starts a date, and so does the month before it.
    let (mut at, mut before) = (0, "");
    for word in text.split(' ') {
        if at > 0 && word.starts_with(|c: char| c.is_ascii_digit()) {
            let is_month = at > before.len() + 1 && months::month(before.trim_matches(','), "en").is_some();
            end = end.min(if is_month { at - before.len() - 1 } else { at });
        }
        // Names and days in elements side by side may have no space between them.
        if let Some(digit) = word.find(|c: char| c.is_ascii_digit()).filter(|&digit| digit > 0)
            && place == Place::Line
            && is_day(word.get(digit..).unwrap_or_default())
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
    for between in BETWEEN.iter().filter(|between| text.contains(**between)) {
        parts = parts.into_iter().flat_map(|part| part.split(*between)).collect();
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
    let name = folded(text);
    let words = name.split(' ').count();
    let dated = || {
        let first = name.split(' ').next().unwrap_or_default();
        text.bytes().any(|byte| byte.is_ascii_digit()) && months::month(first, "en").is_some()
    };
    text.chars().any(char::is_alphabetic)
        && text.chars().count() <= LONGEST_NAME
        && words <= MOST_WORDS
        && !text.contains(['{', '}', '<', '>', '%', '=', '?', '!'])
        && !has(NOT_NAMES, &name)
        && (has(GENERIC, &name) || !name.split(' ').all(|word| has(ROLES, word)))
        && !dated()
}

/// Whether a text of several words ends in the word for a role.
fn is_role(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    text.contains(' ') && has(ENDS_OF_ROLES, &last)
}

/// Whether a text in a line reads as a name rather than as words: one word may be any.
fn reads_as_name(text: &str) -> bool {
    let name = folded(text);
    let first = text.split(' ').next().unwrap_or_default();
    // A month alone is what is left of a date.
    if !name.contains(' ') && months::month(&name, "en").is_some() {
        return false;
    }
    let capital = !first.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()) || has(PARTICLES, first);
    !text.contains(' ') || has(GENERIC, &name) || (capital && !name.split(' ').any(|word| has(TEXT, word)))
}
