//! A picture and its caption become `figure` and `figcaption`, whatever the site makes them of; a caption is said once.
//!
//! `<div class="wp-caption"><img src=a><p class="wp-caption-text">b</p></div>` →
//! `<figure><img src=a><figcaption>b</figcaption></figure>`

use std::collections::HashMap;

use super::{Context, drop_node, normalized_key};
use crate::blocks::Signal;
use crate::dom::{Tag, Tree, TreeId};
use crate::media::captions::{MAX_CAPTION_WORDS, MAX_FIGURE_NODES, captioned};
use crate::trace::Trace;
use crate::words::Count;

/// The longest caption that another is looked for in, in bytes: in a page of captions, longer ones would take time that grows
/// with their square.
const MAX_COMPARED_CAPTION: usize = 4000;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    for id in tree.all() {
        let source = tree.node(id).source;
        let has_signal = source.is_some_and(|source| context.blocks.signals[source].own.has(Signal::Caption));
        if let Some(figure) = captioned(tree, id, has_signal) {
            make_figure(tree, figure);
            tree.node_mut(id).tag = Tag::Figcaption;
        }
    }
    for figure in tree.all() {
        if tree.tag(figure) == Tag::Figure && !tree.is_card(figure) {
            name_caption(tree, figure);
        }
    }
    one_caption_each(tree, trace);
    said_once(tree, trace);
}

/// Makes a figure of an element. Parts of tables and lists in it were its layout.
fn make_figure(tree: &mut Tree, id: TreeId) {
    for inner in tree.descendants(id) {
        if matches!(tree.tag(inner), Tag::Tbody | Tag::Thead | Tag::Tr | Tag::Td | Tag::Dt) {
            tree.node_mut(inner).tag = Tag::Div;
        }
    }
    tree.node_mut(id).tag = Tag::Figure;
}

/// In a figure that names no caption, what is written beside the picture is it.
fn name_caption(tree: &mut Tree, figure: TreeId) {
    use Tag::*;
    let Some(inside) = tree.descendants_up_to(figure, MAX_FIGURE_NODES) else { return };
    let has = |tags: &[Tag]| inside.iter().any(|&id| tags.contains(&tree.tag(id)) && !tree.is_card(id));
    let others = [Figcaption, Figure, Table, Pre, Code, Math, Ul, Ol, Dl, Blockquote, H1, H2, H3, H4, H5, H6, Details];
    let words = Count::of(&tree.text(figure)).words;
    if !has(&[Img]) || has(&others) || !(1..=MAX_CAPTION_WORDS).contains(&words) {
        return;
    }
    let mut next: Vec<TreeId> = vec![figure];
    while let Some(id) = next.pop() {
        let mut children = Vec::new();
        for child in tree.children(id).collect::<Vec<_>>() {
            let holds_image = tree.tag(child) == Img || tree.within(child).any(|id| tree.tag(id) == Img);
            if holds_image {
                next.push(child);
                children.push(child);
            } else if tree.is_blank(child) {
                children.push(child);
            } else if matches!(tree.tag(child), Div | P | Span) {
                tree.node_mut(child).tag = Figcaption;
                children.push(child);
            } else {
                let caption = tree.element(Figcaption, Vec::new());
                children.push(caption);
                tree.set_children(caption, vec![child]);
            }
        }
        tree.set_children(id, children);
    }
}

/// Credits and captions of one picture are joined in one caption.
fn one_caption_each(tree: &mut Tree, trace: &mut Trace) {
    let mut first_of: HashMap<TreeId, (TreeId, String)> = HashMap::new();
    for caption in tree.all() {
        if tree.tag(caption) != Tag::Figcaption {
            continue;
        }
        let Some(figure) = tree.ancestors(caption).find(|&id| tree.tag(id) == Tag::Figure) else { continue };
        let words = normalized_key(&tree.text(caption));
        let Some((first, said)) = first_of.get_mut(&figure) else {
            first_of.insert(figure, (caption, words));
            continue;
        };
        if said.len() > MAX_COMPARED_CAPTION || !said.contains(&words) {
            let first = *first;
            said.push_str(&words);
            tree.append_text(first, " ");
            tree.move_children(caption, first);
        }
        drop_node(tree, caption, trace);
    }
}

/// A paragraph right after a figure that only says the caption again goes.
fn said_once(tree: &mut Tree, trace: &mut Trace) {
    let mut last: Option<(TreeId, String)> = None;
    for id in tree.all() {
        match tree.tag(id) {
            Tag::Figcaption => {
                let figure = tree.ancestors(id).find(|&id| tree.tag(id) == Tag::Figure);
                last = figure.map(|figure| (figure, normalized_key(&tree.text(id))));
            }
            Tag::Text if last.is_some() && !tree.is_blank_text(id) => {
                let Some((figure, caption)) = &last else { continue };
                if tree.ancestors(id).any(|id| id == *figure) {
                    continue;
                }
                let paragraph =
                    tree.ancestors(id).find(|&id| matches!(tree.tag(id), Tag::P | Tag::Div | Tag::Figcaption));
                if let Some(paragraph) = paragraph.filter(|&id| tree.tag(id) != Tag::Figcaption && id != TreeId::ROOT)
                    && !caption.is_empty()
                    && tree.descendants_up_to(paragraph, MAX_FIGURE_NODES).is_some()
                    && normalized_key(&tree.text(paragraph)) == *caption
                {
                    drop_node(tree, paragraph, trace);
                }
                last = None;
            }
            _ => {}
        }
    }
}
