//! [`Tree`] → [`Document`], once, in document order.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

use html5ever::{Attribute, LocalName, QualName, ns};

use super::streamed::Streamed;
use super::tree::{Data, Element, Id, Name, Tree};
use crate::dom::{Attr, Builder, Document, Tag};

/// One step of the walk.
enum Step {
    Visit(Id, Option<Rc<Shadow>>),
    Close,
}

/// A shadow tree being unfolded: its host's own children show where its slots are.
struct Shadow {
    host: Id,
    outer: Option<Rc<Shadow>>,
}

/// Copies the tree into flat arrays. Elements deeper than `depth` are left out, their content kept.
/// Declarative shadow trees take the place of their host's children, which move to the slots; what is streamed after
/// the page moves to its place.
pub(super) fn flatten(mut tree: Tree, depth: usize) -> Document {
    let mut builder = Builder::with_capacity(tree.len());
    let mut names = Names::default();
    let mut streamed = Streamed::default();
    let mut steps: Vec<Step> = Vec::new();
    push_children(&tree, &mut steps, Id::DOCUMENT, None);
    while let Some(step) = steps.pop() {
        let (id, shadow) = match step {
            Step::Visit(id, shadow) => (id, shadow),
            Step::Close => {
                builder.close();
                continue;
            }
        };
        match tree.data_mut(id) {
            // White space between html, head and body would be a second root.
            Data::Text(text) if builder.depth() > 0 => builder.text(text),
            Data::Element(Element { name, attrs, .. }) => {
                let tag = names.tag(name);
                // What has been visited is left without: it has had its turn to be moved.
                let attrs = std::mem::take(attrs);
                if tag == Tag::Slot
                    && let Some(shadow) = &shadow
                    && push_slotted(&tree, &mut steps, shadow, slot_name(&attrs))
                {
                    continue;
                }
                if tag == Tag::Template
                    && let Some(segment) = streamed.take(&tree, &attrs)
                {
                    push_children(&tree, &mut steps, segment, shadow);
                    continue;
                }
                if tag == Tag::Div && streamed.has_moved(&attrs) {
                    continue;
                }
                let opened = builder.depth() < depth;
                if opened {
                    let opened =
                        builder.open(tag, attrs.iter().filter_map(|a| Some((names.attr(&a.name)?, &*a.value))));
                    steps.push(Step::Close);
                    if tag == Tag::Script && holds_data(&attrs) {
                        builder.data(opened, &text_of_raw(&tree, id));
                    } else if tag == Tag::Script && holds_formula(&attrs) {
                        builder.formula(opened, &text_of_raw(&tree, id));
                    }
                }
                match tag {
                    // Code and pictures' inner parts are never shown as text.
                    Tag::Script | Tag::Style | Tag::Svg | Tag::Template => {}
                    _ => match shadow_root(&tree, id) {
                        Some(root) => {
                            push_children(&tree, &mut steps, root, Some(Rc::new(Shadow { host: id, outer: shadow })));
                        }
                        None => push_children(&tree, &mut steps, id, shadow),
                    },
                }
            }
            _ => {}
        }
    }
    builder.finish()
}

fn push_children(tree: &Tree, steps: &mut Vec<Step>, id: Id, shadow: Option<Rc<Shadow>>) {
    steps.extend(tree.children_backwards(id).map(|child| Step::Visit(child, shadow.clone())));
}

/// Puts the host's children that belong into the slot on the stack; `false` where there are none, and the
/// slot's own content shows.
fn push_slotted(tree: &Tree, steps: &mut Vec<Step>, shadow: &Rc<Shadow>, slot: String) -> bool {
    let before = steps.len();
    for child in tree.children_backwards(shadow.host) {
        let belongs = match &tree.node(child).data {
            Data::Element(element) => {
                !is_shadow_template(tree, child) && attribute(&element.attrs, "slot").unwrap_or_default() == slot
            }
            Data::Text(_) => slot.is_empty(),
            Data::Document | Data::Nothing => false,
        };
        if belongs {
            steps.push(Step::Visit(child, shadow.outer.clone()));
        }
    }
    steps.len() > before
}

fn slot_name(attrs: &[Attribute]) -> String {
    attribute(attrs, "name").unwrap_or_default()
}

pub(super) fn attribute(attrs: &[Attribute], name: &str) -> Option<String> {
    attrs.iter().find(|a| *a.name.local == *name).map(|a| a.value.to_string())
}

/// The contents of the host's `<template shadowrootmode>`, if it has one.
fn shadow_root(tree: &Tree, host: Id) -> Option<Id> {
    let template = tree.children(host).find(|&child| is_shadow_template(tree, child))?;
    tree.element(template)?.template
}

fn is_shadow_template(tree: &Tree, id: Id) -> bool {
    tree.element(id)
        .is_some_and(|element| element.template.is_some() && attribute(&element.attrs, "shadowrootmode").is_some())
}

/// Whether a script of these attributes holds something to keep.
pub(super) fn is_kept_script(attrs: &[Attribute]) -> bool {
    holds_data(attrs) || holds_formula(attrs)
}

fn holds_data(attrs: &[Attribute]) -> bool {
    attribute(attrs, "type").is_some_and(|kind| kind.trim().to_ascii_lowercase().ends_with("json"))
}

fn holds_formula(attrs: &[Attribute]) -> bool {
    let is_math = |kind: &str| kind.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("math/"));
    attribute(attrs, "type").is_some_and(|kind| is_math(kind.trim()))
}

fn text_of_raw(tree: &Tree, script: Id) -> String {
    let text = |id| match &tree.node(id).data {
        Data::Text(text) => Some(&**text),
        _ => None,
    };
    tree.children(script).filter_map(text).collect()
}

/// The parser's names → ours, remembered by the parser's own hash.
#[derive(Default)]
struct Names {
    tags: HashMap<LocalName, Tag, BuildHasherDefault<AtomHasher>>,
    attrs: HashMap<LocalName, Option<Attr>, BuildHasherDefault<AtomHasher>>,
}

impl Names {
    fn tag(&mut self, name: &Name) -> Tag {
        let known =
            |name: &LocalName| Tag::known(name).unwrap_or(if name.contains('-') { Tag::Custom } else { Tag::Other });
        // SVG's and MathML's names mean other things than HTML's: svg is kept as one node, math is known by name.
        if name.ns == ns!(html) || name.ns == ns!(mathml) || *name.local == *"svg" {
            *self.tags.entry(name.local.clone()).or_insert_with_key(known)
        } else {
            Tag::Other
        }
    }

    fn attr(&mut self, name: &QualName) -> Option<Attr> {
        *self
            .attrs
            .entry(name.local.clone())
            .or_insert_with_key(|name| Attr::known(name).or_else(|| Attr::of_loader(name)))
    }
}

/// Takes over the hash that a name already carries.
#[derive(Default)]
struct AtomHasher(u64);

impl Hasher for AtomHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u32(&mut self, hash: u32) {
        // The map looks at the highest bits too.
        self.0 = u64::from(hash) << 32 | u64::from(hash);
    }
}
