//! Recto's peers written in Rust, for browsers: each gives a page's content, or nothing.

use wasm_bindgen::prelude::wasm_bindgen;

/// Its HTML and its text.
#[wasm_bindgen]
pub fn dom_smoothie(html: &str, url: &str) -> Option<Vec<String>> {
    let article = dom_smoothie::Readability::new(html, Some(url), None).and_then(|mut page| page.parse()).ok()?;
    Some(vec![article.content.to_string(), article.text_content.to_string()])
}

/// Its HTML and its text.
#[wasm_bindgen]
pub fn legible(html: &str, url: &str) -> Option<Vec<String>> {
    let article = legible::parse(html, Some(url), None).ok()?;
    Some(vec![article.content, article.text_content])
}

/// Its text.
#[wasm_bindgen]
pub fn rs_trafilatura(html: &str) -> Option<Vec<String>> {
    Some(vec![rs_trafilatura::extract(html).ok()?.content_text])
}
