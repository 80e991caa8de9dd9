//! Links lead where they led on the page; what only a script could follow is plain text.
//!
//! `<a href="/a">x</a> <a href="javascript:…">y</a>` → `<a href="https://example.com/a">x</a> y`

use super::Context;
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::trace::Trace;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, _: &mut Trace) {
    for id in tree.all() {
        for name in [Attr::Href, Attr::Cite] {
            if let Some(target) = tree.attr(id, name) {
                let resolved = context.address.link(target);
                tree.set_attr(id, name, resolved);
            }
        }
    }
    tree.unwrap_where(|tree, id| tree.tag(id) == Tag::A && tree.attr(id, Attr::Href).is_none() && !is_target(tree, id));
}

/// An anchor without a target may be the target of others.
fn is_target(tree: &Tree, id: TreeId) -> bool {
    tree.attr(id, Attr::Id).is_some() || tree.attr(id, Attr::Name).is_some()
}
