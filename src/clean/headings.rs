//! Headings lose the links that sites hang on them, anchors (`#`, `¶`) and "edit", and all get an id to link to.
//!
//! `<h2>Usage <a href="#usage">¶</a></h2>` → `<h2 id="usage">Usage</h2>`

use std::collections::{HashMap, HashSet};

use super::{Context, drop_node, normalized_key};
use crate::dom::{Attr, Tag, Tree, TreeId, note_roles};
use crate::lexicon::headings::{ANCHOR_LABELS, ANCHOR_NAMES, ANCHOR_STARTS};
use crate::trace::Trace;

/// A heading with more nodes holds parts of the text: no links are looked for in it.
const MAX_NODES: usize = 200;

/// How many of a heading's words its id is made of.
const MAX_SLUG_WORDS: usize = 12;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    end_at_text(tree);
    for heading in headings(tree) {
        part_blocks(tree, heading);
        let Some(inside) = tree.descendants_up_to(heading, MAX_NODES) else { continue };
        let links: Vec<TreeId> =
            inside.into_iter().filter(|&id| matches!(tree.tag(id), Tag::A | Tag::Button)).collect();
        for link in links {
            let whole = normalized_key(&tree.text(heading));
            if is_anchor(tree, link) || (is_label(tree, link) && normalized_key(&tree.text(link)) != whole) {
                keep_id(tree, heading, link);
                drop_node(tree, link, trace);
            } else if tree.tag(link) == Tag::A && is_own_anchor(tree, link, context) {
                keep_id(tree, heading, link);
                tree.unwrap(link);
            }
        }
        let edit: Vec<TreeId> = tree.children(heading).filter(|&id| is_edit(tree, id)).collect();
        for id in edit {
            drop_node(tree, id, trace);
        }
        trim_end(tree, heading);
    }
    name_all(tree);
}

fn headings(tree: &Tree) -> Vec<TreeId> {
    tree.all().into_iter().filter(|&id| tree.tag(id).heading_level().is_some()).collect()
}

/// A heading that was never closed holds the text that follows it: from its first paragraph, list or table on, that is
/// moved behind it.
fn end_at_text(tree: &mut Tree) {
    for parent in std::iter::once(TreeId::ROOT).chain(tree.all()) {
        if !tree.children(parent).any(|id| text_in(tree, id).is_some()) {
            continue;
        }
        let children: Vec<TreeId> = tree.children(parent).collect();
        let mut flat = Vec::with_capacity(2 * children.len());
        for child in children {
            flat.push(child);
            if let Some(place) = text_in(tree, child) {
                let mut own: Vec<TreeId> = tree.children(child).collect();
                flat.append(&mut own.split_off(place));
                tree.set_children(child, own);
            }
        }
        tree.set_children(parent, flat);
    }
}

/// Which of a heading's children begins the text, where words of its own come before it.
fn text_in(tree: &Tree, heading: TreeId) -> Option<usize> {
    const TEXTS: [Tag; 7] = [Tag::P, Tag::Ul, Tag::Ol, Tag::Dl, Tag::Table, Tag::Pre, Tag::Blockquote];
    tree.tag(heading).heading_level()?;
    let place = tree.children(heading).position(|id| TEXTS.contains(&tree.tag(id)))?;
    tree.children(heading).take(place).any(|id| !tree.is_blank(id)).then_some(place)
}

/// Boxes in a heading, such as one above another, are words of one line, with a space between.
fn part_blocks(tree: &mut Tree, heading: TreeId) {
    let children: Vec<TreeId> = tree.children(heading).collect();
    if children.len() < 2 || !children.iter().any(|&id| tree.tag(id).is_block()) {
        return;
    }
    let mut parted = Vec::with_capacity(2 * children.len());
    for child in children {
        let beside = parted.last().is_some_and(|&last| tree.tag(last).is_block()) || tree.tag(child).is_block();
        if beside && !parted.is_empty() {
            parted.push(tree.text_node(" ".to_owned()));
        }
        parted.push(child);
    }
    tree.set_children(heading, parted);
}

/// Takes off the space that stood before what was dropped.
fn trim_end(tree: &mut Tree, heading: TreeId) {
    let is_left_empty = |&id: &TreeId| tree.tag(id) != Tag::Text && tree.first_child(id).is_none();
    let last = tree.children(heading).rev().find(|id| !is_left_empty(id));
    if let Some(last) = last.filter(|&id| tree.tag(id) == Tag::Text) {
        let text = &mut tree.node_mut(last).text;
        text.truncate(text.trim_end().len());
    }
}

/// Gives each heading without an id one made of its text, the first free one.
fn name_all(tree: &mut Tree) {
    let mut taken: HashSet<String> =
        tree.all().into_iter().filter_map(|id| tree.attr(id, Attr::Id).map(str::to_string)).collect();
    // The last number given to each text, so that a thousand equal headings need no thousand tries each.
    let mut numbers: HashMap<String, u32> = HashMap::new();
    for heading in headings(tree) {
        if tree.attr(heading, Attr::Id).is_some_and(|id| !id.is_empty()) {
            continue;
        }
        let slug = slug(&note_roles::text_without_references(tree, heading));
        let mut id = slug.clone();
        while !taken.insert(id.clone()) {
            let number = numbers.entry(slug.clone()).or_insert(1);
            *number += 1;
            id = format!("{slug}-{number}");
        }
        tree.set_attr(heading, Attr::Id, Some(id));
    }
}

/// A text's words in lower case, joined by hyphens.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(MAX_SLUG_WORDS);
    let slug = words.collect::<Vec<_>>().join("-").to_lowercase();
    if slug.is_empty() { "section".to_string() } else { slug }
}

/// A link that shows only a sign, such as `#`, `¶` or a chain.
fn is_anchor(tree: &Tree, link: TreeId) -> bool {
    let holds_picture = || tree.within(link).any(|id| tree.tag(id).is_media());
    tree.tag(link) == Tag::A
        && !is_reference(tree, link)
        && tree.attr(link, Attr::Href).is_some()
        && !tree.text(link).contains(char::is_alphanumeric)
        && !holds_picture()
}

/// A link or button beside the heading's words that is labelled as a link to the heading, or as one to copy it.
fn is_label(tree: &Tree, link: TreeId) -> bool {
    let text = tree.text(link).trim().to_lowercase();
    let class = tree.attr(link, Attr::Class).unwrap_or_default().to_ascii_lowercase();
    let is_named = ANCHOR_NAMES.iter().any(|name| class.contains(name));
    let is_fragment =
        tree.tag(link) == Tag::Button || tree.attr(link, Attr::Href).is_some_and(|href| href.contains('#'));
    let is_anchor_label =
        ANCHOR_STARTS.iter().any(|words| text.starts_with(words)) || ANCHOR_LABELS.contains(&text.as_str());
    is_fragment && is_anchor_label || is_named && text.is_empty()
}

/// Whether a link leads to the heading's own page: its whole text links to itself.
fn is_own_anchor(tree: &Tree, link: TreeId, context: &Context<'_>) -> bool {
    let Some(href) = tree.attr(link, Attr::Href) else { return true };
    let own = || {
        let target = context.address.link(href)?;
        let (page, fragment) = target.split_once('#')?;
        let own = context.address.page()?.as_str().split('#').next()?;
        Some(page == own && !fragment.is_empty())
    };
    !is_reference(tree, link) && (href.starts_with('#') || own() == Some(true))
}

/// Whether the link leads to a note.
fn is_reference(tree: &Tree, link: TreeId) -> bool {
    tree.attr(link, Attr::Role) == Some(note_roles::REFERENCE)
}

/// What in-page links point at must stay when its element goes.
fn keep_id(tree: &mut Tree, heading: TreeId, link: TreeId) {
    let id = tree.attr(link, Attr::Id).or(tree.attr(link, Attr::Name)).map(str::to_string);
    if tree.attr(heading, Attr::Id).is_none() && id.is_some() {
        tree.set_attr(heading, Attr::Id, id);
    }
}

/// A wiki's link to edit the section: named so, or in brackets.
fn is_edit(tree: &Tree, id: TreeId) -> bool {
    let named = tree.attr(id, Attr::Class).is_some_and(|class| class.to_ascii_lowercase().contains("edit"));
    let text = tree.text(id);
    let text = text.trim();
    let bracketed = text.starts_with('[') && text.ends_with(']');
    tree.tag(id) != Tag::Text && (named || bracketed) && tree.within(id).any(|id| tree.tag(id) == Tag::A)
}
