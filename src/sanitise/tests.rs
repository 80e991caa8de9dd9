use proptest::prelude::*;

#[path = "../../tests/safe.rs"]
mod safe;

use super::{SafeContent, allow, sanitise};
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::options::Limits;
use crate::parse::parse;
use crate::render;
use crate::trace::Trace;

/// The content that all of a page's body makes.
pub(crate) fn content(html: &str) -> SafeContent {
    sanitise(tree(html), &mut Trace::off())
}

/// What a page's body holds.
fn tree(html: &str) -> Tree {
    let page = parse(html, &Limits::default()).unwrap();
    let mut tree = Tree::default();
    let mut open = vec![(TreeId::ROOT, page.end(page.body()))];
    for id in page.descendants(page.body()) {
        while open.last().is_some_and(|&(_, end)| end <= id) {
            open.pop();
        }
        let parent = open.last().map_or(TreeId::ROOT, |&(parent, _)| parent);
        let node = match page.tag(id) {
            Tag::Text => tree.text_node(page.text(id).to_string()),
            tag => tree.element(tag, page.attributes(id).map(|(name, value)| (name, value.to_string())).collect()),
        };
        tree.append(parent, node);
        if !page.is_text(id) {
            open.push((node, page.end(id)));
        }
    }
    tree
}

/// Cases of a file: name, input and expected output.
pub(crate) fn cases(file: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    file.split("\n=== ").skip(1).map(|case| {
        let (name, rest) = case.split_once('\n').unwrap();
        let (input, expected) = rest.split_once("\n---\n").unwrap_or_else(|| panic!("{name}: no expectation"));
        (name, input, expected.trim_end_matches('\n'))
    })
}

#[test]
fn hostile_markup() {
    let mut failed = String::new();
    for (name, input, expected) in cases(include_str!("../../tests/hostile/markup.txt")) {
        let content = content(input);
        if render::html(&content) != expected {
            failed += &format!("=== {name}\n{}\n", render::html(&content));
        }
        check_is_settled(&content);
    }
    assert!(failed.is_empty(), "not as expected:\n{failed}");
}

#[test]
fn allowed_markup() {
    let mut failed = String::new();
    for (name, input, expected) in cases(include_str!("allowed.txt")) {
        let content = content(input);
        if render::html(&content) != expected {
            failed += &format!("=== {name}\n{}\n", render::html(&content));
        }
        check_is_settled(&content);
    }
    assert!(failed.is_empty(), "not as expected:\n{failed}");
}

/// It is safe by the hand-written list, and by the oracle.
#[track_caller]
fn check_is_settled(content: &SafeContent) {
    let html = render::html(content);
    safe::check_is_safe("content", &html);
    safe::check_is_settled("content", &html);
}

/// The allow-list and the list by hand are the same, so the oracle is asked by our tables.
#[test]
fn the_allow_list_is_as_written_by_hand() {
    let names = |attrs: &[Attr]| attrs.iter().map(|attr| attr.name()).collect();
    let mut allowed: std::collections::HashMap<&str, std::collections::HashSet<&str>> = allow::HTML
        .iter()
        .chain(allow::MATHML)
        .flat_map(|(tags, attrs)| tags.iter().map(|tag| (tag.name(), names(attrs))))
        .collect();
    allowed.get_mut("a").unwrap().insert("rel");
    assert_eq!(allowed, safe::allowed());
    assert_eq!(names(allow::GLOBAL), safe::ON_ALL.split(' ').collect());
}

#[test]
fn what_is_dropped_has_a_line_in_the_trace() {
    let mut trace = Trace::on();
    let tree =
        tree("<p>a</p><video>b <i>c</i></video><canvas></canvas><p><img src='javascript:d' alt=e><img src=f.png></p>");
    let content = sanitise(tree, &mut trace);
    assert_eq!(render::html(&content), "<p>a</p><p><img src=\"f.png\"></p>");
    let lines: Vec<String> = trace.entries().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "sanitise\tdropped\t\t\tallow_list\tan element that is not safe to show\t<video>\tb c",
            "sanitise\tdropped\t\t\tallow_list\tan element that is not safe to show\t<canvas>\t",
            "sanitise\tdropped\t\t\tallow_list\ta picture without an address that is safe to load\t<img>\tjavascript:d",
        ]
    );
}

/// Elements that are let through, renamed, unwrapped and dropped, and those whose nesting the parser changes.
const TAGS: &[Tag] = &[
    Tag::P,
    Tag::Div,
    Tag::Span,
    Tag::A,
    Tag::B,
    Tag::Em,
    Tag::Code,
    Tag::Pre,
    Tag::Ul,
    Tag::Ol,
    Tag::Li,
    Tag::Dl,
    Tag::Dt,
    Tag::Dd,
    Tag::Table,
    Tag::Thead,
    Tag::Tbody,
    Tag::Tr,
    Tag::Td,
    Tag::Th,
    Tag::Caption,
    Tag::Colgroup,
    Tag::Col,
    Tag::H2,
    Tag::H3,
    Tag::Blockquote,
    Tag::Figure,
    Tag::Figcaption,
    Tag::Details,
    Tag::Summary,
    Tag::Ruby,
    Tag::Rt,
    Tag::Rp,
    Tag::Math,
    Tag::Mi,
    Tag::Mrow,
    Tag::Mtext,
    Tag::AnnotationXml,
    Tag::Semantics,
    Tag::Svg,
    Tag::Script,
    Tag::Style,
    Tag::Form,
    Tag::Button,
    Tag::Select,
    Tag::Option,
    Tag::Textarea,
    Tag::Iframe,
    Tag::Center,
    Tag::Custom,
    Tag::Other,
    Tag::Nobr,
    Tag::Font,
    Tag::Hr,
    Tag::Br,
    Tag::Img,
    Tag::Section,
    Tag::Address,
    Tag::Object,
    Tag::Noscript,
    Tag::Template,
    Tag::Title,
    Tag::Xmp,
    Tag::Plaintext,
    Tag::S,
    Tag::Sup,
    Tag::Q,
    Tag::Strong,
    Tag::Tfoot,
    Tag::Small,
    Tag::U,
    Tag::Wbr,
    Tag::Aside,
    Tag::Msup,
    Tag::Mtd,
    Tag::Input,
];

#[derive(Debug, Clone)]
pub(crate) enum BuildStep {
    Open(Tag, Vec<(Attr, String)>),
    Text(String),
    Close,
}

pub(crate) fn step(tags: &'static [Tag], text: &'static str) -> impl Strategy<Value = BuildStep> {
    let attrs = prop::collection::vec(
        prop_oneof![
            Just((Attr::Id, "a".to_string())),
            Just((Attr::Href, "#a".to_string())),
            Just((Attr::Href, "https://example.com/?a=1&b=(2".to_string())),
            Just((Attr::Href, "javascript:alert(1)".to_string())),
            Just((Attr::Src, "https://example.com/a.png".to_string())),
            Just((Attr::Alt, "a \"b\" <c>\u{a0}".to_string())),
            Just((Attr::Colspan, "3".to_string())),
            Just((Attr::Rowspan, "2".to_string())),
            Just((Attr::Display, "block".to_string())),
            Just((Attr::Alttext, "\\frac{a}\n{b} + 1".to_string())),
            Just((Attr::Alttext, "- \\text{a $b$}".to_string())),
            Just((Attr::Class, "language-rust x".to_string())),
            Just((Attr::Lang, "de".to_string())),
            Just((Attr::Style, "color:red".to_string())),
        ],
        0..3,
    );
    prop_oneof![
        3 => (prop::sample::select(tags), attrs).prop_map(|(tag, mut attrs)| {
            attrs.sort();
            attrs.dedup_by_key(|(name, _)| *name);
            BuildStep::Open(tag, attrs)
        }),
        3 => text.prop_map(BuildStep::Text),
        2 => Just(BuildStep::Close),
    ]
}

pub(crate) fn build(steps: Vec<BuildStep>) -> Tree {
    let mut tree = Tree::default();
    let mut open = vec![TreeId::ROOT];
    for step in steps {
        let parent = *open.last().unwrap();
        match step {
            BuildStep::Open(tag, attrs) => {
                let element = tree.element(tag, attrs);
                tree.append(parent, element);
                if !tag.is_void() {
                    open.push(element);
                }
            }
            BuildStep::Text(text) => {
                let text = tree.text_node(text);
                tree.append(parent, text);
            }
            BuildStep::Close if open.len() > 1 => {
                open.pop();
            }
            BuildStep::Close => {}
        }
    }
    tree
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_tree_settles(steps in prop::collection::vec(step(TAGS, "[a-c \n\t<&\u{a0}\r\0\u{feff}]{0,4}"), 0..60)) {
        check_is_settled(&sanitise(build(steps), &mut Trace::off()));
    }

    #[test]
    fn any_markup_settles(html in "(</?(p|div|a|a href=x|b|i|ul|li|table|tr|td|caption|h2|h3|pre|math|mi|mtext|annotation-xml|svg|style|title|select|option|textarea|form|button|nobr|ruby|rt|x-y|template|font color=red|img src=x|br|noscript|iframe|plaintext|foreignObject|mglyph|dd)>|[ab &\n]|<!--|-->|\"){0,40}") {
        check_is_settled(&content(&html));
    }

    #[test]
    fn words_stay(steps in prop::collection::vec(step(KEPT, "[a-z ]{0,4}"), 0..40)) {
        let tree = build(steps);
        let words = letters(&tree.text(TreeId::ROOT));
        let content = sanitise(tree, &mut Trace::off());
        let kept = letters(&content.tree().text(TreeId::ROOT));
        // The parser moves text out of tables, so the order may change there.
        let sorted = |text: &str| { let mut letters: Vec<char> = text.chars().collect(); letters.sort(); letters };
        prop_assert_eq!(sorted(&words), sorted(&kept), "{}", render::html(&content));
    }
}

/// Elements whose text is never dropped.
const KEPT: &[Tag] = &[
    Tag::P,
    Tag::Div,
    Tag::Span,
    Tag::A,
    Tag::B,
    Tag::Code,
    Tag::Pre,
    Tag::Ul,
    Tag::Ol,
    Tag::Li,
    Tag::Dt,
    Tag::Dd,
    Tag::Table,
    Tag::Tbody,
    Tag::Tr,
    Tag::Td,
    Tag::Caption,
    Tag::H2,
    Tag::H3,
    Tag::Blockquote,
    Tag::Math,
    Tag::Mi,
    Tag::Mrow,
    Tag::Form,
    Tag::Button,
    Tag::Center,
    Tag::Custom,
    Tag::Other,
    Tag::Font,
    Tag::Ruby,
    Tag::Rt,
];
