//! What makes content safe, written down once more, by hand: the fuzzer and the attacks are held to it.

/// The elements that content may be made of, written down once more, by hand.
const TAGS: &str = "a abbr address article aside b bdi bdo blockquote br caption cite code dd del details dfn div dl dt \
    em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span \
    strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr math merror mfrac mi mmultiscripts mn mo \
    mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder \
    munderover";

/// The attributes that they may have.
const ATTRIBUTES: &str = "alt alttext class colspan datetime dir display displaystyle height href id lang \
    linethickness mathvariant open rel reversed role rowspan scope src start stretchy title type value width";

/// Reads the tags of HTML that is written in one way only: lower case, every value in double quotes.
pub(crate) fn check_is_safe(name: &str, html: &str) {
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
                check_address(name, value, attribute.trim() == "src");
            }
            if matches!(attribute.trim(), "id") {
                assert!(value.starts_with("recto-"), "{name}: <{tag}>");
            }
            attributes = rest.trim_start();
        }
    }
}

/// Links lead to the web, a mailbox, a telephone or a place of the page; pictures may be in their address.
#[track_caller]
pub(crate) fn check_address(name: &str, address: &str, may_be_picture: bool) {
    let scheme = address.split([':', '/', '?', '#']).next().unwrap_or_default();
    let is_relative = !address[scheme.len()..].starts_with(':');
    let is_picture = may_be_picture && address.starts_with("data:image/") && !address.contains("svg");
    let is_known = matches!(scheme, "http" | "https" | "mailto" | "tel");
    assert!(is_relative || is_picture || is_known, "{name}: {address}");
}
