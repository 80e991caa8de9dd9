//! The parsed page: nodes in document order in flat arrays, never mutated.
//!
//! In document order (pre-order), a subtree is a range of ids, and its text a range of the page's text. Analyses are side
//! arrays ([`NodeMap`]) indexed by the same ids, so nothing is ever written into the document.

use super::names::{Attr, Tag};
use super::style::InlineStyle;
use super::values::{Interner, ValueId, Values, is_naming};
use crate::lexicon::SignalSet;

use std::ops::{Index, IndexMut};

/// A node of a [`Document`]: its place in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(u32);

impl NodeId {
    /// The root, `html`: every document has it.
    pub const ROOT: NodeId = NodeId(0);

    /// The place in document order, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The node `n` places on, which may be past the last.
    pub(crate) fn plus(self, n: usize) -> NodeId {
        NodeId(self.0.saturating_add(n as u32))
    }
}

/// A range of ids that can be walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NodeRange {
    /// The first node.
    pub first: NodeId,
    /// The node after the last.
    pub end: NodeId,
}

impl NodeRange {
    /// Whether `id` lies in the range.
    pub fn contains(self, id: NodeId) -> bool {
        self.first <= id && id < self.end
    }
}

impl IntoIterator for NodeRange {
    type Item = NodeId;
    type IntoIter = std::iter::Map<std::ops::Range<u32>, fn(u32) -> NodeId>;

    fn into_iter(self) -> Self::IntoIter {
        (self.first.0..self.end.0).map(NodeId)
    }
}

/// What is known of one node. `from..to` is a range of attributes (elements) or of text bytes (text).
#[derive(Debug, Clone, Copy)]
struct Node {
    tag: Tag,
    parent: NodeId,
    end: NodeId,
    from: u32,
    to: u32,
}

/// One attribute.
#[derive(Debug, Clone, Copy)]
struct Attribute {
    name: Attr,
    value: AttributeValue,
}

/// An attribute's value.
#[derive(Debug, Clone, Copy)]
enum AttributeValue {
    /// Its bytes.
    Bytes(u32, u32),
    /// That of a naming attribute, kept once.
    Interned(ValueId),
}

/// A parsed page. Made by [`parse`](crate::parse::parse) only.
#[derive(Debug, Default)]
pub struct Document {
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    text: String,
    /// Attribute values, and the contents of data scripts (JSON-LD and the like): what is never shown as text.
    values: String,
    /// The values of naming attributes.
    interned: Values,
    data_scripts: Vec<(NodeId, u32, u32)>,
    /// The contents of scripts that hold a formula, in document order.
    formulas: Vec<(NodeId, u32, u32)>,
}

impl Document {
    /// The number of nodes.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    #[expect(clippy::indexing_slicing, reason = "ids come from this document only, so they are in range")]
    fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// The element's name, or [`Tag::Text`].
    pub fn tag(&self, id: NodeId) -> Tag {
        self.node(id).tag
    }

    /// Whether the node is text.
    pub fn is_text(&self, id: NodeId) -> bool {
        self.tag(id) == Tag::Text
    }

    /// Whether it is text of nothing but white space.
    pub fn is_blank_text(&self, id: NodeId) -> bool {
        self.is_text(id) && self.text(id).trim().is_empty()
    }

    /// The nodes before one, the closest first.
    pub fn before(&self, id: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        (0..id.0).rev().map(NodeId)
    }

    /// The parent; the root is its own.
    pub fn parent(&self, id: NodeId) -> NodeId {
        self.node(id).parent
    }

    /// The node after the last of the subtree.
    pub fn end(&self, id: NodeId) -> NodeId {
        self.node(id).end
    }

    /// All nodes, in document order.
    pub fn all(&self) -> NodeRange {
        NodeRange { first: NodeId::ROOT, end: NodeId(self.nodes.len() as u32) }
    }

    /// The node and everything in it, in document order.
    pub fn subtree(&self, id: NodeId) -> NodeRange {
        NodeRange { first: id, end: self.end(id) }
    }

    /// Everything in the node, in document order, without the node.
    pub fn descendants(&self, id: NodeId) -> NodeRange {
        NodeRange { first: NodeId(id.0 + 1), end: self.end(id) }
    }

    /// Whether `id` is `ancestor` or lies in it.
    pub fn is_within(&self, id: NodeId, ancestor: NodeId) -> bool {
        self.subtree(ancestor).contains(id)
    }

    /// The node's children, in order.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.end(id);
        let mut next = NodeId(id.0 + 1);
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let child = next;
                next = self.end(child);
                child
            })
        })
    }

    /// The parent, its parent and so on up to the root.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut at = id;
        std::iter::from_fn(move || {
            (at != NodeId::ROOT).then(|| {
                at = self.parent(at);
                at
            })
        })
    }

    /// `body`, or the root where a page has none (a frameset).
    pub fn body(&self) -> NodeId {
        self.children(NodeId::ROOT).find(|&id| self.tag(id) == Tag::Body).unwrap_or(NodeId::ROOT)
    }

    /// The attribute's value, untrimmed. `None` where the element does not have it.
    pub fn attr(&self, id: NodeId, name: Attr) -> Option<&str> {
        self.attributes_of(id).iter().find(|attribute| attribute.name == name).map(|attribute| self.value(attribute))
    }

    /// The element's known attributes, in source order; none for text.
    pub fn attributes(&self, id: NodeId) -> impl Iterator<Item = (Attr, &str)> + '_ {
        self.attributes_of(id).iter().map(|attribute| (attribute.name, self.value(attribute)))
    }

    fn attributes_of(&self, id: NodeId) -> &[Attribute] {
        let node = self.node(id);
        let range = if node.tag == Tag::Text { 0..0 } else { node.from as usize..node.to as usize };
        self.attributes.get(range).unwrap_or_default()
    }

    fn value(&self, attribute: &Attribute) -> &str {
        let (from, to) = match attribute.value {
            AttributeValue::Bytes(from, to) => (from, to),
            AttributeValue::Interned(id) => {
                let value = self.interned.get(id);
                (value.from, value.to)
            }
        };
        self.values.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The element's naming attributes (`class`, `id`, `role` and the like) with the ids of their values.
    pub fn values(&self, id: NodeId) -> impl Iterator<Item = (Attr, ValueId)> + '_ {
        self.attributes_of(id).iter().filter_map(|attribute| match attribute.value {
            AttributeValue::Bytes(..) => None,
            AttributeValue::Interned(value) => Some((attribute.name, value)),
        })
    }

    /// How many values of naming attributes there are.
    pub(super) fn value_count(&self) -> usize {
        self.interned.len()
    }

    /// The text of a naming attribute's value.
    pub fn value_text(&self, id: ValueId) -> &str {
        let value = self.interned.get(id);
        self.values.get(value.from as usize..value.to as usize).unwrap_or_default()
    }

    /// What the words of a naming attribute's value suggest.
    pub fn signals_of(&self, id: ValueId) -> SignalSet {
        self.interned.get(id).signals
    }

    /// What the words suggest in those of the element's naming attributes that `names` holds.
    pub fn signals(&self, id: NodeId, names: &[Attr]) -> SignalSet {
        let values = self.values(id).filter(|(name, _)| names.contains(name));
        values.fold(SignalSet::default(), |set, (_, value)| set.union(self.signals_of(value)))
    }

    /// What the element's inline style says.
    pub fn style(&self, id: NodeId) -> InlineStyle {
        let value = self.values(id).find(|(name, _)| *name == Attr::Style);
        value.map_or_else(InlineStyle::default, |(_, value)| self.interned.get(value).style)
    }

    /// The raw text of the node and everything in it: no spaces are folded, nothing stands for images or breaks.
    pub fn text(&self, id: NodeId) -> &str {
        self.text_of(self.subtree(id))
    }

    /// The raw text of a range of nodes.
    pub fn text_of(&self, range: NodeRange) -> &str {
        // Text lies in document order, so the range's text is what lies between its first and last text node.
        let mut texts = range.into_iter().filter(|&id| self.is_text(id)).map(|id| self.node(id));
        let Some(first) = texts.next() else { return "" };
        let last = range.into_iter().rev().find(|&id| self.is_text(id)).map_or(first, |id| self.node(id));
        self.text.get(first.from as usize..last.to as usize).unwrap_or_default()
    }

    /// The contents of the scripts that hold data (`application/ld+json`, `application/json`).
    pub fn data_scripts(&self) -> impl Iterator<Item = (NodeId, &str)> + '_ {
        self.data_scripts
            .iter()
            .map(|&(id, from, to)| (id, self.values.get(from as usize..to as usize).unwrap_or_default()))
    }

    /// The formula that a script (`math/tex`, `math/mml`) holds for MathJax, as it is written there.
    pub fn formula_script(&self, script: NodeId) -> Option<&str> {
        let at = self.formulas.binary_search_by_key(&script, |&(id, ..)| id).ok()?;
        let &(_, from, to) = self.formulas.get(at)?;
        self.values.get(from as usize..to as usize)
    }
}

/// White space folded to single spaces, and trimmed.
pub(crate) fn fold_spaces(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// Builds a [`Document`] in document order: `open`, `text` and `close` are called as the walk goes.
#[derive(Debug)]
pub(crate) struct Builder {
    document: Document,
    open: Vec<NodeId>,
    interner: Interner,
}

impl Builder {
    /// For a page of about so many nodes.
    pub(crate) fn with_capacity(nodes: usize) -> Builder {
        let document = Document { nodes: Vec::with_capacity(nodes), ..Document::default() };
        Builder { document, open: Vec::new(), interner: Interner::new() }
    }

    pub(crate) fn open<'v>(&mut self, tag: Tag, attributes: impl Iterator<Item = (Attr, &'v str)>) -> NodeId {
        let from = self.document.attributes.len() as u32;
        for (name, value) in attributes {
            let value = if is_naming(name) {
                let Document { interned, values, .. } = &mut self.document;
                AttributeValue::Interned(self.interner.intern(name, value, interned, values))
            } else {
                let (start, end) = self.value(value);
                AttributeValue::Bytes(start, end)
            };
            self.document.attributes.push(Attribute { name, value });
        }
        let to = self.document.attributes.len() as u32;
        let id = self.push(tag, from, to);
        self.open.push(id);
        id
    }

    pub(crate) fn text(&mut self, text: &str) {
        let from = self.document.text.len() as u32;
        self.document.text.push_str(text);
        let to = self.document.text.len() as u32;
        self.push(Tag::Text, from, to);
    }

    /// Keeps the contents of a data script, which is the element opened last.
    pub(crate) fn data(&mut self, script: NodeId, content: &str) {
        let (from, to) = self.value(content);
        self.document.data_scripts.push((script, from, to));
    }

    /// Keeps the formula in a script, which is the element opened last.
    pub(crate) fn formula(&mut self, script: NodeId, content: &str) {
        let (from, to) = self.value(content);
        self.document.formulas.push((script, from, to));
    }

    pub(crate) fn close(&mut self) {
        let end = NodeId(self.document.nodes.len() as u32);
        if let Some(node) = self.open.pop().and_then(|id| self.document.nodes.get_mut(id.index())) {
            node.end = end;
        }
    }

    pub(crate) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Freezes the document. `settled` names the elements that count as another tag, seen from the whole.
    pub(crate) fn finish(mut self, settled: impl Fn(&Document) -> Vec<(NodeId, Tag)>) -> Document {
        while !self.open.is_empty() {
            self.close();
        }
        for (id, tag) in settled(&self.document) {
            if let Some(node) = self.document.nodes.get_mut(id.index()) {
                node.tag = tag;
            }
        }
        self.document
    }

    fn value(&mut self, value: &str) -> (u32, u32) {
        let from = self.document.values.len() as u32;
        self.document.values.push_str(value);
        (from, self.document.values.len() as u32)
    }

    fn push(&mut self, tag: Tag, from: u32, to: u32) -> NodeId {
        let id = NodeId(self.document.nodes.len() as u32);
        let parent = self.open.last().copied().unwrap_or(NodeId::ROOT);
        self.document.nodes.push(Node { tag, parent, end: NodeId(id.0 + 1), from, to });
        id
    }
}

/// One value for every node of a document.
#[derive(Debug, Clone)]
pub struct NodeMap<T>(Vec<T>);

impl<T: Clone> NodeMap<T> {
    /// The same value for every node.
    pub fn new(document: &Document, value: T) -> Self {
        NodeMap(vec![value; document.len()])
    }
}

impl<T> Index<NodeId> for NodeMap<T> {
    type Output = T;

    #[expect(clippy::indexing_slicing, reason = "made for every node of the document the id is of")]
    fn index(&self, id: NodeId) -> &T {
        &self.0[id.index()]
    }
}

impl<T> IndexMut<NodeId> for NodeMap<T> {
    #[expect(clippy::indexing_slicing, reason = "made for every node of the document the id is of")]
    fn index_mut(&mut self, id: NodeId) -> &mut T {
        &mut self.0[id.index()]
    }
}
