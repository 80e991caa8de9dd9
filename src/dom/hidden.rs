//! What an element's own markup hides.

use super::code_box::is_code_box;
use super::{Attr, Document, NodeId};

/// Whether the element's own markup hides it: `hidden`, `aria-hidden`, or an inline style.
pub(crate) fn is_hidden(page: &Document, id: NodeId) -> bool {
    // Editors hide the lines of code from screen readers only.
    let is_code = || is_code_box(page.tag(id), page.attr(id, Attr::Class));
    let is_unsaid = page.attr(id, Attr::AriaHidden).is_some_and(|value| value.eq_ignore_ascii_case("true"));
    is_undisplayed(page, id) || is_unsaid && !is_code()
}

/// Whether nobody sees the element, where `aria-hidden` hides it from screen readers only.
pub(crate) fn is_undisplayed(page: &Document, id: NodeId) -> bool {
    page.attributes(id).any(|(name, value)| match name {
        Attr::Hidden => !value.eq_ignore_ascii_case("until-found"),
        Attr::Style => value.split(';').any(|declaration| {
            let (property, value) = declaration.split_once(':').unwrap_or_default();
            let value = value.trim();
            (property.trim().eq_ignore_ascii_case("display") && starts_with(value, "none"))
                || (property.trim().eq_ignore_ascii_case("visibility") && starts_with(value, "hidden"))
        }),
        _ => false,
    })
}

fn starts_with(value: &str, start: &str) -> bool {
    value.get(..start.len()).is_some_and(|s| s.eq_ignore_ascii_case(start))
}
