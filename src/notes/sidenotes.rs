//! Notes that stand right where they are referred to: in the margin, or shown when asked for.

use std::collections::HashMap;

use super::evidence;
use super::index::block_around;
use super::label;
use super::{Note, Reference};
use crate::dom::{Attr, Document, NodeId, Tag};
use crate::lexicon::notes::SIDENOTES;
use crate::words::Count;

/// The longest note beside a text, in nodes and in bytes: longer boxes of these names are columns.
const MAX_NODES: usize = 400;
const MAX_BYTES: usize = 8000;

/// A note has so many words: one word in an element named so is a label.
const MIN_WORDS: u32 = 2;

/// What stands in the margin.
#[derive(Default)]
pub(super) struct Sidenotes {
    pub(super) notes: Vec<Note>,
    /// Copies of notes that the page has elsewhere too.
    pub(super) copies: Vec<NodeId>,
    /// The boxes that labels tick to show a note.
    pub(super) boxes: Vec<NodeId>,
}

/// Finds them. `noted` are references with a note of their own: the reference's node, and its note's text.
pub(super) fn find(page: &Document, noted: &HashMap<NodeId, String>, is_taken: impl Fn(NodeId) -> bool) -> Sidenotes {
    let mut found = Sidenotes::default();
    let mut count = 0;
    let mut next = page.body().plus(1);
    while next < page.end(page.body()) {
        let id = next;
        next = id.plus(1);
        if page.is_text(id) || !is_sidenote(page, id) || is_taken(id) {
            continue;
        }
        next = page.end(id);
        let before = Before::of(page, id);
        if let Some(note) = before.mark.and_then(|mark| noted.get(&mark)) {
            if super::normalized_key(page.text(id)).contains(note.as_str()) {
                found.copies.push(id);
                found.boxes.extend(before.tick);
            }
            continue;
        }
        let own = || first_label(page, id);
        let shown = before.mark.and_then(|mark| label::of(page.text(mark))).map(|label| label.text);
        let label = shown.or_else(own).unwrap_or_else(|| {
            let is_numbered = !class(page, id).contains("margin");
            count += usize::from(is_numbered);
            if is_numbered { count.to_string() } else { "*".to_string() }
        });
        // A mark without text is shown by the page's style only.
        let node = before.mark.filter(|&mark| !page.text(mark).trim().is_empty()).unwrap_or(id);
        let reference = Reference { node, label, is_between_brackets: false };
        found.notes.push(Note { references: vec![reference], body: vec![id] });
        found.boxes.extend(before.tick);
    }
    found
}

/// Whether the element is a note within a line of text.
fn is_sidenote(page: &Document, id: NodeId) -> bool {
    let tag = page.tag(id);
    if !matches!(
        tag,
        Tag::Span | Tag::Small | Tag::Aside | Tag::Other | Tag::Cite | Tag::Em | Tag::I | Tag::Sup | Tag::Custom
    ) {
        return false;
    }
    if page.end(id).index() - id.index() > MAX_NODES {
        return false;
    }
    let class = class(page, id);
    // Hardly any name gets past this, and none of those below is without.
    let has_note = class.as_bytes().windows(4).any(|four| four.eq_ignore_ascii_case(b"note"));
    let is_kind = |value: Option<&str>| value.is_some_and(|value| value.eq_ignore_ascii_case("footnote"));
    let is_named = has_note
        && class.split_ascii_whitespace().any(|class| {
            let plain: String =
                class.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
            SIDENOTES.contains(&plain.as_str())
        });
    let is_named = is_named || is_kind(page.attr(id, Attr::DataType)) || is_kind(page.attr(id, Attr::EpubType));
    if !is_named
        || page.text(id).len() > MAX_BYTES
        || Count::of(page.text(id)).words < MIN_WORDS
        || label::of(page.text(id)).is_some()
    {
        return false;
    }
    // In a line of text, not a box of its own among the paragraphs.
    let in_line = page.ancestors(id).find(|&id| page.tag(id).is_block());
    let has_mark = || Before::of(page, id).mark.is_some();
    let is_inline = tag != Tag::Aside && tag != Tag::Custom;
    let is_alone = in_line.is_none_or(|block| page.text(block).trim().len() <= page.text(id).trim().len() + 1);
    (is_inline && !is_alone || has_mark())
        && !page.descendants(id).into_iter().any(|id| page.tag(id).heading_level().is_some())
}

fn class(page: &Document, id: NodeId) -> &str {
    page.attr(id, Attr::Class).unwrap_or_default()
}

/// The label that the note itself begins with.
fn first_label(page: &Document, id: NodeId) -> Option<String> {
    let first = page.descendants(id).into_iter().find(|&id| page.is_text(id) && !page.is_blank_text(id))?;
    let is_apart = page.ancestors(first).take_while(|&around| around != id).any(|around| !page.tag(around).is_block());
    let label =
        if is_apart { label::of(page.text(first)) } else { label::leading(page.text(first)).map(|found| found.0) };
    label.map(|label| label.text)
}

/// What stands right before a sidenote.
#[derive(Default)]
struct Before {
    /// The element that marks its place.
    mark: Option<NodeId>,
    /// The box that shows it.
    tick: Option<NodeId>,
}

impl Before {
    fn of(page: &Document, id: NodeId) -> Before {
        let mut before = Before::default();
        let mut at = id;
        while let Some(sibling) = sibling_before(page, at) {
            if page.tag(sibling) == Tag::Input && before.tick.is_none() {
                before.tick = Some(sibling);
                at = sibling;
                continue;
            }
            let text = page.text(sibling).trim();
            let is_mark = matches!(page.tag(sibling), Tag::Label | Tag::Sup | Tag::A | Tag::Span | Tag::Button)
                && (label::of(text).is_some()
                    || text.is_empty() && is_note_mark(page, sibling)
                    || matches!(text, "⊕" | "+"));
            before.mark = is_mark.then_some(sibling);
            break;
        }
        before
    }
}

fn is_note_mark(page: &Document, id: NodeId) -> bool {
    page.tag(id) == Tag::Label || evidence::of(page, id) == evidence::Evidence::Notes
}

/// The element right before, spaces aside.
fn sibling_before(page: &Document, id: NodeId) -> Option<NodeId> {
    let parent = page.parent(id);
    let mut at = id.index();
    while let Some(before) = at.checked_sub(1).filter(|&before| before > parent.index()) {
        let node = NodeId::ROOT.plus(before);
        if page.is_blank_text(node) && page.parent(node) == parent {
            at = before;
            continue;
        }
        let sibling = std::iter::once(node).chain(page.ancestors(node)).find(|&id| page.parent(id) == parent)?;
        let is_inline = !page.is_text(sibling) && block_around(page, node).is_some_and(|block| block <= parent);
        return is_inline.then_some(sibling);
    }
    None
}
