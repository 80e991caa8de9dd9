//! Whole pages: `tests/pages/<slug>/page.html` must give `expected.md`.
//!
//! `UPDATE_EXPECT=1 cargo test --test pages` writes what comes out; read the diff before you commit it.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use recto::{Article, Options, extract};

#[test]
fn pages_give_what_is_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut slugs: Vec<String> = fs::read_dir(&root)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    slugs.sort();
    assert!(slugs.len() >= 25, "only {} pages found", slugs.len());
    let update = env::var_os("UPDATE_EXPECT").is_some();
    let mut failures = String::new();
    for slug in &slugs {
        let html = fs::read_to_string(root.join(slug).join("page.html")).unwrap();
        let options = Options { url: Some(format!("https://example.com/{slug}/")), ..Options::default() };
        let found = match extract(&html, &options) {
            Ok(article) => print(&article),
            Err(error) => format!("error: {}\n", error.kind().name()),
        };
        let expected_file = root.join(slug).join("expected.md");
        if update {
            fs::write(&expected_file, &found).unwrap();
            continue;
        }
        let expected = fs::read_to_string(&expected_file).unwrap_or_else(|_| panic!("{slug} has no expected.md"));
        if found != expected {
            writeln!(failures, "== {slug}\n{}", first_difference(&expected, &found)).unwrap();
        }
    }
    assert!(failures.is_empty(), "pages that differ from what is expected:\n{failures}");
}

/// The metadata that has a value, a line each, then the Markdown.
fn print(article: &Article) -> String {
    let mut out = String::new();
    let fields = [
        ("title", article.title.clone()),
        ("byline", article.byline.clone()),
        ("authors", Some(article.authors.join(" | "))),
        ("siteName", article.site_name.clone()),
        ("published", article.published.clone()),
        ("modified", article.modified.clone()),
        ("lang", article.lang.clone()),
        ("dir", article.dir.map(str::to_string)),
        ("dek", article.dek.clone()),
        ("image", article.image.clone()),
        ("canonicalUrl", article.canonical_url.clone()),
        ("tags", Some(article.tags.join(" | "))),
        ("section", article.section.clone()),
        ("pageType", Some(article.page_type.to_string())),
    ];
    for (name, value) in fields {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            writeln!(out, "{name}: {value}").unwrap();
        }
    }
    writeln!(out, "\n{}", article.markdown).unwrap();
    out
}

fn first_difference(expected: &str, found: &str) -> String {
    let mut lines = expected.lines().zip(found.lines()).enumerate();
    match lines.find(|(_, (a, b))| a != b) {
        Some((i, (a, b))) => format!("line {}:\n- {a}\n+ {b}", i + 1),
        None => format!("{} lines expected, {} found", expected.lines().count(), found.lines().count()),
    }
}
