//! Elements of a page's own making (their names have a hyphen): containers, or parts of a line.

use crate::dom::{Attr, Document, NodeId, NodeMap, Tag};

/// What the custom elements count as that are in a line of text and hold no block: a `span`, or a `time` where they say
/// one. Browsers show all of them inline, but pages style most of the others as blocks.
pub(super) fn custom_in_lines(page: &Document) -> Vec<(NodeId, Tag)> {
    let mut found = Vec::new();
    if !page.all().into_iter().any(|id| page.tag(id) == Tag::Custom) {
        return found;
    }
    let mut has_text = NodeMap::new(page, false);
    for id in page.all().into_iter().filter(|&id| page.is_text(id)) {
        has_text[page.parent(id)] |= !page.text(id).chars().all(char::is_whitespace);
    }
    let mut is_in_line = NodeMap::new(page, false);
    for id in page.descendants(NodeId::ROOT) {
        let around = page.parent(id);
        let tag = page.tag(around);
        is_in_line[id] = match tag {
            Tag::P => true,
            Tag::Custom => is_in_line[around] || has_text[around],
            _ if tag.is_block() => has_text[around] || tag.heading_level().is_some(),
            _ => is_in_line[around] || has_text[around],
        };
    }
    let mut holds_block = NodeMap::new(page, false);
    for id in page.descendants(NodeId::ROOT).into_iter().rev() {
        let tag = page.tag(id);
        let is_inline = tag == Tag::Custom && is_in_line[id] && !holds_block[id];
        if is_inline {
            found.push((id, if page.attr(id, Attr::Datetime).is_some() { Tag::Time } else { Tag::Span }));
        }
        holds_block[page.parent(id)] |= holds_block[id] || (tag.is_block() && !is_inline);
    }
    found
}
