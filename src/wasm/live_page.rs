//! A live page, a `Document` or an `Element` of one, as HTML with its open shadow roots as `<template shadowrootmode>`.
//!
//! The browser writes the HTML as far as it can. `www/serialise.js` also writes pages, but stays apart: it is sent into
//! pages that this WebAssembly cannot be loaded into, and writes what only an extension may read there, such as closed
//! shadow roots.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{Document, Element, Node, NodeList};

use crate::render::escape;
use crate::{Error, ErrorKind};

/// A page as HTML.
pub(super) struct LivePage {
    pub(super) html: String,
    /// Its address, if it is one of the web.
    pub(super) url: Option<String>,
}

#[wasm_bindgen]
extern "C" {
    /// An element with what web-sys does not know yet, and with what a page's own elements may throw at.
    #[wasm_bindgen(extends = Element)]
    type LiveElement;

    #[wasm_bindgen(method, catch, js_name = getHTML)]
    fn get_html(this: &LiveElement, options: &Object) -> Result<String, JsValue>;

    #[wasm_bindgen(method, getter, catch, js_name = shadowRoot)]
    fn shadow_root(this: &LiveElement) -> Result<Option<Node>, JsValue>;
}

/// Reads a `Document`; or an `Element`, with the head of its document, which holds what the page says about itself.
pub(super) fn read(source: &JsValue) -> Result<LivePage, Error> {
    // A node of another window, such as a frame's, is no instance of this window's classes, but has the same properties.
    let node_type = Reflect::get(source, &"nodeType".into()).ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let (document, element) = match node_type as u16 {
        Node::DOCUMENT_NODE => (Some(source.unchecked_ref::<Document>().clone()), None),
        Node::ELEMENT_NODE => {
            (source.unchecked_ref::<Node>().owner_document(), Some(source.unchecked_ref::<Element>()))
        }
        _ => (None, None),
    };
    let root = document.as_ref().and_then(Document::document_element);
    let (Some(document), Some(root)) = (document, root) else {
        let message = "the page must be a string of HTML, or a Document or Element, which there is none of in a worker";
        return Err(Error::new(ErrorKind::InvalidInput, message));
    };
    let mut html = String::from(if property(&document, "compatMode").as_deref() == Some("BackCompat") {
        ""
    } else {
        "<!DOCTYPE html>"
    });
    match element.filter(|element| **element != root) {
        None => write_element(&mut html, &root),
        Some(element) => {
            // The language and direction that the element inherits: of attributes given twice, the first counts.
            let inherited = ["lang", "dir"].map(|name| {
                let holder = element.closest(&format!("[{name}]")).ok().flatten();
                holder.and_then(|holder| holder.get_attribute(name)).map(|value| (name.to_owned(), value))
            });
            let attributes = inherited.into_iter().flatten().chain(attributes(&root));
            write_start_tag(&mut html, "html", attributes);
            if let Some(head) = document.head() {
                write_element(&mut html, &head);
            }
            write_element(&mut html, element);
        }
    }
    Ok(LivePage { html, url: address(&document) })
}

/// The document's address. One without an address of its own, such as a frame with `srcdoc`, has its parent's as base.
fn address(document: &Document) -> Option<String> {
    let is_web = |address: &String| address.starts_with("http://") || address.starts_with("https://");
    ["URL", "baseURI"].iter().find_map(|name| property(document, name).filter(is_web))
}

/// A property that is a string, if it is one: a page may have named an element like it, which then stands in its place.
fn property(document: &Document, name: &str) -> Option<String> {
    Reflect::get(document, &name.into()).ok()?.as_string()
}

fn write_element(html: &mut String, element: &Element) {
    let shadow_roots = open_shadow_roots(element);
    if shadow_roots.length() == 0 {
        html.push_str(&element.outer_html());
        return;
    }
    let options = Object::new();
    let is_set = Reflect::set(&options, &"shadowRoots".into(), &shadow_roots);
    match is_set.and_then(|_| element.unchecked_ref::<LiveElement>().get_html(&options)) {
        Ok(inner) => {
            let name = element.local_name();
            write_start_tag(html, &name, attributes(element));
            html.push_str(&inner);
            html.push_str(&format!("</{name}>"));
        }
        Err(_) => write_nodes(html, element),
    }
}

/// All open shadow roots in an element, those in shadow trees too.
fn open_shadow_roots(element: &Element) -> Array {
    let found = Array::new();
    let mut waiting = vec![Node::from(element.clone())];
    let mut own = shadow_root(element);
    while let Some(root) = waiting.pop() {
        // A shadow root is no element, but has this method of elements.
        let inside = nodes(root.unchecked_ref::<Element>().query_selector_all("*").ok());
        for shadow_root in inside.filter_map(|node| shadow_root(node.unchecked_ref())).chain(own.take()) {
            found.push(&shadow_root);
            waiting.push(shadow_root);
        }
    }
    found
}

fn shadow_root(element: &Element) -> Option<Node> {
    let root = element.unchecked_ref::<LiveElement>().shadow_root().ok().flatten();
    // In a form, a field of this name stands in its place.
    root.filter(|root| root.node_type() == Node::DOCUMENT_FRAGMENT_NODE)
}

fn nodes(list: Option<NodeList>) -> impl DoubleEndedIterator<Item = Node> {
    let length = list.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |place| list.as_ref()?.get(place))
}

/// Browsers before 2024 have no `getHTML`: what has elements or a shadow root in it is written part by part, and the
/// browser writes the rest, which has all that is written in ways of its own.
fn write_nodes(html: &mut String, element: &Element) {
    enum Unwritten {
        Node(Node),
        EndTag(String),
    }
    let mut waiting = vec![Unwritten::Node(element.clone().into())];
    while let Some(part) = waiting.pop() {
        let node = match part {
            Unwritten::Node(node) => node,
            Unwritten::EndTag(name) => {
                html.push_str(&format!("</{name}>"));
                continue;
            }
        };
        if node.node_type() == Node::TEXT_NODE {
            escape(&node.node_value().unwrap_or_default(), false, html);
        }
        let Some(element) = (node.node_type() == Node::ELEMENT_NODE).then(|| node.unchecked_ref::<Element>()) else {
            continue;
        };
        let shadow_root = shadow_root(element);
        if shadow_root.is_none() && element.child_element_count() == 0 {
            html.push_str(&element.outer_html());
            continue;
        }
        let name = element.local_name();
        write_start_tag(html, &name, attributes(element));
        waiting.push(Unwritten::EndTag(name));
        waiting.extend(nodes(Some(node.child_nodes())).rev().map(Unwritten::Node));
        if let Some(shadow_root) = shadow_root {
            write_start_tag(html, "template", [("shadowrootmode".to_owned(), "open".to_owned())].into_iter());
            waiting.push(Unwritten::EndTag("template".to_owned()));
            waiting.extend(nodes(Some(shadow_root.child_nodes())).rev().map(Unwritten::Node));
        }
    }
}

fn attributes(element: &Element) -> impl Iterator<Item = (String, String)> {
    let names = element.get_attribute_names();
    let names = names.iter().filter_map(|name| name.as_string());
    names.filter_map(|name| Some((name.clone(), element.get_attribute(&name)?))).collect::<Vec<_>>().into_iter()
}

fn write_start_tag(html: &mut String, name: &str, attributes: impl Iterator<Item = (String, String)>) {
    html.push_str(&format!("<{name}"));
    for (name, value) in attributes {
        html.push_str(&format!(" {name}=\""));
        escape(&value, true, html);
        html.push('"');
    }
    html.push('>');
}
