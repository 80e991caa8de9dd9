//! What holds code to the byte: `pre`, `code`, editors, and the boxes and tables of highlighters.

use super::{Attr, Document, NodeId, Tag};
use crate::lexicon::{Signal, SignalSet};

/// The names of what holds code to the byte.
const CODE: SignalSet = SignalSet::these(&[Signal::EditorLines, Signal::CodeBox, Signal::CodeLine, Signal::CodeCell]);

/// Whether the element holds code to the byte: all in it is copied and kept together.
pub(crate) fn is_code_box(page: &Document, id: NodeId) -> bool {
    match page.tag(id) {
        Tag::Pre | Tag::Code => true,
        Tag::Div | Tag::Table | Tag::Td | Tag::Figure | Tag::Section => page.signals(id, &[Attr::Class]).has_any(CODE),
        _ => false,
    }
}

/// Whether a `code` element with no text between others is a blank line of theirs.
pub(crate) fn is_block_code(page: &Document, id: NodeId) -> bool {
    page.signals(id, &[Attr::Class]).has(Signal::CodeBlock)
}
