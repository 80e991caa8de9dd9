//! Cleaning rules: each case in `tests/rules/<rule>.txt` is `=== name`, the HTML of a body, `---`, and the content
//! that comes of it when the whole page is kept. Where it begins with `<html>` it is a page, and its content is chosen.

use std::fmt::Write;

use recto::{Options, extract};

use crate::cases::cases;

#[test]
fn rules_give_what_is_expected() {
    let mut failures = String::new();
    for case in cases("rules", 350) {
        let (expected, found) = (case.expected.trim_end(), content(&case.input));
        if found != expected {
            writeln!(failures, "== {}\n- {expected}\n+ {found}", case.name).unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

fn content(body: &str) -> String {
    let whole_page = !body.starts_with("<html>");
    let html = if whole_page { format!("<title>A page</title><body>{body}") } else { body.to_string() };
    let options = Options::new().url("https://example.com/dir/page").whole_page(whole_page);
    match extract(&format!("<!doctype html>{html}"), &options) {
        Ok(article) => article.content,
        Err(error) => format!("error: {}", error.kind()),
    }
}
