//! What a date is the date of, by the words before it.

use super::fields::Field;
use super::normalize::starts_with_lower;
use super::page_index::PageIndex;
use crate::dom::NodeId;
use crate::lexicon::dates::{MEMBER_SINCE_LABELS, MODIFIED_LABELS, PUBLISHED_LABELS};

/// How many nodes before a date are searched for a label, and how much of each text, in bytes. Chosen by hand.
const MAX_NODES_BEFORE: usize = 8;
const MAX_LABEL: usize = 60;

/// How many words at the start of a sentence may be the label of a change: `Last edited by …`.
const MAX_WORDS_BEFORE: usize = 2;

/// Whether a text says since when somebody is a member.
pub(super) fn is_member_since(text: &str) -> bool {
    MEMBER_SINCE_LABELS.iter().any(|label| starts_with_lower(text, label))
}

/// Whether a text starts with a label of a change: `Last edited by Ada on 5 March 2024, 3 times in total.`
pub(super) fn is_about_change(text: &str) -> bool {
    let mut start = text.split_whitespace().take(MAX_WORDS_BEFORE).map(str::to_lowercase);
    start.any(|word| MODIFIED_LABELS.contains(&word.as_str()))
}

/// Whether a date at a node is that of a change, or else of publication.
pub(super) fn field_of(page: &PageIndex<'_>, id: NodeId) -> Field {
    label_before(page, id).unwrap_or(Field::Published)
}

/// What a date at a node is labelled as, by the nearest label before it.
pub(super) fn label_before(page: &PageIndex<'_>, id: NodeId) -> Option<Field> {
    let document = page.document;
    let nodes = MAX_NODES_BEFORE.min(id.index());
    let before = document.all().into_iter().skip(id.index() - nodes).take(nodes);
    // Headlines have such words too, and mean other things.
    let is_in_headline = |node: NodeId| page.headline.is_some_and(|headline| document.is_within(node, headline));
    let mut text = String::new();
    for node in before.filter(|&node| document.is_text(node) && !is_in_headline(node)) {
        text.push_str(end_of(document.text(node)));
        text.push(' ');
    }
    let own = document.text(id);
    let own = own.get(..own.floor_char_boundary(MAX_LABEL)).unwrap_or_default();
    text.push_str(own.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default());
    let text = end_of(&text).to_lowercase();
    for end in text.char_indices().rev().filter_map(|(at, _)| text.get(at..)) {
        // Most labels are ruled out by their first letter.
        let first = end.as_bytes().first();
        let starts_with = |labels: &[&str]| {
            let mut labels = labels.iter().filter(|label| label.as_bytes().first() == first);
            labels.any(|label| end.starts_with(label))
        };
        if starts_with(PUBLISHED_LABELS) {
            return Some(Field::Published);
        }
        if starts_with(MODIFIED_LABELS) {
            return Some(Field::Modified);
        }
    }
    None
}

/// The last bytes of a text.
fn end_of(text: &str) -> &str {
    text.get(text.ceil_char_boundary(text.len().saturating_sub(MAX_LABEL))..).unwrap_or_default()
}
