//! Lists that are such by role become the elements.
//!
//! `<div role="list"><div role="listitem">a</div></div>` → `<ul><li>a</li></ul>`

use super::Context;
use crate::dom::{Attr, Tag, Tree};
use crate::trace::Trace;

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, _: &mut Trace) {
    for id in tree.all() {
        if !matches!(tree.tag(id), Tag::Div | Tag::Section | Tag::Span | Tag::Custom) {
            continue;
        }
        let is_item = |tree: &Tree, child| tree.attr(child, Attr::Role) == Some("listitem");
        let role = tree.attr(id, Attr::Role);
        if role == Some("list") && tree.children(id).all(|child| tree.is_blank_text(child) || is_item(tree, child)) {
            tree.node_mut(id).tag = Tag::Ul;
        } else if role == Some("listitem") && tree.tag(tree.parent(id)) == Tag::Ul {
            tree.node_mut(id).tag = Tag::Li;
        }
    }
}
