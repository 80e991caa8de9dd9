use super::{at, of};
use crate::Direction;

#[test]
fn language() {
    for (html, lang) in [
        ("<html lang=de-at>", Some("de-AT")),
        ("<html lang=zh-hant-tw>", Some("zh-Hant-TW")),
        ("<body lang=fr>", Some("fr")),
        ("<meta property=og:locale content=pt_BR>", Some("pt-BR")),
        ("<meta http-equiv=content-language content='es, en'>", Some("es")),
        ("<html lang='{{lang}}'>", None),
        ("<p>text", None),
    ] {
        assert_eq!(of(html).lang.as_deref(), lang, "{html}");
    }
}

#[test]
fn direction() {
    for (html, dir) in [
        ("<html dir=rtl>", Some("rtl")),
        ("<body dir=RTL>", Some("rtl")),
        ("<html lang=ar>", Some("rtl")),
        ("<html lang=fa dir=ltr>", Some("ltr")),
        ("<html lang=en>", Some("ltr")),
        ("<p>שלום עולם", Some("rtl")),
        ("<p>hello", Some("ltr")),
        ("<p>123", None),
    ] {
        assert_eq!(of(html).dir.map(Direction::as_str), dir, "{html}");
    }
}

#[test]
fn the_standfirst_under_the_headline() {
    let dek = |html: &str| of(html).dek;
    assert_eq!(
        dek("<h1>Rain</h1><p class=standfirst>Why it falls, and where it goes</p>").as_deref(),
        Some("Why it falls, and where it goes")
    );
    let described = "<meta name=description content='Why it falls, and where it goes'>";
    assert_eq!(
        dek(&format!("{described}<h1>Rain</h1><h2>Why it falls, and where it goes.</h2>")).as_deref(),
        Some("Why it falls, and where it goes.")
    );
    assert_eq!(dek(&format!("{described}<h1>Rain</h1><p>It rained.</p>")), None);
    assert_eq!(dek("<h1>Rain</h1><p class=standfirst>Why it falls, and where it goes:</p>"), None);
}

#[test]
fn the_largest_icon() {
    let icons = "<link rel='shortcut icon' href=/f.ico><link rel=icon sizes='16x16 64x64' href=/64.png>\
        <link rel=apple-touch-icon sizes=180x180 href=/180.png><link rel=icon sizes=32x32 href=/32.png>";
    assert_eq!(of(icons).favicon.as_deref(), Some("https://example.com/180.png"));
    assert_eq!(of("<link rel=icon href=javascript:x>").favicon, None);
}

#[test]
fn the_address_and_the_site() {
    let found = of("<link rel=canonical href=/rain><meta property=og:site_name content='The Paper'>");
    assert_eq!(found.canonical_url.as_deref(), Some("https://example.com/rain"));
    assert_eq!(found.site_name.as_deref(), Some("The Paper"));
    assert_eq!(of("<p>text").site_name, None, "an address is no name");
    assert_eq!(
        at(None, "<link rel=canonical href=https://www.example.org/2024/03/05/rain>").published.as_deref(),
        Some("2024-03-05")
    );
}

#[test]
fn families_of_metas() {
    for (html, author) in [
        ("<meta name=parsely-author content='Ada Lovelace'>", "parsely"),
        ("<meta name=sailthru.author content='Ada Lovelace'>", "sailthru"),
        ("<meta name=DC.creator content='Ada Lovelace'>", "dublin core"),
        ("<meta name=citation_author content='Ada Lovelace'>", "citation"),
        ("<meta name=AUTHOR content='Ada Lovelace'>", "meta"),
        ("<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ada Lovelace'>", "twitter"),
        (
            "<div itemscope itemtype=http://schema.org/Article><span itemprop=author itemscope><b itemprop=name>Ada Lovelace</b></span></div>",
            "microdata",
        ),
        ("<span property=schema:author>Ada Lovelace</span>", "microdata"),
    ] {
        let found = of(html);
        assert_eq!(
            (found.byline.as_deref(), found.sources["byline"].as_str()),
            (Some("Ada Lovelace"), author),
            "{html}"
        );
    }
}

#[test]
fn microdata_of_other_items_is_not_the_pages() {
    let page = "<div itemscope itemtype=http://schema.org/Article><meta itemprop=datePublished content=2024-03-05>\
        <div itemprop=comment itemscope itemtype=http://schema.org/Comment><b itemprop=author>Troll</b></div></div>\
        <div itemscope itemtype=http://schema.org/Article><b itemprop=author>Other</b></div>";
    let found = of(page);
    assert_eq!(found.published.as_deref(), Some("2024-03-05"));
    assert_eq!(found.byline, None);
}
