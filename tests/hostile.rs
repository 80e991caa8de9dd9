//! Hostile pages: what comes out is safe, and each input ends as it must, be it in a typed error.

use std::fs;
use std::path::Path;

use recto::{Options, extract};

use crate::check_article::check_article;

/// Rows of `tests/hostile/attacks/<class>.txt`: `=== name`, then a page, or what stands after its paragraphs. What comes
/// of those in `markup.txt` is said there.
#[test]
fn no_attack_gets_through() {
    let attacks = attacks();
    assert!(attacks.len() >= 420, "only {} attacks found", attacks.len());
    for (name, page) in &attacks {
        for whole_page in [false, true] {
            let options = Options::new().url(ADDRESS).whole_page(whole_page);
            let article = extract(page, &options).unwrap_or_else(|error| panic!("{name}: {error}"));
            check_article(name, &article);
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

/// How reading each of these must end, with its main content chosen or all of it kept: in an article, or in an error of
/// that kind.
#[test]
fn every_input_ends_as_it_must() {
    let prose = format!("<p>{FILLER}</p>").repeat(4);
    let inputs = [
        ("NoContent", "nothing", String::new()),
        ("NoContent", "a comment that does not end", format!("<!--{prose}")),
        ("NoContent", "a script that does not end", format!("<script>{prose}")),
        ("NoContent", "open elements", "<div>".repeat(200_000)),
        ("InvalidInput", "NULs", "\0".repeat(100_000)),
        ("InvalidInput", "a picture", "\u{FFFD}PNG\r\n\u{1A}\n\0\0\0\rIHDR\0\0".to_string()),
        ("TooDeep", "more open elements than can be flattened", "<div>".repeat(600_000)),
        ("TooLarge", "more bytes than a page may have", "a".repeat((64 << 20) + 1)),
        ("TooLarge", "more nodes than a page may have", "<br>".repeat(2_000_001)),
        ("TooLarge", "more attributes than a tag may have", {
            let attributes: String = (0..10_001).map(|number| format!(" a{number}")).collect();
            format!("{prose}<p{attributes}>")
        }),
        ("ok", "open elements around prose", format!("{}{prose}", "<blockquote><ul><li><b><i>".repeat(2_000))),
        ("ok", "deep formulas", format!("{prose}<math>{}", "<mrow><msup>".repeat(5_000))),
        ("ok", "tables in tables", format!("{prose}{}", "<table><tr><td>a".repeat(2_000))),
        ("ok", "wide spans", {
            format!("{prose}<table>{}</table>", "<tr><td colspan=1000 rowspan=65534>a</td>".repeat(2_000))
        }),
        ("ok", "many elements to unwrap", format!("{prose}<p>{}", "<font>a</font> ".repeat(20_000))),
        ("ok", "many links and ids", format!("{prose}{}", "<a href=#a id=a>a</a> ".repeat(5_000))),
        ("ok", "many marks", format!("{prose}<p>{}", "<b>a</b><i>b</i>*_`[".repeat(5_000))),
        ("ok", "misnested formatting", format!("{prose}{}", "<a><b><p><i></b></a>x".repeat(2_000))),
        ("ok", "more paragraphs than sixteen bits count", "<p>a".repeat(70_000)),
        ("ok", "an endless attribute", format!("{prose}<p title=\"{}", "a".repeat(1_000_000))),
    ];
    for (ends, name, html) in inputs {
        for whole_page in [false, true] {
            let end = match extract(&html, &Options::new().whole_page(whole_page)) {
                Ok(article) => {
                    check_article(name, &article);
                    assert!(!html.contains(FILLER) || article.text.contains(FILLER), "{name}: the text is lost");
                    "ok"
                }
                Err(error) => error.kind().as_str(),
            };
            assert_eq!(end, ends, "{name}, whole page: {whole_page}");
        }
    }
}
