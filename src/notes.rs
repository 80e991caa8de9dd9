//! [`Document`] → [`Notes`]: a page's notes, however it sets them, and the references to each.

mod bodies;
pub(crate) mod evidence;
mod index;
pub(crate) mod label;
mod numbered;
mod sidenotes;

use std::collections::{HashMap, HashSet};

use crate::address::Address;
use crate::dom::{Document, NodeId, NodeRange, Tag};
use crate::words::normalized_key;
use bodies::Bodies;
pub(crate) use bodies::item_numbers;
use evidence::Evidence;
pub(crate) use index::before;
use index::{NoteRef, NoteRefIndex, start_of};

/// So many links of a note are looked at for one that leads back.
const MAX_LINKS: usize = 300;

/// An empty anchor stands before its reference with at most so many nodes between.
const MAX_GAP: usize = 3;

/// How far above a note's first element the names are that mark it.
const MAX_LEVELS: usize = 2;

/// The notes of a page, with all references to each.
#[derive(Debug, Default)]
pub struct Notes {
    /// The notes, in the order they stand on the page.
    pub list: Vec<Note>,
    /// What only repeats a note: its copy in the margin.
    pub copies: Vec<NodeId>,
    /// The boxes that labels tick to show a note.
    pub boxes: Vec<NodeId>,
    /// Links from notes back to the text.
    pub back_links: HashSet<NodeId>,
    /// The notes that links lead to, by fragment.
    pub by_fragment: HashMap<String, usize>,
}

/// A note.
#[derive(Debug)]
pub struct Note {
    /// The references to it, in document order.
    pub references: Vec<Reference>,
    /// What it is made of, in order.
    pub body: Vec<NodeId>,
}

/// A reference to a note.
#[derive(Debug)]
pub struct Reference {
    /// What stands for the note in the text.
    pub node: NodeId,
    /// The label that is shown.
    pub label: String,
    /// Whether square brackets stand right beside it.
    pub is_between_brackets: bool,
}

impl Reference {
    fn of(mark: &NoteRef) -> Reference {
        Reference { node: mark.outer, label: mark.label.clone(), is_between_brackets: mark.is_between_brackets }
    }
}

impl Notes {
    /// Finds a page's notes. `canonical` is the address the page gives itself: links to it are links within it.
    pub fn of(page: &Document, address: &Address, canonical: Option<&str>) -> Notes {
        let index = NoteRefIndex::of(page, address, canonical);
        let mut notes = Notes::default();
        notes.linked(&index);
        notes.bare(&index);
        notes.beside(page);
        notes.list.sort_by_key(|note| note.body.first().copied());
        let mut by_reference = HashMap::new();
        for (at, note) in notes.list.iter_mut().enumerate() {
            note.references.sort_unstable_by_key(|reference| reference.node);
            by_reference.extend(note.references.iter().map(|reference| (reference.node, at)));
        }
        for mark in index.marks {
            let at = by_reference.get(&mark.outer).copied();
            notes.by_fragment.extend(mark.fragment.zip(at));
        }
        notes
    }

    /// Those whose labels are links to them.
    fn linked(&mut self, index: &NoteRefIndex<'_>) {
        let page = index.page;
        let forward: Vec<(&NoteRef, NodeId)> =
            index.marks.iter().filter_map(|mark| Some((mark, mark.target?))).filter(|m| is_forward(index, m)).collect();
        let targets: HashSet<NodeId> = forward.iter().map(|&(_, target)| target).collect();
        let Some(&(last, _)) = forward.last() else { return };
        let bodies = Bodies::new(page, &targets, last.outer);
        let mut by_target: HashMap<NodeId, Option<Vec<NodeId>>> = HashMap::new();
        let mut by_body: HashMap<NodeId, usize> = HashMap::new();
        for &(mark, target) in &forward {
            let body = by_target
                .entry(target)
                .or_insert_with(|| bodies.of(target, mark.outer).filter(|body| bodies.is_unbroken(body)));
            let Some(body) = body.as_ref() else { continue };
            let Some(&first) = body.first() else { continue };
            let back = back_links(index, body, mark);
            if !is_note(index, &bodies, mark, body, !back.is_empty()) {
                continue;
            }
            self.back_links.extend(back);
            let at = *by_body.entry(first).or_insert_with(|| {
                self.list.push(Note { references: Vec::new(), body: body.clone() });
                self.list.len() - 1
            });
            self.list.get_mut(at).into_iter().for_each(|note| note.references.push(Reference::of(mark)));
        }
    }

    /// Those whose labels are no links.
    fn bare(&mut self, index: &NoteRefIndex<'_>) {
        let taken = self.taken();
        let is_free = |mark: &&NoteRef| mark.target.is_none() && !mark.is_leading;
        let marks: Vec<&NoteRef> = index.marks.iter().filter(is_free).collect();
        self.list.extend(numbered::find(index, &marks, &taken));
    }

    /// Those that stand right where they are referred to.
    fn beside(&mut self, page: &Document) {
        let mut noted = HashMap::new();
        for note in &self.list {
            let text: String = note.body.iter().map(|&id| normalized_key(page.text(id))).collect();
            for reference in &note.references {
                let label = normalized_key(&reference.label);
                noted.insert(reference.node, text.strip_prefix(label.as_str()).unwrap_or(&text).to_string());
            }
        }
        let taken = self.taken();
        let found = sidenotes::find(page, &noted, |id| taken.contains(&id));
        self.list.extend(found.notes);
        self.copies = found.copies;
        self.boxes = found.boxes;
    }

    fn taken(&self) -> HashSet<NodeId> {
        self.list.iter().flat_map(|note| note.body.iter().copied()).collect()
    }
}

/// Whether the mark leads on to a note, not from a note back to the text.
fn is_forward(index: &NoteRefIndex<'_>, &(mark, target): &(&NoteRef, NodeId)) -> bool {
    let page = index.page;
    if target > mark.outer {
        return true;
    }
    if mark.is_leading || page.subtree(target).contains(mark.outer) {
        return false;
    }
    // Two that lead to each other: the first is the reference.
    let there = start_of(page, target);
    let leads_here = |other: &NoteRef| {
        other
            .target
            .is_some_and(|back| page.subtree(back).contains(mark.outer) || page.subtree(mark.outer).contains(back))
    };
    !index.marks_in(there).iter().any(leads_here) && !index.marks_around(target).is_some_and(leads_here)
}

/// The links in a note that lead back to its reference.
fn back_links(index: &NoteRefIndex<'_>, body: &[NodeId], mark: &NoteRef) -> Vec<NodeId> {
    let page = index.page;
    let links = body.iter().flat_map(|&id| index.links_in(page.subtree(id))).take(MAX_LINKS);
    let leads_to_mark = |target: NodeId| {
        let is_line = !matches!(page.tag(target), Tag::Section | Tag::Article | Tag::Main | Tag::Div | Tag::Body);
        page.subtree(mark.outer).contains(target)
            || is_line && page.subtree(target).contains(mark.outer)
            || is_right_before(page, target, mark.outer)
    };
    links.filter(|(_, target)| target.is_some_and(leads_to_mark)).map(|&(link, _)| link).collect()
}

/// Whether an empty anchor stands right before the reference.
fn is_right_before(page: &Document, anchor: NodeId, reference: NodeId) -> bool {
    page.end(anchor) <= reference
        && reference.index() - page.end(anchor).index() <= MAX_GAP
        && page.text_of(NodeRange { first: anchor, end: reference }).trim().is_empty()
}

/// Whether what the mark leads to is a note: signs of it are a link back, names, and the label repeated.
fn is_note(index: &NoteRefIndex<'_>, bodies: &Bodies<'_>, mark: &NoteRef, body: &[NodeId], leads_back: bool) -> bool {
    let page = index.page;
    let Some(&first) = body.first() else { return false };
    let around = page.ancestors(first).take(MAX_LEVELS).filter(|&id| page.tag(id) != Tag::Body);
    let evidence = std::iter::once(first).chain(mark.target).chain(around).map(|id| evidence::of(page, id)).max();
    let evidence = evidence.unwrap_or(Evidence::Nothing);
    let shows_label = || bodies.show(body, &mark.label);
    match mark.evidence {
        _ if leads_back => true,
        Evidence::Notes => mark.is_raised || evidence >= Evidence::Perhaps || shows_label(),
        Evidence::Perhaps => shows_label() || mark.is_raised && evidence >= Evidence::Perhaps,
        Evidence::Nothing => mark.is_raised && (evidence >= Evidence::Perhaps || shows_label()),
    }
}
