//! The allow-list applied to a tree.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::dom::{Attr, Tag, Tree, TreeId, Visit};
use crate::trace::{Stage, Trace};

use super::allow::{self, GLOBAL, LINK_REL};
use super::nesting::{CELL, Nesting, is_list, level, level_within};
use super::targets::{Targets, fragment, id_of, prefixed};

/// Copies what may stay into a fresh tree.
pub(super) fn filter(mut old: Tree, trace: &mut Trace) -> Tree {
    trace.begin(Stage::Sanitise, super::NAME, "");
    let mut new = Filtered { nesting: Nesting::new(), targets: Targets::of(&old), used_ids: HashSet::new() };
    // For each open element of the old tree, whether there is one in the new.
    let mut kept: Vec<bool> = Vec::new();
    let mut next = Visit::first(&old, TreeId::ROOT);
    while let Some(visit) = next {
        next = match visit {
            Visit::Close(_) => {
                if kept.pop() == Some(true) {
                    new.nesting.close();
                }
                visit.next(&old, TreeId::ROOT)
            }
            Visit::Open(id) if old.tag(id) == Tag::Text => {
                let text = std::mem::take(&mut old.node_mut(id).text);
                new.text(text, &old, id);
                visit.next(&old, TreeId::ROOT)
            }
            Visit::Open(id) => match new.fate(&old, id) {
                Fate::Drop(reason) => {
                    trace.dropped(&old, id, Some(reason));
                    Visit::Close(id).next(&old, TreeId::ROOT)
                }
                Fate::Text(sign) => {
                    let is_spaced = old.next_sibling(id).is_some_and(|next| starts_with_space(&old, next));
                    new.text(if is_spaced { sign.to_string() } else { format!("{sign} ") }, &old, id);
                    Visit::Close(id).next(&old, TreeId::ROOT)
                }
                Fate::Unwrap => {
                    kept.push(false);
                    visit.next(&old, TreeId::ROOT)
                }
                Fate::Keep(tag) => {
                    if tag == Tag::Math {
                        keep_latex(&mut old, id);
                    }
                    let attrs = new.attributes(tag, &old, id);
                    new.nesting.open(tag, attrs, old.node(id).source);
                    kept.push(true);
                    visit.next(&old, TreeId::ROOT)
                }
            },
        };
    }
    new.nesting.into_tree()
}

/// What becomes of an element.
enum Fate {
    /// It goes, with everything in it, for this reason.
    Drop(&'static str),
    /// It goes, and this sign stands for it.
    Text(&'static str),
    /// It goes, what is in it stays.
    Unwrap,
    /// It stays, under this name.
    Keep(Tag),
}

/// What is safe, as it is built.
struct Filtered {
    nesting: Nesting,
    targets: Targets,
    used_ids: HashSet<String>,
}

impl Filtered {
    fn fate(&self, old: &Tree, id: TreeId) -> Fate {
        let tag = old.tag(id);
        if allow::is_dropped(tag) {
            return Fate::Drop("an element that is not safe to show");
        }
        if self.nesting.is_in_math() { self.fate_in_math(tag) } else { self.fate_in_html(tag, old, id) }
    }

    fn fate_in_math(&self, tag: Tag) -> Fate {
        match tag {
            // What these hold is text.
            _ if matches!(self.nesting.parent(), Tag::Mi | Tag::Mo | Tag::Mn | Tag::Ms | Tag::Mtext) => Fate::Unwrap,
            // Anything else counts as an operand, so it must stay one.
            Tag::Math => Fate::Keep(Tag::Mrow),
            _ if allow::mathml_attributes(tag).is_some() => Fate::Keep(tag),
            _ => Fate::Keep(Tag::Mrow),
        }
    }

    fn fate_in_html(&self, old_tag: Tag, old: &Tree, id: TreeId) -> Fate {
        let is_target = || id_of(old, id).is_some_and(|name| self.targets.is_linked(name));
        let inline = || if is_target() { Fate::Keep(Tag::Span) } else { Fate::Unwrap };
        let parent = self.nesting.parent();
        match self.name_for(old_tag, parent) {
            Tag::A if self.nesting.is_in_link() || self.link(old, id).is_none() => inline(),
            Tag::Span if old.attr(id, Attr::Lang).is_none() && old.attr(id, Attr::Dir).is_none() => inline(),
            Tag::Img if picture(old, id).is_none() => Fate::Drop("a picture without an address that is safe to load"),
            // The boxes of a list of tasks become characters, which every format can show.
            Tag::Input if self.nesting.is_in_list() && is_checkbox(old, id) => {
                Fate::Text(if old.attr(id, Attr::Checked).is_some() { "☑" } else { "☐" })
            }
            // A wrapper right inside a list holds items, or is one.
            tag if is_list(parent) && is_wrapper(tag) => {
                if old.children(id).any(|child| old.tag(child) == Tag::Li) {
                    inline()
                } else {
                    Fate::Keep(Tag::Li)
                }
            }
            // The parser would close the section or row around it: what is in it is part of that.
            Tag::Thead | Tag::Tbody | Tag::Tfoot | Tag::Tr
                if level_within(parent) < CELL && level(old_tag) <= level_within(parent) =>
            {
                Fate::Unwrap
            }
            Tag::Rt | Tag::Rp if self.nesting.closes_for_reading() => inline(),
            tag if tag == Tag::Math || allow::html_attributes(tag).is_some() => Fate::Keep(tag),
            _ => inline(),
        }
    }

    /// The name the element gets: its own, that of an element which does the same, or `div` for a block.
    fn name_for(&self, tag: Tag, parent: Tag) -> Tag {
        match tag {
            Tag::Tt => Tag::Code,
            Tag::Strike => Tag::S,
            Tag::Menu | Tag::Dir => Tag::Ul,
            Tag::Plaintext | Tag::Xmp => Tag::Pre,
            Tag::Li if !self.nesting.is_in_list() || self.nesting.is_in_item(&[Tag::Li]) => Tag::Div,
            Tag::Dt | Tag::Dd if self.nesting.is_in_item(&[Tag::Dt, Tag::Dd]) => Tag::Div,
            // A browser ignores the parts of tables elsewhere; they would no longer part words.
            Tag::Caption | Tag::Thead | Tag::Tbody | Tag::Tfoot | Tag::Tr | Tag::Td | Tag::Th
                if level_within(parent) >= CELL =>
            {
                Tag::Div
            }
            Tag::Caption if level_within(parent) > 0 => Tag::Div,
            Tag::Marquee | Tag::Object => Tag::Div,
            Tag::Col | Tag::Colgroup => tag,
            _ if tag.is_block() && allow::html_attributes(tag).is_none() => Tag::Div,
            _ => tag,
        }
    }

    /// The link's address, as it may stay.
    fn link(&self, old: &Tree, id: TreeId) -> Option<String> {
        let href = old.attr(id, Attr::Href)?;
        match fragment(href) {
            Some(fragment) => self.targets.of_fragment(fragment).map(|target| format!("#{target}")),
            None => allow::value(Attr::Href, href).map(|href| href.into_owned()),
        }
    }

    fn attributes(&mut self, tag: Tag, old: &Tree, id: TreeId) -> Vec<(Attr, String)> {
        let allowed =
            if self.nesting.is_in_math() { allow::mathml_attributes(tag) } else { allow::html_attributes(tag) };
        let allowed = allowed.or_else(|| allow::mathml_attributes(tag)).unwrap_or_default();
        let mut attrs = Vec::new();
        for (name, value) in &old.node(id).attrs {
            let value = match name {
                Attr::Id => None,
                Attr::Href if tag == Tag::A => self.link(old, id),
                _ if allowed.contains(name) || GLOBAL.contains(name) => {
                    allow::value_on(tag, *name, value).map(|value| value.into_owned())
                }
                _ => None,
            };
            attrs.extend(value.map(|value| (*name, value)));
        }
        if let Some(name) = id_of(old, id)
            && (tag.heading_level().is_some() || self.targets.is_linked(name))
        {
            let name = prefixed(name);
            if allow::value(Attr::Id, &name).is_some() && self.used_ids.insert(name.clone()) {
                attrs.push((Attr::Id, name));
            }
        }
        if tag == Tag::A {
            attrs.push((Attr::Rel, LINK_REL.to_string()));
        }
        attrs
    }

    fn text(&mut self, text: String, old: &Tree, id: TreeId) {
        let plain = match allow::plain(&text) {
            Cow::Owned(plain) => Some(plain),
            Cow::Borrowed(_) => None,
        };
        self.nesting.text(plain.unwrap_or(text), old.node(id).source);
    }
}

/// Writes the formula's LaTeX, where the page has it beside the MathML, into the attribute that stays.
fn keep_latex(tree: &mut Tree, math: TreeId) {
    let is_latex = |id: &TreeId| {
        tree.tag(*id) == Tag::Annotation
            && tree.attr(*id, Attr::Encoding).is_some_and(|encoding| encoding.eq_ignore_ascii_case("application/x-tex"))
    };
    if let Some(annotation) = tree.within(math).find(is_latex) {
        let latex = tree.text(annotation).trim().to_string();
        tree.set_attr(math, Attr::Alttext, Some(latex));
    }
}

fn starts_with_space(tree: &Tree, id: TreeId) -> bool {
    tree.tag(id) == Tag::Text && tree.node(id).text.starts_with([' ', '\n', '\t', '\u{A0}'])
}

fn picture(old: &Tree, id: TreeId) -> Option<Cow<'_, str>> {
    old.attr(id, Attr::Src).and_then(|src| allow::value(Attr::Src, src))
}

/// Whether the element only groups what is in it.
fn is_wrapper(tag: Tag) -> bool {
    matches!(tag, Tag::P | Tag::Section | Tag::Article | Tag::Aside | Tag::Div)
}

fn is_checkbox(tree: &Tree, id: TreeId) -> bool {
    tree.attr(id, Attr::Type).is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"))
}
