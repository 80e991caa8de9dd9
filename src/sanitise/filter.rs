//! The allow-list applied to a tree. The tree that comes out also nests as HTML's parser lets elements nest, so
//! that written and parsed again it is the same tree.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::dom::{Attr, NodeId, Tag, Tree, TreeId, Visit};

use super::allow::{self, DROPPED, GLOBAL, LINK_REL};
use super::targets::{Targets, fragment, id_of, prefixed};

/// Copies what may stay into a fresh tree.
pub(super) fn filter(mut old: Tree) -> Tree {
    let mut new = Filtered::new(Targets::of(&old));
    let mut steps: Vec<Visit> = old.children(TreeId::ROOT).rev().map(Visit::Open).collect();
    // What each closing step closes: an element of the new tree, or nothing where the old one was unwrapped.
    let mut kept: Vec<bool> = Vec::new();
    while let Some(step) = steps.pop() {
        let Visit::Open(id) = step else {
            if kept.pop() == Some(true) {
                new.close();
            }
            continue;
        };
        let source = old.node(id).source;
        if old.tag(id) == Tag::Text {
            let text = std::mem::take(&mut old.node_mut(id).text);
            new.text(text, source);
            continue;
        }
        match new.fate(&old, id) {
            Fate::Drop => {}
            Fate::Text(sign) => {
                let is_spaced = matches!(steps.last(), Some(&Visit::Open(next)) if starts_with_space(&old, next));
                new.text(if is_spaced { sign.to_string() } else { format!("{sign} ") }, source);
            }
            Fate::Unwrap => {
                kept.push(false);
                steps.push(Visit::Close(id));
                steps.extend(old.children(id).rev().map(Visit::Open));
            }
            Fate::Keep(tag) => {
                if tag == Tag::Math {
                    keep_latex(&mut old, id);
                }
                let attrs = new.attributes(tag, &old, id);
                new.open(tag, attrs, source);
                kept.push(true);
                steps.push(Visit::Close(id));
                steps.extend(old.children(id).rev().map(Visit::Open));
            }
        }
    }
    new.tree
}

/// What becomes of an element.
enum Fate {
    /// It goes, with everything in it.
    Drop,
    /// It goes, and this sign stands for it.
    Text(&'static str),
    /// It goes, what is in it stays.
    Unwrap,
    /// It stays, under this name.
    Keep(Tag),
}

/// The new tree while it is built.
struct Filtered {
    tree: Tree,
    targets: Targets,
    used_ids: HashSet<String>,
    /// The elements that are open, the root first.
    open: Vec<(Tag, TreeId)>,
    /// How many of those lie outside the innermost table cell or caption: a paragraph out there stays open.
    scopes: Vec<usize>,
    /// Where among the open elements paragraphs are.
    paragraphs: Vec<usize>,
    links: usize,
    lists: usize,
    math: usize,
}

impl Filtered {
    fn new(targets: Targets) -> Self {
        Filtered {
            tree: Tree::default(),
            targets,
            used_ids: HashSet::new(),
            open: vec![(Tag::Div, TreeId::ROOT)],
            scopes: Vec::new(),
            paragraphs: Vec::new(),
            links: 0,
            lists: 0,
            math: 0,
        }
    }

    /// The innermost open element.
    fn top(&self) -> (Tag, TreeId) {
        self.open.last().copied().unwrap_or((Tag::Div, TreeId::ROOT))
    }

    fn fate(&self, old: &Tree, id: TreeId) -> Fate {
        let tag = old.tag(id);
        if DROPPED.contains(&tag) || tag.is_invisible() {
            return Fate::Drop;
        }
        if self.math > 0 { self.fate_in_math(tag) } else { self.fate_in_html(tag, old, id) }
    }

    fn fate_in_math(&self, tag: Tag) -> Fate {
        match tag {
            // What these hold is text.
            _ if matches!(self.top().0, Tag::Mi | Tag::Mo | Tag::Mn | Tag::Ms | Tag::Mtext) => Fate::Unwrap,
            // Anything else counts as an operand, so it must stay one.
            Tag::Math => Fate::Keep(Tag::Mrow),
            _ if allow::mathml_attributes(tag).is_some() => Fate::Keep(tag),
            _ => Fate::Keep(Tag::Mrow),
        }
    }

    fn fate_in_html(&self, old_tag: Tag, old: &Tree, id: TreeId) -> Fate {
        let is_target = || id_of(old, id).is_some_and(|name| self.targets.is_linked(name));
        let inline = || if is_target() { Fate::Keep(Tag::Span) } else { Fate::Unwrap };
        let (parent, _) = self.top();
        match self.name_for(old_tag, parent) {
            Tag::A if self.links > 0 || self.link(old, id).is_none() => inline(),
            Tag::Span if old.attr(id, Attr::Lang).is_none() && old.attr(id, Attr::Dir).is_none() => inline(),
            Tag::Img if picture(old, id).is_none() => Fate::Drop,
            // A list of tasks says so in signs, which every format can show.
            Tag::Input if self.lists > 0 && is_checkbox(old, id) => {
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
            Tag::Li if self.lists == 0 || self.is_in_item(&[Tag::Li]) => Tag::Div,
            Tag::Dt | Tag::Dd if self.is_in_item(&[Tag::Dt, Tag::Dd]) => Tag::Div,
            // A browser ignores the parts of tables elsewhere; they would no longer part words.
            Tag::Caption | Tag::Thead | Tag::Tbody | Tag::Tfoot | Tag::Tr | Tag::Td | Tag::Th
                if !is_table_part(parent) =>
            {
                Tag::Div
            }
            Tag::Marquee | Tag::Object => Tag::Div,
            Tag::Col | Tag::Colgroup => tag,
            _ if tag.is_block() && allow::html_attributes(tag).is_none() => Tag::Div,
            _ => tag,
        }
    }

    /// Whether the parser would close an item for another that starts here.
    fn is_in_item(&self, items: &[Tag]) -> bool {
        let is_passed = |tag: Tag| !is_special(tag) || matches!(tag, Tag::Address | Tag::Div | Tag::P);
        let stop = self.open.iter().rev().map(|&(tag, _)| tag).find(|&tag| items.contains(&tag) || !is_passed(tag));
        stop.is_some_and(|tag| items.contains(&tag))
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
        let allowed = if self.math > 0 { allow::mathml_attributes(tag) } else { allow::html_attributes(tag) };
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
            attrs.extend(value.filter(|value| !allow::is_costly(value)).map(|value| (*name, value)));
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

    fn open(&mut self, tag: Tag, attrs: Vec<(Attr, String)>, source: Option<NodeId>) {
        self.make_way_for(tag);
        let element = self.tree.element(tag, attrs);
        self.tree.node_mut(element).source = source;
        let (parent_tag, parent) = self.top();
        let parent = if is_list(tag) && is_list(parent_tag) { self.item_of(parent) } else { parent };
        self.tree.append(parent, element);
        match tag {
            Tag::P => self.paragraphs.push(self.open.len()),
            Tag::Table | Tag::Td | Tag::Th | Tag::Caption => self.scopes.push(self.open.len()),
            Tag::A => self.links += 1,
            Tag::Ul | Tag::Ol => self.lists += 1,
            _ => {}
        }
        self.math += usize::from(tag == Tag::Math);
        self.open.push((tag, element));
    }

    /// Renames what the parser would close for the element: a paragraph or heading that holds blocks is a `div`.
    fn make_way_for(&mut self, tag: Tag) {
        let scope = self.scopes.last().copied().unwrap_or(0);
        if tag.is_block()
            && let Some(&paragraph) = self.paragraphs.last()
            && paragraph >= scope
        {
            self.rename(paragraph);
            self.paragraphs.pop();
        }
        if tag.heading_level().is_some() && self.top().0.heading_level().is_some() {
            self.rename(self.open.len() - 1);
        }
    }

    fn rename(&mut self, open: usize) {
        if let Some((tag, id)) = self.open.get_mut(open) {
            *tag = Tag::Div;
            self.tree.node_mut(*id).tag = Tag::Div;
        }
    }

    /// The item that a list right inside a list belongs to: the one before it.
    fn item_of(&mut self, list: TreeId) -> TreeId {
        let last = self.tree.children(list).next_back().filter(|&item| self.tree.tag(item) == Tag::Li);
        last.unwrap_or_else(|| {
            let item = self.tree.element(Tag::Li, Vec::new());
            self.tree.append(list, item);
            item
        })
    }

    fn close(&mut self) {
        let Some((tag, _)) = self.open.pop() else { return };
        self.paragraphs.pop_if(|&mut at| at == self.open.len());
        self.scopes.pop_if(|&mut at| at == self.open.len());
        match tag {
            Tag::A => self.links -= 1,
            Tag::Ul | Tag::Ol => self.lists -= 1,
            Tag::Math => self.math -= 1,
            _ => {}
        }
    }

    fn text(&mut self, text: String, source: Option<NodeId>) {
        let (tag, parent) = self.top();
        let changed = match allow::plain(&text) {
            Cow::Owned(plain) => Some(plain),
            Cow::Borrowed(_) => None,
        };
        let mut text = changed.unwrap_or(text);
        // A parser leaves out the first line break of a `pre`.
        if tag == Tag::Pre && self.tree.children(parent).next().is_none() {
            text.drain(..text.len() - text.trim_start_matches('\n').len());
        }
        if !text.is_empty() {
            let node = self.tree.text_node(text);
            self.tree.node_mut(node).source = source;
            self.tree.append(parent, node);
        }
    }
}

/// Writes the formula's LaTeX, where the page has it beside the MathML, into the attribute that stays.
fn keep_latex(tree: &mut Tree, math: TreeId) {
    let is_latex = |id: &TreeId| {
        tree.tag(*id) == Tag::Annotation
            && tree.attr(*id, Attr::Encoding).is_some_and(|encoding| encoding.eq_ignore_ascii_case("application/x-tex"))
    };
    if let Some(annotation) = tree.descendants(math).into_iter().find(is_latex) {
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

fn is_list(tag: Tag) -> bool {
    matches!(tag, Tag::Ul | Tag::Ol)
}

/// Whether the element says no more of what it holds than that it belongs together.
fn is_wrapper(tag: Tag) -> bool {
    matches!(tag, Tag::P | Tag::Section | Tag::Article | Tag::Aside | Tag::Div)
}

fn is_checkbox(tree: &Tree, id: TreeId) -> bool {
    tree.attr(id, Attr::Type).is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"))
}

/// Whether the parser lets only certain elements lie right inside.
fn is_table_part(tag: Tag) -> bool {
    matches!(tag, Tag::Table | Tag::Thead | Tag::Tbody | Tag::Tfoot | Tag::Tr)
}

/// Whether the HTML standard's parser counts the element as special: list items do not reach through it.
fn is_special(tag: Tag) -> bool {
    tag.is_block() || matches!(tag, Tag::Br | Tag::Img | Tag::Wbr)
}
