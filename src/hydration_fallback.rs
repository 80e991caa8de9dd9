//! Text that a page carries in its data and not in its elements: JSON-LD bodies, and the state that frameworks hand to
//! their scripts. It is read as it stands, as a fallback where the page shows less; no script runs.

use crate::dom::{Attr, Document};
use crate::score::schema_overlap::strings;
use crate::words::Count;

/// Fewer words than these are a teaser, not a text.
const FEWEST_WORDS: u32 = 40;

/// The mean F1 by words of what was read from data, over the pages of the corpus where that happened.
pub const EXPECTED_F1: f32 = 0.4;

/// The longest text in the page's data, as HTML, if it is much longer than the words shown. `None` where there is
/// none worth reading.
pub fn longest(page: &Document, shown: u32) -> Option<String> {
    let mut longest: Option<(String, u32)> = None;
    for (id, script) in page.data_scripts() {
        // What structured data call a body is one; what has a looser name is better than nothing only.
        let structured = page.attr(id, Attr::Type).is_some_and(|kind| kind.contains("ld+json"));
        let bodies = if structured { [body(script, &["articleBody"]), posts(script)] } else { [None, None] };
        let loose = if shown < FEWEST_WORDS { body(script, &["description", "body", "content", "html"]) } else { None };
        for text in bodies.into_iter().chain([loose]).flatten() {
            let words = Count::of(&text).words;
            if words >= FEWEST_WORDS && words > 2 * shown && longest.as_ref().is_none_or(|(_, most)| words > *most) {
                longest = Some((text, words));
            }
        }
    }
    longest.map(|(text, _)| text)
}

/// The longest string with one of the keys.
fn body(script: &str, keys: &[&str]) -> Option<String> {
    html(keys.iter().flat_map(|key| strings(script, key)).max_by_key(|value| value.len())?)
}

/// Where the data is about a thread, all its posts, in order.
fn posts(script: &str) -> Option<String> {
    const THREADS: [&str; 3] = ["DiscussionForumPosting", "QAPage", "SocialMediaPosting"];
    if !THREADS.iter().any(|thread| script.contains(thread)) {
        return None;
    }
    let posts: Vec<String> = strings(script, "text").filter_map(html).collect();
    (!posts.is_empty()).then(|| posts.concat())
}

/// A string of JSON as HTML: as it is where it is HTML, or HTML written as text; else a paragraph for each line.
fn html(json: &str) -> Option<String> {
    let text: String = serde_json::from_str(&format!("\"{json}\"")).ok()?;
    let has_tags = |text: &str| text.contains("</") || text.contains("<br") || text.contains("<p>");
    if has_tags(&text) {
        return Some(format!("<div>{text}</div>"));
    }
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    if has_tags(&plain) {
        return Some(format!("<div>{plain}</div>"));
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let paragraphs: Vec<String> = lines.map(|line| format!("<p>{}</p>", line.replace('<', "&lt;"))).collect();
    (!paragraphs.is_empty()).then(|| paragraphs.concat())
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn strings_become_html() {
        let check = |json: &str, expected: &str| assert_eq!(html(json).as_deref(), Some(expected));
        check("One.\\n\\nTwo < three.", "<p>One.</p><p>Two &lt; three.</p>");
        check("<p>One.<\\/p>", "<div><p>One.</p></div>");
        check("&lt;p&gt;One.&lt;/p&gt;", "<div><p>One.</p></div>");
        assert_eq!(html("bad \\u12"), None);
    }
}
