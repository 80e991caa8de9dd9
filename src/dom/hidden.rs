//! What an element's own markup hides.

use super::code_box::is_code_box;
use super::{Attr, Document, InlineStyle, NodeId};

/// Whether the element's own markup hides it: `hidden`, `aria-hidden`, or an inline style.
pub(crate) fn is_hidden(page: &Document, id: NodeId) -> bool {
    let mut is_unsaid = false;
    for (name, value) in page.attributes(id) {
        match name {
            Attr::AriaHidden => is_unsaid |= value.eq_ignore_ascii_case("true"),
            Attr::Hidden if hides(value) => return true,
            _ => {}
        }
    }
    // Editors hide the lines of code from screen readers only.
    page.style(id).has(InlineStyle::HIDDEN) || is_unsaid && !is_code_box(page, id)
}

/// Whether nobody sees the element, where `aria-hidden` hides it from screen readers only.
pub(crate) fn is_undisplayed(page: &Document, id: NodeId) -> bool {
    page.attr(id, Attr::Hidden).is_some_and(hides) || page.style(id).has(InlineStyle::HIDDEN)
}

/// Whether `hidden` of this value hides for good.
fn hides(value: &str) -> bool {
    !value.eq_ignore_ascii_case("until-found")
}

/// Everything in an element that a reader may see, with the element.
pub(crate) fn visible(page: &Document, root: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    let mut next = root;
    std::iter::from_fn(move || {
        let is_unseen = |id| page.tag(id).is_invisible() || !page.is_text(id) && is_hidden(page, id);
        while next < page.end(root) && next != root && is_unseen(next) {
            next = page.end(next);
        }
        let found = (next < page.end(root)).then_some(next);
        next = next.plus(1);
        found
    })
}
