//! `noscript` repeats a lazy picture with its real address: the placeholder beside it gets that. Pictures that are shown in
//! no other way take the place of the `noscript`.
//!
//! `<img data-x="…"><noscript><img src="a.jpg"></noscript>` → `<img src="a.jpg">`

use std::collections::HashSet;

use super::{Context, drop_node};
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::media::best;
use crate::media::noscript::{Copy, copies, may_be_preview};
use crate::trace::Trace;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    let mut filled = HashSet::new();
    for Copy { noscript, picture, beside } in copies(tree, tree.all().into_iter()) {
        if holds_words(tree, noscript, context) {
            continue;
        }
        let Some(real) = best(tree, picture, context.address) else { continue };
        let is_placeholder = |id: &TreeId| {
            !filled.contains(id) && best(tree, *id, context.address).is_none_or(|shown| may_be_preview(&shown))
        };
        if let Some(placeholder) = beside.into_iter().find(is_placeholder) {
            filled.insert(placeholder);
            fill(tree, placeholder, picture, real);
            drop_node(tree, noscript, trace);
        }
    }
    tree.unwrap_where(|tree, id| tree.tag(id) == Tag::Noscript);
}

/// Where the page's text is in it, it is no copy.
fn holds_words(tree: &Tree, noscript: TreeId, context: &Context<'_>) -> bool {
    tree.node(noscript).source.is_some_and(|source| context.blocks.totals[source].words > 0)
}

/// Gives a placeholder the copy's attributes, beside its own.
fn fill(tree: &mut Tree, placeholder: TreeId, copy: TreeId, real: String) {
    tree.set_attr(copy, Attr::Src, Some(real));
    let attrs = tree.node(copy).attrs.clone();
    let mut own = std::mem::take(&mut tree.node_mut(placeholder).attrs);
    own.retain(|(name, _)| !attrs.iter().any(|(other, _)| other == name));
    let node = tree.node_mut(placeholder);
    node.attrs = attrs.into_iter().chain(own).collect();
    node.tag = Tag::Img;
}
