//! What the caller does without goes last, when all else is decided: so the words stay the same.
//!
//! without links: `<p><a href="/a">b</a> c</p>` → `<p>b c</p>`

use super::{Context, drop_node};
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::trace::Trace;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    let options = context.options;
    for id in tree.all() {
        match tree.tag(id) {
            Tag::Figure if !options.embeds && tree.is_card(id) => drop_node(tree, id, trace),
            Tag::Img if !options.images => drop_node(tree, id, trace),
            // Links within the page tie notes to their text, and a card is nothing but its link.
            Tag::A if !options.links && !leads_inside(tree, id) && !tree.is_card(tree.parent(id)) => {
                tree.node_mut(id).tag = Tag::Span;
                tree.set_attr(id, Attr::Href, None);
            }
            _ => {}
        }
    }
}

fn leads_inside(tree: &Tree, link: TreeId) -> bool {
    tree.attr(link, Attr::Href).is_some_and(|href| href.starts_with('#'))
}
