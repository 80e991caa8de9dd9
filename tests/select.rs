//! What is kept of a page: each case in `tests/select/*.txt` is `=== name`, the HTML of a body, `---`, and the content that
//! comes of it when the whole page is kept. Where it begins with `<html>` it is a page, and its content is chosen.

use std::fmt::Write;

use recto::{Options, extract};

use crate::cases::{Case, cases};

#[test]
fn pages_keep_what_is_expected() {
    let mut failures = String::new();
    for case in cases("select", 4) {
        assert!(case.flags.is_empty(), "{}: there are no flags here", case.name);
        let found = content(&case);
        if found != case.expected {
            writeln!(failures, "== {}\n- {}\n+ {found}", case.name, case.expected).unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

fn content(case: &Case) -> String {
    let whole_page = !case.input.starts_with("<html>");
    let start = if whole_page { "<title>A page</title><body>" } else { "" };
    let options = Options::new().url("https://example.com/dir/page").whole_page(whole_page);
    match extract(&format!("<!doctype html>{start}{}", case.input), &options) {
        Ok(article) => article.content,
        Err(error) => format!("error: {}", error.kind().as_str()),
    }
}
