//! Writes the references to notes.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{NoteToWrite, reference_id};
use crate::clean::{Context, drop_because};
use crate::dom::note_roles::REFERENCE;
use crate::dom::{Attr, NodeId, Tag, Tree, TreeId};
use crate::notes::before;
use crate::notes::label::is_dash;
use crate::trace::Trace;

/// How far above a reference in its line what raises several together is.
const MAX_LEVELS: usize = 6;

/// Why brackets and commas around references go.
const PUNCTUATION: &str = "a sign around references";

pub(super) fn write_references(
    tree: &mut Tree,
    note: &NoteToWrite<'_>,
    index: usize,
    context: &Context<'_>,
    sources: &HashMap<NodeId, TreeId>,
    trace: &mut Trace,
) {
    let page = context.page;
    for (nth, &(id, reference)) in note.references.iter().enumerate() {
        if reference.is_between_brackets {
            let before = before(page, reference.node).and_then(|id| sources.get(&id));
            let after = sources.get(&page.end(reference.node));
            if let (Some(&before), Some(&after)) = (before, after) {
                take_brackets(tree, before, after, &[('[', ']')], trace);
            }
        }
        let attrs = vec![
            (Attr::Href, format!("#recto-fn-{index}")),
            (Attr::Id, reference_id(index, nth)),
            (Attr::Role, REFERENCE.to_string()),
        ];
        let link = tree.element(Tag::A, attrs);
        tree.append_text(link, &reference.label);
        let sup = tree.element(Tag::Sup, Vec::new());
        tree.append(sup, link);
        let shown = tree.text(id);
        if shown.trim() != reference.label {
            trace.cut(tree, id, &shown.replacen(&reference.label, "", 1), "stands around a reference's label");
        }
        // The space at its end parts it from the next word.
        let is_spaced = shown.ends_with(char::is_whitespace);
        let node = tree.node_mut(id);
        node.tag = Tag::Span;
        node.attrs.clear();
        tree.set_children(id, vec![sup]);
        if is_spaced {
            tree.append_text(id, " ");
        }
    }
}

/// References stand by themselves, not in what raised several of them together; commas between them go, and the dash of
/// a range stays, since it stands for the notes between.
pub(super) fn flatten(tree: &mut Tree, written: &[NoteToWrite<'_>], trace: &mut Trace) {
    let mut raised = BTreeSet::new();
    for &(reference, _) in written.iter().flat_map(|note| &note.references) {
        let around = tree.ancestors(reference).take_while(|&id| !tree.tag(id).is_block()).take(MAX_LEVELS);
        raised.extend(around.filter(|&id| tree.tag(id) == Tag::Sup));
    }
    let has_words =
        |tree: &Tree, sup: TreeId| tree.children(sup).any(|id| tree.node(id).text.chars().any(char::is_alphanumeric));
    raised.retain(|&sup| !has_words(tree, sup));
    for &sup in &raised {
        let is_comma = |&id: &TreeId| tree.tag(id) == Tag::Text && !is_dash(&tree.node(id).text);
        let commas: Vec<TreeId> = tree.children(sup).filter(is_comma).collect();
        for id in commas {
            drop_because(tree, id, PUNCTUATION, trace);
        }
    }
    tree.unwrap_where(|_, id| raised.contains(&id));
}

/// Takes brackets away that stood around what is gone or raised now, and the space before: a raised sign follows its word.
pub(super) fn take_brackets(tree: &mut Tree, before: TreeId, after: TreeId, pairs: &[(char, char)], trace: &mut Trace) {
    for &(open, close) in pairs {
        let (left, right) = (&tree.node(before).text, &tree.node(after).text);
        if let (Some(left), Some(right)) = (left.trim_end().strip_suffix(open), right.trim_start().strip_prefix(close))
        {
            let (left, right) = (left.trim_end().to_string(), right.to_string());
            trace.cut(tree, before, &format!("{open}{close}"), PUNCTUATION);
            tree.node_mut(before).text = left;
            tree.node_mut(after).text = right;
            return;
        }
    }
}

/// `[1, 2]`: brackets and commas go around and between references; the dash of `[1–3]` stays.
pub(super) fn take_brackets_of_several(tree: &mut Tree, written: &[NoteToWrite<'_>], trace: &mut Trace) {
    let references: HashSet<TreeId> = written.iter().flat_map(|note| &note.references).map(|&(id, _)| id).collect();
    let parents: BTreeSet<TreeId> = references.iter().map(|&id| tree.parent(id)).collect();
    for parent in parents {
        let children: Vec<TreeId> = tree.children(parent).collect();
        let mut at = 0;
        while let Some(&first) = children.get(at) {
            let start = at;
            at += 1;
            if !references.contains(&first) {
                continue;
            }
            let mut last = start;
            let mut between = Vec::new();
            while let (Some(&comma), Some(next)) = (children.get(last + 1), children.get(last + 2)) {
                let text = tree.node(comma).text.trim();
                let is_comma = matches!(text, "," | ";" | "][" | "], [" | "");
                if !references.contains(next) || !is_comma && !is_dash(text) {
                    break;
                }
                between.push(comma);
                last += 2;
            }
            at = last + 1;
            let before = start.checked_sub(1).and_then(|before| children.get(before));
            if let (Some(&before), Some(&after), false) = (before, children.get(last + 1), between.is_empty()) {
                let had = tree.node(before).text.len();
                take_brackets(tree, before, after, &[('[', ']')], trace);
                if tree.node(before).text.len() < had {
                    between.retain(|&id| !is_dash(&tree.node(id).text));
                    between.into_iter().for_each(|comma| drop_because(tree, comma, PUNCTUATION, trace));
                }
            }
        }
    }
}
