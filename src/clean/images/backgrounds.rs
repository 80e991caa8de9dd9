//! Pictures that a page shows as the background of an element.

use crate::dom::{Attr, Tag, Tree};
use crate::lexicon::images::SHOWN;
use crate::media::background::background;
use crate::media::{is_decorative, is_named, is_placeholder};

/// An element whose background is a picture of the text has at most so many nodes; a texture lies behind more.
const MAX_NODES: usize = 60;

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
        let is_texture = || {
            let inside = tree.descendants_up_to(id, MAX_NODES);
            inside.is_none_or(|all| all.iter().any(|&id| matches!(tree.tag(id), Tag::Img | Tag::AmpImg)))
        };
        if !is_shown || is_placeholder(&url) || is_decorative(tree, id, &url) || is_texture() {
            continue;
        }
        let words = tree.attr(id, Attr::AriaLabel).or(tree.attr(id, Attr::Title)).map(str::to_string);
        let attrs = [Some((Attr::Src, url)), words.map(|words| (Attr::Alt, words))].into_iter().flatten().collect();
        let image = tree.element(Tag::Img, attrs);
        tree.prepend(id, image);
        tree.set_attr(id, Attr::Style, None);
    }
}
