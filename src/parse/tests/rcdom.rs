//! markup5ever_rcdom, html5ever's own tree, as the reference: ours holds the same elements, attributes and texts.

use std::fs;
use std::path::Path;

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Node, NodeData, RcDom};
use proptest::prelude::*;

use crate::dom::{Attr, Tag, TreeId};
use crate::parse::names::KnownNames;
use crate::parse::sink::{LimitedSink, ParsedTree};

#[track_caller]
fn check(html: &str) {
    let options = || ParseOpts {
        tree_builder: TreeBuilderOpts { scripting_enabled: false, drop_doctype: true, ..Default::default() },
        ..Default::default()
    };
    let ours = parse_document(LimitedSink::new(usize::MAX), options()).one(html).into_tree();
    let reference = parse_document(RcDom::default(), options()).one(html);
    assert_eq!(written(&ours), written_by_rcdom(&reference.document), "{html:?}");
}

/// A tree as text: of each element its name, its attributes, and what is in it.
fn written(tree: &ParsedTree) -> String {
    let mut out = String::new();
    let mut open = vec![TreeId::ROOT];
    for id in tree.within(TreeId::ROOT) {
        while open.last() != Some(&tree.parent(id)) {
            open.pop();
            out.push('>');
        }
        if tree.tag(id) == Tag::Text {
            out += &tree.node(id).text;
        } else {
            let attrs = tree.node(id).attrs.iter().map(|(name, value)| (*name, &**value));
            out += &start(tree.tag(id), attrs);
            open.push(id);
        }
    }
    out + &">".repeat(open.len() - 1)
}

/// The same of the reference, without comments, and of names and attributes those that we keep. What is in a template
/// are its children.
fn written_by_rcdom(document: &Node) -> String {
    enum Unread {
        Open(std::rc::Rc<Node>),
        Close,
    }
    let mut names = KnownNames::default();
    let mut out = String::new();
    let mut pending: Vec<Unread> = document.children.borrow().iter().rev().cloned().map(Unread::Open).collect();
    while let Some(visit) = pending.pop() {
        let Unread::Open(node) = visit else {
            out.push('>');
            continue;
        };
        match &node.data {
            NodeData::Text { contents } => out += &contents.borrow(),
            NodeData::Element { name, attrs, template_contents, .. } => {
                let attrs = attrs.borrow();
                let known = attrs.iter().filter_map(|attr| Some((names.attr(&attr.name.local)?, &*attr.value)));
                let known: Vec<_> = known.collect();
                out += &start(names.tag(&name.ns, &name.local), known.into_iter());
                pending.push(Unread::Close);
                pending.extend(node.children.borrow().iter().rev().cloned().map(Unread::Open));
                if let Some(content) = &*template_contents.borrow() {
                    pending.extend(content.children.borrow().iter().rev().cloned().map(Unread::Open));
                }
            }
            _ => {}
        }
    }
    out
}

fn start<'v>(tag: Tag, attrs: impl Iterator<Item = (Attr, &'v str)>) -> String {
    let attrs: String = attrs.map(|(name, value)| format!("{name:?}={value:?} ")).collect();
    format!("<{tag:?} {attrs}")
}

/// Pieces of pages that move what was built, or put it elsewhere.
const MOVERS: [&str; 36] = [
    "x",
    " ",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<i class=y>",
    "</i>",
    "<a href=z>",
    "</a>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<caption>",
    "<li>",
    "<form>",
    "</form>",
    "<input type=hidden>",
    "<button>",
    "<select>",
    "<option>",
    "<template>",
    "</template>",
    "<html lang=en>",
    "<body id=b>",
    "<head>",
    "<title>t</title>",
    "<frameset>",
    "<!--c-->",
    "<svg>",
    "<math>",
    "<annotation-xml encoding=text/html>",
    "<h1>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn any_tree_is_that_of_rcdom(pieces in prop::collection::vec(prop::sample::select(&MOVERS[..]), 1..24)) {
        check(&pieces.concat());
    }
}

#[test]
fn the_tree_of_each_page_is_that_of_rcdom() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let pages = fs::read_dir(pages).unwrap().map(|entry| entry.unwrap().path().join("page.html"));
    let pages: Vec<_> = pages.filter_map(|page| fs::read_to_string(page).ok()).collect();
    assert!(pages.len() >= 25, "only {} pages found", pages.len());
    pages.iter().for_each(|page| check(page));
}
