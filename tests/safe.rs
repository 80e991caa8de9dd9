//! What makes content safe, written down once more, by hand: attacks, golden pages, generated trees and the fuzzer are
//! held to it. The oracle is what others make of the content: ammonia, given this list, and html5ever.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;
use html5ever::parse_document;
use html5ever::serialize::{SerializeOpts, serialize};
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{RcDom, SerializableHandle};
use url::Url;

/// The elements that content may be made of, and the attributes that they may have beside [`ON_ALL`].
pub(crate) const ELEMENTS: &[(&str, &str)] = &[
    ("a", "href rel role"),
    ("abbr dfn", "title"),
    ("aside code figure", "class"),
    ("details", "open"),
    ("img", "src alt title width height"),
    ("li", "value"),
    ("ol", "start reversed type"),
    ("section", "role"),
    ("td", "colspan rowspan"),
    ("th", "colspan rowspan scope"),
    ("time", "datetime"),
    (
        "address article b bdi bdo blockquote br caption cite dd del div dl dt em figcaption h1 h2 h3 h4 h5 h6 hr i ins \
         kbd mark p pre q rp rt ruby s samp small span strong sub summary sup table tbody tfoot thead tr u ul var wbr",
        "",
    ),
    ("math", "display alttext"),
    ("mfrac", "linethickness"),
    ("mi", "mathvariant"),
    ("mo", "stretchy"),
    ("mstyle", "displaystyle"),
    (
        "merror mmultiscripts mn mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt msub msubsup msup mtable \
         mtd mtext mtr munder munderover",
        "",
    ),
];

/// The schemes that addresses may have; of `data`, pictures only.
const SCHEMES: [&str; 5] = ["http", "https", "mailto", "tel", "data"];

/// What every element may have.
pub(crate) const ON_ALL: &str = "id lang dir";

const LINK_REL: &str = "noopener noreferrer";

fn words(list: &str) -> HashSet<&str> {
    list.split_whitespace().collect()
}

/// Each element with its attributes.
pub(crate) fn allowed() -> HashMap<&'static str, HashSet<&'static str>> {
    ELEMENTS.iter().flat_map(|&(names, own)| names.split_whitespace().map(move |name| (name, words(own)))).collect()
}

/// Reads the tags of HTML that is written in one way only: lower case, every value in double quotes.
pub(crate) fn check_is_safe(name: &str, html: &str) {
    static ALLOWED: LazyLock<HashMap<&str, HashSet<&str>>> = LazyLock::new(allowed);
    let mut ids = HashSet::new();
    for markup in html.split('<').skip(1) {
        let (tag, _) = markup.split_once('>').unwrap_or_else(|| panic!("{name}: a tag does not end: {html}"));
        let (element, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let own = ALLOWED.get(element.trim_start_matches('/')).unwrap_or_else(|| panic!("{name}: <{tag}>"));
        while !attributes.is_empty() {
            let (attribute, rest) = attributes.split_once("=\"").unwrap_or_else(|| panic!("{name}: <{tag}>"));
            let (value, rest) = rest.split_once('"').unwrap_or_else(|| panic!("{name}: <{tag}>"));
            assert!(own.contains(attribute) || words(ON_ALL).contains(attribute), "{name}: <{tag}>");
            match attribute {
                "href" | "src" => check_address(name, &unescaped(value), attribute == "src"),
                "id" => assert!(value.starts_with("recto-") && ids.insert(value), "{name}: <{tag}>"),
                "rel" => assert_eq!(value, LINK_REL, "{name}: <{tag}>"),
                "class" => assert!(
                    value == "embed" || value.starts_with("callout-") || value.starts_with("language-"),
                    "{name}: <{tag}>"
                ),
                "role" => assert!(value.starts_with("doc-"), "{name}: <{tag}>"),
                _ => {}
            }
            attributes = rest.trim_start();
        }
    }
}

/// Links lead to the web, a mailbox, a telephone or a place of the page, as a browser reads them; raster pictures may be in
/// their address.
#[track_caller]
pub(crate) fn check_address(name: &str, address: &str, may_be_picture: bool) {
    let page = Url::parse("https://example.com/").unwrap();
    let Ok(target) = page.join(address) else { return };
    let picture = target.path().strip_prefix("image/").map(|data| data.split([';', ',']).next().unwrap_or_default());
    let is_known = match target.scheme() {
        "data" => may_be_picture && picture.is_some_and(|kind| !kind.contains("svg") && !kind.contains("xml")),
        scheme => SCHEMES.contains(&scheme),
    };
    assert!(is_known, "{name}: {address}");
}

/// An attribute's value as it is meant.
pub(crate) fn unescaped(value: &str) -> String {
    let value = value.replace("&nbsp;", "\u{A0}").replace("&lt;", "<").replace("&gt;", ">");
    value.replace("&quot;", "\"").replace("&amp;", "&")
}

/// The oracle: content means to a parser what it says, so that there is no second reading for anything to hide in.
/// ammonia has nothing to take out of it, and html5ever reads it and writes it again as the same bytes.
#[track_caller]
pub(crate) fn check_is_settled(name: &str, html: &str) {
    assert_eq!(by_ammonia(html), html, "{name}: ammonia changes it");
    assert_eq!(by_html5ever(html), html, "{name}: html5ever reads it in another way");
}

fn by_ammonia(html: &str) -> String {
    static AMMONIA: LazyLock<Builder<'static>> = LazyLock::new(|| {
        let mut attributes = allowed();
        // It writes them itself.
        attributes.values_mut().for_each(|own| own.retain(|name| *name != "rel"));
        let mut ammonia = Builder::empty();
        ammonia
            .tags(attributes.keys().copied().collect())
            .tag_attributes(attributes)
            .generic_attributes(words(ON_ALL))
            .url_schemes(SCHEMES.into())
            .link_rel(Some(LINK_REL))
            .id_prefix(Some("recto-"));
        ammonia
    });
    AMMONIA.clean(html).to_string()
}

/// The body of a page that holds the HTML.
fn by_html5ever(html: &str) -> String {
    let page = parse_document(RcDom::default(), Default::default()).one(format!("<!DOCTYPE html><body>{html}"));
    let root = page.document.children.borrow().last().cloned().expect("there is an html element");
    let body = root.children.borrow().last().cloned().expect("there is a body");
    let mut bytes = Vec::new();
    serialize(&mut bytes, &SerializableHandle::from(body), SerializeOpts::default()).expect("memory takes it");
    String::from_utf8(bytes).expect("it is UTF-8")
}
