//! Notes, tips and warnings of documentation systems become one form, whatever each system calls them.
//!
//! `<div class="admonition tip"><p class="admonition-title">Faster</p><p>a</p></div>` →
//! `<aside class="callout-tip"><p><strong>Faster</strong></p><p>a</p></aside>`

use super::{Context, drop_node, normalized_key};
use crate::blocks::callouts::{is_documentation, is_name, is_title_name, kind_of, parts};
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::lexicon::callouts::{ICONS, KINDS, TITLES};
use crate::trace::Trace;
use crate::words::Count;

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, trace: &mut Trace) {
    let all = tree.all();
    let documents = is_documentation(all.iter().map(|&id| tree.tag(id)));
    for id in all {
        let Some(kind) = kind_of(tree, id, documents) else { continue };
        take_name(tree, id, kind);
        let title = title(tree, id);
        for icon in icons(tree, id) {
            drop_node(tree, icon, trace);
        }
        let said = title.map(|title| take_title(tree, title, kind));
        let node = tree.node_mut(id);
        node.tag = Tag::Aside;
        node.attrs.retain(|(name, _)| matches!(name, Attr::Id | Attr::Lang | Attr::Dir));
        node.attrs.push((Attr::Class, format!("callout-{kind}")));
        if let Some(said) = said.flatten() {
            let children = std::iter::once(said).chain(tree.children(id)).collect();
            tree.set_children(id, children);
        }
    }
}

/// Whether an element is a callout that this rule has made.
pub(super) fn is_callout(tree: &Tree, id: TreeId) -> bool {
    let class = tree.attr(id, Attr::Class).and_then(|class| class.strip_prefix("callout-"));
    tree.tag(id) == Tag::Aside && class.is_some_and(|kind| KINDS.iter().any(|known| known.0 == kind))
}

/// Takes out a bold name of the kind that stands before the text: what shows a callout says its kind. Where the sentence
/// goes on with it, it stays.
fn take_name(tree: &mut Tree, callout: TreeId, kind: &str) {
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
    tree.detach(name);
}

/// How far into a callout its title and its signs are looked for.
const HEAD: usize = 12;

/// The callout's title: the first thing in it, and named so.
fn title(tree: &Tree, callout: TreeId) -> Option<TreeId> {
    const WORDS: u32 = 20;
    for id in head(tree, callout) {
        let tag = tree.tag(id);
        let is_named =
            parts(tree.attr(id, Attr::Class).unwrap_or_default()).iter().any(|part| TITLES.contains(&part.as_str()));
        let is_title = is_named || tag == Tag::Summary || tag.heading_level().is_some();
        // Some systems write the kind's name as a paragraph of its own.
        let is_name = || tag == Tag::P && is_name(&tree.text(id));
        if is_title && (1..=WORDS).contains(&Count::of(&tree.text(id)).words) || is_name() {
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
        if found.len() == HEAD {
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

/// The signs beside a callout's title: the kind says what they say.
fn icons(tree: &Tree, callout: TreeId) -> Vec<TreeId> {
    let icons = head(tree, callout).into_iter().filter(|&id| is_icon(tree, id));
    let icons = icons.filter(|&id| tree.tag(id) != Tag::Td && Count::of(&tree.text(id)).words <= 1);
    icons.filter(|&id| tree.descendants(id).iter().all(|&id| !is_title_name(tree, id))).collect()
}

/// Takes the title out, as a paragraph of its own where it says more than the kind.
fn take_title(tree: &mut Tree, title: TreeId, kind: &str) -> Option<TreeId> {
    let text = tree.text(title);
    let said = normalized_key(&text);
    let strong = tree.element(Tag::Strong, Vec::new());
    let inside = tree.descendants(title);
    if inside.iter().any(|&id| tree.tag(id).is_block() || tree.tag(id) == Tag::Strong) {
        let text = tree.text_node(text.trim().to_string());
        tree.append(strong, text);
    } else {
        tree.move_children(title, strong);
    }
    tree.detach(title);
    if said.is_empty() || said == kind {
        return None;
    }
    let paragraph = tree.element(Tag::P, Vec::new());
    tree.append(paragraph, strong);
    Some(paragraph)
}
