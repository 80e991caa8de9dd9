use super::{Blocks, Signal};
use crate::dom::Document;
use crate::options::Limits;
use crate::parse::parse;

fn page(html: &str) -> Document {
    parse(html, &Limits::default()).unwrap()
}

/// The blocks as `container: text`, hidden ones in brackets.
#[track_caller]
fn check(html: &str, expected: &[&str]) {
    let page = page(html);
    let blocks = Blocks::of(&page);
    let shown: Vec<String> = blocks
        .list
        .iter()
        .enumerate()
        .map(|(i, block)| {
            let text: String = page
                .all()
                .into_iter()
                .filter(|&id| blocks.block_of(id) == Some(i) && page.is_text(id))
                .map(|id| page.text(id))
                .collect();
            let shown = format!("{}: {}", page.tag(block.container).name(), text.trim());
            if block.hidden { format!("[{shown}]") } else { shown }
        })
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn runs_of_inline_content() {
    check("<p>a <b>b</b> c<p>d", &["p: a b c", "p: d"]);
    check("<div>a<p>b</p>c</div>", &["div: a", "p: b", "div: c"]);
    check("<a href=x>a<div>b</div></a>", &["body: a", "div: b"]);
    check("<p>a<br>b", &["p: ab"]);
    check("<p> \n <p><img src=x>", &["p: "]);
    check("<ul><li>a<ul><li>b</ul>c</ul>", &["li: a", "li: b", "li: c"]);
    check("<p>a<script>b</script><style>c</style><select><option>d</select>e", &["p: ae"]);
    check("<video>no film</video>", &["body: "]);
}

#[test]
fn elements_of_a_pages_own_making() {
    check("<p>a <x-note>b</x-note> c", &["p: a b c"]);
    check("<p><x-note>a</x-note>", &["p: a"]);
    check("<div>a <x-note><x-word>b</x-word></x-note> c</div>", &["div: a b c"]);
    check("<h2><x-icon></x-icon><x-words>a</x-words></h2>", &["h2: a"]);
    check("<div>a <x-note>b<p>c</p></x-note></div>", &["div: a", ": b", "p: c"]);
    check("<a href=x><x-title>a</x-title><x-price>b</x-price></a>", &[": a", ": b"]);
    check("<x-post>a</x-post><x-post>b</x-post>", &[": a", ": b"]);
}

#[test]
fn hidden_text_is_marked_unless_it_is_the_page() {
    check("<p>shown text<p hidden>a", &["p: shown text", "[p: a]"]);
    check("<p>shown<div aria-hidden=true><p>a</div>", &["p: shown", "[p: a]"]);
    check("<p>shown<p style='color:red; display : none'>a", &["p: shown", "[p: a]"]);
    check("<p>shown text here</p><noscript><p>a</noscript>", &["p: shown text here", "[p: a]"]);
    check("<p>shown<div style='visibility:hidden'><p>a b c</div>", &["p: shown", "p: a b c"]);
    check("<p>shown</p><noscript><p>a b c</noscript>", &["p: shown", "p: a b c"]);
}

#[test]
fn a_line_is_hidden_if_all_of_it_is() {
    check("<p>shown text<p><span aria-hidden=true>I</span> It is here", &["p: shown text", "p: I It is here"]);
    check("<p>shown text<p><span aria-hidden=true>I</span>", &["p: shown text", "[p: I]"]);
}

#[test]
fn links_are_counted() {
    let page = page("<p>one <a href=x>two three</a> four");
    let blocks = Blocks::of(&page);
    assert_eq!(blocks.block(0).link_density(), 0.5);
    assert_eq!(blocks.totals[page.body()].linked_words, 2);
}

#[test]
fn names_are_read_in_parts() {
    let has = |names: &str, signal| {
        let page = page(&format!("<div class='{names}'><p>a</div><p>more than half of the page"));
        let blocks = Blocks::of(&page);
        blocks.signals[blocks.block(0).container].around.has(signal)
    };
    assert!(has("share-bar", Signal::Share));
    assert!(has("ArticleShareBar", Signal::Share));
    assert!(has("x comments_list", Signal::Comment));
    assert!(has("siteNAV nav", Signal::Navigation));
    assert!(!has("shadow", Signal::Advert));
    assert!(!has("download", Signal::Advert));
}

#[test]
fn what_is_hidden_within_a_line_is_no_part_of_it() {
    let page = crate::parse::parse(
        "<p><span style='display: none'>Advertisement.</span>The line <b hidden>is not</b> is whole.</p>
         <p><span aria-hidden=true>→</span> This stays.</p><span hidden><p>A part.</p></span>",
        &crate::Limits::default(),
    )
    .unwrap();
    let blocks = Blocks::of(&page);
    let words: Vec<_> = blocks.list.iter().map(|block| (block.count.words, block.hidden)).collect();
    assert_eq!(words[0], (4, false));
    assert_eq!(words.last(), Some(&(2, true)));
    assert_eq!(blocks.hidden_inline.len(), 2);
}
