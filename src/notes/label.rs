//! A reference's label: what is short enough to stand for a note.

/// A label as it is shown, without the brackets around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RefLabel {
    /// `1`, `a`, `*`, `note 2`.
    pub(crate) text: String,
    /// Whether it is set as no running text is: in square brackets, or in raised digits.
    pub(crate) is_set_apart: bool,
}

/// The longest label, in bytes: longer texts are words of the text.
const MAX_LABEL: usize = 40;

/// The longest label with the spaces around it, in bytes.
const MAX_SPACED_LABEL: usize = 160;

/// The longest word before a label's number, in bytes: `lower-alpha 1`.
const MAX_WORD: usize = 16;

/// The longest label in brackets that a note begins with, in characters: a longer one is the note's own text.
const MAX_BRACKETED: usize = 12;

/// The most signs (`****`), digits, and letters with digits (`12a`) of a label: longer words name something else.
const MAX_CHARACTERS: usize = 4;

/// The most letters of a Roman number that is a label.
const MAX_ROMAN: usize = 6;

/// The first number that may be a year.
const MIN_YEAR: u32 = 1500;

/// The label that the text is, if it is nothing else.
pub(crate) fn of(text: &str) -> Option<RefLabel> {
    if text.len() > MAX_SPACED_LABEL {
        return None;
    }
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    if text.is_empty() || text.len() > MAX_LABEL {
        return None;
    }
    let (inner, is_bracketed) = match enclosed(text, &[('[', ']'), ('［', '］'), ('【', '】'), ('〔', '〕')]) {
        Some(inner) => (inner, true),
        None => (enclosed(text, &[('(', ')'), ('（', '）')]).unwrap_or(text), false),
    };
    let inner = inner.trim().trim_end_matches(['.', ')', ':']).trim_end();
    let is_raised = inner.chars().any(|c| superscript(c).is_some());
    let plain: String = inner.chars().map(|c| superscript(c).unwrap_or(c)).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let is_label = match words.as_slice() {
        [word] => is_single(word),
        [word, number] => {
            let word = word.trim_end_matches('.');
            word.len() <= MAX_WORD && word.chars().all(|c| c.is_alphabetic() || c == '-') && is_number(number)
        }
        _ => false,
    };
    is_label.then(|| RefLabel { text: words.join(" "), is_set_apart: is_bracketed || is_raised })
}

/// The label that a text begins with in square brackets or raised digits, with its length.
pub(crate) fn leading(text: &str) -> Option<(RefLabel, usize)> {
    let start = text.len() - text.trim_start().len();
    let rest = text.get(start..)?;
    let end = match rest.chars().next()? {
        '[' => rest.char_indices().take(MAX_BRACKETED).find(|&(_, c)| c == ']').map(|(at, c)| at + c.len_utf8())?,
        c if superscript(c).is_some() => rest.find(|c| superscript(c).is_none())?,
        _ => return None,
    };
    Some((of(rest.get(..end)?)?, start + end))
}

/// Whether the label counts: then it may be a list's own number.
pub(crate) fn number(label: &str) -> Option<i32> {
    label.parse().ok().filter(|number| *number > 0)
}

/// The dash of a range: `1–3`.
pub(crate) fn is_dash(text: &str) -> bool {
    matches!(text.trim(), "-" | "‑" | "–" | "—")
}

/// One word that can be a label by itself.
fn is_single(word: &str) -> bool {
    let count = word.chars().count();
    let signs = |c: char| matches!(c, '*' | '∗' | '†' | '‡' | '§' | '‖' | '⁂' | '※' | '＊');
    if is_number(word) || count <= MAX_CHARACTERS && word.chars().all(signs) {
        return true;
    }
    match word.chars().next() {
        Some(first) if count == 1 => first.is_alphabetic() || matches!(first, '\u{2460}'..='\u{2473}'),
        Some(first) if matches!(first, '注' | '註') => is_number(word.get(first.len_utf8()..).unwrap_or_default()),
        _ => {
            let has_digit = word.bytes().any(|b| b.is_ascii_digit()) && word.bytes().any(|b| b.is_ascii_alphabetic());
            is_roman(word) || count <= MAX_CHARACTERS && has_digit && word.bytes().all(|b| b.is_ascii_alphanumeric())
        }
    }
}

/// A number that no year is.
fn is_number(word: &str) -> bool {
    (1..=MAX_CHARACTERS).contains(&word.len())
        && word.bytes().all(|b| b.is_ascii_digit())
        && word.parse().is_ok_and(|n: u32| n < MIN_YEAR)
}

fn is_roman(word: &str) -> bool {
    let all = |letters: &str| word.len() <= MAX_ROMAN && word.chars().all(|c| letters.contains(c));
    all("ivxl") || all("IVXL")
}

fn enclosed<'t>(text: &'t str, pairs: &[(char, char)]) -> Option<&'t str> {
    pairs.iter().find_map(|&(open, close)| text.strip_prefix(open)?.strip_suffix(close))
}

fn superscript(c: char) -> Option<char> {
    Some(match c {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴' => '4',
        '⁵' => '5',
        '⁶' => '6',
        '⁷' => '7',
        '⁸' => '8',
        '⁹' => '9',
        _ => return None,
    })
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{FE0E}' | '\u{FE0F}' | '\u{AD}')
}

#[cfg(test)]
mod tests {
    use super::{leading, of};

    #[track_caller]
    fn check(text: &str, label: Option<&str>) {
        assert_eq!(of(text).map(|label| label.text).as_deref(), label, "{text}");
    }

    #[test]
    fn labels() {
        check("1", Some("1"));
        check(" [12] ", Some("12"));
        check("(3)", Some("3"));
        check("4.", Some("4"));
        check("²³", Some("23"));
        check("**", Some("**"));
        check("†", Some("†"));
        check("a", Some("a"));
        check("iv", Some("iv"));
        check("[note 2]", Some("note 2"));
        check("[lower-alpha 1]", Some("lower-alpha 1"));
        check("12a", Some("12a"));
        check("①", Some("①"));
        check("注1", Some("注1"));
    }

    #[test]
    fn no_labels() {
        for text in ["", " ", "2020", "Lee 2020", "see", "↩", "^", "#", "¶", "Figure 3 below", "1, 2"] {
            check(text, None);
        }
    }

    #[test]
    fn what_a_text_begins_with() {
        assert_eq!(leading("[1] a").map(|(label, end)| (label.text, end)), Some(("1".into(), 3)));
        assert_eq!(leading(" ² b").map(|(label, _)| label.text), Some("2".into()));
        assert_eq!(leading("[see] c"), None);
        assert_eq!(leading("1 d"), None);
    }
}
