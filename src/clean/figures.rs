//! A picture and its caption become `figure` and `figcaption`, whatever the site makes them of.
//!
//! `<div class="wp-caption"><img src=a><p class="wp-caption-text">b</p></div>` →
//! `<figure><img src=a><figcaption>b</figcaption></figure>`

use super::Context;
use super::tree::{Tree, TreeId};
use crate::blocks::Signal;
use crate::document::Tag;
use crate::trace::Trace;
use crate::words::Count;

/// The most words a caption has.
const MOST_WORDS: u32 = 120;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, _: &mut Trace) {
    for id in tree.all() {
        if tree.ancestors(id).any(|id| tree.tag(id) == Tag::Figure) || !is_caption(tree, id, context) {
            continue;
        }
        // The caption's picture is beside it, or one level up.
        let around: Vec<TreeId> = tree.ancestors(id).take(2).filter(|&id| id != TreeId::ROOT).collect();
        if let Some(&figure) = around.iter().find(|&&id| is_picture_with_words(tree, id)) {
            tree.node_mut(figure).tag = Tag::Figure;
            tree.node_mut(id).tag = Tag::Figcaption;
        }
    }
    one_caption_each(tree);
}

fn is_caption(tree: &Tree, id: TreeId, context: &Context<'_>) -> bool {
    let named = tree.node(id).source.is_some_and(|source| context.blocks.signals[source].own.has(Signal::Caption));
    named
        && matches!(tree.tag(id), Tag::Div | Tag::Figcaption | Tag::P | Tag::Span | Tag::Dd | Tag::Small | Tag::Em)
        && !tree.descendants(id).iter().any(|&id| tree.tag(id).is_media())
        && (1..=MOST_WORDS).contains(&Count::of(&tree.text(id)).words)
}

fn is_picture_with_words(tree: &Tree, id: TreeId) -> bool {
    matches!(tree.tag(id), Tag::Div | Tag::P | Tag::Dl | Tag::Section | Tag::Span | Tag::Custom | Tag::Aside)
        && tree
            .descendants_up_to(id, 60)
            .is_some_and(|all| all.iter().filter(|&&id| tree.tag(id) == Tag::Img).count() == 1)
        && Count::of(&tree.text(id)).words <= MOST_WORDS
}

/// Credits and captions of one picture are joined in one caption.
fn one_caption_each(tree: &mut Tree) {
    for figure in tree.all().into_iter().filter(|&id| tree.tag(id) == Tag::Figure).collect::<Vec<_>>() {
        let captions: Vec<TreeId> =
            tree.descendants(figure).into_iter().filter(|&id| tree.tag(id) == Tag::Figcaption).collect();
        let Some((&first, others)) = captions.split_first() else { continue };
        for &other in others {
            let space = tree.text_node(" ".to_string());
            tree.append(first, space);
            tree.move_children(other, first);
            tree.detach(other);
        }
    }
}
