use super::render;
use crate::sanitise::tests::{cases, content};

#[test]
fn markdown() {
    let mut failed = String::new();
    for (name, html, expected) in cases(include_str!("cases.txt")) {
        let markdown = render(&content(html));
        if markdown != expected {
            failed += &format!("=== {name}\n{markdown}\n\n");
        }
    }
    assert!(failed.is_empty(), "not as expected:\n{failed}");
}
