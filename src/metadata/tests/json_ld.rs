use super::of;
use crate::Article;

fn with(json: &str) -> Article {
    of(&format!("<title>Rain is wet</title><script type=application/ld+json>{json}</script>"))
}

/// Each gives the same author and day.
#[track_caller]
fn check(json: &str) {
    let found = with(json);
    assert_eq!(found.authors, ["Ada Lovelace"], "{json}");
    assert_eq!(found.published.as_deref(), Some("2024-03-05"), "{json}");
    assert_eq!(found.sources["byline"], "json-ld", "{json}");
}

#[test]
fn shapes() {
    check(r#"{"@type":"NewsArticle","author":"Ada Lovelace","datePublished":"2024-03-05"}"#);
    check(r#"{"@type":"NewsArticle","author":{"@type":"Person","name":"Ada Lovelace"},"datePublished":"2024-03-05"}"#);
    check(r#"{"@type":"NewsArticle","author":[{"name":"Ada Lovelace"}],"datePublished":["2024-03-05"]}"#);
    check(
        r#"{"@type":["Thing","BlogPosting"],"author":{"name":["Ada Lovelace"]},"datePublished":{"@value":"2024-03-05"}}"#,
    );
    check(
        r#"{"@type":"http://schema.org/Article","author":{"givenName":"Ada","familyName":"Lovelace"},"datePublished":"2024-03-05"}"#,
    );
    check(
        r#"[{"@type":"WebSite","name":"x"},{"@type":"Article","creator":"Ada Lovelace","datePublished":"2024-03-05"}]"#,
    );
    check(
        r#"{"@type":"WebPage","mainEntity":{"@type":"Article","author":"Ada Lovelace","datePublished":"2024-03-05"}}"#,
    );
}

#[test]
fn references_are_followed() {
    check(
        r##"{"@graph":[{"@type":"Article","author":{"@id":"#ada"},"datePublished":"2024-03-05"},
            {"@id":"#ada","@type":"Person","name":"Ada Lovelace"}]}"##,
    );
    let looped = with(r##"{"@graph":[{"@type":"Article","@id":"#a","author":{"@id":"#a"},"headline":"Rain"}]}"##);
    assert_eq!(looped.authors, <[&str; 0]>::default());
}

#[test]
fn of_several_items_the_one_the_page_is_about() {
    check(
        r#"{"@type":"Article","headline":"Snow is cold","author":"Nobody","datePublished":"1999-01-01"}</script>
           <script type=application/ld+json>
           {"@type":"Article","headline":"Rain is wet","author":"Ada Lovelace","datePublished":"2024-03-05"}"#,
    );
    check(
        r#"[{"@type":"ItemList","itemListElement":[{"@type":"Article","author":"Nobody","datePublished":"1999-01-01"}]},
            {"@type":"Article","author":"Ada Lovelace","datePublished":"2024-03-05"}]"#,
    );
    check(
        r#"[{"@type":"Article","url":"https://example.com/other","author":"Nobody","datePublished":"1999-01-01"},
            {"@type":"Article","url":"http://www.example.com/news/story/?a","author":"Ada Lovelace","datePublished":"2024-03-05"}]"#,
    );
}

#[test]
fn what_templates_break_is_mended() {
    let article = r#"{"@type":"Article","author":"Ada Lovelace","datePublished":"2024-03-05"}"#;
    check(&format!("<!-- {article} -->"));
    check(&format!("//<![CDATA[\n{article}\n//]]>"));
    check(&format!("{article};"));
    check(
        "{\"@type\":\"Article\",\"description\":\"two\nlines\t\",\"author\":\"Ada Lovelace\",\"datePublished\":\"2024-03-05\",}",
    );
    check(r#"{"@type":"Article","keywords":["a","b",],"author":"Ada Lovelace","datePublished":"2024-03-05"}"#);
    check(r#"{"@type":"Article","description":"it\'s","author":"Ada Lovelace","datePublished":"2024-03-05"}"#);
    check(&format!("{article}{article}"));
}

#[test]
fn entities_are_decoded_once_and_tags_go() {
    let found = with(
        r#"{"@type":"Article","author":"Tom &amp; Jerry&#39;s","description":"<p>Rain &amp;amp; <b>wet</b>&nbsp;feet</p>"}"#,
    );
    assert_eq!(found.byline.as_deref(), Some("Tom & Jerry's"));
    assert_eq!(found.excerpt.as_deref(), Some("Rain &amp; wet feet"));
}

#[test]
fn the_rest_of_an_article() {
    let found = with(
        r#"{"@type":"NewsArticle","articleSection":"Weather","keywords":"rain, water","inLanguage":"en_gb",
            "dateModified":"2024-03-06","image":{"url":"/rain.jpg"},"publisher":{"name":"The Paper"}}"#,
    );
    assert_eq!(found.section.as_deref(), Some("Weather"));
    assert_eq!(found.tags, ["rain", "water"]);
    assert_eq!(found.lang.as_deref(), Some("en-GB"));
    assert_eq!(found.modified.as_deref(), Some("2024-03-06"));
    assert_eq!(found.image.as_deref(), Some("https://example.com/rain.jpg"));
    assert_eq!(found.site_name.as_deref(), Some("The Paper"));
}
