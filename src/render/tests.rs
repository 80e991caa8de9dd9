use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag as MdTag, TagEnd};

use crate::clean::tree::Tree;
use crate::document::Tag;
use crate::sanitise::SafeContent;
use crate::sanitise::sanitise;
use crate::sanitise::tests::{Step, build, content, step};

/// The words that a Markdown parser shows.
fn words_of(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    let mut words = String::new();
    let mut images = 0;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(MdTag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images -= 1,
            _ if images > 0 => {}
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                words += &text
            }
            Event::InlineHtml(html) if &*html == "<br>" => words += " ",
            Event::InlineHtml(html) => assert!(
                ["<strong>", "</strong>", "<em>", "</em>", "<del>", "</del>", "<sup>", "</sup>", "<sub>", "</sub>"]
                    .contains(&&*html),
                "{html} in {markdown:?}"
            ),
            Event::TaskListMarker(ticked) => words += if ticked { "☑ " } else { "☐ " },
            Event::Start(MdTag::Emphasis | MdTag::Strong | MdTag::Strikethrough | MdTag::Link { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
            Event::Html(html) => panic!("{html} in {markdown:?}"),
            _ => words += " ",
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check_same_words(content: &SafeContent) {
    let text = super::text(content);
    let markdown = super::markdown(content);
    assert_eq!(
        words_of(&markdown),
        text.split_whitespace().collect::<Vec<_>>().join(" "),
        "html: {}\nmarkdown: {markdown:?}",
        content.html()
    );
}

const TAGS: &[Tag] = &[
    Tag::P,
    Tag::P,
    Tag::Div,
    Tag::A,
    Tag::A,
    Tag::B,
    Tag::B,
    Tag::Em,
    Tag::Em,
    Tag::Strong,
    Tag::S,
    Tag::Code,
    Tag::Pre,
    Tag::Ul,
    Tag::Ol,
    Tag::Li,
    Tag::Li,
    Tag::Dl,
    Tag::Dt,
    Tag::Dd,
    Tag::Table,
    Tag::Tbody,
    Tag::Tr,
    Tag::Td,
    Tag::Th,
    Tag::Caption,
    Tag::H2,
    Tag::H3,
    Tag::Blockquote,
    Tag::Figure,
    Tag::Figcaption,
    Tag::Sup,
    Tag::Math,
    Tag::Mi,
    Tag::Hr,
    Tag::Br,
    Tag::Br,
    Tag::Img,
    Tag::Q,
    Tag::Rt,
    Tag::Section,
];

/// Inline elements only: what is between them is a single paragraph.
const INLINE: &[Tag] = &[Tag::A, Tag::B, Tag::Em, Tag::S, Tag::Code, Tag::Br, Tag::Sup, Tag::Img, Tag::Math];

fn tree(tags: &'static [Tag], text: &'static str) -> impl Strategy<Value = Tree> {
    prop::collection::vec(step(tags, text), 0..40).prop_map(|steps: Vec<Step>| build(steps))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn markdown_has_the_words_of_the_text(tree in tree(TAGS, "[ab12 \n.,()]{0,5}")) {
        check_same_words(&sanitise(tree));
    }

    #[test]
    fn signs_stay_signs(tree in tree(INLINE, "[ab1 \\\\`*_~$|<>&;#+=:!()\\[\\].\"'“」\\-]{0,6}")) {
        check_same_words(&sanitise(tree));
    }

    #[test]
    fn signs_stay_signs_in_blocks(tree in tree(TAGS, "[ab1 \\\\`*_~$|<>&;#+=:!()\\[\\].\\-]{0,6}")) {
        check_same_words(&sanitise(tree));
    }
}

#[test]
fn a_whole_page_has_the_same_words_in_all_formats() {
    check_same_words(&content(include_str!("../../tests/hostile/markup.txt")));
}
