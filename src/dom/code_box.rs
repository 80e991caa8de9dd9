//! What holds code to the byte: `pre`, `code`, editors, and the boxes and tables of highlighters.

use super::{Attr, Document, NodeId, Tag};
use crate::lexicon::{Signal, SignalSet};

/// The names of what holds code to the byte.
const CODE: SignalSet = SignalSet::these(&[Signal::EditorLines, Signal::CodeBox, Signal::CodeLine, Signal::CodeCell]);

/// Whether the element holds code to the byte: all in it is copied and kept together.
pub(crate) fn is_code_box(page: &Document, id: NodeId) -> bool {
    is_box(page.tag(id), || page.signals(id, &[Attr::Class]))
}

/// Likewise, by its tag and class alone.
pub(crate) fn is_code_box_of(tag: Tag, class: Option<&str>) -> bool {
    is_box(tag, || class.map(SignalSet::of).unwrap_or_default())
}

fn is_box(tag: Tag, signals: impl FnOnce() -> SignalSet) -> bool {
    match tag {
        Tag::Pre | Tag::Code => true,
        Tag::Div | Tag::Table | Tag::Td | Tag::Figure | Tag::Section => signals().has_any(CODE),
        _ => false,
    }
}

/// Whether a `code` element with no text between others is a blank line of theirs.
pub(crate) fn is_block_code(page: &Document, id: NodeId) -> bool {
    page.signals(id, &[Attr::Class]).has(Signal::CodeBlock)
}
