//! Buttons and checkboxes are the page's controls; what they are called is content only where it names a part.
//!
//! `<p>Text</p><button>Copy</button>` → `<p>Text</p>`

use std::collections::HashSet;

use super::{Context, drop_node, normalized_key};
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::trace::Trace;
use crate::words::Count;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    let all = tree.all();
    let in_sentences =
        if all.iter().any(|&id| tree.tag(id) == Tag::Button) { in_sentences(tree) } else { HashSet::new() };
    for id in all {
        match tree.tag(id) {
            Tag::Button if is_heading(tree, id) || in_sentences.contains(&id) => {}
            Tag::Button if asks(tree, id) && is_answered(tree, id) => {}
            // On lists, what opens is mostly a filter.
            Tag::Button if !context.page_type.is_list() && has_heading(tree, id) => tree.unwrap(id),
            Tag::Button if !context.page_type.is_list() && opens_part(tree, id) => {}
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

/// Whether a button is a heading's words, and not something beside them: an accordion's heading is often a button.
fn is_heading(tree: &Tree, button: TreeId) -> bool {
    let heads = |tag: Tag| tag.heading_level().is_some() || matches!(tag, Tag::Summary | Tag::Dt);
    let heading = tree.ancestors(button).find(|&id| heads(tree.tag(id)));
    heading.is_some_and(|heading| says_most(tree, button, heading))
}

/// Whether a heading is a button's words.
fn has_heading(tree: &Tree, button: TreeId) -> bool {
    let heading = tree.descendants(button).into_iter().find(|&id| tree.tag(id).heading_level().is_some());
    heading.is_some_and(|heading| says_most(tree, heading, button))
}

/// Whether a part says more than half of what the whole says.
fn says_most(tree: &Tree, part: TreeId, whole: TreeId) -> bool {
    let (all, own) = (normalized_key(&tree.text(whole)), normalized_key(&tree.text(part)));
    !own.is_empty() && 2 * own.len() > all.len()
}

/// The buttons that stand between words of one sentence, as what opens a note does.
fn in_sentences(tree: &Tree) -> HashSet<TreeId> {
    let has_words = |id: TreeId| tree.tag(id) == Tag::Text && Count::of(&tree.node(id).text).words > 0;
    let mut found = HashSet::new();
    for parent in std::iter::once(TreeId::ROOT).chain(tree.all()) {
        let mut children = tree.children(parent).peekable();
        let mut is_after_words = false;
        while let Some(child) = children.next() {
            if tree.tag(child) == Tag::Button && is_after_words && children.peek().copied().is_some_and(has_words) {
                found.insert(child);
            }
            is_after_words = is_after_words || has_words(child);
        }
    }
    found
}

fn asks(tree: &Tree, button: TreeId) -> bool {
    const FEWEST_WORDS: u32 = 3;
    let text = tree.text(button);
    text.trim_end().ends_with(['?', '？', '؟']) && Count::of(&text).words >= FEWEST_WORDS
}

/// Whether a button opens a part and says what is in it: it is answered, or says so at some length.
fn opens_part(tree: &Tree, button: TreeId) -> bool {
    const FEWEST_WORDS: u32 = 4;
    let opens = [Attr::AriaExpanded, Attr::AriaControls].iter().any(|&name| tree.attr(button, name).is_some());
    let is_long = || Count::of(&tree.text(button)).words >= FEWEST_WORDS;
    opens && (asks(tree, button) || is_long() || is_answered(tree, button)) || is_long() && is_answered(tree, button)
}

/// Whether a button is the first of its part and followed by prose, as the name of what an accordion opens is.
fn is_answered(tree: &Tree, button: TreeId) -> bool {
    let item = std::iter::once(button)
        .chain(tree.ancestors(button))
        .find(|&id| tree.children(tree.parent(id)).filter(|&child| !tree.is_blank_text(child)).nth(1).is_some());
    item.is_some_and(|item| {
        let mut siblings = tree.children(tree.parent(item)).filter(|&id| !tree.is_blank_text(id));
        siblings.next() == Some(item)
            && siblings.next().is_some_and(|next| tree.tag(next) != Tag::Button && is_prose(tree, next))
    })
}

/// Whether it holds words, most of them in no link. What is long is taken for prose unread.
fn is_prose(tree: &Tree, id: TreeId) -> bool {
    const FEWEST_WORDS: u32 = 5;
    const LONG: usize = 400;
    let Some(inside) = tree.descendants_up_to(id, LONG) else { return true };
    let words = |id| Count::of(&tree.text(id)).words;
    let linked: u32 = inside.into_iter().filter(|&id| tree.tag(id) == Tag::A).map(words).sum();
    words(id) >= FEWEST_WORDS && 2 * linked < words(id)
}

fn is_before_space(tree: &Tree, id: TreeId) -> bool {
    let next = tree.children(tree.parent(id)).skip_while(|&child| child != id).nth(1);
    next.is_some_and(|next| tree.node(next).text.starts_with(char::is_whitespace))
}
