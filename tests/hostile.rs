//! Hostile pages: what comes out is safe, and something always comes out, be it a typed error.

use recto::{ErrorKind, Options, extract};

/// The elements that content may be made of, written down once more, by hand.
const TAGS: &str = "a abbr address article aside b bdi bdo blockquote br caption cite code dd del details dfn div dl dt \
    em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span \
    strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr math merror mfrac mi mmultiscripts mn mo \
    mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder \
    munderover";

/// The attributes that they may have.
const ATTRIBUTES: &str = "alt alttext class colspan datetime dir display displaystyle height href id lang \
    linethickness mathvariant open rel reversed role rowspan scope src start stretchy title type value width";

#[test]
fn no_markup_gets_through() {
    let mut cases = 0;
    for case in include_str!("hostile/markup.txt").split("\n=== ").skip(1) {
        let (name, rest) = case.split_once('\n').unwrap();
        let (input, _) = rest.split_once("\n---\n").unwrap();
        for whole_page in [false, true] {
            let html = format!("<!DOCTYPE html><title>A page</title><body><main><p>{FILLER}</p>{input}</main>");
            let options = Options { whole_page, ..Options::default() };
            let article = extract(&html, &options).unwrap_or_else(|error| panic!("{name}: {error}"));
            check_is_safe(name, &article.content);
            for text in [&article.text, &article.markdown] {
                assert!(!text.contains("](javascript:") && !text.contains('\u{1b}'), "{name}: {text}");
            }
            cases += 1;
        }
    }
    assert!(cases >= 40, "only {cases} cases found");
}

const FILLER: &str = "The kettle had been on the stove for an hour before anyone noticed that the water was gone, \
    and by then the kitchen smelled of hot iron, old tea and something else that nobody could name.";

/// Reads the tags of HTML that is written in one way only: lower case, every value in double quotes.
fn check_is_safe(name: &str, html: &str) {
    let allowed = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
    for markup in html.split('<').skip(1) {
        let (tag, _) = markup.split_once('>').unwrap_or_else(|| panic!("{name}: a tag does not end: {html}"));
        let (element, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(allowed(TAGS, element.trim_start_matches('/')), "{name}: <{tag}>");
        while !attributes.is_empty() {
            let (attribute, rest) = attributes.split_once("=\"").unwrap_or_else(|| panic!("{name}: <{tag}>"));
            let (value, rest) = rest.split_once('"').unwrap_or_else(|| panic!("{name}: <{tag}>"));
            assert!(allowed(ATTRIBUTES, attribute.trim()), "{name}: <{tag}>");
            if matches!(attribute.trim(), "href" | "src") {
                let scheme = value.split([':', '/', '?', '#']).next().unwrap_or_default();
                let is_relative = !value[scheme.len()..].starts_with(':');
                let is_picture =
                    attribute.trim() == "src" && value.starts_with("data:image/") && !value.contains("svg");
                let is_known = matches!(scheme, "http" | "https" | "mailto" | "tel");
                assert!(is_relative || is_picture || is_known, "{name}: <{tag}>");
            }
            if matches!(attribute.trim(), "id") {
                assert!(value.starts_with("recto-"), "{name}: <{tag}>");
            }
            attributes = rest.trim_start();
        }
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
        ("an endless attribute", format!("{prose}<p title=\"{}", "a".repeat(1_000_000))),
    ];
    for (name, html) in pages {
        for whole_page in [false, true] {
            match extract(&html, &Options { whole_page, ..Options::default() }) {
                Ok(article) => check_is_safe(name, &article.content),
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
