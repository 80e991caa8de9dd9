//! One picture, shown once: copies for lightboxes, carousels that begin again, the lead picture shown above and in the
//! text.

use std::collections::HashMap;

use super::super::{drop_node, normalized_key};
use super::{MIN_GOOD_WIDTH, show};
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::lexicon::images::{CAROUSELS, CLONES};
use crate::media::{is_named, picture, width};
use crate::trace::Trace;

/// How far above a picture its figure and its carousel are.
const MAX_LEVELS: usize = 12;

/// How far above a picture is what names it a carousel's copy: farther up, the name is the whole carousel's.
const MAX_CLONE_LEVELS: usize = 3;

/// A figure of one picture has at most so many nodes.
const MAX_FIGURE_NODES: usize = 60;

/// A picture that has been seen, and where.
#[derive(Clone, Copy)]
struct SeenPicture {
    image: TreeId,
    figure: Option<TreeId>,
    carousel: Option<TreeId>,
    /// How many texts stand before it.
    texts: usize,
}

pub(super) fn drop_all(tree: &mut Tree, trace: &mut Trace) {
    let mut seen: HashMap<String, SeenPicture> = HashMap::new();
    let mut texts = 0;
    for id in tree.all() {
        if tree.tag(id) == Tag::Text {
            texts += usize::from(!tree.is_blank_text(id));
            continue;
        }
        if tree.tag(id) != Tag::Img {
            continue;
        }
        let Some(key) = tree.attr(id, Attr::Src).map(picture) else { continue };
        let around: Vec<TreeId> = tree.ancestors(id).take(MAX_LEVELS).collect();
        let carousel = around.iter().copied().find(|&id| is_named(tree, id, CAROUSELS));
        let figure = around.iter().copied().find(|&id| tree.tag(id) == Tag::Figure);
        let here = SeenPicture { image: id, figure, carousel, texts };
        let Some(&before) = seen.get(&key) else {
            seen.insert(key, here);
            continue;
        };
        let is_clone = around.iter().take(MAX_CLONE_LEVELS).any(|&id| is_named(tree, id, CLONES));
        let same_carousel = carousel.is_some() && carousel == before.carousel;
        if !is_clone && !same_carousel && before.texts != texts && !same_words(tree, before.figure, figure) {
            seen.insert(key, here);
            continue;
        }
        // The one with a caption stays.
        if before.figure.is_none() && figure.is_some() {
            merge(tree, before.image, id);
            drop_node(tree, before.image, trace);
            seen.insert(key, here);
        } else {
            merge(tree, id, before.image);
            let whole = figure.filter(|_| same_words(tree, before.figure, figure) && before.figure != figure);
            drop_node(tree, whole.unwrap_or(id), trace);
        }
    }
}

/// Whether two figures have the same caption.
fn same_words(tree: &Tree, a: Option<TreeId>, b: Option<TreeId>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    let is_single = |id| {
        let inside = tree.descendants_up_to(id, MAX_FIGURE_NODES).unwrap_or_default();
        inside.iter().filter(|&&id| tree.tag(id) == Tag::Img).count() == 1
    };
    is_single(a) && is_single(b) && normalized_key(&tree.text(a)) == normalized_key(&tree.text(b))
}

/// What the copy has better goes over to the one that stays.
fn merge(tree: &mut Tree, copy: TreeId, stays: TreeId) {
    let has_words = |id| tree.attr(id, Attr::Alt).is_some_and(|alt| !alt.trim().is_empty());
    if !has_words(stays) && has_words(copy) {
        let alt = tree.attr(copy, Attr::Alt).map(str::to_string);
        tree.set_attr(stays, Attr::Alt, alt);
    }
    let src = |id| tree.attr(id, Attr::Src).unwrap_or_default();
    let shown = width(src(stays));
    if shown.is_some_and(|shown| shown < MIN_GOOD_WIDTH && width(src(copy)).is_none_or(|width| width > shown)) {
        let larger = src(copy).to_string();
        show(tree, stays, larger);
    }
}
