//! The text near the headline without markup that would show what it is: "By Ada Lovelace", "Updated on 5 March 2024".

use crate::dom::{Attr, Tag};
use crate::lexicon::addresses::PEOPLE_FOLDERS;
use crate::lexicon::bylines::NAME_FOLLOWS;
use crate::metadata::date::{self, DateLocale};
use crate::metadata::date_labels::{field_of, is_about_change, is_member_since};
use crate::metadata::fields::{Candidates, Field};
use crate::metadata::normalize::starts_with_lower;
use crate::metadata::page_index::PageIndex;

/// How far after and before the headline text is read, in nodes. Chosen by hand.
const MAX_AFTER: usize = 200;
const MAX_BEFORE: usize = 60;

/// The longest text that is read, in bytes: dates in longer ones are not the page's own. Chosen by hand.
const MAX_TEXT: usize = 140;

/// The most words, with a full stop at the end, of a byline or dateline: more are a sentence. Chosen by hand.
const MAX_LINE_WORDS: usize = 8;

/// How many nodes further a link to a person counts as than a line with a label. Chosen by hand.
const LINK_DISTANCE: usize = 20;

pub(in crate::metadata) fn read(page: &PageIndex<'_>, candidates: &mut Candidates) {
    let Some(headline) = page.headline else { return };
    let document = page.document;
    let first = headline.index().saturating_sub(MAX_BEFORE);
    let last = document.end(headline).index() + MAX_AFTER;
    let locale = DateLocale { lang: &page.lang, day_first: true };
    let mut is_labelled = false;
    let mut before = "";
    for id in document.all().into_iter().skip(first).take(last - first) {
        if document.is_within(id, headline) {
            continue;
        }
        if document.tag(id) == Tag::A
            && is_about_person(document.attr(id, Attr::Href).unwrap_or_default())
            && page.is_about_article(id)
            && let Some(name) = page.line(id, MAX_TEXT)
        {
            candidates.add_shown(Field::Author, name, page.distance(id) + LINK_DISTANCE);
        }
        let text = if document.is_text(id) { document.text(id).trim() } else { "" };
        if text.is_empty() || !page.is_about_article(id) {
            continue;
        }
        if text.len() > MAX_TEXT {
            is_labelled = false;
            continue;
        }
        let is_sentence = text.ends_with('.') && text.split_whitespace().nth(MAX_LINE_WORDS).is_some();
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
            && !is_member_since(text)
            && (!is_member_since(label) || label.contains(char::is_numeric))
            && date::find(text, locale).is_some()
        {
            candidates.add_shown(field_of(page, id), text, page.distance(id));
        }
    }
}

/// A label before a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Alone,
    WithName,
}

fn label_of(text: &str) -> Option<Label> {
    NAME_FOLLOWS.iter().filter(|label| starts_with_lower(text, label)).find_map(|label| {
        match text.get(label.len()..)? {
            "" => Some(Label::Alone),
            after if after.starts_with(char::is_whitespace) => Some(Label::WithName),
            _ => None,
        }
    })
}

fn is_about_person(href: &str) -> bool {
    // What comes before the first slash is no folder, and neither is what comes after the last.
    let mut parts = href.split('/').skip(1).peekable();
    while let Some(part) = parts.next() {
        if part.starts_with("contributor") || parts.peek().is_some() && PEOPLE_FOLDERS.contains(&part) {
            return true;
        }
    }
    false
}
