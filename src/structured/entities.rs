//! Character references in the strings of structured data.

use crate::lexicon::entities::ENTITIES;

/// The longest reference that is looked for, in bytes: `&#x1F600;` and longer names.
const MAX_REFERENCE: usize = 12;

/// A text with its character references replaced, once.
pub(crate) fn decode_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        let (before, reference) = rest.split_at(start);
        out.push_str(before);
        let near = reference.get(1..reference.floor_char_boundary(MAX_REFERENCE)).unwrap_or_default();
        let character = near.find(';').and_then(|end| Some((character(near.get(..end)?)?, end)));
        match character {
            Some((c, end)) => {
                out.push(c);
                rest = reference.get(end + 2..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = reference.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

/// The character that a reference stands for: `#39`, `#x27`, `apos`.
fn character(reference: &str) -> Option<char> {
    match reference.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
        None => ENTITIES.iter().find(|(name, _)| *name == reference).map(|&(_, c)| c),
    }
}
