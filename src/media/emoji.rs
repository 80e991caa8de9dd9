//! Emoji that a page shows as pictures.

use super::decorative::is_named;
use crate::dom::{Attr, Elements};
use crate::lexicon::images::EMOJI;

/// The character that an emoji's picture stands for.
pub(crate) fn emoji<E: Elements>(elements: &E, id: E::Id) -> Option<String> {
    /// Families and flags are written with several characters, joined; alternative texts of more are words.
    const MAX_CHARACTERS: usize = 12;
    let alt = elements.attr(id, Attr::Alt)?.trim();
    let src = elements.attr(id, Attr::Src).unwrap_or_default();
    let is_named = is_named(elements, id, EMOJI);
    let is_sign = |c: char| !c.is_ascii() && !c.is_alphanumeric() || matches!(c, '0'..='9' | '#' | '*');
    let is_emoji = (1..=MAX_CHARACTERS).contains(&alt.chars().count())
        && (is_named && !alt.contains(char::is_whitespace)
            || alt.chars().all(is_sign) && !alt.is_ascii() && src.contains("emoji"));
    is_emoji.then(|| alt.to_string())
}
