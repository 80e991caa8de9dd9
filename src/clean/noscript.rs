//! `noscript` repeats a lazy picture with its real address: the copy goes where the placeholder is.
//!
//! `<img data-x="…"><noscript><img src="a.jpg"></noscript>` → `<img src="a.jpg">`

use super::images::has_source;
use super::tree::{Tree, TreeId};
use super::{Context, drop_node};
use crate::document::Tag;
use crate::trace::Trace;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    for noscript in tree.all().into_iter().filter(|&id| tree.tag(id) == Tag::Noscript).collect::<Vec<_>>() {
        let copies = images(tree, noscript);
        let is_page = tree.node(noscript).source.is_some_and(|source| context.blocks.totals[source].words > 0);
        if is_page || copies.is_empty() {
            continue;
        }
        let placeholder = image_before(tree, noscript);
        // Pictures that are shown in no other way stay, in the place of the noscript.
        if let (Some(placeholder), [copy]) = (placeholder, copies.as_slice()) {
            if !has_source(tree, placeholder, context) {
                let attrs = tree.node(*copy).attrs.clone();
                for (name, value) in attrs {
                    tree.set_attr(placeholder, name, Some(value));
                }
            }
            drop_node(tree, noscript, trace);
        }
    }
    tree.unwrap_where(|tree, id| tree.tag(id) == Tag::Noscript);
}

fn images(tree: &Tree, id: TreeId) -> Vec<TreeId> {
    tree.descendants(id).into_iter().filter(|&id| tree.tag(id) == Tag::Img).collect()
}

/// The picture that the noscript is a copy of: in the element just before it, or alone with it in the parent's.
fn image_before(tree: &Tree, noscript: TreeId) -> Option<TreeId> {
    let parent = tree.parent(noscript);
    let siblings: Vec<TreeId> = tree.children(parent).filter(|&id| !tree.is_blank_text(id)).collect();
    let place = siblings.iter().position(|&id| id == noscript)?;
    let neighbours = [place.checked_sub(1), Some(place + 1)];
    neighbours.into_iter().flatten().filter_map(|place| siblings.get(place).copied()).find_map(|sibling| {
        match tree.tag(sibling) {
            Tag::Img => Some(sibling),
            Tag::Text => None,
            _ => images(tree, sibling).last().copied().filter(|_| tree.is_blank(sibling)),
        }
    })
}
