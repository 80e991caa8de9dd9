//! What must hold of every article, whatever page it is made of, written down once more, by hand: the attacks and the
//! fuzzer are held to it.

use pulldown_cmark::{Event, Parser, Tag as MdTag};
use recto::Article;
use serde_json::Value;

use crate::safe::{check_address, check_is_safe, check_is_settled, unescaped};

/// Safe in every format, and no field says what it cannot mean.
pub(crate) fn check_article(name: &str, article: &Article) {
    check_is_safe(name, &article.content);
    check_is_settled(name, &article.content);
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
            assert!(has_layout || text == text.trim(), "{name}: {field} has space around it: {text:?}");
            if matches!(field, "image" | "favicon" | "canonicalUrl" | "license") {
                assert!(text.starts_with("https://") || text.starts_with("http://"), "{name}: {field} is {text}");
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
