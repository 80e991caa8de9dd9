//! What must hold for every input, whatever is made of it.

#[path = "../../tests/safe.rs"]
mod safe;

use recto::{Article, ErrorKind, Options, extract};

const ADDRESS: &str = "https://example.com/dir/page";

/// Extracts a page, chosen and whole. There is safe content or a typed error.
pub fn check(html: &str) {
    for whole_page in [false, true] {
        let options = Options { url: Some(ADDRESS.to_string()), whole_page, ..Options::default() };
        match extract(html, &options) {
            Ok(article) => {
                safe::check_is_safe("a fuzzed page", &article.content);
                safe::check_is_settled("a fuzzed page", &article.content);
                check_fields(&article);
            }
            Err(error) => assert!(
                matches!(
                    error.kind(),
                    ErrorKind::NoContent | ErrorKind::TooDeep | ErrorKind::TooLarge | ErrorKind::InvalidInput
                ),
                "{error}"
            ),
        }
    }
}

fn check_fields(article: &Article) {
    for address in [&article.image, &article.favicon, &article.canonical_url, &article.license].into_iter().flatten() {
        assert!(address.starts_with("https://") || address.starts_with("http://"), "{address}");
    }
    for date in [&article.published, &article.modified].into_iter().flatten() {
        let day: Vec<_> = date.get(..10).unwrap_or_default().split('-').map(str::parse::<u32>).collect();
        let [Ok(1000..=9999), Ok(1..=12), Ok(1..=31)] = day[..] else { panic!("{date} is no date") };
    }
    for text in [&article.title, &article.byline, &article.site_name, &article.section].into_iter().flatten() {
        assert!(!text.chars().any(char::is_control) && text == text.trim(), "{text:?} is not plain");
    }
}

/// A page with something in its head and something at the end of its text.
pub fn page(head: &str, end: &str) -> String {
    let prose = "<p>The kettle had been on the stove for an hour before anyone noticed that the water was gone.</p>";
    format!(
        "<!DOCTYPE html><html><head><title>A page</title>{head}</head><body><main><h1>A page</h1>{end}{prose}{prose}</main></body></html>"
    )
}

/// Text as an attribute's value in double quotes has it.
pub fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}
