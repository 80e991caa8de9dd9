//! What must hold for every input, whatever is made of it.

#[path = "../../tests/check_article.rs"]
mod check_article;
#[path = "../../tests/safe.rs"]
mod safe;

use recto::{Article, Error, ErrorKind, Options, explain, extract, is_readable};

const PROSE: &str = "The kettle had been on the stove for an hour before anyone noticed that the water was gone.";

/// Extracts a page, chosen and whole, and gives back the whole. There is an article of which all holds that must, or the
/// one error that the input may end in.
pub fn check(html: &str) -> Result<Article, Error> {
    let _ = read(html, false);
    read(html, true)
}

/// As [`check`], for what has the prose of [`page`] outside anything that could swallow it: the whole page keeps it.
pub fn check_with_prose(html: &str) {
    match check(html) {
        Ok(article) => assert!(article.text.contains(PROSE), "the prose is lost: {}", article.text),
        Err(error) => assert_eq!(error.kind(), ErrorKind::InvalidInput, "the prose is lost: {error}"),
    }
}

fn read(html: &str, whole_page: bool) -> Result<Article, Error> {
    let options = Options::new().url("https://example.com/dir/page").whole_page(whole_page);
    let result = extract(html, &options);
    let (explained, trace) = explain(html, &options);
    assert_eq!(explained, result, "read again, it is another");
    assert!(trace.entries().all(|entry| !entry.reason.is_empty()), "a decision without a reason");
    match &result {
        Ok(article) => check_article::check_article("a fuzzed page", article),
        // The fuzzer's inputs are far too small for the limits, and their address is one.
        Err(error) => match error.kind() {
            ErrorKind::NoContent => assert!(!is_readable(html, &options), "readable, but: {error}"),
            ErrorKind::InvalidInput => assert!(is_binary(html), "text, but: {error}"),
            _ => panic!("{} of {} bytes: {error}", error.kind().as_str(), html.len()),
        },
    }
    assert!(!is_binary(html) || result.is_err(), "binary, but read");
    result
}

/// Whether over a fifth of the beginning is what decoding leaves of bytes that are no text.
fn is_binary(html: &str) -> bool {
    let start = &html[..html.floor_char_boundary(2048)];
    let is_strange = |c: &char| *c == '\u{FFFD}' || (c.is_control() && !"\t\n\r\u{C}".contains(*c));
    start.chars().filter(is_strange).count() * 5 > start.chars().count()
}

/// A page with something in its head and something at the end of its text.
pub fn page(head: &str, end: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><title>A page</title>{head}</head><body><main><h1>A page</h1>{end}<p>{PROSE}</p><p>{PROSE}</p></main></body></html>"
    )
}

/// Text as it is written in HTML, between tags or in double quotes.
pub fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
