//! The text near the headline: "By Ada Lovelace", "Updated on 5 March 2024", with no markup to tell.

use super::candidates::{Candidates, Field};
use super::date::{self, Custom};
use super::lists::list;
use super::normalize::starts_with;
use super::page::Page;
use crate::dom::{Attr, NodeId, Tag};

/// How far after and before the headline text is read, in nodes.
const AFTER: usize = 200;
const BEFORE: usize = 60;

/// The longest text that is read, in bytes: a paragraph that names a date is none of the page's own.
const LONGEST: usize = 140;

/// More words than this, and a full stop, make a sentence, which is neither byline nor dateline.
const LONGEST_LINE: usize = 8;

/// How much further a link to a person is taken to be than a line that says it names the author, in nodes.
const LINK: usize = 20;

/// How many nodes before a date are looked at for what it is the date of, and how much of each text, in bytes.
const BEFORE_DATE: usize = 8;
const LABEL: usize = 60;

/// Words for "changed", in the languages most pages are in.
const CHANGED: &[&str] = list!(
    "updated|update|modified|edited|revised|reviewed|changed|aktualisiert|stand:|geändert|mis à jour|\
    mise à jour|modifié|actualizado|modificado|atualizado|aggiornato|modificato|bijgewerkt|gewijzigd|\
    oppdatert|opdateret|uppdaterad|päivitetty|zaktualizowano|aktualizováno|обновлено|изменено|оновлено|\
    güncelleme|更新|수정|تحديث|עודכן|diperbarui|cập nhật"
);

/// Words for "published", likewise.
const PUBLISHED: &[&str] = list!(
    "published|posted|created|written|first|released|veröffentlicht|erstellt|publié|publicado|pubblicato|\
    gepubliceerd|publisert|publiceret|publicerad|julkaistu|opublikowano|publikováno|опубликовано|yayınlanma|\
    公開|发布|發布|입력|نشر|פורסם|dipublikasikan"
);

/// What forums say of their members: these dates are none of the page.
const JOINED: &[&str] = list!(
    "joined|join date|member since|registered|founded|registriert|mitglied seit|beigetreten|inscrit|membre depuis|\
    miembro desde|registrado|membro desde|iscritto|lid geworden|lid sinds|dołączył|rejestracja|регистрация|зарегистрирован|\
    üyelik tarihi|kayıt|注册|註冊|登録|가입"
);

/// What stands before an author's name.
const BY: &[&str] = list!(
    "by|by:|written by|written by:|author:|posted by|words by|contributor:|contributors:|authors:|von|par|por|autor:|auteur :|text:|texte :|di|door|av|\
    af|автор:"
);

/// Folders of addresses that pages about people are in.
const PEOPLE: [&str; 12] = [
    "author", "authors", "autor", "auteur", "writers", "u", "user", "users", "members", "profile", "profiles", "people",
];

pub(super) fn read(page: &Page<'_>, candidates: &mut Candidates) {
    let Some(headline) = page.headline else { return };
    let document = page.document;
    let first = headline.index().saturating_sub(BEFORE);
    let last = document.end(headline).index() + AFTER;
    let custom = Custom { lang: &page.lang, day_first: true };
    let mut is_labelled = false;
    let mut before = "";
    for id in document.all().into_iter().skip(first).take(last - first) {
        if document.is_within(id, headline) {
            continue;
        }
        if document.tag(id) == Tag::A
            && is_about_person(document.attr(id, Attr::Href).unwrap_or_default())
            && page.is_own(id)
            && let Some(name) = page.line(id, LONGEST)
        {
            candidates.add_shown(Field::Author, name, page.distance(id) + LINK);
        }
        let text = if document.is_text(id) { document.text(id).trim() } else { "" };
        if text.is_empty() || !page.is_own(id) {
            continue;
        }
        if text.len() > LONGEST {
            is_labelled = false;
            continue;
        }
        let is_sentence = text.ends_with('.') && text.split_whitespace().nth(LONGEST_LINE).is_some();
        // The label may be in an element of its own, and the name in the next.
        let label = label_of(text);
        if is_labelled || (label == Some(Label::WithName) && !is_sentence) {
            candidates.add_shown(Field::Author, text, page.distance(id));
        }
        is_labelled = label == Some(Label::Alone);
        // Here too the label may be in an element of its own.
        let label = std::mem::replace(&mut before, text);
        if text.contains(char::is_numeric)
            && (!is_sentence || is_about_change(text))
            && !is_about_joining(text)
            && (!is_about_joining(label) || label.contains(char::is_numeric))
            && date::find(text, custom).is_some()
        {
            candidates.add_shown(field_of(page, id), text, page.distance(id));
        }
    }
}

/// Whether a text says since when someone is a member.
pub(super) fn is_about_joining(text: &str) -> bool {
    JOINED.iter().any(|word| starts_with(text, word))
}

/// Whether a text starts with a word or two for a change: `Last edited by Ada on 5 March 2024, 3 times in total.`
fn is_about_change(text: &str) -> bool {
    let start: Vec<String> = text.split_whitespace().take(2).map(str::to_lowercase).collect();
    CHANGED.iter().any(|word| start.iter().any(|start| start == word))
}

/// A label that says that a name follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Alone,
    WithName,
}

fn label_of(text: &str) -> Option<Label> {
    BY.iter().filter(|label| starts_with(text, label)).find_map(|label| match text.get(label.len()..)? {
        "" => Some(Label::Alone),
        after if after.starts_with(char::is_whitespace) => Some(Label::WithName),
        _ => None,
    })
}

/// Whether a date at a node is that of a change, or else of publication.
pub(super) fn field_of(page: &Page<'_>, id: NodeId) -> Field {
    said_before(page, id).unwrap_or(Field::Published)
}

/// What a date at a node is said to be the date of: by the nearest word before it that tells.
pub(super) fn said_before(page: &Page<'_>, id: NodeId) -> Option<Field> {
    let document = page.document;
    let before =
        document.all().into_iter().skip(id.index().saturating_sub(BEFORE_DATE)).take(BEFORE_DATE.min(id.index()));
    // Headlines have such words too, and mean other things.
    let of_headline = |node: NodeId| page.headline.is_some_and(|headline| document.is_within(node, headline));
    let mut text = String::new();
    for node in before.filter(|&node| document.is_text(node) && !of_headline(node)) {
        let label = document.text(node);
        text.push_str(label.get(label.ceil_char_boundary(label.len().saturating_sub(LABEL))..).unwrap_or_default());
        text.push(' ');
    }
    let own = document.text(id);
    let own = own.get(..own.floor_char_boundary(LABEL)).unwrap_or_default();
    text.push_str(own.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default());
    let start = text.ceil_char_boundary(text.len().saturating_sub(LABEL));
    let text = text.get(start..).unwrap_or_default().to_lowercase();
    for end in text.char_indices().rev().filter_map(|(at, _)| text.get(at..)) {
        // Most words start with another letter.
        let first = end.as_bytes().first();
        let may_say = |word: &&&str| word.as_bytes().first() == first;
        let says = |words: &[&str]| words.iter().filter(may_say).any(|word| end.starts_with(word));
        if says(PUBLISHED) {
            return Some(Field::Published);
        }
        if says(CHANGED) {
            return Some(Field::Modified);
        }
    }
    None
}

fn is_about_person(href: &str) -> bool {
    // What comes before the first slash is no folder, and neither is what comes after the last.
    let mut parts = href.split('/').skip(1).peekable();
    while let Some(part) = parts.next() {
        if part.starts_with("contributor") || parts.peek().is_some() && PEOPLE.contains(&part) {
            return true;
        }
    }
    false
}
