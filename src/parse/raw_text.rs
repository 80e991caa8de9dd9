//! Scripts and style sheets, which the tokenizer skips.
//!
//! They are two fifths of a page's bytes, and all that matters of most is where they end. So the tokenizer goes on
//! with the end tag.

use html5ever::local_name;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::Tag;

use super::flatten::Kept;

/// What a script or style sheet holds, whose start tag has just been read.
#[derive(Debug, Clone, Copy)]
pub(super) struct RawText {
    is_script: bool,
    /// Whether it is data or a formula, and so has to be read.
    pub(super) is_kept: bool,
}

impl RawText {
    /// The element that the tag starts, if its content can be skipped.
    pub(super) fn of(tag: &Tag) -> Option<RawText> {
        match tag.name {
            local_name!("script") => {
                let kind = tag.attrs.iter().find(|attr| attr.name.local == local_name!("type"));
                let is_kept = kind.is_some_and(|kind| Kept::of(&kind.value).is_some());
                Some(RawText { is_script: true, is_kept })
            }
            local_name!("style") => Some(RawText { is_script: false, is_kept: false }),
            _ => None,
        }
    }

    /// The content, which ends before the `<` of the end tag or with the page, and the rest of the page.
    pub(super) fn split(self, html: &str) -> (&str, &str) {
        let end = if self.is_script { script_end(html) } else { style_end(html) };
        html.split_at(end.unwrap_or(html.len()))
    }
}

/// The text as the tokenizer would give it.
pub(super) fn normalised(text: &str) -> StrTendril {
    if memchr::memchr2(b'\r', 0, text.as_bytes()).is_some() {
        StrTendril::from(text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{FFFD}"))
    } else {
        StrTendril::from_slice(text)
    }
}

fn style_end(html: &str) -> Option<usize> {
    memchr::memchr_iter(b'<', html.as_bytes()).find(|&place| is_tag(html, place, "</style"))
}

/// How the script goes on, by the HTML standard's "script data" states.
#[derive(PartialEq)]
enum ScriptState {
    Plain,
    /// After `<!--`.
    Escaped,
    /// After `<script` in what is escaped: the next end tag is part of the script.
    DoubleEscaped,
}

fn script_end(html: &str) -> Option<usize> {
    let mut state = ScriptState::Plain;
    let mut from = 0;
    for place in memchr::memchr_iter(b'<', html.as_bytes()) {
        // The two hyphens of `<!-->` both begin and end it.
        if state != ScriptState::Plain && html.get(from..place).is_some_and(|between| between.contains("-->")) {
            state = ScriptState::Plain;
        }
        from = place;
        match state {
            ScriptState::Plain | ScriptState::Escaped if is_tag(html, place, "</script") => return Some(place),
            ScriptState::Plain if html.get(place..).is_some_and(|rest| rest.starts_with("<!--")) => {
                state = ScriptState::Escaped;
                from = place + 2;
            }
            ScriptState::Escaped if is_tag(html, place, "<script") => state = ScriptState::DoubleEscaped,
            ScriptState::DoubleEscaped if is_tag(html, place, "</script") => state = ScriptState::Escaped,
            _ => {}
        }
    }
    None
}

/// Whether a tag of this beginning is at the place.
fn is_tag(html: &str, place: usize, beginning: &str) -> bool {
    let rest = html.as_bytes().get(place..).unwrap_or_default();
    rest.split_at_checked(beginning.len()).is_some_and(|(start, after)| {
        start.eq_ignore_ascii_case(beginning.as_bytes())
            && matches!(after.first(), Some(b'\t' | b'\n' | b'\x0C' | b'\r' | b' ' | b'/' | b'>'))
    })
}
