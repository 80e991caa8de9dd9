//! What `noscript` repeats of a lazy picture, and the pictures beside it.

use std::collections::HashSet;
use std::hash::Hash;

use super::is_placeholder;
use crate::dom::{Elements, Tag};

/// What has more nodes than this is no wrapper of one picture.
const MAX_NODES: usize = 100;

/// A `noscript` that holds one picture.
pub(crate) struct Copy<Id> {
    pub(crate) noscript: Id,
    pub(crate) picture: Id,
    /// The pictures before and after it: each is a sibling, or all that is in one.
    pub(crate) beside: Vec<Id>,
}

/// Those among the nodes.
pub(crate) fn copies<E: Elements>(elements: &E, nodes: impl Iterator<Item = E::Id>) -> Vec<Copy<E::Id>>
where
    E::Id: Hash,
{
    let mut copies = Vec::new();
    let noscripts = nodes.filter(|&id| elements.tag(id) == Tag::Noscript);
    // Each parent once, since it may have many.
    let mut parents = HashSet::new();
    for parent in noscripts.map(|id| elements.parent(id)).filter(|&id| parents.insert(id)) {
        let is_blank = |id: E::Id| elements.tag(id) == Tag::Text && elements.text(id).trim().is_empty();
        let children: Vec<E::Id> = elements.children(parent).filter(|&id| !is_blank(id)).collect();
        for (at, &noscript) in children.iter().enumerate().filter(|(_, id)| elements.tag(**id) == Tag::Noscript) {
            if let [picture] = pictures(elements, noscript)[..] {
                let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
                let beside = beside.filter_map(|at| children.get(at)).filter_map(|&id| picture_of(elements, id));
                copies.push(Copy { noscript, picture, beside: beside.collect() });
            }
        }
    }
    copies
}

/// Whether the address may be that of a preview, which stands until the picture is there.
pub(crate) fn may_be_preview(address: &str) -> bool {
    address.starts_with("data:") || is_placeholder(address)
}

/// The picture that an element is, or holds alone.
fn picture_of<E: Elements>(elements: &E, id: E::Id) -> Option<E::Id> {
    match elements.tag(id) {
        Tag::Img => Some(id),
        Tag::Text | Tag::Noscript => None,
        _ => pictures(elements, id).last().copied().filter(|_| elements.text(id).trim().is_empty()),
    }
}

fn pictures<E: Elements>(elements: &E, id: E::Id) -> Vec<E::Id> {
    let inside = elements.descendants_up_to(id, MAX_NODES).unwrap_or_default();
    inside.into_iter().filter(|&id| matches!(elements.tag(id), Tag::Img | Tag::AmpImg)).collect()
}
