//! Elements left without text or pictures go, and so do separators that no longer separate.
//!
//! `<hr><p> </p><p>a</p><ul><li></li></ul>` → `<p>a</p>`

use super::{Context, drop_because, drop_node};
use crate::dom::{Tag, Tree, TreeId};
use crate::trace::Trace;

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, trace: &mut Trace) {
    let mut all = tree.all();
    all.reverse();
    for id in all {
        if !stays_empty(tree.tag(id)) && tree.children(id).all(|child| tree.is_blank_text(child)) {
            // Between words, an empty element's space still parts them.
            if tree.children(id).next().is_some() && !tree.tag(id).is_block() {
                let node = tree.node_mut(id);
                node.tag = Tag::Text;
                node.text = " ".to_string();
                node.attrs.clear();
                tree.set_children(id, Vec::new());
            } else {
                drop_node(tree, id, trace);
            }
        }
    }
    separators(tree, trace);
}

/// Whether the element says something without content.
fn stays_empty(tag: Tag) -> bool {
    use Tag::*;
    matches!(tag, Text | Br | Wbr | Hr | Img | Td | Th | Col | Colgroup | Math)
        || tag.name().starts_with('m') && !matches!(tag, Main | Map | Mark | Marquee | Menu | Meta)
}

/// `hr` stays between two parts: not first, not last, and not twice.
fn separators(tree: &mut Tree, trace: &mut Trace) {
    let parts: Vec<TreeId> = tree.children(TreeId::ROOT).filter(|&id| !tree.is_blank_text(id)).collect();
    let last = parts.iter().rposition(|&id| tree.tag(id) != Tag::Hr);
    let mut after_separator = true;
    for (i, &id) in parts.iter().enumerate() {
        let separator = tree.tag(id) == Tag::Hr;
        if separator && (after_separator || last.is_none_or(|last| i > last)) {
            drop_because(tree, id, "separates nothing any more", trace);
        } else {
            after_separator = separator;
        }
    }
}
