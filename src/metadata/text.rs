//! The text near the headline: "By Ada Lovelace", "Updated on 5 March 2024", with no markup to tell.

use super::claims::{Claims, Field};
use super::date::{self, Custom};
use super::page::Page;
use crate::document::{Attr, NodeId, Tag};

/// How far after and before the headline text is read, in nodes.
const AFTER: usize = 200;
const BEFORE: usize = 60;

/// The longest text that is read, in bytes: a paragraph that names a date is none of the page's own.
const LONGEST: usize = 140;

/// Words for "changed", in the languages most pages are in.
const CHANGED: &[&str] = &[
    "updated",
    "update",
    "modified",
    "edited",
    "revised",
    "reviewed",
    "changed",
    "aktualisiert",
    "stand:",
    "geändert",
    "mis à jour",
    "mise à jour",
    "modifié",
    "actualizado",
    "modificado",
    "atualizado",
    "aggiornato",
    "modificato",
    "bijgewerkt",
    "gewijzigd",
    "oppdatert",
    "opdateret",
    "uppdaterad",
    "päivitetty",
    "zaktualizowano",
    "aktualizováno",
    "обновлено",
    "изменено",
    "оновлено",
    "güncelleme",
    "更新",
    "수정",
    "تحديث",
    "עודכן",
    "diperbarui",
    "cập nhật",
];

/// Words for "published", likewise.
const PUBLISHED: &[&str] = &[
    "published",
    "posted",
    "created",
    "written",
    "first",
    "released",
    "veröffentlicht",
    "erstellt",
    "publié",
    "publicado",
    "pubblicato",
    "gepubliceerd",
    "publisert",
    "publiceret",
    "publicerad",
    "julkaistu",
    "opublikowano",
    "publikováno",
    "опубликовано",
    "yayınlanma",
    "公開",
    "发布",
    "發布",
    "입력",
    "نشر",
    "פורסם",
    "dipublikasikan",
];

/// What stands before an author's name, with a name after it.
const BY: &[&str] = &[
    "by ",
    "by: ",
    "written by ",
    "written by: ",
    "author: ",
    "posted by ",
    "words by ",
    "von ",
    "par ",
    "por ",
    "autor: ",
    "auteur : ",
    "text: ",
    "texte : ",
    "di ",
    "door ",
    "av ",
    "af ",
    "автор: ",
];

/// Parts of addresses of pages about people.
const PEOPLE: &[&str] = &[
    "/author/",
    "/authors/",
    "/autor/",
    "/auteur/",
    "/contributor",
    "/writers/",
    "/u/",
    "/user/",
    "/users/",
    "/members/",
    "/profile/",
    "/profiles/",
    "/people/",
];

pub(super) fn read(page: &Page<'_>, claims: &mut Claims) {
    let Some(headline) = page.headline else { return };
    let document = page.document;
    let first = headline.index().saturating_sub(BEFORE);
    let last = document.end(headline).index() + AFTER;
    let mut label: Option<&'static str> = None;
    let custom = Custom { lang: &page.lang, day_first: true };
    for id in document.all().into_iter().skip(first).take(last - first) {
        if document.is_within(id, headline) || !page.is_own(id) {
            continue;
        }
        if document.tag(id) == Tag::A && is_about_person(document.attr(id, Attr::Href).unwrap_or_default()) {
            if let Some(name) = page.line(id, LONGEST) {
                claims.add_shown(Field::Author, name, page.distance(id) + 20);
            }
            continue;
        }
        if !document.is_text(id) {
            continue;
        }
        let text = document.text(id).trim();
        if text.is_empty() {
            continue;
        }
        if text.len() > LONGEST {
            label = None;
            continue;
        }
        if let Some(by) = label.take() {
            claims.add_shown(Field::Author, format!("{by}{text}"), page.distance(id));
        }
        let lower = text.to_lowercase();
        if let Some(by) = BY.iter().find(|by| lower.starts_with(**by)) {
            claims.add_shown(Field::Author, text, page.distance(id));
            let _ = by;
        } else if let Some(by) = BY.iter().find(|by| lower == by.trim()) {
            label = Some(by);
        }
        if text.bytes().any(|byte| byte.is_ascii_digit()) && date::find(text, custom).is_some() {
            claims.add_shown(field_of(page, id), text, page.distance(id));
        }
    }
}

/// Whether a date at a node is that of a change: by the nearest word before it that tells.
pub(super) fn field_of(page: &Page<'_>, id: NodeId) -> Field {
    let document = page.document;
    let own = document.text(id);
    let until = own.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let mut before = String::new();
    for node in document.all().into_iter().skip(id.index().saturating_sub(8)).take(8.min(id.index())) {
        if document.is_text(node) {
            before.push_str(document.text(node));
        }
    }
    let start = before.ceil_char_boundary(before.len().saturating_sub(60));
    let text = format!("{} {}", before.get(start..).unwrap_or_default().trim(), own.get(..until).unwrap_or_default())
        .to_lowercase();
    let last = |words: &[&str]| words.iter().filter_map(|word| text.rfind(word)).max();
    match (last(CHANGED), last(PUBLISHED)) {
        (Some(changed), published) if published.is_none_or(|published| published < changed) => Field::Modified,
        _ => Field::Published,
    }
}

fn is_about_person(href: &str) -> bool {
    PEOPLE.iter().any(|part| href.contains(part))
}
