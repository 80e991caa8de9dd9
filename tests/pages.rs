//! Whole pages: `tests/pages/<slug>/page.html` must give `expected.md`, which is what a careful editor would keep.
//!
//! Where Recto does not get there yet, `tests/pages/known-failures.txt` says how far off it is, and why. The list may
//! only get shorter, and its numbers smaller. What comes out is written to
//! `target/tmp/pages/<slug>.md`, to be compared: nothing is ever written below `tests`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use recto::{Article, Options, extract};
use similar::{ChangeTag, TextDiff};

/// How many pages are known to fail, and the lines that differ in all of them. To be lowered with the list; never raised.
const KNOWN_FAILURES: (usize, usize) = (41, 456);

/// A page that does not come out as an editor would have it.
struct KnownFailure {
    /// The lines that are missing or should not be there.
    lines: usize,
    reason: String,
}

use crate::check_article::check_article;

#[test]
fn pages_give_what_is_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut known = known_failures(&root);
    let mut slugs: Vec<String> = fs::read_dir(&root)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    slugs.sort();
    assert!(slugs.len() >= 45, "only {} pages found", slugs.len());
    let outputs = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    fs::create_dir_all(&outputs).unwrap();
    let mut failures = String::new();
    for slug in &slugs {
        let found = output(&fs::read_to_string(root.join(slug).join("page.html")).unwrap(), slug);
        let expected = fs::read_to_string(root.join(slug).join("expected.md"))
            .unwrap_or_else(|_| panic!("{slug} has no expected.md: write what a careful editor would keep"));
        let diff = TextDiff::from_lines(&expected, &found);
        let lines = diff.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal).count();
        fs::write(outputs.join(slug).with_extension("md"), &found).unwrap();
        let known = known.remove(slug).map_or(0, |failure| failure.lines);
        match lines {
            0 if known > 0 => writeln!(failures, "== {slug} is right now: take it off the list").unwrap(),
            _ if lines < known => {
                writeln!(failures, "== {slug} is nearer: {lines} lines differ, lower the {known} of the list").unwrap();
            }
            _ if lines > known => {
                let diff = diff.unified_diff().context_radius(1).to_string();
                writeln!(failures, "== {slug}: {lines} lines differ, {known} are known to\n{diff}").unwrap();
            }
            _ => {}
        }
    }
    for slug in known.keys() {
        writeln!(failures, "== {slug} is on the list, but there is no such page").unwrap();
    }
    assert!(failures.is_empty(), "beside tests/pages/known-failures.txt:\n{failures}");
}

/// The same pages, whole too: the content is safe, and other parsers read it as it is written.
#[test]
fn the_content_of_pages_is_safe() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let pages = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path().join("page.html"));
    for page in pages.filter(|page| page.exists()) {
        let (name, html) = (page.display().to_string(), fs::read_to_string(&page).unwrap());
        for whole_page in [false, true] {
            if let Ok(article) = extract(&html, &Options::new().whole_page(whole_page)) {
                check_article(&name, &article);
            }
        }
    }
}

/// The list says of each page, once, why it fails, and is no longer than it was.
#[test]
fn known_failures_only_get_fewer() {
    let known = known_failures(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages"));
    for (slug, KnownFailure { lines, reason }) in &known {
        let is_sentence = reason.starts_with(char::is_uppercase) && reason.ends_with('.') && !reason.contains("TODO");
        assert!(is_sentence && reason.split(' ').count() >= 5, "{slug}: say in a sentence what is wrong: {reason}");
        assert!(known.iter().all(|(other, k)| other == slug || k.reason != *reason), "{slug}: another has its reason");
        assert!(*lines > 0, "{slug} does not differ");
    }
    let counts = (known.len(), known.values().map(|failure| failure.lines).sum::<usize>());
    assert!(counts.0 <= KNOWN_FAILURES.0 && counts.1 <= KNOWN_FAILURES.1, "the list has got longer: {counts:?}");
    assert_eq!(counts, KNOWN_FAILURES, "the list has got shorter: lower KNOWN_FAILURES to it");
}

/// The known failures by their pages. A line is `<slug> <lines that differ>: <reason>`; lines that begin with `#` are
/// comments.
fn known_failures(root: &Path) -> BTreeMap<String, KnownFailure> {
    let list = fs::read_to_string(root.join("known-failures.txt")).unwrap();
    let mut known = BTreeMap::new();
    for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let parsed = line.split_once(": ").and_then(|(page, reason)| {
            let (slug, lines) = page.split_once(' ')?;
            Some((slug.to_string(), KnownFailure { lines: lines.parse().ok()?, reason: reason.to_string() }))
        });
        let (slug, failure) = parsed.unwrap_or_else(|| panic!("not `slug lines: reason`: {line}"));
        assert!(known.last_key_value().is_none_or(|(last, _)| *last < slug), "{slug} is out of order, or twice there");
        known.insert(slug, failure);
    }
    known
}

/// What comes out of a page.
fn output(html: &str, slug: &str) -> String {
    let options = Options::new().url(format!("https://example.com/{slug}/"));
    match extract(html, &options) {
        Ok(article) => print(&article),
        Err(error) => format!("error: {}\n", error.kind().as_str()),
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
        ("dir", article.dir.map(|dir| dir.to_string())),
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
