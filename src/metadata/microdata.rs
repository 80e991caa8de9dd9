//! Microdata (`itemprop`) and RDFa (`property`) in the body.

use super::candidates::{Candidates, Field};
use super::json_ld::{OF_ARTICLES, kind_rank};
use super::page::Page;
use crate::dom::{Attr, Tag};
use crate::structured::Property;

/// Property names, and what they give.
const PROPERTIES: &[(&str, Field)] = &[
    ("headline", Field::Title),
    ("author", Field::Author),
    ("creator", Field::Author),
    ("datepublished", Field::Published),
    ("datecreated", Field::Published),
    ("datemodified", Field::Modified),
    ("dateupdated", Field::Modified),
    ("description", Field::Excerpt),
    ("articlesection", Field::Section),
    ("keywords", Field::Tag),
    ("inlanguage", Field::Lang),
    ("image", Field::Image),
    ("alternativeheadline", Field::Dek),
    ("license", Field::License),
];

pub(super) fn read(page: &Page<'_>, candidates: &mut Candidates) {
    if page
        .structured
        .microdata
        .items
        .iter()
        .any(|item| item.is_first && kind_rank(item.kind(page.document)) >= OF_ARTICLES)
    {
        candidates.add(Field::Kind, "article");
    }
    for prop in &page.structured.microdata.properties {
        if !page.is_own(prop.node) || !is_of_page(page, prop) {
            continue;
        }
        for name in prop.names(page.document).split_ascii_whitespace() {
            // RDFa names carry a prefix: `schema:author`.
            let name = name.rsplit(':').next().unwrap_or_default();
            let Some(&(_, field)) = PROPERTIES.iter().find(|(known, _)| name.eq_ignore_ascii_case(known)) else {
                continue;
            };
            match value(page, prop, field) {
                Some(value) if field == Field::Title => candidates.add(field, value),
                Some(value) => candidates.add_shown(field, value, page.distance(prop.node)),
                None => {}
            }
        }
    }
}

/// Whether the item the property belongs to is what the page is about, not a comment, a product in a list or a person.
fn is_of_page(page: &Page<'_>, prop: &Property) -> bool {
    let Some(place) = prop.item else { return true };
    page.structured
        .microdata
        .items
        .get(place)
        .is_some_and(|item| item.is_first && kind_rank(item.kind(page.document)) > 0)
}

/// The property's value: what it is for machines, then what it shows.
fn value(page: &Page<'_>, prop: &Property, field: Field) -> Option<String> {
    let document = page.document;
    let attr = |name| document.attr(prop.node, name).map(str::to_string).filter(|value| !value.trim().is_empty());
    match field {
        Field::Published | Field::Modified => {
            attr(Attr::Datetime).or_else(|| attr(Attr::Content)).or_else(|| page.line(prop.node, 100))
        }
        Field::License => attr(Attr::Href).or_else(|| attr(Attr::Content)),
        Field::Image => attr(Attr::Content).or_else(|| attr(Attr::Src)).or_else(|| attr(Attr::Href)),
        // An author may be an item with a name of its own.
        Field::Author => name_within(page, prop).or_else(|| attr(Attr::Content)).or_else(|| page.line(prop.node, 120)),
        _ => attr(Attr::Content).or_else(|| page.line(prop.node, 1000)),
    }
}

fn name_within(page: &Page<'_>, author: &Property) -> Option<String> {
    let document = page.document;
    let inside = document.descendants(author.node);
    let from = page.structured.microdata.properties.partition_point(|prop| prop.node < inside.first);
    let name = page
        .structured
        .microdata
        .properties
        .get(from..)?
        .iter()
        .take_while(|prop| prop.node < inside.end)
        .take(20)
        .find(|prop| prop.names(document).trim() == "name")?;
    if document.tag(name.node) == Tag::Meta {
        return document.attr(name.node, Attr::Content).map(str::to_string);
    }
    page.line(name.node, 120)
}
