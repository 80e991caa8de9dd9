//! Whole pages: `tests/pages/<slug>/page.html` must give `expected.md`, which is what a careful editor would keep.
//!
//! Where Recto does not get there yet, `today.md` beside it is what comes out today: it must come out exactly, and
//! must differ from `expected.md`, so that the day a page comes right its `today.md` has to go.
//! `UPDATE_EXPECT=1 cargo test --test all pages` writes `today.md` anew, or takes it away; read the diff.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use recto::{Article, Options, extract};

use crate::safe::{check_is_safe, check_is_settled};

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
    let (mut failures, mut right) = (String::new(), 0);
    for slug in &slugs {
        let folder = root.join(slug);
        let html = fs::read_to_string(folder.join("page.html")).unwrap();
        let options = Options { url: Some(format!("https://example.com/{slug}/")), ..Options::default() };
        let found = match extract(&html, &options) {
            Ok(article) => print(&article),
            Err(error) => format!("error: {}\n", error.kind().name()),
        };
        let expected = fs::read_to_string(folder.join("expected.md"))
            .unwrap_or_else(|_| panic!("{slug} has no expected.md: write what a careful editor would keep"));
        right += usize::from(found == expected);
        if update {
            update_today(&folder, &found, &expected);
        }
        match fs::read_to_string(folder.join("today.md")) {
            Ok(_) if found == expected => writeln!(failures, "== {slug} is right: take away its today.md").unwrap(),
            Ok(today) if found != today => {
                writeln!(failures, "== {slug}, beside today.md\n{}", first_difference(&today, &found)).unwrap();
            }
            Err(_) if found != expected => {
                writeln!(failures, "== {slug}\n{}", first_difference(&expected, &found)).unwrap();
            }
            _ => {}
        }
    }
    println!("{right} of {} pages are as an editor would have them", slugs.len());
    assert!(failures.is_empty(), "pages that differ from what is expected:\n{failures}");
}

/// The same pages, whole too: others read the content as it is meant.
#[test]
fn the_content_of_pages_is_safe_and_settled() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let pages = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path().join("page.html"));
    let pages: Vec<_> = pages.filter(|page| page.exists()).collect();
    assert!(pages.len() >= 25, "only {} pages found", pages.len());
    for page in pages {
        let (name, html) = (page.display().to_string(), fs::read_to_string(&page).unwrap());
        for whole_page in [false, true] {
            if let Ok(article) = extract(&html, &Options { whole_page, ..Options::default() }) {
                check_is_safe(&name, &article.content);
                check_is_settled(&name, &article.content);
            }
        }
    }
}

fn update_today(folder: &Path, found: &str, expected: &str) {
    let today = folder.join("today.md");
    if found != expected {
        fs::write(today, found).unwrap();
    } else if today.exists() {
        fs::remove_file(today).unwrap();
    }
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
        ("imageSize", article.image_size.map(|size| format!("{} × {}", size.width, size.height))),
        ("canonicalUrl", article.canonical_url.clone()),
        ("tags", Some(article.tags.join(" | "))),
        ("section", article.section.clone()),
        ("license", article.license.clone()),
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
