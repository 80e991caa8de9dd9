//! The small tree that cleaning works on: what was selected of a page, copied and free to change.

use crate::dom::{Attr, NodeId, Tag};

/// The class of the figures that stand for something embedded.
pub const CARD: &str = "embed";

/// A node of a [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TreeId(u32);

impl TreeId {
    /// The root: a `div` that is never rendered itself.
    pub const ROOT: TreeId = TreeId(0);
}

/// A node: an element, or text.
#[derive(Debug, Clone)]
pub struct TreeNode {
    /// The element's name, or [`Tag::Text`].
    pub tag: Tag,
    /// The element's attributes; each name at most once, but for lazy loaders' own.
    pub attrs: Vec<(Attr, String)>,
    /// The text of a text node.
    pub text: String,
    /// Where in the page it was copied from; `None` for what a rule made.
    pub source: Option<NodeId>,
    parent: TreeId,
    children: Vec<TreeId>,
    /// Taken out. Its parent still lists it, so that taking out each of many children stays cheap.
    gone: bool,
}

/// A tree of nodes that can be moved and taken out. Nodes taken out stay in memory, outside the tree.
#[derive(Debug, Clone)]
pub struct Tree {
    nodes: Vec<TreeNode>,
}

impl Default for Tree {
    fn default() -> Self {
        let mut tree = Tree { nodes: Vec::new() };
        tree.make(Tag::Div, String::new(), None);
        tree
    }
}

impl Tree {
    /// The node.
    #[expect(clippy::indexing_slicing, reason = "ids come from this tree only, and nodes are never freed")]
    pub fn node(&self, id: TreeId) -> &TreeNode {
        &self.nodes[id.0 as usize]
    }

    /// The node, to be changed.
    #[expect(clippy::indexing_slicing, reason = "ids come from this tree only, and nodes are never freed")]
    pub fn node_mut(&mut self, id: TreeId) -> &mut TreeNode {
        &mut self.nodes[id.0 as usize]
    }

    /// The element's name, or [`Tag::Text`].
    pub fn tag(&self, id: TreeId) -> Tag {
        self.node(id).tag
    }

    /// The parent; the root is its own.
    pub fn parent(&self, id: TreeId) -> TreeId {
        self.node(id).parent
    }

    /// The children, in order.
    pub fn children(&self, id: TreeId) -> impl DoubleEndedIterator<Item = TreeId> + '_ {
        self.node(id).children.iter().copied().filter(|&child| !self.node(child).gone)
    }

    /// The attribute's value.
    pub fn attr(&self, id: TreeId, name: Attr) -> Option<&str> {
        self.node(id).attrs.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str())
    }

    /// Whether it is the card that stands for something embedded: its label names that, and is no part of the text.
    pub fn is_card(&self, id: TreeId) -> bool {
        self.tag(id) == Tag::Figure && self.attr(id, Attr::Class) == Some(CARD)
    }

    /// Sets an attribute, or takes it away.
    pub fn set_attr(&mut self, id: TreeId, name: Attr, value: Option<String>) {
        let attrs = &mut self.node_mut(id).attrs;
        attrs.retain(|(n, _)| *n != name);
        attrs.extend(value.map(|value| (name, value)));
    }

    /// All nodes in the tree, in document order, without the root. Rules walk this list, made before they
    /// change anything; a node they took out meanwhile is simply changed without effect.
    pub fn all(&self) -> Vec<TreeId> {
        let mut found = Vec::with_capacity(self.nodes.len());
        self.descend(TreeId::ROOT, &mut found);
        found
    }

    /// Everything in the node, in document order.
    pub fn descendants(&self, id: TreeId) -> Vec<TreeId> {
        let mut found = Vec::new();
        self.descend(id, &mut found);
        found
    }

    fn descend(&self, id: TreeId, found: &mut Vec<TreeId>) {
        let mut next: Vec<TreeId> = self.children(id).rev().collect();
        while let Some(id) = next.pop() {
            found.push(id);
            self.children(id).rev().for_each(|child| next.push(child));
        }
    }

    /// Everything in the node, if it is at most `most` nodes: so that a look into many nodes stays cheap.
    pub fn descendants_up_to(&self, id: TreeId, most: usize) -> Option<Vec<TreeId>> {
        let mut found = Vec::new();
        let mut next: Vec<TreeId> = self.children(id).rev().take(most + 1).collect();
        while let Some(id) = next.pop() {
            found.push(id);
            if found.len() + next.len() > most {
                return None;
            }
            next.extend(self.children(id).rev());
        }
        Some(found)
    }

    /// Whether it is text of nothing but white space.
    pub fn is_blank_text(&self, id: TreeId) -> bool {
        let node = self.node(id);
        node.tag == Tag::Text && node.text.chars().all(char::is_whitespace)
    }

    /// Whether there is no text in it but white space.
    pub fn is_blank(&self, id: TreeId) -> bool {
        self.is_blank_text(id) || self.tag(id) != Tag::Text && self.text(id).chars().all(char::is_whitespace)
    }

    /// The parent, its parent and so on up to the root.
    pub fn ancestors(&self, id: TreeId) -> impl Iterator<Item = TreeId> + '_ {
        let mut at = id;
        std::iter::from_fn(move || {
            (at != TreeId::ROOT).then(|| {
                at = self.parent(at);
                at
            })
        })
    }

    /// The raw text of the node and everything in it.
    pub fn text(&self, id: TreeId) -> String {
        let mut text = self.node(id).text.clone();
        for id in self.descendants(id) {
            text.push_str(&self.node(id).text);
        }
        text
    }

    /// Makes an element outside the tree, to be put into it. A node is put in once: to move one, take its
    /// children along or make another.
    pub fn element(&mut self, tag: Tag, attrs: Vec<(Attr, String)>) -> TreeId {
        let id = self.make(tag, String::new(), None);
        self.node_mut(id).attrs = attrs;
        id
    }

    /// Makes a text node outside the tree, to be put into it.
    pub fn text_node(&mut self, text: String) -> TreeId {
        self.make(Tag::Text, text, None)
    }

    /// Makes a node outside the tree that stands for one of the page.
    pub fn copied(&mut self, tag: Tag, text: String, source: NodeId) -> TreeId {
        self.make(tag, text, Some(source))
    }

    /// Puts a node that is outside the tree at the end of the parent's children.
    pub fn append(&mut self, parent: TreeId, child: TreeId) {
        self.node_mut(child).parent = parent;
        self.node_mut(parent).children.push(child);
    }

    /// Takes the node and everything in it out of the tree.
    pub fn detach(&mut self, id: TreeId) {
        self.node_mut(id).gone = true;
    }

    /// Takes all nodes out that the test names, and leaves their children in their place, in one pass.
    pub fn unwrap_where(&mut self, test: impl Fn(&Tree, TreeId) -> bool) {
        let mut all = self.all();
        all.reverse();
        all.push(TreeId::ROOT);
        for id in all {
            if !self.children(id).any(|child| test(self, child)) {
                continue;
            }
            let mut flat = Vec::new();
            for child in self.children(id) {
                if test(self, child) {
                    flat.extend(self.children(child));
                } else {
                    flat.push(child);
                }
            }
            self.set_children(id, flat);
        }
    }

    /// Gives a node exactly these children. Each must be one of its children, one of theirs, or new.
    pub fn set_children(&mut self, id: TreeId, children: Vec<TreeId>) {
        for &child in &children {
            self.node_mut(child).parent = id;
        }
        self.node_mut(id).children = children;
    }

    /// Takes the node out, and leaves its children in its place.
    pub fn unwrap(&mut self, id: TreeId) {
        let parent = self.parent(id);
        let children = std::mem::take(&mut self.node_mut(id).children);
        for &child in &children {
            self.node_mut(child).parent = parent;
        }
        let siblings = &mut self.node_mut(parent).children;
        if let Some(index) = siblings.iter().position(|&child| child == id) {
            siblings.splice(index..=index, children);
        }
    }

    /// Moves all children of a node to the end of another's.
    pub fn move_children(&mut self, from: TreeId, to: TreeId) {
        let children = std::mem::take(&mut self.node_mut(from).children);
        for &child in &children {
            self.node_mut(child).parent = to;
        }
        self.node_mut(to).children.extend(children);
    }

    fn make(&mut self, tag: Tag, text: String, source: Option<NodeId>) -> TreeId {
        let id = TreeId(self.nodes.len() as u32);
        self.nodes.push(TreeNode {
            tag,
            attrs: Vec::new(),
            text,
            source,
            parent: TreeId::ROOT,
            children: Vec::new(),
            gone: false,
        });
        id
    }
}
