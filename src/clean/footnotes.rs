//! Notes, however the page sets them, become one list at the end, tied to their references both ways.
//!
//! `<p>a<a href="#n1">[1]</a></p><p id="n1">[1] b</p>` → `<p>a<sup><a href="#recto-fn-1" …>1</a></sup></p>` and
//! `<section role="doc-endnotes"><ol><li id="recto-fn-1"><p>b <a href="#recto-fnref-1" …>↩</a></p></li></ol></section>`

mod items;
mod references;
mod separators;

use std::collections::{BTreeSet, HashMap, HashSet};

use super::Context;
use crate::dom::note_roles::{BACK_LINK, LIST, NOTE, REFERENCE};
use crate::dom::{Attr, NodeId, Tag, Tree, TreeId};
use crate::notes::{Note, Notes, Reference, item_numbers};
use crate::trace::Trace;
use items::write_item;
use references::{flatten, take_brackets_of_several, write_references};
use separators::drop_above;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    forget_roles(tree);
    let notes = context.notes;
    let sources: HashMap<NodeId, TreeId> =
        tree.all().into_iter().filter_map(|id| Some((tree.node(id).source?, id))).collect();
    let mut written: Vec<NoteToWrite<'_>> = Vec::new();
    for (at, note) in notes.list.iter().enumerate() {
        let body: Vec<TreeId> = note.body.iter().filter_map(|id| sources.get(id)).copied().collect();
        let references: Vec<(TreeId, &Reference)> =
            note.references.iter().filter_map(|reference| Some((*sources.get(&reference.node)?, reference))).collect();
        if !body.is_empty() && !references.is_empty() {
            written.push(NoteToWrite { at, note, body, references });
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
        let item = write_item(tree, note, index + 1, &mut number, notes, trace);
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

/// A note that is being written.
struct NoteToWrite<'n> {
    /// Its place among the page's notes.
    at: usize,
    note: &'n Note,
    body: Vec<TreeId>,
    references: Vec<(TreeId, &'n Reference)>,
}

impl NoteToWrite<'_> {
    fn label(&self) -> &str {
        self.references.first().map_or("", |(_, reference)| reference.label.as_str())
    }
}

/// Takes away the page's own roles of notes: the roles mark what is written here.
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
fn take_out(tree: &mut Tree, written: &mut [NoteToWrite<'_>]) -> HashSet<TreeId> {
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
        number_items(tree, parent, &moved);
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
fn number_items(tree: &mut Tree, list: TreeId, moved: &HashSet<TreeId>) {
    if tree.tag(list) != Tag::Ol || tree.attr(list, Attr::Reversed).is_some() {
        return;
    }
    let mut is_after_gap = false;
    for (item, number) in item_numbers(tree, list) {
        if moved.contains(&item) {
            is_after_gap = true;
        } else if std::mem::take(&mut is_after_gap) {
            tree.set_attr(item, Attr::Value, Some(number.to_string()));
        }
    }
}

/// Other links to notes lead to where those are now.
fn lead_to_notes(tree: &mut Tree, notes: &Notes, written: &[NoteToWrite<'_>]) {
    let numbers: HashMap<usize, usize> = written.iter().enumerate().map(|(index, note)| (note.at, index + 1)).collect();
    for id in tree.all() {
        let fragment = tree.attr(id, Attr::Href).and_then(|href| href.strip_prefix('#'));
        let is_ours = tree.attr(id, Attr::Role).is_some();
        if !is_ours && let Some(number) = fragment.and_then(|f| notes.by_fragment.get(f)).and_then(|at| numbers.get(at))
        {
            let href = format!("#recto-fn-{number}");
            tree.set_attr(id, Attr::Href, Some(href));
        }
    }
}

/// The id of a note's nth reference.
fn reference_id(index: usize, nth: usize) -> String {
    if nth == 0 { format!("recto-fnref-{index}") } else { format!("recto-fnref-{index}-{}", nth + 1) }
}
