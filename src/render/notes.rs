//! The content's notes, as formats without links write them: by labels.

use std::collections::{HashMap, HashSet};

use crate::dom::note_roles::{BACK_LINK, LIST, REFERENCE};
use crate::dom::{Attr, Tag, Tree, TreeId};

/// The label of each note, by the note's id.
#[derive(Default)]
pub(super) struct NoteLabels {
    labels: HashMap<String, NoteLabel>,
    items: HashSet<TreeId>,
}

struct NoteLabel {
    /// As the page shows it.
    shown: String,
    /// Made of letters, digits and hyphens, and like no other.
    plain: String,
}

impl NoteLabels {
    /// The notes at the end of a tree, with the labels that their first references show.
    pub(super) fn of(tree: &Tree) -> NoteLabels {
        let mut notes = NoteLabels::default();
        let is_list = |id: &TreeId| tree.tag(*id) == Tag::Section && tree.attr(*id, Attr::Role) == Some(LIST);
        let items: Vec<TreeId> = tree
            .children(TreeId::ROOT)
            .filter(is_list)
            .flat_map(|section| tree.children(section).filter(|&id| tree.tag(id) == Tag::Ol))
            .flat_map(|list| tree.children(list).filter(|&id| tree.tag(id) == Tag::Li))
            .collect();
        if items.is_empty() {
            return notes;
        }
        let mut shown: HashMap<&str, String> = HashMap::new();
        for id in tree.all() {
            if let Some(target) = target(tree, id) {
                shown.entry(target).or_insert_with(|| tree.text(id));
            }
        }
        let mut used = HashSet::new();
        for (index, item) in items.into_iter().enumerate() {
            let Some((id, shown)) = tree.attr(item, Attr::Id).and_then(|id| shown.remove_entry(id)) else { continue };
            let plain: String = shown.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect();
            let mut label = if plain.is_empty() { (index + 1).to_string() } else { plain };
            while !used.insert(label.clone()) {
                label = format!("{label}-{}", index + 1);
            }
            notes.items.insert(item);
            notes.labels.insert(id.to_string(), NoteLabel { shown, plain: label });
        }
        notes
    }

    /// The label of the note that the element refers to, as the page shows it and in plain characters.
    pub(super) fn referred_to(&self, tree: &Tree, id: TreeId) -> Option<(&str, &str)> {
        if self.items.is_empty() {
            return None;
        }
        let label = self.labels.get(target(tree, id)?)?;
        Some((&label.shown, &label.plain))
    }

    /// The note's label, likewise.
    pub(super) fn label(&self, tree: &Tree, item: TreeId) -> Option<(&str, &str)> {
        if !self.items.contains(&item) {
            return None;
        }
        let label = self.labels.get(tree.attr(item, Attr::Id)?)?;
        Some((&label.shown, &label.plain))
    }

    /// Whether the element is the list of notes.
    pub(super) fn is_list(&self, tree: &Tree, id: TreeId) -> bool {
        !self.items.is_empty() && tree.children(id).any(|item| self.items.contains(&item))
    }

    /// Whether the element only leads back to the text, or repeats the note's label.
    pub(super) fn is_back_link_or_label(&self, tree: &Tree, id: TreeId) -> bool {
        match tree.tag(id) {
            _ if self.items.is_empty() => false,
            Tag::A => tree.attr(id, Attr::Role) == Some(BACK_LINK),
            Tag::Sup => {
                let line = tree.parent(id);
                let item = tree.parent(line);
                let label = self.label(tree, item).filter(|(shown, _)| shown.parse::<u32>().is_err());
                label.is_some_and(|(shown, _)| {
                    tree.children(line).next() == Some(id)
                        && tree.children(item).next() == Some(line)
                        && tree.text(id) == shown
                })
            }
            _ => false,
        }
    }
}

/// The id that a reference leads to: it is the link, or the `sup` around it.
fn target(tree: &Tree, id: TreeId) -> Option<&str> {
    let link = match tree.tag(id) {
        Tag::A => id,
        Tag::Sup => {
            let mut inside = tree.children(id);
            inside.next().filter(|_| inside.next().is_none())?
        }
        _ => return None,
    };
    let is_reference = tree.tag(link) == Tag::A && tree.attr(link, Attr::Role) == Some(REFERENCE);
    tree.attr(link, Attr::Href).filter(|_| is_reference)?.strip_prefix('#')
}
