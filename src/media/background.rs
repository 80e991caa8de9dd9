//! Pictures that a page shows as the background of an element.

use crate::dom::{Attr, Document, NodeId, Tag, declarations};

/// Whether an element of the page that holds nothing may show a picture as its background.
pub(crate) fn is_background(page: &Document, id: NodeId) -> bool {
    matches!(page.tag(id), Tag::Div | Tag::Span | Tag::A)
        && page.attributes(id).any(|(name, value)| background(name, value).is_some())
}

/// The address in `background: …` or `background-image: …`, or in what a lazy loader makes such of.
pub(crate) fn background(name: Attr, value: &str) -> Option<&str> {
    if name != Attr::Style {
        return None;
    }
    declarations(value).chain(value.split_once(':')).find_map(|(property, value)| {
        let property = property.trim();
        if !property.eq_ignore_ascii_case("background-image") && !property.eq_ignore_ascii_case("background") {
            return None;
        }
        let (_, from) = value.split_once("url(")?;
        let url = from.trim_start().trim_start_matches(['"', '\'']);
        let end = url.find(['"', '\'', ')']).unwrap_or(url.len());
        url.get(..end).map(str::trim)
    })
}
