//! What html5ever builds its tree with: a [`Tree`] of the names we know, counted, and without the costs that hostile
//! pages could make grow.
//!
//! html5ever asks for an element's full name again and again, so its handles carry that, and the tree needs none.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ExpandedName, LocalName, Namespace, QualName};

use super::names::KnownNames;
use crate::dom::{Attr, Tag, Tree, TreeId};

/// The tree while it is parsed. What a template holds are its children; comments are not in it.
pub(super) type ParsedTree = Tree<StrTendril>;

/// An attribute's value.
pub(super) fn attribute(attrs: &[(Attr, StrTendril)], name: Attr) -> Option<&str> {
    attrs.iter().find(|attr| attr.0 == name).map(|attr| &*attr.1)
}

/// The most attributes from which further `<html>` and `<body>` tags still add theirs: a page of nothing else must not
/// cost more and more.
const MAX_ADDED: usize = 100;

/// A node as html5ever holds it.
#[derive(Debug, Clone)]
pub(super) struct Handle {
    id: TreeId,
    ns: Namespace,
    local: LocalName,
    /// Whether it is an `annotation-xml` that holds HTML.
    is_integration_point: bool,
}

impl Handle {
    fn without_name(id: TreeId) -> Handle {
        Handle { id, ns: Namespace::default(), local: LocalName::default(), is_integration_point: false }
    }
}

pub(super) struct LimitedSink {
    tree: RefCell<ParsedTree>,
    names: RefCell<KnownNames>,
    /// Stands for all comments and instructions, which nobody asks for: it is never put into the tree.
    comment: TreeId,
    nodes: Cell<usize>,
    limit: usize,
}

impl LimitedSink {
    pub(super) fn new(limit: usize) -> Self {
        let mut tree = ParsedTree::default();
        let comment = tree.make(Tag::Other, Vec::new(), StrTendril::new(), None);
        LimitedSink { tree: RefCell::new(tree), names: RefCell::default(), comment, nodes: Cell::new(0), limit }
    }

    /// Whether there are more nodes than there may be.
    pub(super) fn is_full(&self) -> bool {
        self.nodes.get() > self.limit
    }

    pub(super) fn into_tree(self) -> ParsedTree {
        self.tree.into_inner()
    }

    fn count(&self) {
        self.nodes.set(self.nodes.get() + 1);
    }

    /// The attributes that are kept.
    fn known(&self, attrs: Vec<Attribute>) -> impl Iterator<Item = (Attr, StrTendril)> {
        let mut names = self.names.borrow_mut();
        attrs.into_iter().filter_map(move |attr| Some((names.attr(&attr.name.local)?, attr.value)))
    }

    /// Puts what comes where `put` says, unless it is text that goes on with that of the node before.
    fn place(&self, child: NodeOrText<Handle>, before: Option<TreeId>, put: impl FnOnce(&mut ParsedTree, TreeId)) {
        let mut tree = self.tree.borrow_mut();
        let id = match child {
            NodeOrText::AppendNode(node) if node.id == self.comment => return,
            NodeOrText::AppendNode(node) => node.id,
            NodeOrText::AppendText(text) => {
                if let Some(before) = before.filter(|&before| tree.tag(before) == Tag::Text) {
                    tree.node_mut(before).text.push_tendril(&text);
                    return;
                }
                self.count();
                tree.make(Tag::Text, Vec::new(), text, None)
            }
        };
        put(&mut tree, id);
    }
}

impl TreeSink for LimitedSink {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self {
        self
    }

    // Errors are not kept: a page may have one for every byte.
    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle::without_name(TreeId::ROOT)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        ExpandedName { ns: &target.ns, local: &target.local }
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Handle {
        self.count();
        let QualName { ns, local, .. } = name;
        let tag = self.names.borrow_mut().tag(&ns, &local);
        let attrs = self.known(attrs).collect();
        let id = self.tree.borrow_mut().make(tag, attrs, StrTendril::new(), None);
        Handle { id, ns, local, is_integration_point: flags.mathml_annotation_xml_integration_point }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle::without_name(self.comment)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        Handle::without_name(self.comment)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let last = self.tree.borrow().last_child(parent.id);
        self.place(child, last, |tree, id| tree.append(parent.id, id));
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let before = self.tree.borrow().previous_sibling(sibling.id);
        self.place(child, before, |tree, id| tree.insert_before(sibling.id, id));
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.tree.borrow().has_parent(element.id);
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        let attributes = &mut tree.node_mut(target.id).attrs;
        if attributes.len() < MAX_ADDED {
            let missing: Vec<_> =
                self.known(attrs).filter(|(name, _)| !attributes.iter().any(|a| a.0 == *name)).collect();
            attributes.extend(missing);
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.tree.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        self.tree.borrow_mut().move_children(node.id, new_parent.id);
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Handle) -> bool {
        target.is_integration_point
    }

    // They stay templates in the tree: flattening unfolds them.
    fn allow_declarative_shadow_roots(&self, _: &Handle) -> bool {
        false
    }

    // Copying the chosen option would copy text that is already there, at a cost that grows with each option.
    fn maybe_clone_an_option_into_selectedcontent(&self, _: &Handle) {}
}
