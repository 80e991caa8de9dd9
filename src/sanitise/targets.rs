//! Where the content's own links lead: which ids are worth keeping.

use std::collections::{HashMap, HashSet};

use crate::address::percent_decoded;
use crate::dom::{Attr, Tag, Tree, TreeId, Visit, Walk};

use super::allow::{ID_PREFIX, is_dropped};

/// The ids that links of the content lead to, by the fragment the links write.
#[derive(Default)]
pub(super) struct Targets {
    by_fragment: HashMap<String, String>,
    linked: HashSet<String>,
}

impl Targets {
    pub(super) fn of(tree: &Tree) -> Targets {
        let mut fragments = Vec::new();
        let mut ids = HashSet::new();
        let mut walk = Walk::new(tree);
        while let Some(visit) = walk.next() {
            let Visit::Open(id) = visit else { continue };
            let tag = tree.tag(id);
            if is_dropped(tag) {
                walk.skip_children();
                continue;
            }
            ids.extend(id_of(tree, id));
            if tag == Tag::A {
                fragments.extend(tree.attr(id, Attr::Href).and_then(fragment));
            }
            if tag == Tag::Math {
                walk.skip_children();
            }
        }
        let mut targets = Targets::default();
        for fragment in fragments {
            let decoded = percent_decoded(fragment);
            if let Some(id) = ids.get(fragment).or_else(|| ids.get(&*decoded)) {
                targets.by_fragment.insert(fragment.to_string(), prefixed(id));
                targets.linked.insert(id.to_string());
            }
        }
        targets
    }

    /// The id, as it will be written, that an in-page link leads to.
    pub(super) fn of_fragment(&self, fragment: &str) -> Option<&str> {
        self.by_fragment.get(fragment).map(String::as_str)
    }

    /// Whether a link leads to the id.
    pub(super) fn is_linked(&self, id: &str) -> bool {
        self.linked.contains(id)
    }
}

/// The element's id. Before HTML 4 had ids, an anchor's name was one.
pub(super) fn id_of(tree: &Tree, id: TreeId) -> Option<&str> {
    let name = || tree.attr(id, Attr::Name).filter(|_| tree.tag(id) == Tag::A);
    tree.attr(id, Attr::Id).or_else(name).filter(|id| !id.is_empty())
}

/// What an in-page link leads to.
pub(super) fn fragment(href: &str) -> Option<&str> {
    href.trim().strip_prefix('#')
}

pub(super) fn prefixed(id: &str) -> String {
    if id.starts_with(ID_PREFIX) { id.to_string() } else { format!("{ID_PREFIX}{id}") }
}
