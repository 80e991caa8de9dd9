//! Pictures that a page shows as the background of an element.

use super::decorative::is_named;
use super::source::is_placeholder;
use crate::dom::{Attr, Document, NodeId, Tag, Tree, declarations};
use crate::lexicon::images::SHOWN;

/// Makes an image of each element that shows its picture as its background; one that holds text gets it as its first
/// child.
pub(super) fn to_pictures(tree: &mut Tree) {
    for id in tree.all() {
        let tag = tree.tag(id);
        if !matches!(tag, Tag::Div | Tag::Span | Tag::Section | Tag::Header | Tag::Figure | Tag::A | Tag::Custom) {
            continue;
        }
        let Some(url) = tree.node(id).attrs.iter().find_map(|(name, value)| background(*name, value)) else { continue };
        let url = url.to_string();
        let is_shown = tree.attr(id, Attr::Role) == Some("img") || is_named(tree, id, SHOWN);
        // What holds much is the page itself before a texture.
        let is_texture = || {
            let inside = tree.descendants_up_to(id, 60);
            inside.is_none_or(|all| all.iter().any(|&id| matches!(tree.tag(id), Tag::Img | Tag::AmpImg)))
        };
        if !is_shown || is_placeholder(&url) || is_texture() {
            continue;
        }
        let words = tree.attr(id, Attr::AriaLabel).or(tree.attr(id, Attr::Title)).map(str::to_string);
        let attrs = [Some((Attr::Src, url)), words.map(|words| (Attr::Alt, words))].into_iter().flatten().collect();
        let image = tree.element(Tag::Img, attrs);
        let children = std::iter::once(image).chain(tree.children(id)).collect();
        tree.set_children(id, children);
        tree.set_attr(id, Attr::Style, None);
    }
}

/// Whether an element of the page that holds nothing may show a picture as its background.
pub(in crate::clean) fn is_background(page: &Document, id: NodeId) -> bool {
    matches!(page.tag(id), Tag::Div | Tag::Span | Tag::A)
        && page.attributes(id).any(|(name, value)| background(name, value).is_some())
}

/// The address in `background: …` or `background-image: …`, or in what a lazy loader makes such of.
fn background(name: Attr, value: &str) -> Option<&str> {
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
