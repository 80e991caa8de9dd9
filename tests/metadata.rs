//! Metadata: each case in `tests/metadata/<field>.txt` is `=== name`, a page, `---`, and one line `field: value` for
//! each field it should give; `-` stands for no value. Lists are joined with ` + `.

use std::fmt::Write;

use recto::{Options, extract};
use serde_json::Value;

use crate::cases::cases;

#[test]
fn pages_say_what_is_expected() {
    let mut failures = String::new();
    for case in cases("metadata", 120) {
        let article = article(&case.input);
        assert!(!case.expected.is_empty() && case.flags.is_empty(), "{}: expects nothing, or has flags", case.name);
        for line in case.expected.lines().filter(|line| !line.is_empty()) {
            let (field, value) =
                line.split_once(": ").unwrap_or_else(|| panic!("{}: {line} names no field", case.name));
            let found = plain(&article[field]);
            if found != value {
                writeln!(failures, "== {}: {field}\n- {value}\n+ {found}", case.name).unwrap();
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// The article of a page at `https://example.com/news/story`, whose body goes on with a text to read.
fn article(html: &str) -> Value {
    let text = "<p>Rain fell on the roofs all night, and by morning the river stood at the second step.</p>".repeat(3);
    let options = Options::new().url("https://example.com/news/story").whole_page(true);
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
