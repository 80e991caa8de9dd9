//! Buttons and checkboxes are the page's controls; what they are called is content only where it names a part.
//!
//! `<p>Text</p><button>Copy</button>` → `<p>Text</p>`

use super::tree::{Tree, TreeId};
use super::{Context, drop_node, essence};
use crate::document::{Attr, Tag};
use crate::trace::Trace;
use crate::words::Count;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    for id in tree.all() {
        match tree.tag(id) {
            // An accordion's heading is often a button. On lists, what opens is mostly a filter.
            Tag::Button if names_part(tree, id) || !context.page_type.is_list() && opens_part(tree, id) => {}
            Tag::Button => drop_node(tree, id, trace),
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

/// Whether a button opens a part and says at some length what is in it, as a question does.
fn opens_part(tree: &Tree, button: TreeId) -> bool {
    const FEWEST_WORDS: u32 = 4;
    let opens = [Attr::AriaExpanded, Attr::AriaControls].iter().any(|&name| tree.attr(button, name).is_some());
    opens && {
        let text = tree.text(button);
        text.trim_end().ends_with(['?', '？', '؟']) || Count::of(&text).words >= FEWEST_WORDS
    }
}

fn is_before_space(tree: &Tree, id: TreeId) -> bool {
    let next = tree.children(tree.parent(id)).skip_while(|&child| child != id).nth(1);
    next.is_some_and(|next| tree.node(next).text.starts_with(char::is_whitespace))
}

fn is_heading(tag: Tag) -> bool {
    tag.heading_level().is_some() || matches!(tag, Tag::Summary | Tag::Dt)
}
