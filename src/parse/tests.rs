mod rcdom;

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use proptest::prelude::*;

use super::parse;
use super::sink::LimitedSink;
use crate::dom::{Attr, Document, NodeId, Tag};
use crate::error::ErrorKind;
use crate::options::Limits;

fn read(html: &str) -> Document {
    parse(html, &Limits::default()).unwrap()
}

fn first(page: &Document, tag: Tag) -> NodeId {
    page.all().into_iter().find(|&id| page.tag(id) == tag).unwrap()
}

/// The body as `tag(child child)`, texts in quotes.
fn outline(html: &str) -> String {
    fn write(page: &Document, id: NodeId, out: &mut String) {
        if page.is_text(id) {
            *out += &format!("{:?}", page.text(id));
            return;
        }
        *out += page.tag(id).name();
        let children: Vec<_> = page.children(id).collect();
        if !children.is_empty() {
            *out += "(";
            for (i, child) in children.into_iter().enumerate() {
                *out += if i > 0 { " " } else { "" };
                write(page, child, out);
            }
            *out += ")";
        }
    }
    let page = read(html);
    let mut out = String::new();
    write(&page, page.body(), &mut out);
    out
}

#[track_caller]
fn check(html: &str, expected: &str) {
    assert_eq!(outline(html), expected);
}

#[test]
fn tree() {
    check("", "body");
    check("<p>a<p>b", r#"body(p("a") p("b"))"#);
    check("a<!-- c -->b", r#"body("ab")"#);
    check("x<noscript><p>a</noscript>", r#"body("x" noscript(p("a")))"#);
    check("<svg><title>x</title><p>y", r#"body(svg p("y"))"#);
    check("x<script>a<b</script>c", r#"body("x" script "c")"#);
    check("x<template><p>a</template>b", r#"body("x" template "b")"#);
    check("<math><mi>x</mi></math><mi>y</mi>", r#"body(math(mi("x")) mi("y"))"#);
    check("<table>a<tr><td>b", r#"body("a" table(tbody(tr(td("b")))))"#);
}

#[test]
fn shadow_trees_are_unfolded_into_their_host() {
    check("<div><template shadowrootmode=open><p>a</p></template></div>", r#"body(div(p("a")))"#);
    check(
        "<div><template shadowrootmode=open><h1>a</h1><slot></slot><i><slot name=n>no</slot></i></template>b<b slot=n>c</b></div>",
        r#"body(div(h1("a") "b" i(b("c"))))"#,
    );
    check("<div><template shadowrootmode=open><slot>d</slot></template></div>", r#"body(div(slot("d")))"#);
}

#[test]
fn what_is_streamed_is_put_in_its_place() {
    check(
        "<main><template id=B:0></template></main><p>b</p><div hidden id=S:0><p>a</p></div>",
        r#"body(main(p("a")) p("b"))"#,
    );
    check(
        "x<template id=B:0></template><div hidden id=S:0>a<template id=P:1></template></div><div hidden id=S:1>b</div>",
        r#"body("x" "a" "b")"#,
    );
    check("<div hidden id=S:0><template id=B:0></template>a</div>", r#"body(div(template "a"))"#);
    check(
        "x<template id=B:0></template><div hidden id=S:0>a<template id=B:0></template></div>",
        r#"body("x" "a" template)"#,
    );
    check("x<template id=B:1></template><div hidden id=S:0>a</div>", r#"body("x" template div("a"))"#);
}

#[test]
fn frames_without_an_end_do_not_hold_the_page() {
    check("x<noscript><iframe src=/a /></noscript><p>a", r#"body("x" noscript(iframe) p("a"))"#);
    check("x<noscript><iframe src=/a></iframe></noscript><p>a", r#"body("x" noscript(iframe) p("a"))"#);
}

#[test]
fn ranges_and_attributes() {
    let page = read("<p class=x data-foo=y>a<b>c</b></p><p>d</p>");
    let first = first(&page, Tag::P);
    assert_eq!(page.text(first), "ac");
    assert_eq!(page.attr(first, Attr::Class), Some("x"));
    assert_eq!(page.attributes(first).count(), 1);
    assert_eq!(page.text(page.body()), "acd");
    assert_eq!(page.ancestors(first).count(), 2);
}

#[test]
fn data_scripts_are_kept_whatever_parameters_their_type_has() {
    for kind in ["application/ld+json", "application/LD+JSON; charset=utf-8", " application/json;v=1"] {
        let page = read(&format!("<script type=\"{kind}\">{{}}</script><p>a"));
        assert_eq!(page.data_scripts().map(|(_, data)| data).collect::<Vec<_>>(), ["{}"], "{kind}");
    }
    assert_eq!(read("<script type='text/x; kind=json'>{}</script>").data_scripts().count(), 0);
}

#[test]
fn deep_pages_are_flattened() {
    let depth = Limits::default().depth;
    let html = format!("{}deep{}<p>after", "<div>".repeat(3000), "</div>".repeat(3000));
    let page = read(&html);
    let deepest = page.all().into_iter().map(|id| page.ancestors(id).count()).max().unwrap();
    assert!(deepest <= depth && deepest > depth - 8, "{deepest}");
    assert!(page.text(page.body()).contains("deep"));
    let after = first(&page, Tag::P);
    assert_eq!(page.parent(after), page.body(), "the end tags of left out elements are left out with them");
}

#[test]
fn deep_formatting_is_flattened() {
    let html: String = (0..2000).map(|i| format!("<b id={i}>x</b><p><b id=a{i}>")).collect();
    let page = read(&html);
    assert!(page.all().into_iter().all(|id| page.ancestors(id).count() <= Limits::default().depth));
}

#[test]
fn limits_are_errors() {
    let kind = |html: &str, limits| parse(html, &limits).unwrap_err().kind();
    let limits = Limits::default();
    assert_eq!(kind("<p>long", Limits { bytes: 4, ..limits }), ErrorKind::TooLarge);
    assert_eq!(kind(&"<p>".repeat(100), Limits { nodes: 50, ..limits }), ErrorKind::TooLarge);
    assert_eq!(kind(&"<div>".repeat(100), Limits { depth: 10, flattened: 50, ..limits }), ErrorKind::TooDeep);
    assert_eq!(kind("\u{FFFD}PNG\r\n\u{1A}\n\0\0\0\rIHDR\0\0", limits), ErrorKind::InvalidInput);
    assert_eq!(kind(&"\0".repeat(9000), limits), ErrorKind::InvalidInput);
}

#[test]
fn a_tag_of_very_many_attributes_is_an_error() {
    let limits = Limits::default();
    let many: String = (0..30_000).map(|number| format!("a{number}='>' ")).collect();
    for start in ["<p ", "<<p ", "<p>a<p ", "</></><p ", "<!-- a --><p a=\"<b>\" ", "<script></script><i x='<u y=>' "] {
        let error = parse(&format!("{start}{many}>b"), &limits).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge, "{start}");
    }
    // After a space, an equals sign begins a name, whose quotes enclose nothing.
    for attribute in ["=#", "=\"#", "#/", "# = ", "# =b/c ", "#''"] {
        let many: String = (0..40_000).map(|number| attribute.replace('#', &format!("a{number}")) + " ").collect();
        let error = parse(&format!("<p {many}>b"), &limits).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge, "{attribute}");
    }
}

/// What html5ever makes of a page with its own tokenizer.
fn by_html5ever(html: &str) -> Document {
    let options = TreeBuilderOpts { scripting_enabled: false, drop_doctype: true, ..Default::default() };
    // It discards one after each script as well.
    let tokenizer = TokenizerOpts { discard_bom: false, ..Default::default() };
    let options = ParseOpts { tree_builder: options, tokenizer };
    let html = html.strip_prefix('\u{FEFF}').unwrap_or(html);
    let tree = parse_document(LimitedSink::new(usize::MAX), options).one(StrTendril::from_slice(html)).into_tree();
    super::flatten::flatten(tree, Limits::default().depth)
}

/// Pieces of pages at which a tokenizer's state may change.
const PIECES: [&str; 60] = [
    "<",
    ">",
    "/",
    "=",
    "\"",
    "'",
    "-",
    "!",
    "&",
    "\n",
    "\r\n",
    "\r",
    "\0",
    " ",
    "a",
    "B",
    "é",
    "\u{FEFF}",
    "&amp;",
    "&amp",
    "&notit;",
    "&#0;",
    "&#x41",
    "&bogus;",
    "<!--",
    "-->",
    "--!>",
    "<!---->",
    "<!-->",
    "<!",
    "<?x>",
    "</",
    "</>",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE html>",
    "<!doctype html public \"x\" 'y'>",
    "<script>",
    "<SCRIPT ",
    "</script>",
    "</Script ",
    "</script/",
    "</scriptx>",
    "<script type=application/ld+json>",
    "<script type='math/tex'>",
    "<style>",
    "</style>",
    "</style",
    "<title>",
    "</title>",
    "<textarea>",
    "<svg>",
    "</svg>",
    "<math>",
    "<iframe>",
    "</iframe>",
    "<p class=\"a b\" CLASS=c x>",
    "</p a=b>",
    "<noscript>",
    "<plaintext>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn the_tokenizers_agree(pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 1..24)) {
        let html = pieces.concat();
        if let Ok(page) = parse(&html, &Limits::default()) {
            prop_assert_eq!(format!("{page:?}"), format!("{:?}", by_html5ever(&html)), "{:?}", html);
        }
    }
}

/// The one list of attributes that are kept is that of [`Attr::kept`].
#[test]
fn attributes_are_kept_by_one_list() {
    let kept: String = Attr::ALL.iter().map(|attr| format!("{}=x ", attr.name())).collect();
    let dropped =
        "onclick=x target=x data-track=x data-count=x aria-label-2=x crossorigin=x xmlns:a=x xlink:href=x é=x";
    for tag in ["p", "b", "custom-element"] {
        let page = read(&format!("<{tag} {kept} {dropped} data-x-lazy-file=x data-x-srcset=x>y"));
        let element = page.children(page.body()).next().unwrap();
        let found: Vec<Attr> = page.attributes(element).map(|(name, _)| name).collect();
        assert_eq!(found, [Attr::ALL, &[Attr::LoaderSrc, Attr::LoaderSrcset]].concat(), "{tag}");
    }
}

/// Attributes that nobody asks for are left out before the tree is built, which must not change it.
#[test]
fn attributes_that_nobody_asks_for_change_nothing() {
    for html in [
        "<p><b a=1><b a=2><b a=3><b a=4>x<p>y",
        "<p><b a=1><b a=1><b a=1><b a=1>x<p>y",
        "<p><a a=1 href=/>x<a a=2 href=/>y<p>z",
        "<math xml:lang=de xlink:href=/><mi>x</mi></math><svg xlink:href=/ onload=y><a xlink:href=/>z</a></svg>",
        "<p a=1 class=x A=2 CLASS=y>z<body onload=y lang=de><html x=y dir=rtl>",
    ] {
        assert_eq!(format!("{:?}", read(html)), format!("{:?}", by_html5ever(html)), "{html}");
    }
    let page = read("<math xml:lang=de><mi>x</mi></math>");
    let math = page.all().into_iter().find(|&id| page.tag(id) == Tag::Math).unwrap();
    assert_eq!(page.attr(math, Attr::Lang), Some("de"));
}

#[test]
fn what_is_only_long_is_read() {
    let words = "a \"b\" 'c' d=e ".repeat(30_000);
    let data = words.replace(['"', '\''], "");
    for html in [
        format!("<!-- {words} --><p>z"),
        format!("<!-- <p {words} --><p>z"),
        format!("<script>{words}</script><p>z"),
        format!("<textarea>{words}</textarea><p>z"),
        format!("<b title=\"{data}\">y</b><p>z"),
        format!("<b title='{}'>y</b><p>z", words.replace('\'', "")),
        format!("<img src=\"data:image/png;base64,{}\"><p>z", "A".repeat(400_000)),
        format!("{words}<p>z"),
        format!("<p>y</p {words}><p>z"),
    ] {
        assert!(read(&html).text(read(&html).body()).ends_with('z'));
    }
}
