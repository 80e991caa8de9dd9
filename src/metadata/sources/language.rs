//! The language and the direction of the page.

use crate::dom::{Attr, NodeId};
use crate::lexicon::languages::LANGUAGE_METAS;
use crate::metadata::detect_language;
use crate::metadata::fields::{Candidates, Field};
use crate::metadata::language::{is_rtl, tag};
use crate::metadata::page_index::PageIndex;

/// The share of letters above which a text is written in their direction: more than half.
const MIN_RTL: f32 = 0.5;

/// How much text is read for its direction, in bytes. Chosen by hand.
const MAX_SAMPLE: usize = 4000;

/// The language that the markup declares, or else that of the text; empty where neither shows one.
pub(in crate::metadata) fn of(page: &PageIndex<'_>) -> String {
    let detect = || detect_language::language(page.document.text(page.document.body())).map(str::to_string);
    declared(page).filter(|tag| page.may_be_in(tag)).or_else(detect).unwrap_or_default()
}

/// The language that the markup declares, the most trusted place first.
fn declared(page: &PageIndex<'_>) -> Option<String> {
    let document = page.document;
    let attrs = [NodeId::ROOT, document.body()].into_iter().filter_map(|id| document.attr(id, Attr::Lang));
    attrs.chain(LANGUAGE_METAS.iter().filter_map(|name| page.meta_content(name))).find_map(tag)
}

pub(in crate::metadata) fn read(page: &PageIndex<'_>, candidates: &mut Candidates) {
    if let Some(lang) = declared(page) {
        candidates.add(Field::Lang, lang);
    }
    if let Some(dir) = direction(page) {
        candidates.add(Field::Dir, dir);
    }
}

/// The language that the page is read in, which is that of the text where the markup declares none.
pub(in crate::metadata) fn detected(page: &PageIndex<'_>, candidates: &mut Candidates) {
    candidates.add(Field::Lang, page.lang.as_str());
}

/// From the attribute, else by the language, else by the script of the text.
fn direction(page: &PageIndex<'_>) -> Option<&'static str> {
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

/// The direction of most letters of a text.
fn by_script(text: &str) -> Option<&'static str> {
    let start = text.get(..text.floor_char_boundary(MAX_SAMPLE)).unwrap_or_default();
    let (mut letters, mut rtl) = (0, 0);
    for c in start.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        rtl += usize::from(matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'));
    }
    (letters > 0).then_some(if rtl as f32 > MIN_RTL * letters as f32 { "rtl" } else { "ltr" })
}
