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

#[test]
fn deep_nesting_costs_no_more_than_its_words() {
    let html = format!("{}{}", "<blockquote><ul><li>".repeat(150), "<p>a</p>".repeat(1000));
    let markdown = render(&content(&html));
    assert_eq!(markdown.matches('a').count(), 1000);
    assert!(markdown.len() < 1000 * 200, "{}", markdown.len());
}
