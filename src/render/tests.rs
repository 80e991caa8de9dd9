use std::fs;
use std::path::Path;

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag as MdTag, TagEnd};

use crate::dom::{Tag, Tree};
use crate::sanitise::SafeContent;
use crate::sanitise::sanitise;
use crate::sanitise::tests::{BuildStep, build, content, step};
use crate::trace::Trace;

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
    let mut html_block = String::new();
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
            Event::FootnoteReference(label) => words += &format!("[{label}]"),
            Event::Start(MdTag::FootnoteDefinition(label)) => words += &format!(" [{label}] "),
            Event::TaskListMarker(ticked) => words += if ticked { "☑ " } else { "☐ " },
            Event::Start(MdTag::Emphasis | MdTag::Strong | MdTag::Strikethrough | MdTag::Link { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
            // Tables with spans.
            Event::Html(html) => html_block += &html,
            Event::End(TagEnd::HtmlBlock) => {
                assert!(html_block.trim_start().starts_with("<table"), "{html_block} in {markdown:?}");
                words += &format!(" {} ", super::text(&content(&std::mem::take(&mut html_block))));
            }
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
        super::html(content)
    );
}

/// No captions: they are in Markdown only.
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
    Tag::Sup,
    Tag::Math,
    Tag::Mi,
    Tag::Hr,
    Tag::Br,
    Tag::Br,
    Tag::Q,
    Tag::Rt,
    Tag::Section,
    Tag::Kbd,
    Tag::Details,
    Tag::Summary,
];

/// Inline elements only: what is between them is a single paragraph.
const INLINE: &[Tag] = &[Tag::A, Tag::B, Tag::Em, Tag::S, Tag::Code, Tag::Br, Tag::Sup, Tag::Img, Tag::Math];

fn tree(tags: &'static [Tag], text: &'static str) -> impl Strategy<Value = Tree> {
    prop::collection::vec(step(tags, text), 0..40).prop_map(|steps: Vec<BuildStep>| build(steps))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn markdown_has_the_words_of_the_text(tree in tree(TAGS, "[ab12 \n.,()]{0,5}")) {
        check_same_words(&sanitise(tree, &mut Trace::off()));
    }

    #[test]
    fn signs_stay_signs(tree in tree(INLINE, "[ab1 \\\\`*_~$|<>&;#+=:!()\\[\\].\"'“」\\-]{0,6}")) {
        check_same_words(&sanitise(tree, &mut Trace::off()));
    }

    #[test]
    fn signs_stay_signs_in_blocks(tree in tree(TAGS, "[ab1 \\\\`*_~$|<>&;#+=:!()\\[\\].\\-]{0,6}")) {
        check_same_words(&sanitise(tree, &mut Trace::off()));
    }
}

#[test]
fn a_whole_page_has_the_same_words_in_all_formats() {
    check_same_words(&content(include_str!("../../tests/hostile/markup.txt")));
}

#[test]
fn golden_pages_have_the_same_words_in_text_and_markdown() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut compared = 0;
    for folder in fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let html = fs::read_to_string(folder.join("page.html")).unwrap();
        for whole_page in [false, true] {
            let url = Some("https://example.com/".to_string());
            // What a card is called is no text of the page.
            let options = crate::Options { url, whole_page, embeds: false, ..crate::Options::default() };
            let Ok(article) = crate::extract(&html, &options) else { continue };
            let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let text = folded(&article.text);
            let mut markdown = words_of(&article.markdown);
            // Plain text leaves out what pictures are captioned with.
            for caption in article.images.iter().filter_map(|image| image.caption.as_deref()) {
                if !text.contains(caption) {
                    markdown = markdown.replacen(caption, "", 1);
                }
            }
            assert_eq!(folded(&markdown), text, "{}", folder.display());
            compared += 1;
        }
    }
    assert!(compared >= 80, "only {compared} articles compared");
}
