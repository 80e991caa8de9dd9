//! Elements that only group or style go; text that stood in them, or between line breaks, becomes paragraphs.
//!
//! `<div>a<br><br>b<div>c</div></div>` → `<p>a</p><p>b</p><p>c</p>`

use super::Context;
use super::anchors::hand_on;
use crate::dom::{Attr, Tag, Tree, TreeId, note_roles};
use crate::trace::Trace;

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, _: &mut Trace) {
    let mut all = tree.all();
    all.reverse();
    all.push(TreeId::ROOT);
    // From the inside out, so that an element's children are final when it is looked at.
    for id in all {
        // Without a summary, browsers would show "Details".
        if tree.tag(id) == Tag::Details && !tree.children(id).any(|child| is_summary(tree, child)) {
            tree.node_mut(id).tag = Tag::Div;
        }
        let tag = tree.tag(id);
        let holds_blocks = tree.children(id).any(|child| tree.is_block_level(child));
        let breaks = || has_double_break(tree, id);
        let wrap = match tag {
            Tag::Blockquote => true,
            Tag::Aside if tree.callout(id).is_some() => true,
            Tag::P => holds_blocks || breaks(),
            Tag::Section if is_notes(tree, id) => false,
            Tag::Li | Tag::Dd | Tag::Td | Tag::Th | Tag::Details => !is_item(tree, id) || breaks(),
            _ => is_wrapper(tag) && tag.is_block(),
        };
        if wrap {
            let children = paragraphs(tree, id);
            tree.set_children(id, children);
            if tag == Tag::P {
                tree.node_mut(id).tag = Tag::Div;
            }
        }
    }
    hand_on_languages(tree);
    hand_on(tree, is_unwrapped);
    tree.unwrap_where(is_unwrapped);
    tree.unwrap_where(is_needless);
}

/// Hands the language and direction of elements that go to what is in them, or around them, and stays.
fn hand_on_languages(tree: &mut Tree) {
    for id in tree.all() {
        let named: Vec<(Attr, String)> =
            tree.node(id).attrs.iter().filter(|(name, _)| is_of_language(*name)).cloned().collect();
        if named.is_empty() {
            continue;
        }
        let heirs: Vec<TreeId> = if is_needless(tree, id) {
            vec![tree.parent(id)]
        } else if !is_wrapper(tree.tag(id)) {
            continue;
        } else if tree.tag(id).is_block() {
            tree.children(id).filter(|&child| tree.tag(child) != Tag::Text).collect()
        } else {
            // Within a line it stays itself.
            tree.node_mut(id).tag = Tag::Span;
            continue;
        };
        for heir in heirs {
            for (name, value) in &named {
                if tree.attr(heir, *name).is_none() {
                    tree.set_attr(heir, *name, Some(value.clone()));
                }
            }
        }
    }
}

fn is_of_language(name: Attr) -> bool {
    matches!(name, Attr::Lang | Attr::Dir)
}

/// Whether the element goes, and what is in it stays in its place.
fn is_unwrapped(tree: &Tree, id: TreeId) -> bool {
    let has_language = || tree.node(id).attrs.iter().any(|(name, _)| is_of_language(*name));
    let tag = tree.tag(id);
    is_wrapper(tag) && !is_notes(tree, id) && tree.callout(id).is_none() && (tag.is_block() || !has_language())
}

/// Whether the element is the list of notes, which stays one.
fn is_notes(tree: &Tree, id: TreeId) -> bool {
    tree.attr(id, Attr::Role) == Some(note_roles::LIST)
}

/// Whether it is one line of text, at most with lists after it: then it needs no paragraph.
fn is_item(tree: &Tree, id: TreeId) -> bool {
    let mut blocks = tree.children(id).filter(|&child| tree.is_block_level(child));
    let first_is_text = tree.non_blank_children(id).next().is_some_and(|c| !tree.is_block_level(c));
    let mut trailing = tree.children(id).skip_while(|&child| !tree.is_block_level(child));
    blocks.next().is_none()
        || first_is_text && trailing.all(|c| tree.is_blank_text(c) || matches!(tree.tag(c), Tag::Ul | Tag::Ol))
}

fn is_summary(tree: &Tree, id: TreeId) -> bool {
    let is_shown = |id: TreeId| matches!(tree.tag(id), Tag::Img | Tag::Math) || !tree.node(id).text.trim().is_empty();
    tree.tag(id) == Tag::Summary && tree.within(id).any(is_shown)
}

/// Whether the element has no meaning for a reader beyond what is in it.
fn is_wrapper(tag: Tag) -> bool {
    use Tag::*;
    matches!(tag, Address | Article | Aside | Body | Button | Center | Custom | Data | Dialog | Dir | Div | Fieldset)
        || matches!(
            tag,
            Font | Footer | Form | Header | Hgroup | Label | Legend | Main | Marquee | Nav | Nobr | Noscript
        )
        || matches!(tag, Other | Output | Search | Section | Slot | Span | Big)
}

/// A paragraph in an element that is one itself.
fn is_needless(tree: &Tree, id: TreeId) -> bool {
    let parent = tree.parent(id);
    let only_lines =
        [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6, Tag::Summary, Tag::Dt, Tag::Pre, Tag::Caption];
    let single = [Tag::Li, Tag::Dd, Tag::Td, Tag::Th, Tag::Figcaption];
    tree.tag(id) == Tag::P
        && (only_lines.contains(&tree.tag(parent))
            || single.contains(&tree.tag(parent))
                && tree.attr(parent, Attr::Role) != Some(note_roles::NOTE)
                && tree.non_blank_children(parent).count() == 1)
}

/// The element's children, with each run of inline ones in a paragraph of its own.
fn paragraphs(tree: &mut Tree, id: TreeId) -> Vec<TreeId> {
    let children: Vec<TreeId> = tree.children(id).collect();
    let mut out = Vec::with_capacity(children.len());
    let mut run: Vec<TreeId> = Vec::new();
    for (i, &child) in children.iter().enumerate() {
        if tree.is_block_level(child) {
            end_run(tree, &mut run, &mut out);
            out.push(child);
        } else if tree.tag(child) == Tag::Br && is_break_pair(tree, children.get(i..).unwrap_or_default()) {
            end_run(tree, &mut run, &mut out);
        } else {
            run.push(child);
        }
    }
    end_run(tree, &mut run, &mut out);
    out
}

/// Takes the nodes of a run, without those at its edges that only set it apart.
pub(super) fn take_run(run: &mut Vec<TreeId>, is_edge: impl Fn(TreeId) -> bool) -> Vec<TreeId> {
    while run.last().is_some_and(|&id| is_edge(id)) {
        run.pop();
    }
    let start = run.iter().position(|&id| !is_edge(id)).unwrap_or(run.len());
    run.drain(..).skip(start).collect()
}

fn end_run(tree: &mut Tree, run: &mut Vec<TreeId>, out: &mut Vec<TreeId>) {
    let run = take_run(run, |id| tree.tag(id) == Tag::Br || tree.is_blank_text(id));
    // A picture by itself needs no paragraph.
    if run.is_empty() {
    } else if let [only] = run.as_slice()
        && matches!(tree.tag(*only), Tag::Img | Tag::Math)
    {
        out.push(*only);
    } else {
        let paragraph = tree.element(Tag::P, Vec::new());
        tree.set_children(paragraph, run);
        out.push(paragraph);
    }
}

/// Whether the nodes begin with two line breaks, with nothing but spaces between.
fn is_break_pair(tree: &Tree, nodes: &[TreeId]) -> bool {
    let mut rest = nodes.iter().filter(|&&id| !tree.is_blank_text(id)).map(|&id| tree.tag(id));
    rest.next() == Some(Tag::Br) && rest.next() == Some(Tag::Br)
}

fn has_double_break(tree: &Tree, id: TreeId) -> bool {
    let mut is_after_break = false;
    tree.non_blank_children(id).any(|child| {
        let is_break = tree.tag(child) == Tag::Br;
        std::mem::replace(&mut is_after_break, is_break) && is_break
    })
}
