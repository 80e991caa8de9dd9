//! Writes notes as items of the list at the end.

use std::collections::{BTreeSet, HashSet};

use super::references::take_brackets;
use super::{NoteToWrite, reference_id};
use crate::clean::drop_because;
use crate::clean::paragraphs::take_run;
use crate::dom::note_roles::{BACK_LINK, NOTE};
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::notes::evidence::is_way_back;
use crate::notes::{Notes, label};
use crate::trace::Trace;

/// So many labels and signs are taken from before a note: a link back, the label, and each repeated.
const MAX_LABELS: usize = 4;

/// A label in an element of its own has at most so many nodes.
const MAX_LABEL_NODES: usize = 12;

/// What a label before a note ends with.
const LABEL_ENDS: [char; 4] = ['.', ')', ']', ':'];

/// Why a note's own links back go.
const BACK: &str = "leads back to a reference, as the links written after each note do";

/// Why the label before a note goes.
const LABEL: &str = "a note's label, which its number in the list shows";

/// The note as a list's item, with links back.
pub(super) fn write_item(
    tree: &mut Tree,
    note: &NoteToWrite<'_>,
    index: usize,
    number: &mut i32,
    notes: &Notes,
    trace: &mut Trace,
) -> TreeId {
    let attrs = vec![(Attr::Id, format!("recto-fn-{index}")), (Attr::Role, NOTE.to_string())];
    let item = tree.element(Tag::Li, attrs);
    for &part in &note.body {
        fill(tree, item, part, trace);
    }
    take_back_links(tree, item, notes, trace);
    for _ in 0..MAX_LABELS {
        if !take_label(tree, item, note, trace) {
            break;
        }
    }
    trim_start(tree, item, trace);
    wrap_lines(tree, item);
    *number += 1;
    match label::number(note.label()) {
        Some(own) if own == *number => {}
        Some(own) => {
            *number = own;
            tree.set_attr(item, Attr::Value, Some(own.to_string()));
        }
        None => show_label(tree, item, note.label()),
    }
    let line = last_line(tree, item);
    trim_end(tree, line);
    for nth in 0..note.references.len() {
        let attrs = vec![(Attr::Href, format!("#{}", reference_id(index, nth))), (Attr::Role, BACK_LINK.to_string())];
        let link = tree.element(Tag::A, attrs);
        tree.append_text(link, "↩");
        if tree.first_child(line).is_some() {
            tree.append_text(line, " ");
        }
        tree.append(line, link);
    }
    item
}

/// Puts a part of a note into its item; what only groups it on the page is left behind.
fn fill(tree: &mut Tree, item: TreeId, part: TreeId, trace: &mut Trace) {
    match tree.tag(part) {
        Tag::Tr | Tag::Table => {
            let cells: Vec<TreeId> =
                tree.within(part).filter(|&id| matches!(tree.tag(id), Tag::Td | Tag::Th)).collect();
            for cell in cells {
                tree.move_children(cell, item);
            }
            trace.cut(tree, part, &tree.text(part), "between the cells of a note's table");
        }
        Tag::Li
        | Tag::Dd
        | Tag::Dt
        | Tag::Aside
        | Tag::Div
        | Tag::Section
        | Tag::Custom
        | Tag::Dialog
        | Tag::Footer
        | Tag::Address
        | Tag::Details => tree.move_children(part, item),
        tag if tag.heading_level().is_some() => tree.move_children(part, item),
        // An element that stood in a line is but its text; a whole paragraph or list stays one.
        Tag::Span | Tag::Small => {
            tree.node_mut(part).tag = Tag::Span;
            tree.node_mut(part).attrs.clear();
            tree.append(item, part);
        }
        _ => tree.append(item, part),
    }
}

/// Takes out links that lead back to the text, with brackets around them.
fn take_back_links(tree: &mut Tree, item: TreeId, notes: &Notes, trace: &mut Trace) {
    let all = tree.descendants(item);
    let is_back = |tree: &Tree, id: TreeId| {
        tree.tag(id) == Tag::A
            && (tree.node(id).source.is_some_and(|source| notes.back_links.contains(&source))
                || leads_nowhere(tree, id) && is_way_back(&tree.text(id)))
    };
    let links: Vec<TreeId> = all.into_iter().filter(|&id| is_back(tree, id)).collect();
    let parents: BTreeSet<TreeId> = links.iter().map(|&id| tree.parent(id)).collect();
    let links: HashSet<TreeId> = links.into_iter().collect();
    for parent in parents {
        let children: Vec<TreeId> = tree.children(parent).collect();
        for (at, &child) in children.iter().enumerate().filter(|(_, child)| links.contains(child)) {
            drop_because(tree, child, BACK, trace);
            let before = at.checked_sub(1).and_then(|before| children.get(before)).copied();
            let after = children.get(at + 1).copied();
            if let (Some(before), Some(after)) = (before, after) {
                take_brackets(tree, before, after, &[('[', ']'), ('(', ')')], trace);
            }
        }
    }
}

/// Whether the link stays within the page, or does nothing without scripts.
fn leads_nowhere(tree: &Tree, link: TreeId) -> bool {
    let href = tree.attr(link, Attr::Href).unwrap_or_default().trim();
    href.is_empty() || href.contains('#') || href.starts_with("javascript:")
}

/// Takes out the label that the note begins with. Whether there was one, or a sign before it.
fn take_label(tree: &mut Tree, item: TreeId, note: &NoteToWrite<'_>, trace: &mut Trace) -> bool {
    let Some(leaf) = tree.first_text(item) else { return false };
    let is_own = |text: &str| label::of(text).is_some_and(|l| note.references.iter().any(|(_, r)| r.label == l.text));
    let text = tree.node(leaf).text.clone();
    if is_way_back(&text) && !text.trim().is_empty() {
        drop_because(tree, leaf, BACK, trace);
        return true;
    }
    // The label in an element of its own, with its brackets.
    let around = tree.ancestors(leaf).take_while(|&id| id != item && !tree.tag(id).is_block());
    let outer =
        around.filter(|&id| tree.descendants_up_to(id, MAX_LABEL_NODES).is_some() && is_own(&tree.text(id))).last();
    let is_line =
        outer.is_none() && is_own(&text) && (note.body.len() > 1 || tree.children(tree.parent(leaf)).nth(1).is_none());
    if outer.is_some() || is_line {
        drop_because(tree, outer.unwrap_or(leaf), LABEL, trace);
        if let Some(next) = tree.first_text(item) {
            let rest = tree.node(next).text.trim_start().trim_start_matches(LABEL_ENDS).trim_start().to_string();
            cut_start(tree, next, rest, trace);
        }
        return true;
    }
    let trimmed = text.trim_start();
    let rest = match label::leading(trimmed) {
        Some((label, end)) if note.references.iter().any(|(_, r)| r.label == label.text) => trimmed.get(end..),
        _ => note.references.iter().find_map(|(_, r)| trimmed.strip_prefix(r.label.as_str())).filter(|rest| {
            let is_item = note.note.body.len() == 1 && note.body.first().is_some_and(|&b| tree.tag(b) == Tag::Li);
            rest.starts_with(LABEL_ENDS) || !is_item && rest.starts_with([' ', '\u{A0}', '\t'])
        }),
    };
    if let Some(rest) = rest {
        cut_start(tree, leaf, rest.trim_start_matches(LABEL_ENDS).trim_start().to_string(), trace);
    }
    false
}

/// Leaves a text node what is left of it without the label at its start.
fn cut_start(tree: &mut Tree, id: TreeId, rest: String, trace: &mut Trace) {
    let text = &tree.node(id).text;
    trace.cut(tree, id, text.strip_suffix(rest.as_str()).unwrap_or(text), LABEL);
    tree.node_mut(id).text = rest;
}

/// Whether the node shows neither text nor pictures.
fn shows_nothing(tree: &Tree, id: TreeId) -> bool {
    let shows = |id: TreeId| tree.tag(id).is_media() || matches!(tree.tag(id), Tag::Math | Tag::Hr);
    tree.is_blank(id) && !shows(id) && !tree.within(id).any(shows)
}

/// Takes the space away that stood after the label.
fn trim_start(tree: &mut Tree, item: TreeId, trace: &mut Trace) {
    let first = tree.first_text(item);
    for id in tree.descendants(item) {
        if Some(id) == first {
            let text = tree.node(id).text.trim_start();
            // The sign after a label that was a link.
            let rest = text.strip_prefix(LABEL_ENDS).filter(|rest| !rest.starts_with('.'));
            let text = rest.unwrap_or(text).trim_start().to_string();
            cut_start(tree, id, text, trace);
            return;
        }
        if tree.tag(id) == Tag::Text {
            tree.detach(id);
        } else if tree.tag(id).is_media() {
            return;
        }
    }
}

/// Takes the space away that stood before the links back.
fn trim_end(tree: &mut Tree, line: TreeId) {
    let children: Vec<TreeId> = tree.children(line).collect();
    for id in children.into_iter().rev() {
        if tree.tag(id) == Tag::Text {
            let text = tree.node(id).text.trim_end().to_string();
            let is_end = !text.is_empty();
            tree.node_mut(id).text = text;
            if is_end {
                return;
            }
            tree.detach(id);
        } else if tree.tag(id) == Tag::Br || shows_nothing(tree, id) {
            tree.detach(id);
        } else {
            return;
        }
    }
}

/// Makes paragraphs of what stands in the item between its blocks.
fn wrap_lines(tree: &mut Tree, item: TreeId) {
    let children: Vec<TreeId> = tree.children(item).collect();
    let mut out = Vec::new();
    let mut line: Vec<TreeId> = Vec::new();
    for &child in children.iter().chain(std::iter::once(&TreeId::ROOT)) {
        let is_end = child == TreeId::ROOT;
        if !is_end && !tree.tag(child).is_block() {
            line.push(child);
            continue;
        }
        let shown = take_run(&mut line, |id| tree.tag(id) == Tag::Br || shows_nothing(tree, id));
        if !shown.is_empty() {
            let paragraph = tree.element(Tag::P, Vec::new());
            tree.set_children(paragraph, shown);
            out.push(paragraph);
        }
        out.extend(Some(child).filter(|_| !is_end));
    }
    tree.set_children(item, out);
}

/// The line that the note ends with, or a new one after what is none.
fn last_line(tree: &mut Tree, item: TreeId) -> TreeId {
    let mut at = item;
    loop {
        let last = tree.children(at).rfind(|&id| !shows_nothing(tree, id));
        match last.map(|last| (last, tree.tag(last))) {
            Some((last, Tag::P)) => return last,
            Some((last, Tag::Div | Tag::Section | Tag::Aside | Tag::Custom)) => at = last,
            Some((_, tag)) if !tag.is_block() && at != item => return at,
            _ => {
                let line = tree.element(Tag::P, Vec::new());
                tree.append(at, line);
                return line;
            }
        }
    }
}

/// Puts a label that the list's number does not show before the note.
fn show_label(tree: &mut Tree, item: TreeId, label: &str) {
    let sup = tree.element(Tag::Sup, Vec::new());
    tree.append_text(sup, label);
    let space = tree.text_node(" ".to_string());
    let first = tree.children(item).find(|&id| !tree.is_blank(id)).filter(|&id| tree.tag(id) == Tag::P);
    let line = first.unwrap_or_else(|| {
        let line = tree.element(Tag::P, Vec::new());
        tree.prepend(item, line);
        line
    });
    tree.prepend(line, space);
    tree.prepend(line, sup);
}
