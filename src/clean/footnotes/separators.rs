//! Headings and rules that only set off notes go with them.

use std::collections::HashSet;

use crate::clean::drop_node;
use crate::dom::{Tag, Tree, TreeId, Visit, Walk};
use crate::notes::evidence;
use crate::trace::Trace;

/// The level of a rule: below all headings.
const RULE: u8 = 7;

/// A heading or a rule with nothing but notes since.
struct Head {
    id: TreeId,
    level: u8,
    is_above_notes: bool,
}

/// Drops what stood above notes and heads nothing else. `places` is where notes were.
pub(super) fn drop_above(tree: &mut Tree, places: &HashSet<TreeId>, section: TreeId, trace: &mut Trace) {
    let mut dropped = Vec::new();
    let mut heads: Vec<Head> = Vec::new();
    let mut walk = Walk::new(tree);
    while let Some(step) = walk.next() {
        let Visit::Open(id) = step else { continue };
        if id == section {
            break;
        }
        let tag = tree.tag(id);
        if places.contains(&id) {
            heads.iter_mut().for_each(|head| head.is_above_notes = true);
        } else if let Some(level) = level(tree, id) {
            let mut rules = Vec::new();
            while let Some(head) = heads.pop_if(|head| head.level >= level) {
                if head.is_above_notes {
                    dropped.push(head.id);
                } else if head.level == RULE {
                    rules.push(head);
                }
            }
            heads.extend(rules);
            heads.push(Head { id, level, is_above_notes: false });
            walk.skip_children();
        } else if tag.is_media() || tag == Tag::Math || tag == Tag::Text && !tree.is_blank_text(id) {
            let rules = heads.drain(..).filter(|head| head.level == RULE && head.is_above_notes);
            dropped.extend(rules.map(|head| head.id));
        }
    }
    // A heading such as "References" may stay above the notes if nothing comes between.
    let needless = |head: &Head| head.level == RULE || evidence::is_heading_of_notes(&tree.text(head.id));
    dropped.extend(heads.iter().filter(|head| head.is_above_notes && needless(head)).map(|head| head.id));
    for id in dropped {
        drop_node(tree, id, trace);
    }
}

/// The level of a heading, of a line that is one in all but name, or of a rule.
fn level(tree: &Tree, id: TreeId) -> Option<u8> {
    match tree.tag(id) {
        Tag::Hr => Some(RULE),
        Tag::P if evidence::is_heading_of_notes(&tree.text(id)) => Some(6),
        tag => tag.heading_level(),
    }
}
