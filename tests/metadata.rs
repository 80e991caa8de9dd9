//! Metadata: each case in `tests/metadata/<field>.txt` is `=== name`, a page, `---`, and one line `field: value` for
//! each field it should give; `-` stands for no value. Lists are joined with ` + `.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use recto::{Options, extract};
use serde_json::Value;

#[test]
fn pages_say_what_is_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/metadata");
    let (mut cases, mut failures) = (0, String::new());
    let mut files: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for case in text.split("=== ").skip(1) {
            let (name, case) = case.split_once('\n').unwrap();
            let (html, expected) =
                case.split_once("\n---\n").unwrap_or_else(|| panic!("{}: {name} has no expectation", file.display()));
            let article = article(html);
            for line in expected.lines().filter(|line| !line.is_empty()) {
                let (field, value) = line.split_once(": ").unwrap_or_else(|| panic!("{name}: {line} names no field"));
                cases += 1;
                let found = plain(&article[field]);
                if found != value {
                    writeln!(failures, "== {name}: {field}\n- {value}\n+ {found}").unwrap();
                }
            }
        }
    }
    assert!(cases >= 60, "only {cases} cases found");
    assert!(failures.is_empty(), "{failures}");
}

/// The article of a page at `https://example.com/news/story`, whose body goes on with a text to read.
fn article(html: &str) -> Value {
    let text = "<p>Rain fell on the roofs all night, and by morning the river stood at the second step.</p>".repeat(3);
    let options =
        Options { url: Some("https://example.com/news/story".to_string()), whole_page: true, ..Options::default() };
    let html = format!("<!doctype html>{}", html.replace("<text>", &text));
    serde_json::to_value(extract(&html, &options).unwrap()).unwrap()
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) if list.is_empty() => "-".to_string(),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join(" + "),
        Value::Object(size) => format!("{} × {}", size["width"], size["height"]),
        _ => "-".to_string(),
    }
}
