//! Content → a string: one file per format, all of the same shape. What is kept was decided before, so they
//! cannot disagree.

mod html;
mod markdown;
mod notes;
mod text;

#[cfg(target_arch = "wasm32")]
pub(crate) use html::escape;
pub(crate) use html::render as html;
#[cfg(test)]
pub(crate) use html::serialise;
pub(crate) use markdown::render as markdown;
pub(crate) use text::render as text;

use crate::dom::{Attr, Tag, Tree, TreeId, Visit, Walk};

/// Whether what is in an element is still to be walked.
#[derive(PartialEq, Eq)]
enum Inside {
    Walk,
    Done,
}

/// Whether the picture is that of a card: only HTML shows it, as part of the link.
pub(crate) fn is_card_picture(tree: &Tree, image: TreeId) -> bool {
    tree.is_card(tree.parent(tree.parent(image)))
}

/// A piece of running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TextPiece<'t> {
    /// Characters that are shown as they are: words, with single spaces between them.
    Words(&'t str),
    /// White space, however much.
    Space,
}

/// Running text as a reader sees it: white space folded, no-break spaces as spaces, nothing invisible.
fn pieces(text: &str) -> impl Iterator<Item = TextPiece<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            let (end, special) = next_special(text, at).unwrap_or((text.len(), ' '));
            if end > at {
                let words = text.get(at..end)?;
                at = end;
                return Some(TextPiece::Words(words));
            }
            at += special.len_utf8();
            if is_space(special) {
                at = text.len() - text.get(at..)?.trim_start_matches(is_space).len();
                return Some(TextPiece::Space);
            }
        }
        None
    })
}

/// The first white space or invisible character from `at` on, but for single spaces between words.
fn next_special(text: &str, at: usize) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    // All characters that matter begin with one of these bytes.
    let may_begin = |b: u8| b <= b' ' || matches!(b, 0xC2 | 0xE2 | 0xEF);
    let mut from = at;
    loop {
        from += bytes.get(from..)?.iter().position(|&b| may_begin(b))?;
        let is_single = |next: usize| bytes.get(next).is_some_and(|&next| !may_begin(next));
        if from > at && bytes.get(from) == Some(&b' ') && is_single(from + 1) {
            from += 1;
            continue;
        }
        let c = text.get(from..)?.chars().next()?;
        if is_space(c) || is_invisible(c, text.get(..from)?.chars().next_back()) {
            return Some((from, c));
        }
        from += c.len_utf8();
    }
}

/// White space as CSS folds it, and the spaces that only differ in where lines may break.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}' | '\u{A0}' | '\u{202F}' | '\u{2028}' | '\u{2029}')
}

/// Characters that mark where a word may break. Joiners shape the letters of some scripts, and emoji:
/// there they stay.
fn is_invisible(c: char, before: Option<char>) -> bool {
    match c {
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => true,
        '\u{200C}' | '\u{200D}' => !before.is_some_and(is_joined),
        _ => false,
    }
}

/// Whether a joiner after the character can be seen: letters from Arabic to Mongolian, and emoji.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{1FFF}' | '\u{2190}'..='\u{2BFF}' | '\u{A800}'..='\u{ABFF}')
        || matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE0F}' | '\u{FE70}'..='\u{FEFC}' | '\u{10000}'..)
}

/// The text of a `pre`, byte for byte, without the line break at its end, which shows nothing.
fn preformatted(tree: &Tree, id: TreeId) -> String {
    let mut text = String::new();
    for visit in Walk::within(tree, id) {
        let Visit::Open(id) = visit else { continue };
        match tree.tag(id) {
            Tag::Text => text.push_str(&tree.node(id).text),
            Tag::Br => text.push('\n'),
            _ => {}
        }
    }
    if text.ends_with('\n') {
        text.pop();
    }
    text
}

/// The formula as LaTeX, where the page gave it.
fn latex(tree: &Tree, math: TreeId) -> Option<&str> {
    tree.attr(math, Attr::Alttext).map(str::trim).filter(|latex| !latex.is_empty())
}

#[cfg(test)]
mod tests;
