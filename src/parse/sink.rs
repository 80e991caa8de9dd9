//! The tree html5ever builds: `RcDom`, counted, and without the costs that hostile pages could make grow.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ExpandedName, QualName};
use markup5ever_rcdom::{Handle, Node, NodeData, RcDom};

pub(super) struct LimitedSink {
    tree: RcDom,
    nodes: Cell<usize>,
    limit: usize,
}

impl LimitedSink {
    pub(super) fn new(limit: usize) -> Self {
        LimitedSink { tree: RcDom::default(), nodes: Cell::new(0), limit }
    }

    /// Whether there are more nodes than there may be.
    pub(super) fn is_full(&self) -> bool {
        self.nodes.get() > self.limit
    }

    pub(super) fn into_tree(self) -> RcDom {
        self.tree
    }

    fn count(&self) {
        self.nodes.set(self.nodes.get() + 1);
    }
}

/// The parent, and the node's place among its children. Searched from the end, since what the tree builder
/// moves is nearly always the last child: from the start, a page of misnested tags costs quadratic time.
fn place(node: &Handle) -> Option<(Handle, usize)> {
    let weak = node.parent.take();
    let parent = weak.as_ref().and_then(|weak| weak.upgrade());
    node.parent.set(weak);
    let parent = parent?;
    let place = parent.children.borrow().iter().rposition(|child| Rc::ptr_eq(child, node))?;
    Some((parent, place))
}

fn is_comment(child: &NodeOrText<Handle>) -> bool {
    matches!(child, NodeOrText::AppendNode(node) if matches!(node.data, NodeData::Comment { .. }))
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
        self.tree.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        self.tree.elem_name(target)
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Handle {
        self.count();
        self.tree.create_element(name, attrs, flags)
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.tree.create_comment(StrTendril::new())
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> Handle {
        self.tree.create_pi(target, data)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        if is_comment(&child) {
            return;
        }
        let joins = |last: &Handle| matches!(last.data, NodeData::Text { .. });
        if matches!(child, NodeOrText::AppendText(_)) && !parent.children.borrow().last().is_some_and(joins) {
            self.count();
        }
        self.tree.append(parent, child);
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let Some((parent, place)) = place(sibling) else { return };
        if is_comment(&child) {
            return;
        }
        let node = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                let children = parent.children.borrow();
                if let Some(NodeData::Text { contents }) =
                    place.checked_sub(1).and_then(|before| children.get(before)).map(|node| &node.data)
                {
                    contents.borrow_mut().push_tendril(&text);
                    return;
                }
                self.count();
                Node::new(NodeData::Text { contents: text.into() })
            }
        };
        self.remove_from_parent(&node);
        node.parent.set(Some(Rc::downgrade(&parent)));
        parent.children.borrow_mut().insert(place, node);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let parent = element.parent.take();
        let has_parent = parent.is_some();
        element.parent.set(parent);
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        self.tree.get_template_contents(target)
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        Rc::ptr_eq(x, y)
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.tree.set_quirks_mode(mode);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        // Each further `<html>` or `<body>` tag adds its attributes; a page of nothing else must not cost more and more.
        const ENOUGH: usize = 100;
        if matches!(&target.data, NodeData::Element { attrs, .. } if attrs.borrow().len() < ENOUGH) {
            self.tree.add_attrs_if_missing(target, attrs);
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        if let Some((parent, place)) = place(target) {
            parent.children.borrow_mut().remove(place);
            target.parent.set(None);
        }
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        self.tree.reparent_children(node, new_parent);
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Handle) -> bool {
        self.tree.is_mathml_annotation_xml_integration_point(target)
    }

    // They stay templates in the tree: flattening unfolds them.
    fn allow_declarative_shadow_roots(&self, _: &Handle) -> bool {
        false
    }

    // Copying the chosen option would copy text that is already there, at a cost that grows with each option.
    fn maybe_clone_an_option_into_selectedcontent(&self, _: &Handle) {}
}
