//! Buttons and checkboxes are the page's controls; what they are called is content only where it names a part.
//!
//! `<p>Text</p><button>Copy</button>` → `<p>Text</p>`

use super::tree::{Tree, TreeId};
use super::{Context, drop_node, essence};
use crate::document::{Attr, Tag};
use crate::trace::Trace;

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, trace: &mut Trace) {
    for id in tree.all() {
        match tree.tag(id) {
            // An accordion's heading is often a button.
            Tag::Button if !names_part(tree, id) => drop_node(tree, id, trace),
            Tag::Input => {
                // A task list says with them what is done.
                if tree.ancestors(id).any(|id| tree.tag(id) == Tag::Li) {
                    let mark = if tree.attr(id, Attr::Checked).is_some() { "☑" } else { "☐" };
                    let space = if is_before_space(tree, id) { "" } else { " " };
                    let node = tree.node_mut(id);
                    node.tag = Tag::Text;
                    node.attrs.clear();
                    node.text = format!("{mark}{space}");
                } else {
                    drop_node(tree, id, trace);
                }
            }
            _ => {}
        }
    }
}

/// Whether a button is a heading's words, and not something beside them.
fn names_part(tree: &Tree, button: TreeId) -> bool {
    let heading = tree.ancestors(button).find(|&id| is_heading(tree.tag(id)));
    heading.is_some_and(|heading| {
        let (all, own) = (essence(&tree.text(heading)), essence(&tree.text(button)));
        !own.is_empty() && 2 * own.len() > all.len()
    })
}

fn is_before_space(tree: &Tree, id: TreeId) -> bool {
    let next = tree.children(tree.parent(id)).skip_while(|&child| child != id).nth(1);
    next.is_some_and(|next| tree.node(next).text.starts_with(char::is_whitespace))
}

fn is_heading(tag: Tag) -> bool {
    tag.heading_level().is_some() || matches!(tag, Tag::Summary | Tag::Dt)
}
