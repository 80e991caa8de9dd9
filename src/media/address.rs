//! What is read from a picture's address: how wide it is, and which picture it shows.

use crate::lexicon::images::{RASTER_EXTENSIONS, SIZES, WIDTHS};

/// Widths of pictures, in pixels: smaller and larger numbers in an address count or name something else.
const MIN_WIDTH: f32 = 8.0;
const MAX_WIDTH: f32 = 10_000.0;

/// The most digits of a width; longer numbers are ids.
const MAX_DIGITS: usize = 5;

/// `w` and `s` mark a width before so many digits: before fewer they name a version.
const MIN_MARKED_DIGITS: usize = 2;

/// The longest name of a resizing service's setting, in bytes: `w`, `fit`; longer ones are words of a file's name.
const MAX_SETTING: usize = 3;

/// The host of an address, without a port; empty where it names none.
pub(crate) fn host(url: &str) -> &str {
    let rest = url.split_once("//").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

/// The width that the address names: `a-300x200.jpg`, `a.jpg?w=300`, `/w_300,h_200/a.jpg`, `300px-a.jpg`.
pub(crate) fn width(url: &str) -> Option<f32> {
    let (mut last, mut last_mark) = ("", '/');
    let mut rest = url;
    while !rest.is_empty() {
        let (word, after) = rest.split_at(rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len()));
        if let Some(width) = width_of_word(word, last, last_mark) {
            return Some(width);
        }
        last = word;
        let mut marks = after.chars();
        last_mark = marks.next().unwrap_or(' ');
        rest = marks.as_str();
    }
    None
}

/// The width that a part of the address names, after the part and the sign before it.
fn width_of_word(word: &str, last: &str, last_mark: char) -> Option<f32> {
    let is_named_width =
        matches!(last_mark, '=' | '_' | '-' | ':') && WIDTHS.iter().any(|name| last.eq_ignore_ascii_case(name));
    let pair = || word.split_once('x').filter(|(_, height)| is_number(height)).map(|(width, _)| width);
    // Google's and Blogger's addresses: `=w600-h400`, `/s1600/`.
    let short = || match last_mark {
        '=' | '/' => word.strip_prefix(['w', 's']).filter(|width| width.len() >= MIN_MARKED_DIGITS),
        _ => None,
    };
    let digits = is_named_width.then_some(word).or_else(pair).or_else(|| word.strip_suffix("px")).or_else(short)?;
    let width = digits.parse::<f32>().ok().filter(|_| is_number(digits))?;
    (MIN_WIDTH..=MAX_WIDTH).contains(&width).then_some(width)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= MAX_DIGITS && text.bytes().all(|b| b.is_ascii_digit())
}

/// What is the same for one picture in all its sizes: its path without sizes, or where a service resizes pictures
/// of other addresses, that of the other.
pub(crate) fn picture(url: &str) -> String {
    let lower = url.to_ascii_lowercase().replace("%2f", "/").replace("%3a", ":");
    // `…/fetch/w_400/https://example.com/a.jpg`, `…?url=https://example.com/a.jpg&w=400`
    let inner =
        lower.rfind("http").filter(|&at| at > 0).and_then(|at| lower.get(at..)).filter(|rest| rest.contains("://"));
    let inner = inner.or_else(|| lower.split_once("?url=").map(|(_, rest)| rest));
    let address = inner.unwrap_or(&lower);
    let address = address.split('#').next().unwrap_or_default();
    let (path, query) = address.split_once(['?', '&']).unwrap_or((address, ""));
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    // WordPress's own service has the original's address as its path.
    let path = path.split_once(".wp.com/").filter(|(host, _)| host.len() == 2).map_or(path, |(_, rest)| rest);
    let (stem, extension) = match path.rsplit_once('.') {
        Some((stem, extension)) if is_raster_extension(extension) || matches!(extension, "svg") => (stem, extension),
        // Pictures of one script differ in the query.
        _ => return format!("{path}?{query}"),
    };
    let stem: Vec<&str> = stem.split('/').filter(|part| !is_transform(part)).collect();
    let name = stem.last().copied().unwrap_or_default();
    let folders = stem.get(..stem.len().saturating_sub(1)).unwrap_or_default().join("/");
    format!("{folders}/{}.{}", without_size(name), if extension == "svg" { "svg" } else { "" })
}

/// Whether a part of a path only sets a size: `w_300,h_200`, `300x200`, `s1600`, `resize`.
fn is_transform(part: &str) -> bool {
    let is_setting = |word: &str| {
        word.split_once(['_', '=', ':'])
            .is_some_and(|(name, value)| (1..=MAX_SETTING).contains(&name.len()) && !value.is_empty())
    };
    part.contains(',') && part.split(',').all(is_setting)
        || width_of_word(part, "", '/').is_some()
        || part.strip_prefix("w_").is_some_and(is_number)
}

/// A file's name without its size: `a-300x200`, `a@2x`, `a-scaled`, `300px-a`, `a_large`.
fn without_size(name: &str) -> &str {
    let name = match name.split_once("px-") {
        Some((width, rest)) if is_number(width) => rest,
        _ => name,
    };
    let name = name.strip_suffix("@2x").or_else(|| name.strip_suffix("@3x")).unwrap_or(name);
    match name.rfind(['-', '_']) {
        Some(at) if at > 0 => {
            let (stem, suffix) = name.split_at(at);
            let suffix = suffix.get(1..).unwrap_or_default();
            let is_size =
                SIZES.contains(&suffix) || suffix.split_once('x').is_some_and(|(w, h)| is_number(w) && is_number(h));
            if is_size { stem } else { name }
        }
        _ => name,
    }
}

/// Whether the address leads to a picture's file rather than to a page about it.
pub(crate) fn is_picture_file(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    // Wikis have pages named `File:A.jpg`.
    let is_page = name.contains(':') || name.to_ascii_lowercase().contains("%3a") && !name.contains("%2F");
    !is_page && path.rsplit_once('.').is_some_and(|(_, extension)| is_raster_extension(extension))
}

fn is_raster_extension(extension: &str) -> bool {
    RASTER_EXTENSIONS.iter().any(|e| e.eq_ignore_ascii_case(extension))
}
