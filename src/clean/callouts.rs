//! Notes, tips and warnings of documentation systems become one form, whatever each system calls them.
//!
//! `<div class="admonition tip"><p class="admonition-title">Faster</p><p>a</p></div>` →
//! `<aside class="callout-tip"><p><strong>Faster</strong></p><p>a</p></aside>`

use super::{Context, drop_because, drop_node, normalized_key};
use crate::blocks::callouts::{is_documentation, is_name, is_title_name, kind_of, parts};
use crate::dom::{Attr, CALLOUT, Tag, Tree, TreeId};
use crate::lexicon::callouts::{ICONS, TITLES};
use crate::trace::Trace;
use crate::words::Count;

/// A callout's title and signs are among its first elements and texts, so many.
const MAX_HEAD: usize = 12;

/// The most words of a title: a longer one is the callout's text.
const MAX_TITLE_WORDS: u32 = 20;

/// The most words of a sign: icon fonts name each by one.
const MAX_SIGN_WORDS: u32 = 1;

/// Why a picture beside the title goes.
const SIGN: &str = "a sign of the callout's kind";

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, trace: &mut Trace) {
    let all = tree.all();
    let documents = is_documentation(all.iter().map(|&id| tree.tag(id)));
    for id in all {
        let Some(kind) = kind_of(tree, id, documents) else { continue };
        take_name(tree, id, kind, trace);
        let title = title(tree, id);
        for icon in icons(tree, id) {
            drop_because(tree, icon, SIGN, trace);
        }
        let title = title.map(|title| take_title(tree, title, kind, trace));
        let node = tree.node_mut(id);
        node.tag = Tag::Aside;
        node.attrs.retain(|(name, _)| matches!(name, Attr::Id | Attr::Lang | Attr::Dir));
        node.attrs.push((Attr::Class, format!("{CALLOUT}{kind}")));
        if let Some(title) = title.flatten() {
            tree.prepend(id, title);
        }
    }
}

/// Takes out a bold name of the kind that stands before the text: the kind is shown with every callout. Where the sentence
/// goes on with it, it stays.
fn take_name(tree: &mut Tree, callout: TreeId, kind: &str, trace: &mut Trace) {
    let is_bold = |id: &TreeId| matches!(tree.tag(*id), Tag::Strong | Tag::B);
    let Some(name) = head(tree, callout).into_iter().find(is_bold) else { return };
    let said = tree.text(name);
    if normalized_key(&said) != kind || !tree.text(callout).trim_start().starts_with(said.trim()) {
        return;
    }
    let after = tree.children(tree.parent(name)).skip_while(|&id| id != name).nth(1);
    if let Some(text) = after.filter(|&id| tree.tag(id) == Tag::Text) {
        let rest = tree.node(text).text.trim_start();
        let begins =
            |rest: &str| rest.is_empty() || rest.starts_with([':', '.']) || rest.starts_with(char::is_uppercase);
        if !said.trim_end().ends_with([':', '.', '!']) && !begins(rest) {
            return;
        }
        let rest = rest.trim_start_matches([':', '.']).trim_start().to_string();
        tree.node_mut(text).text = rest;
    }
    drop_node(tree, name, trace);
}

/// The callout's title: the first thing in it, and named so.
fn title(tree: &Tree, callout: TreeId) -> Option<TreeId> {
    for id in head(tree, callout) {
        let tag = tree.tag(id);
        let is_named =
            parts(tree.attr(id, Attr::Class).unwrap_or_default()).iter().any(|part| TITLES.contains(&part.as_str()));
        let is_title = is_named || tag == Tag::Summary || tag.heading_level().is_some();
        // Some systems write the kind's name as a paragraph of its own.
        let is_name = || tag == Tag::P && is_name(&tree.text(id));
        if is_title && (1..=MAX_TITLE_WORDS).contains(&Count::of(&tree.text(id)).words) || is_name() {
            return Some(id);
        }
        if tag == Tag::Text && !tree.is_blank_text(id) && !is_sign(tree, callout, id) {
            return None;
        }
    }
    None
}

/// The first few elements and texts in a callout.
fn head(tree: &Tree, callout: TreeId) -> Vec<TreeId> {
    let mut found = Vec::new();
    let mut next: Vec<TreeId> = tree.children(callout).rev().collect();
    while let Some(id) = next.pop() {
        if !tree.is_blank_text(id) {
            found.push(id);
        }
        if found.len() == MAX_HEAD {
            break;
        }
        next.extend(tree.children(id).rev());
    }
    found
}

/// Whether a text is a picture sign: in something named so, or without letters.
fn is_sign(tree: &Tree, callout: TreeId, text: TreeId) -> bool {
    let around = tree.ancestors(text).take_while(|&id| id != callout);
    !tree.node(text).text.contains(char::is_alphanumeric) || around.into_iter().any(|id| is_icon(tree, id))
}

fn is_icon(tree: &Tree, id: TreeId) -> bool {
    parts(tree.attr(id, Attr::Class).unwrap_or_default()).iter().any(|part| ICONS.contains(&part.as_str()))
}

/// The signs beside a callout's title, which show its kind.
fn icons(tree: &Tree, callout: TreeId) -> Vec<TreeId> {
    let icons = head(tree, callout).into_iter().filter(|&id| is_icon(tree, id));
    let icons = icons.filter(|&id| tree.tag(id) != Tag::Td && Count::of(&tree.text(id)).words <= MAX_SIGN_WORDS);
    icons.filter(|&id| tree.within(id).all(|id| !is_title_name(tree, id))).collect()
}

/// Takes the title out, as a paragraph of its own where it is more than the kind.
fn take_title(tree: &mut Tree, title: TreeId, kind: &str, trace: &mut Trace) -> Option<TreeId> {
    let text = tree.text(title);
    let said = normalized_key(&text);
    if said.is_empty() || said == kind {
        drop_node(tree, title, trace);
        return None;
    }
    let strong = tree.element(Tag::Strong, Vec::new());
    let inside = tree.descendants(title);
    if inside.iter().any(|&id| tree.tag(id).is_block() || tree.tag(id) == Tag::Strong) {
        tree.append_text(strong, text.trim());
        for id in inside.into_iter().filter(|&id| tree.tag(id).is_media()).collect::<Vec<_>>() {
            drop_because(tree, id, SIGN, trace);
        }
    } else {
        tree.move_children(title, strong);
    }
    tree.detach(title);
    let paragraph = tree.element(Tag::P, Vec::new());
    tree.append(paragraph, strong);
    Some(paragraph)
}
