//! The language and the direction of the page.

use super::candidates::{Candidates, Field};
use super::page::Page;
use crate::dom::{Attr, NodeId};

/// Languages written from right to left.
const RTL: &[&str] = &["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ku", "ps", "sd", "syr", "ug", "ur", "yi"];

/// How much text is looked at for its script, in bytes.
const LOOKED_AT: usize = 4000;

/// What the markup says of the language, most trusted first.
pub(super) fn declared(page: &Page<'_>) -> Option<String> {
    let document = page.document;
    let attrs = [NodeId::ROOT, document.body()].into_iter().filter_map(|id| document.attr(id, Attr::Lang));
    let metas = ["content-language", "dc.language", "dcterms.language", "og:locale"];
    attrs.chain(metas.into_iter().filter_map(|name| page.meta_content(name))).find_map(tag)
}

pub(super) fn read(page: &Page<'_>, candidates: &mut Candidates) {
    if let Some(lang) = declared(page) {
        candidates.add(Field::Lang, lang);
    }
    if let Some(dir) = direction(page) {
        candidates.add(Field::Dir, dir);
    }
}

/// The language that the text tells.
pub(super) fn detected(page: &Page<'_>, candidates: &mut Candidates) {
    candidates.add(Field::Lang, page.lang.as_str());
}

/// A language tag in its usual spelling: `en_us` is `en-US`. `None` for what is none.
pub(super) fn tag(value: &str) -> Option<String> {
    // `Content-Language: en, fr` names several; the first will do.
    let value = value.trim().split([',', ';', ' ']).next().unwrap_or_default();
    if value.len() > 35 {
        return None;
    }
    let mut parts = value.split(['-', '_', '.']);
    let language = parts.next().unwrap_or_default();
    if !(2..=3).contains(&language.len()) || !language.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let mut tag = language.to_ascii_lowercase();
    for part in parts {
        if part.is_empty() || part.len() > 8 || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            break;
        }
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 if part.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                let (first, rest) = part.split_at(1);
                tag.push_str(&first.to_ascii_uppercase());
                tag.push_str(&rest.to_ascii_lowercase());
            }
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(tag)
}

/// From the attribute, else by the language, else by the script of the text.
fn direction(page: &Page<'_>) -> Option<&'static str> {
    let document = page.document;
    for id in [NodeId::ROOT, document.body()] {
        match document.attr(id, Attr::Dir).map(|dir| dir.trim().to_ascii_lowercase()).as_deref() {
            Some("rtl") => return Some("rtl"),
            Some("ltr") => return Some("ltr"),
            _ => {}
        }
    }
    if !page.lang.is_empty() {
        return Some(if is_rtl(&page.lang) { "rtl" } else { "ltr" });
    }
    by_script(document.text(document.body()))
}

pub(super) fn is_rtl(lang: &str) -> bool {
    let language = lang.split('-').next().unwrap_or_default();
    RTL.contains(&language) || lang.contains("-Arab") || lang.contains("-Hebr")
}

/// The direction most letters of a text have.
fn by_script(text: &str) -> Option<&'static str> {
    let start = text.get(..text.floor_char_boundary(LOOKED_AT)).unwrap_or_default();
    let (mut letters, mut rtl) = (0, 0);
    for c in start.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        rtl += usize::from(matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'));
    }
    (letters > 0).then_some(if rtl * 2 > letters { "rtl" } else { "ltr" })
}

/// Whether dates in numbers have the day first. Of the world's large languages only American English has the month
/// first, and pages in English without a region are mostly American unless their address says otherwise.
pub(super) fn is_day_first(lang: &str, host: &str) -> bool {
    const DAY_FIRST_HOSTS: &[&str] = &[".uk", ".au", ".nz", ".ie", ".in", ".za", ".sg", ".eu"];
    match lang.get(..2) {
        Some("en") | None => match lang.get(2..) {
            Some("-US" | "-PH") => false,
            Some("") | None => DAY_FIRST_HOSTS.iter().any(|end| host.ends_with(end)),
            Some(_) => true,
        },
        Some(_) => true,
    }
}
