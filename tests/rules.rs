//! Cleaning rules: each case in `tests/rules/<rule>.txt` is `=== name`, the HTML of a body, `---`, and the content
//! that comes of it when the whole page is kept. Where it begins with `<html>` it is a page, and its content is chosen.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use recto::{Options, extract};

#[test]
fn rules_give_what_is_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let (mut cases, mut failures) = (0, String::new());
    let mut files: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for case in text.split("=== ").skip(1) {
            let (name, case) = case.split_once('\n').unwrap();
            let (html, expected) =
                case.split_once("\n---\n").unwrap_or_else(|| panic!("{}: {name} has no expectation", file.display()));
            cases += 1;
            let found = content(html);
            if found != expected.trim_end() {
                let file = file.file_name().unwrap().to_string_lossy();
                writeln!(failures, "== {file}: {name}\n- {}\n+ {found}", expected.trim_end()).unwrap();
            }
        }
    }
    assert!(cases >= 50, "only {cases} cases found");
    assert!(failures.is_empty(), "{failures}");
}

fn content(body: &str) -> String {
    let whole_page = !body.starts_with("<html>");
    let html = if whole_page { format!("<title>A page</title><body>{body}") } else { body.to_string() };
    let options = Options { url: Some("https://example.com/dir/page".to_string()), whole_page, ..Options::default() };
    match extract(&format!("<!doctype html>{html}"), &options) {
        Ok(article) => article.content,
        Err(error) => format!("error: {}", error.kind().name()),
    }
}
