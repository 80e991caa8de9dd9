//! The library's contract: an article reads from its own JSON, and [`is_readable`] agrees with [`extract`].

use std::fs;
use std::path::Path;

use recto::{Article, ErrorKind, Limits, Options, extract, is_readable};

/// The pages of `tests/pages`, by their folders' names.
fn pages() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let folders = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let page = |folder: &Path| fs::read_to_string(folder.join("page.html")).unwrap();
    let name = |folder: &Path| folder.file_name().unwrap().to_string_lossy().into_owned();
    let pages: Vec<_> = folders.map(|folder| (name(&folder), page(&folder))).collect();
    assert!(pages.len() >= 25, "only {} pages found", pages.len());
    pages
}

#[test]
fn an_article_reads_from_its_json() {
    for (name, html) in pages() {
        let article = extract(&html, &Options::new().url("https://example.com/")).unwrap();
        let json = serde_json::to_string(&article).unwrap();
        let read: Article = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(read, article, "{name}");
        assert_eq!(serde_json::to_string(&read).unwrap(), json, "{name}");
    }
}

/// Whether `is_readable` says what its documentation says of the article.
pub(crate) fn agrees(html: &str, options: &Options) -> bool {
    let should_be = |article: Article| article.word_count >= 60 && (options.whole_page || article.confidence >= 0.4);
    is_readable(html, options) == extract(html, options).is_ok_and(should_be)
}

#[test]
fn is_readable_agrees_with_extract() {
    for (name, html) in pages() {
        for whole_page in [false, true] {
            let options = Options::new().whole_page(whole_page);
            assert!(agrees(&html, &options), "{name}, {options:?}");
        }
    }
}

#[test]
fn a_text_in_the_data_of_a_page_is_readable() {
    let (_, html) = pages().into_iter().find(|(name, _)| name == "json-ld-body-only").unwrap();
    let article = extract(&html, &Options::new()).unwrap();
    assert_eq!(article.confidence, 0.4);
    assert!(is_readable(&html, &Options::new()));
}

#[test]
fn limits_hold() {
    let html = format!("<main>{}<p>One two three.</p>", "<div id=a class=b>".repeat(20));
    let kind = |limits| extract(&html, &Options::new().whole_page(true).limits(limits)).map_err(|error| error.kind());
    assert_eq!(kind(Limits::new().bytes(100)), Err(ErrorKind::TooLarge));
    assert_eq!(kind(Limits::new().nodes(10)), Err(ErrorKind::TooLarge));
    assert_eq!(kind(Limits::new().attributes(1)), Err(ErrorKind::TooLarge));
    assert_eq!(kind(Limits::new().depth(10).flattened(5)), Err(ErrorKind::TooDeep));
    for depth in [0, 1, 2, 30, usize::MAX] {
        assert_eq!(kind(Limits::new().depth(depth)).unwrap().text, "One two three.", "depth {depth}");
    }
}
