//! Text that a page carries in its data and not in its elements: JSON-LD bodies, and the state that frameworks hand to
//! their scripts. It is read as it stands, as a fallback where the page shows less; no script runs.

use serde_json::Value;

use crate::dom::Document;
use crate::lexicon::schema_org::THREAD_TYPES;
use crate::structured::{Structured, decode_entities, hydration_state, objects, strings, types};
use crate::words::Count;

/// How the trace refers to it.
pub const NAME: &str = "hydration_fallback";

/// Fewer words than these are a teaser, not a text.
const MIN_WORDS: u32 = 40;

/// The mean F1 by words of what was read from data, over the pages of the corpus where that happened.
pub const EXPECTED_F1: f32 = 0.4;

/// The key of an article's text in JSON-LD.
const BODY: &str = "articleBody";

/// Keys that hold a text in some data and much else in other: better than nothing only.
const LOOSE: [&str; 4] = ["description", "body", "content", "html"];

/// The longest text in the page's data, as HTML, if it is much longer than the words shown. `None` where there is
/// none worth reading.
pub fn longest(page: &Document, structured: &Structured, shown: u32) -> Option<String> {
    let mut texts: Vec<String> = Vec::new();
    let json_ld = &structured.json_ld.values;
    for data in json_ld {
        texts.extend(body(data, &[BODY]));
        texts.extend(posts(data));
    }
    if shown < MIN_WORDS {
        texts.extend(json_ld.iter().filter_map(|data| body(data, &LOOSE)));
        texts.extend(hydration_state(page).filter_map(|data| body(&data, &LOOSE)));
    }
    let mut longest: Option<(String, u32)> = None;
    for text in texts {
        let words = words_shown(&text);
        if words >= MIN_WORDS && words > 2 * shown && longest.as_ref().is_none_or(|(_, most)| words > *most) {
            longest = Some((text, words));
        }
    }
    longest.map(|(text, _)| text)
}

/// How many words HTML shows, those in tags left out.
fn words_shown(html: &str) -> u32 {
    let parts = html.split('<').enumerate();
    let shown =
        parts.filter_map(|(at, part)| if at == 0 { Some(part) } else { part.split_once('>').map(|(_, text)| text) });
    shown.map(|text| Count::of(text).words).sum()
}

/// The longest string with one of the keys.
fn body(data: &Value, keys: &[&str]) -> Option<String> {
    html(keys.iter().flat_map(|key| strings(data, key)).max_by_key(|value| value.len())?)
}

/// Where the data is about a thread, all its posts, in order.
fn posts(data: &Value) -> Option<String> {
    if !objects(data).flat_map(types).any(|kind| THREAD_TYPES.contains(&kind)) {
        return None;
    }
    let posts: Vec<String> = strings(data, "text").filter_map(html).collect();
    (!posts.is_empty()).then(|| posts.concat())
}

/// A string of data as HTML: as it is where it is HTML, or HTML written as text; else a paragraph for each line.
fn html(text: &str) -> Option<String> {
    let has_tags = |text: &str| text.contains("</") || text.contains("<br") || text.contains("<p>");
    if has_tags(text) {
        return Some(format!("<div>{text}</div>"));
    }
    let decoded = decode_entities(text);
    if has_tags(&decoded) {
        return Some(format!("<div>{decoded}</div>"));
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let paragraphs: Vec<String> = lines.map(|line| format!("<p>{}</p>", line.replace('<', "&lt;"))).collect();
    (!paragraphs.is_empty()).then(|| paragraphs.concat())
}

#[cfg(test)]
mod tests {
    use super::{html, words_shown};

    #[test]
    fn strings_become_html() {
        let check = |text: &str, expected: &str| assert_eq!(html(text).as_deref(), Some(expected));
        check("One.\n\nTwo < three.", "<p>One.</p><p>Two &lt; three.</p>");
        check("<p>One.</p>", "<div><p>One.</p></div>");
        check("&lt;p&gt;One.&lt;/p&gt;", "<div><p>One.</p></div>");
    }

    #[test]
    fn tags_are_no_words() {
        assert_eq!(words_shown("One <span class='a b'>two</span><br>three"), 3);
    }
}
