//! Writes notes in the one form.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::references::{flatten, reference_id, take_brackets, take_brackets_of_several, write_references};
use super::separators::drop_above;
use crate::clean::{Context, drop_because};
use crate::dom::note_roles::{BACK_LINK, LIST, NOTE, REFERENCE};
use crate::dom::{Attr, NodeId, Tag, Tree, TreeId};
use crate::notes::evidence::is_way_back;
use crate::notes::{Note, Notes, Reference, label};
use crate::trace::Trace;

pub(in crate::clean) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    forget_roles(tree);
    let notes = context.notes;
    let sources: HashMap<NodeId, TreeId> =
        tree.all().into_iter().filter_map(|id| Some((tree.node(id).source?, id))).collect();
    let mut written: Vec<Written<'_>> = Vec::new();
    for (at, note) in notes.list.iter().enumerate() {
        let body: Vec<TreeId> = note.body.iter().filter_map(|id| sources.get(id)).copied().collect();
        let references: Vec<(TreeId, &Reference)> =
            note.references.iter().filter_map(|reference| Some((*sources.get(&reference.node)?, reference))).collect();
        if !body.is_empty() && !references.is_empty() {
            written.push(Written { at, note, body, references });
        }
    }
    if written.is_empty() {
        return;
    }
    free_ids(tree);
    let places = take_out(tree, &mut written);
    let list = tree.element(Tag::Ol, Vec::new());
    let mut number = 0;
    for (index, note) in written.iter().enumerate() {
        let item = write_note(tree, note, index + 1, &mut number, notes, trace);
        tree.append(list, item);
    }
    for (index, note) in written.iter().enumerate() {
        write_references(tree, note, index + 1, context, &sources, trace);
    }
    let section = tree.element(Tag::Section, vec![(Attr::Role, LIST.to_string())]);
    tree.append(section, list);
    tree.append(TreeId::ROOT, section);
    flatten(tree, &written, trace);
    take_brackets_of_several(tree, &written, trace);
    lead_to_notes(tree, notes, &written);
    drop_above(tree, &places, section, trace);
}

/// What a label before a note ends with.
const LABEL_ENDS: [char; 4] = ['.', ')', ']', ':'];

/// Why a note's own links back go.
const BACK: &str = "leads back to a reference, as the links written after each note do";

/// Why the label before a note goes.
const LABEL: &str = "a note's label, which its number in the list shows";

/// A note that is being written.
pub(super) struct Written<'n> {
    /// Its place among the page's notes.
    at: usize,
    note: &'n Note,
    body: Vec<TreeId>,
    pub(super) references: Vec<(TreeId, &'n Reference)>,
}

impl Written<'_> {
    fn label(&self) -> &str {
        self.references.first().map_or("", |(_, reference)| reference.label.as_str())
    }
}

/// The page's own words for these parts say nothing that is sure.
fn forget_roles(tree: &mut Tree) {
    for id in tree.all() {
        if tree.attr(id, Attr::Role).is_some_and(|role| [REFERENCE, BACK_LINK, LIST, NOTE].contains(&role)) {
            tree.set_attr(id, Attr::Role, None);
        }
    }
}

/// Takes ids away that would be the same as ours.
fn free_ids(tree: &mut Tree) {
    for id in tree.all() {
        for name in [Attr::Id, Attr::Name] {
            let is_ours = |value: &str| {
                let value = value.strip_prefix("recto-").unwrap_or(value);
                let number = value.strip_prefix("fn-").or(value.strip_prefix("fnref-"));
                number.is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit() || b == b'-'))
            };
            if tree.attr(id, name).is_some_and(is_ours) {
                tree.set_attr(id, name, None);
            }
        }
    }
}

/// Takes the notes out of where they stand. What is left in their places is given back.
fn take_out(tree: &mut Tree, written: &mut [Written<'_>]) -> HashSet<TreeId> {
    let moved: HashSet<TreeId> = written.iter().flat_map(|note| note.body.iter().copied()).collect();
    let parents: BTreeSet<TreeId> = moved.iter().map(|&id| tree.parent(id)).collect();
    // A note that stands right in the text leaves its reference there.
    let mut in_place: HashMap<TreeId, TreeId> = HashMap::new();
    for note in written.iter_mut() {
        for (reference, _) in note.references.iter_mut().filter(|(reference, _)| moved.contains(reference)) {
            let mark = tree.element(Tag::Span, Vec::new());
            in_place.insert(*reference, mark);
            *reference = mark;
        }
    }
    let mut places = HashSet::new();
    for parent in parents {
        let children: Vec<TreeId> = tree.children(parent).collect();
        let mut left = Vec::with_capacity(children.len());
        number_items(tree, parent, &children, &moved);
        for child in children {
            if let Some(&mark) = in_place.get(&child) {
                left.push(mark);
            } else if !moved.contains(&child) {
                left.push(child);
            } else if !left.last().is_some_and(|last| places.contains(last)) {
                let place = tree.element(Tag::Span, Vec::new());
                places.insert(place);
                left.push(place);
            }
        }
        tree.set_children(parent, left);
    }
    places
}

/// What stays in a list keeps its number.
fn number_items(tree: &mut Tree, list: TreeId, children: &[TreeId], moved: &HashSet<TreeId>) {
    if tree.tag(list) != Tag::Ol || tree.attr(list, Attr::Reversed).is_some() {
        return;
    }
    let number = |tree: &Tree, id: TreeId, name: Attr| tree.attr(id, name).and_then(|value| value.trim().parse().ok());
    let mut next: i32 = number(tree, list, Attr::Start).unwrap_or(1);
    let mut is_after_gap = false;
    for &item in children.iter().filter(|&&id| tree.tag(id) == Tag::Li).collect::<Vec<_>>() {
        let own = number(tree, item, Attr::Value).unwrap_or(next);
        if moved.contains(&item) {
            is_after_gap = true;
        } else if std::mem::take(&mut is_after_gap) {
            tree.set_attr(item, Attr::Value, Some(own.to_string()));
        }
        next = own.saturating_add(1);
    }
}

/// The note as a list's item, with links back.
fn write_note(
    tree: &mut Tree,
    note: &Written<'_>,
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
    for _ in 0..4 {
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
    for (nth, _) in note.references.iter().enumerate() {
        let attrs = vec![(Attr::Href, format!("#{}", reference_id(index, nth))), (Attr::Role, BACK_LINK.to_string())];
        let link = tree.element(Tag::A, attrs);
        let arrow = tree.text_node("↩".to_string());
        tree.append(link, arrow);
        if tree.children(line).next().is_some() {
            let space = tree.text_node(" ".to_string());
            tree.append(line, space);
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
                tree.descendants(part).into_iter().filter(|&id| matches!(tree.tag(id), Tag::Td | Tag::Th)).collect();
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
fn take_label(tree: &mut Tree, item: TreeId, note: &Written<'_>, trace: &mut Trace) -> bool {
    let Some(leaf) = first_text(tree, item) else { return false };
    let is_own = |text: &str| label::of(text).is_some_and(|l| note.references.iter().any(|(_, r)| r.label == l.text));
    let text = tree.node(leaf).text.clone();
    if is_way_back(&text) && !text.trim().is_empty() {
        drop_because(tree, leaf, BACK, trace);
        return true;
    }
    // The label in an element of its own, with its brackets.
    let around = tree.ancestors(leaf).take_while(|&id| id != item && !tree.tag(id).is_block());
    let outer = around.filter(|&id| tree.descendants_up_to(id, 12).is_some() && is_own(&tree.text(id))).last();
    let is_line =
        outer.is_none() && is_own(&text) && (note.body.len() > 1 || tree.children(tree.parent(leaf)).nth(1).is_none());
    if outer.is_some() || is_line {
        drop_because(tree, outer.unwrap_or(leaf), LABEL, trace);
        if let Some(next) = first_text(tree, item) {
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
fn says_nothing(tree: &Tree, id: TreeId) -> bool {
    let shows = |id: TreeId| tree.tag(id).is_media() || matches!(tree.tag(id), Tag::Math | Tag::Hr);
    tree.is_blank(id) && !shows(id) && !tree.descendants(id).into_iter().any(shows)
}

/// Takes the space away that stood after the label.
fn trim_start(tree: &mut Tree, item: TreeId, trace: &mut Trace) {
    let first = first_text(tree, item);
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
        } else if tree.tag(id) == Tag::Br || says_nothing(tree, id) {
            tree.detach(id);
        } else {
            return;
        }
    }
}

fn first_text(tree: &Tree, id: TreeId) -> Option<TreeId> {
    let mut next: Vec<TreeId> = tree.children(id).rev().collect();
    while let Some(id) = next.pop() {
        if tree.tag(id) == Tag::Text {
            if !tree.is_blank_text(id) {
                return Some(id);
            }
        } else {
            next.extend(tree.children(id).rev());
        }
    }
    None
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
        let is_edge = |id: &TreeId| tree.tag(*id) == Tag::Br || says_nothing(tree, *id);
        while line.last().is_some_and(is_edge) {
            line.pop();
        }
        let start = line.iter().position(|id| !is_edge(id)).unwrap_or(line.len());
        let shown: Vec<TreeId> = line.drain(..).skip(start).collect();
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
        let last = tree.children(at).rfind(|&id| !says_nothing(tree, id));
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
    let text = tree.text_node(label.to_string());
    tree.append(sup, text);
    let space = tree.text_node(" ".to_string());
    let first = tree.children(item).find(|&id| !tree.is_blank(id)).filter(|&id| tree.tag(id) == Tag::P);
    let line = first.unwrap_or_else(|| {
        let line = tree.element(Tag::P, Vec::new());
        let children: Vec<TreeId> = std::iter::once(line).chain(tree.children(item)).collect();
        tree.set_children(item, children);
        line
    });
    let children: Vec<TreeId> = [sup, space].into_iter().chain(tree.children(line)).collect();
    tree.set_children(line, children);
}

/// Other links to notes lead to where those are now.
fn lead_to_notes(tree: &mut Tree, notes: &Notes, written: &[Written<'_>]) {
    let numbers: HashMap<usize, usize> = written.iter().enumerate().map(|(index, note)| (note.at, index + 1)).collect();
    for id in tree.all() {
        let fragment = tree.attr(id, Attr::Href).and_then(|href| href.strip_prefix('#'));
        let is_ours = tree.attr(id, Attr::Role).is_some();
        if is_ours {
            continue;
        }
        if let Some(number) = fragment.and_then(|f| notes.by_fragment.get(f)).and_then(|at| numbers.get(at)) {
            let href = format!("#recto-fn-{number}");
            tree.set_attr(id, Attr::Href, Some(href));
        }
    }
}
