//! References that lead nowhere by themselves: found by their labels in lists and paragraphs of notes.

use std::collections::{HashMap, HashSet};

use super::bodies::{MAX_MORE, item_numbers};
use super::evidence::{self, Evidence};
use super::index::{NoteRef, NoteRefIndex, block_around};
use super::label;
use super::{Note, Reference};
use crate::dom::{Document, NodeId, NodeRange, Tag};

/// A group of notes has at most so many times the notes that are referred to: of lists that are none, single numbers
/// match.
const MAX_NOTES_TO_USED: usize = 2;

/// A raised number after a word of so many letters is a reference; after shorter ones it is an exponent, as of units.
const MIN_WORD: usize = 3;

/// From here on, Unicode has scripts without spaces between words.
const FIRST_UNSPACED: char = '\u{2E80}';

/// The longest text that may be a label in an element of its own, in bytes.
const MAX_LABEL_TEXT: usize = 20;

/// Notes that follow each other, each with its label.
struct Group {
    items: Vec<(String, Vec<NodeId>)>,
    /// Whether the notes stand beside the text, so that references may come after some of them.
    is_beside: bool,
}

/// The notes whose labels stand in the text as bare marks.
pub(super) fn find(index: &NoteRefIndex<'_>, marks: &[&NoteRef], taken: &HashSet<NodeId>) -> Vec<Note> {
    if marks.is_empty() {
        return Vec::new();
    }
    let page = index.page;
    let mut groups = lists(page, taken);
    groups.extend(paragraphs(page, taken));
    groups.sort_unstable_by_key(|group| group.items.first().and_then(|(_, body)| body.first().copied()));
    let mut found: Vec<Vec<Note>> = Vec::new();
    let mut by_label: HashMap<&str, Vec<(NodeId, usize, usize)>> = HashMap::new();
    for (g, group) in groups.iter().enumerate() {
        let notes = group.items.iter().map(|(_, body)| Note { references: Vec::new(), body: body.clone() });
        found.push(notes.collect());
        for (i, (label, body)) in group.items.iter().enumerate() {
            let start = body.first().copied().unwrap_or(NodeId::ROOT);
            by_label.entry(label).or_default().push((start, g, i));
        }
    }
    for mark in marks.iter().filter(|mark| is_reference(page, mark)) {
        let Some(places) = by_label.get(mark.label.as_str()) else { continue };
        // The next list after it is its chapter's.
        let after = places.partition_point(|&(start, ..)| start < mark.outer);
        let beside = |&&(_, g, _): &&(NodeId, usize, usize)| groups.get(g).is_some_and(|group| group.is_beside);
        let place = places.get(after).or_else(|| places.get(..after)?.last().filter(beside));
        if let Some(&(_, g, i)) = place
            && let Some(note) = found.get_mut(g).and_then(|notes| notes.get_mut(i))
            && !note.body.iter().any(|&id| page.subtree(id).contains(mark.outer))
            && !holds_others(index, &note.body, &mark.label)
        {
            note.references.push(Reference::of(mark));
        }
    }
    let is_referred_to = |notes: &Vec<Note>| {
        let used = notes.iter().filter(|note| !note.references.is_empty()).count();
        MAX_NOTES_TO_USED * used >= notes.len()
    };
    found.into_iter().filter(is_referred_to).flatten().filter(|note| !note.references.is_empty()).collect()
}

/// Whether other labels stand in it, as in lists of authors' addresses.
fn holds_others(index: &NoteRefIndex<'_>, body: &[NodeId], label: &str) -> bool {
    let marks = body.iter().flat_map(|&id| index.marks_in(index.page.subtree(id)));
    let mut bare = marks.filter(|mark| mark.target.is_none() && is_reference(index.page, mark));
    bare.any(|mark| mark.label != label)
}

/// Whether a raised number is no exponent: those follow digits, units and variables.
fn is_reference(page: &Document, mark: &NoteRef) -> bool {
    if mark.evidence == Evidence::Notes || label::number(&mark.label).is_none() {
        return true;
    }
    let Some(before) = super::index::before(page, mark.outer) else { return true };
    let word: Vec<char> = page.text(before).chars().rev().take_while(|c| c.is_alphanumeric()).take(MIN_WORD).collect();
    let is_spaced_script = |c: &char| c.is_alphabetic() && *c < FIRST_UNSPACED;
    let is_short = word.len() < MIN_WORD && word.iter().all(is_spaced_script);
    word.is_empty() || !is_short && !word.first().is_some_and(char::is_ascii_digit)
}

/// Ordered lists that are named as notes, or stand under a heading of notes, or alone in an aside.
fn lists(page: &Document, taken: &HashSet<NodeId>) -> Vec<Group> {
    let mut groups = Vec::new();
    for list in page.subtree(page.body()).into_iter().filter(|&id| page.tag(id) == Tag::Ol) {
        let parent = page.parent(list);
        let is_beside = page.tag(parent) == Tag::Aside && page.text(parent).trim() == page.text(list).trim();
        let named = [list, parent, page.parent(parent)].into_iter().any(|id| evidence::of(page, id) == Evidence::Notes);
        if !is_beside && !named && !is_under_heading(page, list) {
            continue;
        }
        let free = item_numbers(page, list).into_iter().filter(|(item, _)| !taken.contains(item));
        let items: Vec<_> = free.map(|(item, number)| (number.to_string(), vec![item])).collect();
        if !items.is_empty() {
            groups.push(Group { items, is_beside });
        }
    }
    groups
}

/// Whether the text right before the element, or before those it begins, is a heading of notes.
fn is_under_heading(page: &Document, id: NodeId) -> bool {
    let text = page.before(id).find(|&before| page.is_text(before) && !page.is_blank_text(before));
    let block = text.and_then(|text| block_around(page, text));
    block.is_some_and(|block| evidence::is_heading_of_list(page.text(block)))
}

/// Blocks that begin with a label, in the order they stand in one element.
fn paragraphs(page: &Document, taken: &HashSet<NodeId>) -> Vec<Group> {
    let mut by_parent: HashMap<NodeId, Vec<(String, NodeId)>> = HashMap::new();
    let mut parents = Vec::new();
    let mut is_after_rule = false;
    for id in page.subtree(page.body()) {
        match page.tag(id) {
            Tag::Hr => is_after_rule = true,
            tag if tag.heading_level().is_some() => is_after_rule = false,
            _ => {}
        }
        if !page.is_text(id) || page.is_blank_text(id) {
            continue;
        }
        if let Some((label, block)) = beginning(page, id, is_after_rule)
            && !taken.contains(&block)
        {
            let parent = page.parent(block);
            let items = by_parent.entry(parent).or_insert_with(|| {
                parents.push(parent);
                Vec::new()
            });
            items.push((label, block));
        }
    }
    let groups = parents.into_iter().filter_map(|parent| group(page, &by_parent.remove(&parent)?));
    groups.collect()
}

/// The label that a block begins with, if the text is its first.
fn beginning(page: &Document, text: NodeId, is_after_rule: bool) -> Option<(String, NodeId)> {
    let own = page.text(text);
    let plain = label::leading(own);
    if own.trim().len() > MAX_LABEL_TEXT && plain.is_none() {
        return None;
    }
    let block = block_around(page, text)?;
    let is_block = matches!(page.tag(block), Tag::P | Tag::Div | Tag::Dd | Tag::Li | Tag::Aside);
    if !is_block || !page.text_of(NodeRange { first: block.plus(1), end: text }).trim().is_empty() {
        return None;
    }
    let label = match label::of(own) {
        Some(label) => {
            let around: Vec<NodeId> = page.ancestors(text).take_while(|&id| id != block).collect();
            let is_set = label.is_set_apart || around.iter().any(|&id| page.tag(id) == Tag::Sup);
            let is_element = around.iter().any(|&id| matches!(page.tag(id), Tag::Strong | Tag::B | Tag::A | Tag::Span));
            let named = || around.iter().chain([&block]).any(|&id| evidence::of(page, id) == Evidence::Notes);
            (is_set || is_element && (is_after_rule || named())).then_some(label)?
        }
        None => plain?.0,
    };
    let rest = page.text(block).trim().len() > own.trim().len();
    rest.then_some((label.text, block))
}

/// The notes of one element: each goes on to where the next begins.
fn group(page: &Document, items: &[(String, NodeId)]) -> Option<Group> {
    let labels: HashSet<&str> = items.iter().map(|(label, _)| label.as_str()).collect();
    if labels.len() < items.len() {
        return None;
    }
    let parent = items.first().map(|&(_, block)| page.parent(block))?;
    let mut go_on = false;
    let mut group = Vec::new();
    for (i, (label, block)) in items.iter().enumerate() {
        let until = items.get(i + 1).map(|&(_, next)| next);
        let end = until.unwrap_or(page.end(parent));
        let mut more = Vec::new();
        let mut next = page.end(*block);
        let goes_on = |id: NodeId| {
            !matches!(page.tag(id), Tag::Hr | Tag::Section | Tag::Article | Tag::Footer | Tag::Form)
                && page.tag(id).heading_level().is_none()
        };
        while next < end && more.len() <= MAX_MORE && goes_on(next) {
            if !page.is_blank_text(next) {
                more.push(next);
            }
            next = page.end(next);
        }
        // After the last, more is its own only where those before it have more.
        let is_own = if until.is_some() { next >= end } else { go_on && next >= end };
        go_on |= is_own && !more.is_empty();
        let mut body = vec![*block];
        body.extend(more.into_iter().filter(|_| is_own));
        group.push((label.clone(), body));
    }
    Some(Group { items: group, is_beside: false })
}
