//! What must hold of every article, whatever page it is made of, written down once more, by hand: the attacks and the
//! fuzzer are held to it.

use std::collections::HashSet;
use std::sync::LazyLock;

use pulldown_cmark::{Event, Parser, Tag as MdTag};
use recto::Article;
use serde_json::Value;
use url::Url;

/// The elements that content may be made of.
const TAGS: &str = "a abbr address article aside b bdi bdo blockquote br caption cite code dd del details dfn div dl dt \
    em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span \
    strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr math merror mfrac mi mmultiscripts mn mo \
    mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder \
    munderover";

/// The attributes that they may have.
const ATTRIBUTES: &str = "alt alttext class colspan datetime dir display displaystyle height href id lang \
    linethickness mathvariant open rel reversed role rowspan scope src start stretchy title type value width";

/// The schemes that addresses may have; of `data`, pictures only.
const SCHEMES: [&str; 5] = ["http", "https", "mailto", "tel", "data"];

/// Safe in every format, and no field says what it cannot mean.
pub(crate) fn check_article(name: &str, article: &Article) {
    check_is_safe(name, &article.content);
    check_is_read_as_written(name, &article.content);
    check_markdown_is_safe(name, &article.markdown);
    let fields = serde_json::to_value(article).unwrap();
    check_is_plain(name, "", &fields);
    assert!(!article.text.is_empty() || !article.images.is_empty(), "{name}: an article of nothing");
    assert!((0.0..=1.0).contains(&article.confidence), "{name}: a confidence of {}", article.confidence);
    assert!(article.reading_minutes.min <= article.reading_minutes.max, "{name}: {:?}", article.reading_minutes);
    for date in [&article.published, &article.modified].into_iter().flatten() {
        let day: Vec<_> = date.get(..10).unwrap_or_default().split('-').map(str::parse::<u32>).collect();
        assert!(matches!(day[..], [Ok(1000..=9999), Ok(1..=12), Ok(1..=31)]), "{name}: {date} is no date");
    }
    for heading in &article.headings {
        let ids = article.content.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        assert_eq!(
            ids.filter(|id| unescaped(id) == heading.id).count(),
            1,
            "{name}: {heading:?} is not in the content"
        );
    }
    for field in article.sources.keys() {
        assert!(!matches!(&fields[field.as_str()], Value::Null), "{name}: {field} has a source and no value");
    }
}

/// Reads the tags of HTML that is written in one way only: lower case, every value in double quotes.
fn check_is_safe(name: &str, html: &str) {
    let allowed = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
    let mut ids = HashSet::new();
    for markup in html.split('<').skip(1) {
        let (tag, _) = markup.split_once('>').unwrap_or_else(|| panic!("{name}: a tag does not end: {html}"));
        let (element, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(allowed(TAGS, element.trim_start_matches('/')), "{name}: <{tag}>");
        while !attributes.is_empty() {
            let (attribute, rest) = attributes.split_once("=\"").unwrap_or_else(|| panic!("{name}: <{tag}>"));
            let (value, rest) = rest.split_once('"').unwrap_or_else(|| panic!("{name}: <{tag}>"));
            assert!(allowed(ATTRIBUTES, attribute.trim()), "{name}: <{tag}>");
            if matches!(attribute.trim(), "href" | "src") {
                check_address(name, &unescaped(value), attribute.trim() == "src");
            }
            if matches!(attribute.trim(), "id") {
                assert!(value.starts_with("recto-"), "{name}: <{tag}>");
                assert!(ids.insert(value), "{name}: two are called {value}: {html}");
            }
            attributes = rest.trim_start();
        }
    }
}

/// An attribute's value as it is meant.
fn unescaped(value: &str) -> String {
    let value = value.replace("&nbsp;", "\u{A0}").replace("&lt;", "<").replace("&gt;", ">");
    value.replace("&quot;", "\"").replace("&amp;", "&")
}

/// A browser's parser reads the HTML as what it says, and finds nothing in it to take out: so ammonia, which parses,
/// filters and writes again, gives it back as it is.
fn check_is_read_as_written(name: &str, html: &str) {
    static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
        let mut cleaner = ammonia::Builder::empty();
        cleaner.tags(TAGS.split_whitespace().collect());
        cleaner.generic_attributes(ATTRIBUTES.split_whitespace().collect());
        cleaner.url_schemes(SCHEMES.into()).link_rel(None);
        cleaner
    });
    assert_eq!(CLEANER.clean(html).to_string(), html, "{name}: read again, it is another");
}

/// Links lead to the web, a mailbox, a telephone or a place of the page, as a browser reads them; raster pictures may be in
/// their address.
#[track_caller]
fn check_address(name: &str, address: &str, may_be_picture: bool) {
    let page = Url::parse("https://example.com/").unwrap();
    let Ok(target) = page.join(address) else { return };
    let picture = target.path().strip_prefix("image/").map(|data| data.split([';', ',']).next().unwrap_or_default());
    let is_known = match target.scheme() {
        "data" => may_be_picture && picture.is_some_and(|kind| !kind.contains("svg") && !kind.contains("xml")),
        scheme => SCHEMES.contains(&scheme),
    };
    assert!(is_known, "{name}: {address}");
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
            // An excerpt may be the beginning of the content.
            let is_of_the_page = has_layout || matches!(field, "src" | "alt" | "caption" | "excerpt");
            assert!(is_of_the_page || !text.contains(steers), "{name}: {field} is turned around: {text:?}");
            assert!(is_of_the_page || text.len() <= 20_000, "{name}: {field} has {} bytes", text.len());
            assert!(has_layout || text == text.trim(), "{name}: {field} has space around it: {text:?}");
            if matches!(field, "image" | "favicon" | "canonicalUrl" | "license") {
                assert!(text.starts_with("https://") || text.starts_with("http://"), "{name}: {field} is {text}");
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
