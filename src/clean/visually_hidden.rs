//! Words that only screen readers say, because the page's style takes them out of sight, go.
//!
//! `<a href=a>More<span class="sr-only"> about tea</span></a>` → `<a href=a>More</a>`

use super::{Context, drop_node};
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::trace::Trace;
use crate::words::Count;

/// Classes that style sheets use for such words and for nothing else.
const NAMES: [&str; 12] = [
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "visually-hidden-focusable",
    "screen-reader-text",
    "screen-reader-only",
    "screenreader-only",
    "screen-reader",
    "a11y-hidden",
    "hidden-visually",
    "assistive-text",
    "u-visually-hidden",
];

/// More words than this are a text: then the page shows it after all, by a script.
const MOST_WORDS: u32 = 30;

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, trace: &mut Trace) {
    for id in tree.all() {
        if is_unseen(tree, id) && !is_needed(tree, id) {
            drop_node(tree, id, trace);
        }
    }
}

fn is_unseen(tree: &Tree, id: TreeId) -> bool {
    let is_named = || {
        let mut names = tree.attr(id, Attr::Class).unwrap_or_default().split_ascii_whitespace();
        names.any(|name| NAMES.iter().any(|unseen| name.eq_ignore_ascii_case(unseen)))
    };
    tree.tag(id) != Tag::Text && (is_named() || is_clipped(tree, id))
}

/// Whether inline style leaves nothing of the element to see: cut to a point, and out of the flow.
fn is_clipped(tree: &Tree, id: TreeId) -> bool {
    let Some(style) = tree.attr(id, Attr::Style).filter(|style| style.contains("clip")) else { return false };
    let style: String = style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    let cuts = ["clip:rect(0", "clip:rect(1px,1px", "clip-path:inset(50%)", "clip-path:inset(100%)"];
    style.contains("position:absolute") && cuts.iter().any(|cut| style.contains(cut))
}

/// What cannot go: a formula beside its picture, a task's box, and whole texts.
fn is_needed(tree: &Tree, id: TreeId) -> bool {
    let Some(inside) = tree.descendants_up_to(id, 100) else { return true };
    matches!(tree.tag(id), Tag::Math | Tag::Input | Tag::Img)
        || inside.iter().any(|&id| matches!(tree.tag(id), Tag::Math | Tag::Input | Tag::Img))
        || Count::of(&tree.text(id)).words > MOST_WORDS
}
