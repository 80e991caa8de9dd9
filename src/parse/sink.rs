//! What html5ever builds its tree with: [`Tree`], counted, and without the costs that hostile pages could make grow.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ExpandedName, QualName};

use super::tree::{Data, Element, Id, Name, Tree};

/// A node as html5ever holds it: with its name, which is what it asks for most.
#[derive(Debug, Clone)]
pub(super) struct Handle {
    id: Id,
    name: Name,
}

impl Handle {
    fn without_name(id: Id) -> Handle {
        Handle { id, name: Name::default() }
    }
}

pub(super) struct LimitedSink {
    tree: RefCell<Tree>,
    nodes: Cell<usize>,
    limit: usize,
}

impl LimitedSink {
    pub(super) fn new(limit: usize) -> Self {
        LimitedSink { tree: RefCell::new(Tree::new()), nodes: Cell::new(0), limit }
    }

    /// Whether there are more nodes than there may be.
    pub(super) fn is_full(&self) -> bool {
        self.nodes.get() > self.limit
    }

    pub(super) fn into_tree(self) -> Tree {
        self.tree.into_inner()
    }

    fn count(&self) {
        self.nodes.set(self.nodes.get() + 1);
    }

    /// Puts what comes where `put` says, unless it is text that goes on with that of the node before.
    fn place(&self, child: NodeOrText<Handle>, before: Option<Id>, put: impl FnOnce(&mut Tree, Id)) {
        let mut tree = self.tree.borrow_mut();
        let id = match child {
            NodeOrText::AppendNode(node) if matches!(tree.node(node.id).data, Data::Nothing) => return,
            NodeOrText::AppendNode(node) => node.id,
            NodeOrText::AppendText(text) => {
                if let Some(before) = before.and_then(|before| tree.text_mut(before)) {
                    before.push_tendril(&text);
                    return;
                }
                self.count();
                tree.add(Data::Text(text))
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
        Handle::without_name(Id::DOCUMENT)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        ExpandedName { ns: &target.name.ns, local: &target.name.local }
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Handle {
        self.count();
        let mut tree = self.tree.borrow_mut();
        let name = Name { ns: name.ns, local: name.local };
        let template = flags.template.then(|| tree.add(Data::Document));
        let is_integration_point = flags.mathml_annotation_xml_integration_point;
        let id = tree.add(Data::Element(Element { name: name.clone(), attrs, template, is_integration_point }));
        Handle { id, name }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle::without_name(self.tree.borrow_mut().add(Data::Nothing))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.create_comment(StrTendril::new())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let last = self.tree.borrow().last_child(parent.id);
        self.place(child, last, |tree, id| tree.append(parent.id, id));
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let before = self.tree.borrow().before(sibling.id);
        self.place(child, before, |tree, id| tree.insert_before(sibling.id, id));
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.tree.borrow().parent(element.id).is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        let template = self.tree.borrow().element(target.id).and_then(|element| element.template);
        // Only templates are asked, and all have some.
        Handle::without_name(template.unwrap_or(target.id))
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        // Each further `<html>` or `<body>` tag adds its attributes; a page of nothing else must not cost more and more.
        const ENOUGH: usize = 100;
        let mut tree = self.tree.borrow_mut();
        let Some(element) = tree.element_mut(target.id).filter(|element| element.attrs.len() < ENOUGH) else { return };
        let is_missing = |attr: &Attribute| !element.attrs.iter().any(|known| known.name == attr.name);
        let missing: Vec<Attribute> = attrs.into_iter().filter(is_missing).collect();
        element.attrs.extend(missing);
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.tree.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        self.tree.borrow_mut().move_children(node.id, new_parent.id);
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Handle) -> bool {
        self.tree.borrow().element(target.id).is_some_and(|element| element.is_integration_point)
    }

    // They stay templates in the tree: flattening unfolds them.
    fn allow_declarative_shadow_roots(&self, _: &Handle) -> bool {
        false
    }

    // Copying the chosen option would copy text that is already there, at a cost that grows with each option.
    fn maybe_clone_an_option_into_selectedcontent(&self, _: &Handle) {}
}
