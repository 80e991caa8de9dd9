//! Names of months.

use crate::lexicon::months::{CROATIAN_MONTHS, MONTHS};

/// The lengths of names of months, in bytes.
const MIN_NAME: usize = 2;
const MAX_NAME: usize = 40;

/// The month that a word names, from 1. Some names are of different months in Croatian and in other languages.
pub(in crate::metadata) fn month(word: &str, lang: &str) -> Option<u8> {
    if !(MIN_NAME..=MAX_NAME).contains(&word.len()) {
        return None;
    }
    let lower = word.to_lowercase();
    let name = lower.trim_end_matches('.');
    if matches!(lang.get(..2), Some("hr" | "bs"))
        && let Some(&(_, month)) = CROATIAN_MONTHS.iter().find(|(known, _)| *known == name)
    {
        return Some(month);
    }
    let place = MONTHS.iter().position(|names| {
        // A match may be a part of a longer name.
        names.match_indices(name).any(|(at, _)| {
            let before = names.get(..at).unwrap_or_default();
            let after = names.get(at + name.len()..).unwrap_or_default();
            (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
        })
    })?;
    u8::try_from(place + 1).ok()
}
