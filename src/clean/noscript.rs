//! `noscript` repeats a lazy picture with its real address: the copy goes where the placeholder is.
//!
//! `<img data-x="…"><noscript><img src="a.jpg"></noscript>` → `<img src="a.jpg">`

use std::collections::HashSet;

use super::{Context, drop_node};
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::media::{best, is_placeholder, picture};
use crate::trace::Trace;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    let mut done = HashSet::new();
    let mut claimed = HashSet::new();
    for noscript in tree.all() {
        let parent = tree.parent(noscript);
        if tree.tag(noscript) != Tag::Noscript || !done.insert(parent) {
            continue;
        }
        let siblings: Vec<TreeId> = tree.children(parent).filter(|&id| !tree.is_blank_text(id)).collect();
        for (place, &id) in siblings.iter().enumerate() {
            if tree.tag(id) == Tag::Noscript {
                let before = place.checked_sub(1).and_then(|place| siblings.get(place)).copied();
                let after = siblings.get(place + 1).copied();
                merge(tree, id, [before, after], &mut claimed, context, trace);
            }
        }
    }
    tree.unwrap_where(|tree, id| tree.tag(id) == Tag::Noscript);
}

/// Gives a placeholder beside the noscript what it holds, or drops it where the same is shown already. Pictures that
/// are shown in no other way stay, in the place of the noscript.
fn merge(
    tree: &mut Tree,
    noscript: TreeId,
    neighbours: [Option<TreeId>; 2],
    claimed: &mut HashSet<TreeId>,
    context: &Context<'_>,
    trace: &mut Trace,
) {
    let is_page = tree.node(noscript).source.is_some_and(|source| context.blocks.totals[source].words > 0);
    let copies = images(tree, noscript);
    let [copy] = copies.as_slice() else { return };
    let Some(real) = best(tree, *copy, context.address).filter(|_| !is_page) else { return };
    let beside: Vec<TreeId> = neighbours.into_iter().flatten().filter_map(|id| image_of(tree, id)).collect();
    let mut shown_beside = false;
    for &image in &beside {
        let shown = best(tree, image, context.address).filter(|shown| !may_stand_for_another(shown));
        let is_same = shown.is_some_and(|shown| picture(&shown) == picture(&real));
        shown_beside |= is_same && claimed.insert(image);
    }
    if !shown_beside {
        let is_placeholder = |id: &TreeId| {
            !claimed.contains(id) && best(tree, *id, context.address).is_none_or(|shown| may_stand_for_another(&shown))
        };
        let Some(placeholder) = beside.into_iter().find(is_placeholder) else {
            return;
        };
        claimed.insert(placeholder);
        tree.set_attr(*copy, Attr::Src, Some(real));
        let attrs = tree.node(*copy).attrs.clone();
        let mut kept = std::mem::take(&mut tree.node_mut(placeholder).attrs);
        kept.retain(|(name, _)| !attrs.iter().any(|(other, _)| other == name));
        tree.node_mut(placeholder).attrs = attrs.into_iter().chain(kept).collect();
        tree.node_mut(placeholder).tag = Tag::Img;
    }
    drop_node(tree, noscript, trace);
}

/// Whether the address may be that of a preview.
fn may_stand_for_another(address: &str) -> bool {
    address.starts_with("data:") || is_placeholder(address)
}

fn images(tree: &Tree, id: TreeId) -> Vec<TreeId> {
    tree.descendants(id).into_iter().filter(|&id| matches!(tree.tag(id), Tag::Img | Tag::AmpImg)).collect()
}

/// The picture that a neighbour is, or holds alone.
fn image_of(tree: &Tree, neighbour: TreeId) -> Option<TreeId> {
    match tree.tag(neighbour) {
        Tag::Img => Some(neighbour),
        Tag::Text | Tag::Noscript => None,
        _ => images(tree, neighbour).last().copied().filter(|_| tree.is_blank(neighbour)),
    }
}
