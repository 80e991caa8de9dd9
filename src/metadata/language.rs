//! Language tags, and what follows from a language.

use crate::lexicon::languages::{DAY_FIRST_HOSTS, RTL_LANGUAGES};

/// The longest language tag, in bytes: the one that RFC 5646 asks software to allow for.
const MAX_TAG: usize = 35;

/// The longest part of a language tag, in bytes.
const MAX_SUBTAG: usize = 8;

/// A language tag in its usual spelling: `en_us` is `en-US`. `None` for what is none.
pub(super) fn tag(value: &str) -> Option<String> {
    // `Content-Language: en, fr` names several; the first will do.
    let value = value.trim().split([',', ';', ' ']).next().unwrap_or_default();
    if value.len() > MAX_TAG {
        return None;
    }
    let mut parts = value.split(['-', '_', '.']);
    let language = parts.next().unwrap_or_default();
    if !(2..=3).contains(&language.len()) || !language.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let mut tag = language.to_ascii_lowercase();
    for part in parts {
        if part.is_empty() || part.len() > MAX_SUBTAG || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            break;
        }
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 if part.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                let (first, rest) = part.split_at(1);
                tag.push_str(&first.to_ascii_uppercase());
                tag.push_str(&rest.to_ascii_lowercase());
            }
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(tag)
}

/// Whether a language, by its tag, is written from right to left.
pub(super) fn is_rtl(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    RTL_LANGUAGES.contains(&language) || tag.contains("-Arab") || tag.contains("-Hebr")
}

/// Whether dates in numbers have the day first. Of the world's large languages only American English has the month
/// first, and pages in English without a region are mostly American unless their address says otherwise.
pub(super) fn is_day_first(tag: &str, host: &str) -> bool {
    match tag.get(..2) {
        Some("en") | None => match tag.get(2..) {
            Some("-US" | "-PH") => false,
            Some("") | None => DAY_FIRST_HOSTS.iter().any(|end| host.ends_with(end)),
            Some(_) => true,
        },
        Some(_) => true,
    }
}
