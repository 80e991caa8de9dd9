//! Hostile pages: what comes out is safe, and something always comes out, be it a typed error.

use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, Parser, Tag as MdTag};
use recto::{ErrorKind, Options, extract};
use serde_json::Value;

use crate::safe::{check_address, check_is_safe, check_is_settled};

/// Rows of `tests/hostile/attacks/<class>.txt`: `=== name`, then a page, or what stands after its paragraphs. What comes
/// of those in `markup.txt` is said there.
#[test]
fn no_attack_gets_through() {
    let attacks = attacks();
    assert!(attacks.len() >= 420, "only {} attacks found", attacks.len());
    for (name, page) in &attacks {
        for whole_page in [false, true] {
            let options = Options { url: Some(ADDRESS.to_string()), whole_page, ..Options::default() };
            let article = extract(page, &options).unwrap_or_else(|error| panic!("{name}: {error}"));
            check_is_safe(name, &article.content);
            check_is_settled(name, &article.content);
            check_markdown_is_safe(name, &article.markdown);
            check_is_plain(name, "", &serde_json::to_value(&article).unwrap());
        }
    }
}

const ADDRESS: &str = "https://example.com/dir/page";

const FILLER: &str = "The kettle had been on the stove for an hour before anyone noticed that the water was gone, \
    and by then the kitchen smelled of hot iron, old tea and something else that nobody could name.";

/// Every attack by its name, as a whole page.
fn attacks() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let mut files: Vec<_> = fs::read_dir(root.join("attacks")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.push(root.join("markup.txt"));
    files.sort();
    let rows = files.iter().flat_map(|file| {
        let class = file.file_stem().unwrap().to_string_lossy();
        let rows = fs::read_to_string(file).unwrap();
        let rows: Vec<_> = rows.split("\n=== ").skip(1).map(|row| row.split_once('\n').unwrap()).collect();
        let markup = |row: &str| row.split("\n---\n").next().unwrap_or_default().trim_end().to_string();
        rows.iter().map(|(name, row)| (format!("{class}: {name}"), page_of(&markup(row)))).collect::<Vec<_>>()
    });
    rows.collect()
}

fn page_of(markup: &str) -> String {
    let page = if markup.starts_with("<html") {
        markup.to_string()
    } else {
        format!("<title>A page</title><body><main>«prose»{markup}</main>")
    };
    format!("<!DOCTYPE html>{}", written_out(&page))
}

/// What stands between guillemets: `«500×<div>»` for many, `«U+0000»` for a character, `«prose»` for paragraphs and
/// `«words»` for a sentence.
fn written_out(page: &str) -> String {
    let mut parts = page.split(['«', '»']);
    let mut out = parts.next().unwrap_or_default().to_string();
    while let (Some(inside), Some(after)) = (parts.next(), parts.next()) {
        out += &match (inside, inside.split_once('×'), inside.strip_prefix("U+")) {
            ("prose", ..) => format!("<p>{FILLER}</p>").repeat(3),
            ("words", ..) => FILLER.to_string(),
            (_, Some((number, text)), _) => text.repeat(number.parse().unwrap()),
            (.., Some(code)) => char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap().to_string(),
            _ => panic!("«{inside}» means nothing"),
        };
        out += after;
    }
    out
}

/// Markdown that a renderer makes into HTML has no markup but what content may have, and leads where content may lead.
fn check_markdown_is_safe(name: &str, markdown: &str) {
    let options = pulldown_cmark::Options::ENABLE_TABLES | pulldown_cmark::Options::ENABLE_FOOTNOTES;
    let mut html = String::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Html(markup) | Event::InlineHtml(markup) => html += &markup,
            Event::Start(MdTag::Link { dest_url, .. } | MdTag::Image { dest_url, .. }) => {
                check_address(name, &dest_url, true);
            }
            _ => {}
        }
    }
    check_is_safe(name, &html);
}

/// Fields are text without what steers it, of a length that a page can show; addresses are those of the web.
fn check_is_plain(name: &str, field: &str, value: &Value) {
    match value {
        Value::Object(_) if field == "sources" => {}
        Value::Object(fields) => fields.iter().for_each(|(field, value)| check_is_plain(name, field, value)),
        Value::Array(values) => values.iter().for_each(|value| check_is_plain(name, field, value)),
        Value::String(text) => {
            let steers = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
            let has_layout = matches!(field, "content" | "text" | "markdown");
            let is_plain = |c: char| !c.is_control() || (has_layout && matches!(c, '\n' | '\t'));
            assert!(text.chars().all(is_plain), "{name}: {field} has a control: {text:?}");
            let is_of_the_page = has_layout || matches!(field, "src" | "alt" | "caption");
            assert!(is_of_the_page || !text.contains(steers), "{name}: {field} is turned around: {text:?}");
            assert!(is_of_the_page || text.len() <= 20_000, "{name}: {field} has {} bytes", text.len());
            if matches!(field, "image" | "favicon" | "canonicalUrl" | "license") {
                assert!(text.starts_with("https://") || text.starts_with("http://"), "{name}: {field} is {text}");
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn every_page_ends_in_a_result_or_a_typed_error() {
    let prose = format!("<p>{FILLER}</p>").repeat(4);
    let pages = [
        ("nothing", String::new()),
        ("NULs", "\0".repeat(100_000)),
        ("a picture", "\u{FFFD}PNG\r\n\u{1A}\n\0\0\0\rIHDR\0\0".to_string()),
        ("open elements", "<div>".repeat(200_000)),
        ("open elements around prose", format!("{}{prose}", "<blockquote><ul><li><b><i>".repeat(2_000))),
        ("deep formulas", format!("{prose}<math>{}", "<mrow><msup>".repeat(5_000))),
        ("tables in tables", format!("{prose}{}", "<table><tr><td>a".repeat(2_000))),
        ("wide spans", format!("{prose}<table>{}</table>", "<tr><td colspan=1000 rowspan=65534>a</td>".repeat(2_000))),
        ("many elements to unwrap", format!("{prose}<p>{}", "<font>a</font> ".repeat(20_000))),
        ("many links and ids", format!("{prose}{}", "<a href=#a id=a>a</a> ".repeat(5_000))),
        ("many marks", format!("{prose}<p>{}", "<b>a</b><i>b</i>*_`[".repeat(5_000))),
        ("misnested formatting", format!("{prose}{}", "<a><b><p><i></b></a>x".repeat(2_000))),
        ("more paragraphs than sixteen bits count", "<p>a".repeat(70_000)),
        ("an endless attribute", format!("{prose}<p title=\"{}", "a".repeat(1_000_000))),
    ];
    for (name, html) in pages {
        for whole_page in [false, true] {
            match extract(&html, &Options { whole_page, ..Options::default() }) {
                Ok(article) => {
                    check_is_safe(name, &article.content);
                    check_is_settled(name, &article.content);
                }
                Err(error) => assert!(
                    matches!(
                        error.kind(),
                        ErrorKind::NoContent | ErrorKind::TooDeep | ErrorKind::TooLarge | ErrorKind::InvalidInput
                    ),
                    "{name}: {error}"
                ),
            }
        }
    }
}
