//! What other rules took away has no note left, and no link back to it.

use std::collections::HashSet;

use crate::clean::{Context, drop_because, drop_node};
use crate::dom::note_roles::{BACK_LINK, NOTE, REFERENCE};
use crate::dom::{Attr, Tree, TreeId};
use crate::trace::Trace;

pub(in crate::clean) fn prune_orphan_notes(tree: &mut Tree, _: &Context<'_>, trace: &mut Trace) {
    let all = tree.all();
    let has_role = |tree: &Tree, id: TreeId, role: &str| tree.attr(id, Attr::Role) == Some(role);
    let references: HashSet<String> = all
        .iter()
        .filter(|&&id| has_role(tree, id, REFERENCE))
        .filter_map(|&id| tree.attr(id, Attr::Id).map(|id| format!("#{id}")))
        .collect();
    for note in all.into_iter().filter(|&id| has_role(tree, id, NOTE)).collect::<Vec<_>>() {
        let links: Vec<TreeId> = tree.within(note).filter(|&id| has_role(tree, id, BACK_LINK)).collect();
        let is_lost = |id: TreeId| tree.attr(id, Attr::Href).is_none_or(|href| !references.contains(href));
        let lost: Vec<TreeId> = links.iter().copied().filter(|&id| is_lost(id)).collect();
        if lost.len() == links.len() {
            drop_node(tree, note, trace);
        }
        lost.into_iter().for_each(|link| drop_because(tree, link, "leads back to nothing", trace));
    }
}
