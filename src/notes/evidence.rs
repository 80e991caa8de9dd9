//! How clearly names, in ids, classes and roles, mark notes.

use crate::dom::{Attr, Document, NodeId};
use crate::lexicon::notes::{NOTE_HEADINGS, REFERENCE_HEADINGS, WAYS_BACK};
use crate::lexicon::{Signal, SignalSet};

/// The attributes whose values name an element.
const NAMING: [Attr; 6] = [Attr::Class, Attr::Id, Attr::Role, Attr::DataType, Attr::EpubType, Attr::Name];

/// How clearly a name marks a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    Nothing,
    Perhaps,
    Notes,
}

/// The longest name that is one, in bytes: longer values list what styles an element.
const MAX_NAME: usize = 200;

/// How clearly an element's names mark it as a note.
pub(super) fn of(page: &Document, id: NodeId) -> Evidence {
    let values = page.values(id).filter(|(name, _)| NAMING.contains(name));
    let evidence = values.map(|(_, value)| of_signals(page.signals_of(value), page.value_text(value).len()));
    evidence.max().unwrap_or(Evidence::Nothing)
}

/// How clearly a name marks a note.
pub(super) fn of_name(name: &str) -> Evidence {
    of_signals(SignalSet::of(name), name.len())
}

fn of_signals(signals: SignalSet, length: usize) -> Evidence {
    match () {
        () if length > MAX_NAME => Evidence::Nothing,
        () if signals.has(Signal::Note) => Evidence::Notes,
        () if signals.has(Signal::PerhapsNote) => Evidence::Perhaps,
        () => Evidence::Nothing,
    }
}

/// Whether a link is named as one that leads back.
pub(super) fn lead_back(page: &Document, id: NodeId) -> bool {
    page.signals(id, &NAMING).has(Signal::BackLink)
}

/// Whether a link's text is an arrow or a phrase for a link back.
pub(crate) fn is_way_back(text: &str) -> bool {
    /// In bytes, more than any such text has.
    const MAX_WAY_BACK: usize = 40;
    let text =
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | '\u{FE0E}' | '\u{FE0F}'));
    let is_arrow = |c: char| matches!(c, '\u{2190}'..='\u{21FF}' | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}' | '^' | '⏎' | '▲' | '△' | '⌃' | '∧' | '\u{FE0E}' | '🔙' | '\u{200B}');
    text.chars().all(is_arrow)
        || text.len() < MAX_WAY_BACK && WAYS_BACK.contains(&text.trim_matches(is_arrow).trim().to_lowercase().as_str())
}

/// Whether a heading is one of notes and no more.
pub(crate) fn is_heading_of_notes(text: &str) -> bool {
    is_one_of(text, NOTE_HEADINGS)
}

/// Whether a heading is one of notes or sources.
pub(super) fn is_heading_of_list(text: &str) -> bool {
    is_heading_of_notes(text) || is_one_of(text, REFERENCE_HEADINGS)
}

fn is_one_of(text: &str, headings: &[&str]) -> bool {
    /// In bytes, more than any of them has.
    const MAX_HEADING: usize = 60;
    let text = text.trim().trim_end_matches(':').to_lowercase();
    text.len() < MAX_HEADING && headings.contains(&text.as_str())
}

#[cfg(test)]
mod tests {
    use super::{Evidence, of_name};

    #[test]
    fn names_speak_of_notes() {
        for name in ["fn", "FN:1", "edn", "_ftn2", "cite_note-3", "doc-endnotes", "Fußnote"] {
            assert_eq!(of_name(name), Evidence::Notes, "{name}");
        }
        for name in ["note", "ref-1", "bib", "anm 2"] {
            assert_eq!(of_name(name), Evidence::Perhaps, "{name}");
        }
        for name in ["link external", "", &"footnote ".repeat(30)] {
            assert_eq!(of_name(name), Evidence::Nothing, "{name}");
        }
    }
}
