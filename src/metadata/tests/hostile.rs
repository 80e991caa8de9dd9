use super::{at, of};

#[test]
fn controls_and_steering_characters_go() {
    for (html, title) in [
        ("<h1>Rain\u{202E}tew si</h1>", "Raintew si"),
        ("<h1>Ra\u{200B}in\u{AD} is \u{2066}wet\u{2069}</h1>", "Rain is wet"),
        ("<h1>Rain\n\t  is&nbsp;wet\u{7}</h1>", "Rain is wet"),
        ("<meta property=og:title content='Rain &lt;b&gt;is&lt;/b&gt; wet'>", "Rain is wet"),
        ("<h1>How to use &lt;div&gt;</h1>", "How to use <div>"),
        ("<meta property=og:title content='Rain &amp;amp; wet'>", "Rain &amp; wet"),
    ] {
        assert_eq!(of(html).title.as_deref(), Some(title), "{html}");
    }
}

#[test]
fn only_addresses_on_the_web_are_kept() {
    for bad in [
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
        "blob:x",
        "file:///etc/passwd",
        "mailto:a@b.c",
        "#top",
        "//[",
        "  ",
    ] {
        let page = format!(
            "<meta property=og:image content='{bad}'><link rel=icon href='{bad}'><link rel=canonical href='{bad}'>\
             <script type=application/ld+json>{{\"@type\":\"Article\",\"image\":\"{bad}\"}}</script>"
        );
        let found = of(&page);
        assert_eq!((found.image, found.favicon, found.canonical_url), (None, None, None), "{bad}");
    }
    assert_eq!(at(None, "<meta property=og:image content=/a.png>").image, None);
}

#[test]
fn lengths_are_capped() {
    let long = "word ".repeat(10_000);
    let page = format!(
        "<title>{long}</title><meta name=description content='{long}'><meta name=author content='{long}'>\
         <meta name=keywords content='{}'><h1>{long}</h1>",
        "a,b".repeat(10_000)
    );
    let found = of(&page);
    assert!(found.title.is_some_and(|title| title.len() <= 500));
    assert!(found.excerpt.is_some_and(|excerpt| excerpt.len() <= 500));
    assert_eq!(found.byline, None);
    assert!(found.tags.len() <= 30);
}

/// What grows with the square of the page would take minutes here.
#[test]
fn large_pages_of_one_thing_are_read() {
    let many = 30_000;
    for part in [
        "<h1>Rain</h1>",
        "<div class='author date title dek related'>",
        "<p itemscope itemprop=author itemtype=x/Article>",
        "<time datetime=2024-03-05>",
        "<meta property=og:title content=rain>",
        "<link rel=icon href=/a>",
        "<a rel=author>x</a>",
        "<aside>",
        "<meta name=date content=9999999999999999999999>",
    ] {
        of(&part.repeat(many));
    }
    for text in ["<", "&#", "By ", "1/", "{\"@graph\":[", "\"\\", "5 March ", "年", ",", "| "] {
        let long = text.repeat(many);
        of(&format!(
            "<script type=application/ld+json>{long}</script><title>{long}</title><h1>{long}</h1><p class=byline>{long}"
        ));
        of(&format!(
            "<meta name=author content='{}'><meta name=date content='{}'>",
            long.replace('\'', ""),
            long.replace('\'', "")
        ));
    }
}

#[test]
fn deep_json_is_no_harm() {
    for open in ["[", "{\"a\":"] {
        let found = of(&format!("<h1>Rain</h1><script type=application/ld+json>{}</script>", open.repeat(100_000)));
        assert_eq!(found.title.as_deref(), Some("Rain"));
    }
}

#[test]
fn the_same_page_gives_the_same() {
    let page = "<h1>Rain</h1><p class=byline>By Ada Lovelace</p><time>5 March 2024</time>";
    assert_eq!(of(page), of(page));
}

#[test]
fn nothing_comes_of_nothing() {
    let found = at(None, "");
    assert_eq!(found, crate::Article::default());
}
