//! What is kept of controls becomes text: a button that is a part's heading is nothing but that, and a task's box a sign.
//!
//! `<button><h3>Ferries</h3></button><li><input type=checkbox checked>Tea</li>` → `<h3>Ferries</h3><li>☑ Tea</li>`

use super::Context;
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::trace::Trace;

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, _: &mut Trace) {
    for id in tree.all() {
        match tree.tag(id) {
            Tag::Button if tree.descendants(id).into_iter().any(|id| tree.tag(id).heading_level().is_some()) => {
                tree.unwrap(id);
            }
            Tag::Input => {
                let sign = if tree.attr(id, Attr::Checked).is_some() { "☑" } else { "☐" };
                let space = if is_before_space(tree, id) { "" } else { " " };
                let node = tree.node_mut(id);
                node.tag = Tag::Text;
                node.attrs.clear();
                node.text = format!("{sign}{space}");
            }
            _ => {}
        }
    }
}

fn is_before_space(tree: &Tree, id: TreeId) -> bool {
    let next = tree.children(tree.parent(id)).skip_while(|&child| child != id).nth(1);
    next.is_some_and(|next| tree.node(next).text.starts_with(char::is_whitespace))
}
