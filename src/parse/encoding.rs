//! Repairs text that was decoded in the wrong encoding. Where a server named none, programs that save pages read UTF-8 as
//! Latin-1 (`it’s` becomes `itâ\u{80}\u{99}s`), and what Windows wrote beyond Latin-1 becomes controls (`it\u{92}s`).
//! No author writes those control characters, so they reveal it.

use std::borrow::Cow;

/// What the bytes 0x80 to 0x9F are in Windows-1252, as the WHATWG Encoding Standard has it, which reads all Latin-1 so.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The text as its writer meant it.
pub(super) fn fix_mojibake(html: &str) -> Cow<'_, str> {
    // In UTF-8, the controls from 0x80 on are this byte and themselves.
    let is_control = |at: usize| html.as_bytes().get(at + 1).is_some_and(|&byte| byte < 0xA0);
    if !memchr::memchr_iter(0xC2, html.as_bytes()).any(is_control) {
        return Cow::Borrowed(html);
    }
    let bytes: Option<Vec<u8>> = html.chars().map(|c| u8::try_from(c).ok()).collect();
    match bytes.map(String::from_utf8) {
        Some(Ok(text)) => Cow::Owned(text),
        _ => Cow::Owned(html.chars().map(windows).collect()),
    }
}

fn windows(c: char) -> char {
    let place = u32::from(c).checked_sub(0x80);
    place.and_then(|place| WINDOWS.get(place as usize)).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(fix_mojibake(html), expected);
    }

    #[test]
    fn text_is_as_its_writer_meant_it() {
        check("<p>It’s übergroß, £5", "<p>It’s übergroß, £5");
        check("<p>Itâ\u{80}\u{99}s Ã¼bergroÃ\u{9F}, Â£5", "<p>It’s übergroß, £5");
        check("<p>It\u{92}s übergroß, £5 \u{96} or more", "<p>It’s übergroß, £5 – or more");
        check("<p>It\u{92}s “quoted”", "<p>It’s “quoted”");
        check("<p>Itâ\u{80}\u{99}s 日", "<p>Itâ€™s 日");
    }
}
