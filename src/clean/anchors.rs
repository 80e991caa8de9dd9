//! In-page links lead on to their places where the elements that bore the ids go.
//!
//! `<a href="#a">x</a><a name="a"></a><div><h2>y</h2></div>` → `<a href="#a">x</a><h2 id="a">y</h2>`

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::address::percent_decoded;
use crate::blocks::Blocks;
use crate::dom::{Attr, Document, NodeId, Tag, Tree, TreeId};

/// What in-page links lead to, as they write it and decoded.
fn fragments<'a>(links: impl Iterator<Item = &'a str>) -> HashSet<Cow<'a, str>> {
    let fragments = links.filter_map(|href| href.trim().strip_prefix('#')).filter(|fragment| !fragment.is_empty());
    fragments.flat_map(|fragment| [Cow::Borrowed(fragment), percent_decoded(fragment)]).collect()
}

/// An empty element that is left behind names what comes next.
pub(super) struct Anchors<'a> {
    page: &'a Document,
    linked: HashSet<Cow<'a, str>>,
    /// The id that waits for the next element.
    id: Option<&'a str>,
}

impl<'a> Anchors<'a> {
    pub(super) fn of(page: &'a Document) -> Anchors<'a> {
        let links = page.subtree(page.body()).into_iter().filter(|&id| page.tag(id) == Tag::A);
        Anchors { page, linked: fragments(links.filter_map(|id| page.attr(id, Attr::Href))), id: None }
    }

    /// Notes what is left behind. After text that is, an id would name something else.
    pub(super) fn leave(&mut self, blocks: &Blocks, id: NodeId) {
        let page = self.page;
        if self.linked.is_empty() || page.is_blank_text(id) {
        } else if page.is_text(id) || blocks.totals[id].words > 0 {
            self.id = None;
        } else if self.id.is_none() {
            let name = |id| page.attr(id, Attr::Id).or_else(|| page.attr(id, Attr::Name));
            self.id = page.subtree(id).into_iter().filter_map(name).find(|name| self.linked.contains(*name));
        }
    }

    /// Gives the id that waits to what is copied, or to the element around a text.
    pub(super) fn arrive(&mut self, tree: &mut Tree, copied: TreeId, parent: TreeId) {
        let is_text = tree.tag(copied) == Tag::Text;
        if let Some(id) = self.id.take_if(|_| !tree.is_blank_text(copied)) {
            let heir = if is_text { parent } else { copied };
            if heir != TreeId::ROOT && tree.attr(heir, Attr::Id).is_none() {
                tree.set_attr(heir, Attr::Id, Some(id.to_string()));
            }
        }
    }
}

/// Hands the ids of elements that go on to what begins in them, or to the line they are in; where that has an id, links
/// lead to it instead.
pub(super) fn hand_on(tree: &mut Tree, goes: impl Fn(&Tree, TreeId) -> bool) {
    let all = tree.all();
    let links: Vec<TreeId> = all.iter().copied().filter(|&id| tree.tag(id) == Tag::A).collect();
    let linked: HashSet<String> =
        fragments(links.iter().filter_map(|&id| tree.attr(id, Attr::Href))).into_iter().map(Cow::into_owned).collect();
    let mut renamed: HashMap<String, String> = HashMap::new();
    for id in if linked.is_empty() { Vec::new() } else { all } {
        let Some(name) = tree.attr(id, Attr::Id).filter(|name| linked.contains(*name)) else { continue };
        if !goes(tree, id) {
            continue;
        }
        let name = name.to_string();
        let begins = tree.non_blank_children(id).next();
        let Some(heir) = (if tree.tag(id).is_block() { begins } else { Some(tree.parent(id)) }) else { continue };
        match tree.attr(heir, Attr::Id) {
            Some(other) => _ = renamed.insert(name, other.to_string()),
            None => tree.set_attr(heir, Attr::Id, Some(name)),
        }
    }
    for link in links {
        let Some(mut to) = tree.attr(link, Attr::Href).and_then(|href| href.trim().strip_prefix('#')) else { continue };
        let decoded = percent_decoded(to).into_owned();
        let mut names = 0;
        while let Some(other) = renamed.get(to).or_else(|| renamed.get(&decoded).filter(|_| names == 0))
            && names < renamed.len()
        {
            to = other;
            names += 1;
        }
        if names > 0 {
            tree.set_attr(link, Attr::Href, Some(format!("#{to}")));
        }
    }
}
