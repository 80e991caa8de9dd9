//! [`ParsedTree`] → [`Document`], once, in document order.

use std::rc::Rc;

use super::custom::custom_in_lines;
use super::sink::{ParsedTree, attribute};
use super::streamed::Streamed;
use crate::dom::{Attr, Builder, Document, Tag, TreeId};

/// What is to be done next.
enum Pending {
    Visit(TreeId, Option<Rc<Shadow>>),
    Close,
}

/// A shadow tree being unfolded: its host's own children show where its slots are.
struct Shadow {
    host: TreeId,
    outer: Option<Rc<Shadow>>,
}

/// Copies the tree into flat arrays. Elements deeper than `depth` are left out, their content kept.
/// Declarative shadow trees take the place of their host's children, which move to the slots; what is streamed after
/// the page moves to its place.
pub(super) fn flatten(mut tree: ParsedTree, depth: usize) -> Document {
    let mut builder = Builder::with_capacity(tree.len());
    let mut streamed = Streamed::default();
    let mut pending: Vec<Pending> = Vec::new();
    push_children(&tree, &mut pending, TreeId::ROOT, None);
    while let Some(next) = pending.pop() {
        let (id, shadow) = match next {
            Pending::Visit(id, shadow) => (id, shadow),
            Pending::Close => {
                builder.close();
                continue;
            }
        };
        let tag = tree.tag(id);
        if tag == Tag::Text {
            // White space between html, head and body would be a second root.
            if builder.depth() > 0 {
                builder.text(&tree.node(id).text);
            }
            continue;
        }
        // What has been visited is left without: it has had its turn to be moved.
        let attrs = std::mem::take(&mut tree.node_mut(id).attrs);
        if tag == Tag::Slot
            && let Some(shadow) = &shadow
            && push_slotted(&tree, &mut pending, shadow, attribute(&attrs, Attr::Name).unwrap_or_default())
        {
            continue;
        }
        if tag == Tag::Template
            && let Some(segment) = streamed.take(&tree, &attrs)
        {
            push_children(&tree, &mut pending, segment, shadow);
            continue;
        }
        if tag == Tag::Div && streamed.has_moved(&attrs) {
            continue;
        }
        if builder.depth() < depth {
            let opened = builder.open(tag, attrs.iter().map(|(name, value)| (*name, &**value)));
            pending.push(Pending::Close);
            if tag == Tag::Script {
                match attribute(&attrs, Attr::Type).and_then(Kept::of) {
                    Some(Kept::Data) => builder.data(opened, &tree.text(id)),
                    Some(Kept::Formula) => builder.formula(opened, &tree.text(id)),
                    None => {}
                }
            }
        }
        match tag {
            // Code and pictures' inner parts are never shown as text.
            Tag::Script | Tag::Style | Tag::Svg | Tag::Template => {}
            _ => match shadow_root(&tree, id) {
                Some(root) => {
                    push_children(&tree, &mut pending, root, Some(Rc::new(Shadow { host: id, outer: shadow })));
                }
                None => push_children(&tree, &mut pending, id, shadow),
            },
        }
    }
    builder.finish(custom_in_lines)
}

fn push_children(tree: &ParsedTree, pending: &mut Vec<Pending>, id: TreeId, shadow: Option<Rc<Shadow>>) {
    pending.extend(tree.children(id).rev().map(|child| Pending::Visit(child, shadow.clone())));
}

/// Puts the host's children that belong into the slot on the stack; `false` where there are none, and the
/// slot's own content shows.
fn push_slotted(tree: &ParsedTree, pending: &mut Vec<Pending>, shadow: &Rc<Shadow>, slot: &str) -> bool {
    let before = pending.len();
    let belongs = |&child: &TreeId| match tree.tag(child) {
        Tag::Text => slot.is_empty(),
        _ => !is_shadow_template(tree, child) && tree.attr(child, Attr::Slot).unwrap_or_default() == slot,
    };
    let slotted = tree.children(shadow.host).rev().filter(belongs);
    pending.extend(slotted.map(|child| Pending::Visit(child, shadow.outer.clone())));
    pending.len() > before
}

/// The host's `<template shadowrootmode>`, if it has one.
fn shadow_root(tree: &ParsedTree, host: TreeId) -> Option<TreeId> {
    tree.children(host).find(|&child| is_shadow_template(tree, child))
}

fn is_shadow_template(tree: &ParsedTree, id: TreeId) -> bool {
    tree.tag(id) == Tag::Template && tree.attr(id, Attr::Shadowrootmode).is_some()
}

/// What a script may hold that is kept.
pub(super) enum Kept {
    Data,
    Formula,
}

impl Kept {
    /// What a script of this `type` holds, if that is kept.
    pub(super) fn of(kind: &str) -> Option<Kept> {
        // Parameters may follow: `application/ld+json; charset=utf-8`, `math/tex; mode=display`.
        let kind = kind.split(';').next()?.trim().to_ascii_lowercase();
        match kind {
            _ if kind.ends_with("json") => Some(Kept::Data),
            _ if kind.starts_with("math/") => Some(Kept::Formula),
            _ => None,
        }
    }
}
