//! Pictures get one address, the best there is, and lose what only scripts would have read; those that show nothing
//! go, and so do copies.
//!
//! `<img src="data:…" data-src="a.jpg" srcset="b.jpg 2x">` → `<img src="b.jpg">`

mod backgrounds;
mod copies;

use std::collections::HashSet;

use super::{Context, drop_node};
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::media::{best, emoji, is_picture_file, width};
use crate::trace::Trace;

/// Pictures of so many pixels fill a reader's column; of narrower ones a larger copy is shown instead.
const MIN_GOOD_WIDTH: f32 = 1000.0;

/// A link around a picture has at most so many nodes: more is a teaser.
const MAX_LINK_NODES: usize = 30;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    backgrounds::to_pictures(tree);
    let mut pictures = Vec::new();
    for id in tree.all() {
        match tree.tag(id) {
            Tag::AmpImg => tree.node_mut(id).tag = Tag::Img,
            Tag::Img => {}
            Tag::Picture => {
                pictures.push(id);
                continue;
            }
            _ => continue,
        }
        if let Some(sign) = emoji(tree, id) {
            let node = tree.node_mut(id);
            node.tag = Tag::Text;
            node.text = sign;
            node.attrs.clear();
            continue;
        }
        match best(tree, id, context.address) {
            Some(src) => {
                let keep = [Attr::Alt, Attr::Width, Attr::Height, Attr::Class];
                let attrs = &mut tree.node_mut(id).attrs;
                attrs.retain(|(name, _)| keep.contains(name));
                attrs.insert(0, (Attr::Src, src));
            }
            None => drop_node(tree, id, trace),
        }
    }
    for id in pictures {
        if !tree.within(id).any(|id| tree.tag(id) == Tag::Img) {
            trace.dropped(tree, id, None);
        }
    }
    // Films have sources too.
    let is_done = |tree: &Tree, id| tree.tag(id) == Tag::Source && !tree.tag(tree.parent(id)).is_player();
    tree.unwrap_where(|tree, id| matches!(tree.tag(id), Tag::Picture | Tag::Map | Tag::Canvas) || is_done(tree, id));
    lightboxes(tree, context);
    copies::drop_all(tree, trace);
}

/// A link from a picture to its larger copy: that is shown instead where the picture is small, and the link, which led
/// to nothing more, goes.
fn lightboxes(tree: &mut Tree, context: &Context<'_>) {
    let mut needless = HashSet::new();
    for link in tree.all() {
        if tree.tag(link) != Tag::A {
            continue;
        }
        let Some(target) = tree.attr(link, Attr::Href).filter(|href| is_picture_file(href)) else { continue };
        let Some(target) = context.address.media(target) else { continue };
        let Some(inside) = tree.descendants_up_to(link, MAX_LINK_NODES) else { continue };
        let mut images = inside.into_iter().filter(|&id| tree.tag(id) == Tag::Img);
        let (Some(image), None) = (images.next(), images.next()) else { continue };
        let shown = tree.attr(image, Attr::Src).unwrap_or_default();
        let is_larger = match (width(&target), width(shown)) {
            (Some(target), Some(shown)) => target > shown,
            _ => true,
        };
        if target == shown || !is_larger {
            needless.insert(link);
        } else if width(shown).is_none_or(|width| width < MIN_GOOD_WIDTH) {
            show(tree, image, target);
            needless.insert(link);
        }
    }
    tree.unwrap_where(|_, id| needless.contains(&id));
}

/// Shows another copy of the picture, whose size is not known.
fn show(tree: &mut Tree, image: TreeId, src: String) {
    let attrs = &mut tree.node_mut(image).attrs;
    attrs.retain(|(name, _)| *name == Attr::Alt || *name == Attr::Class);
    attrs.insert(0, (Attr::Src, src));
}
