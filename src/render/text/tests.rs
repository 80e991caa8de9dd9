use super::render;
use crate::sanitise::tests::{cases, content};

#[test]
fn text() {
    let mut failed = String::new();
    for (name, html, expected) in cases(include_str!("cases.txt")) {
        let text = render(&content(html));
        if text != expected {
            failed += &format!("=== {name}\n{text}\n\n");
        }
    }
    assert!(failed.is_empty(), "not as expected:\n{failed}");
}
