//! Microdata (`itemprop`) and RDFa (`property`) in the body.

use crate::dom::{Attr, Tag};
use crate::lexicon::schema_org::HEADLINE_RANK;
use crate::metadata::fields::{Candidates, FIELDS, Field};
use crate::metadata::page_index::PageIndex;
use crate::structured::{Property, type_rank};

/// The longest date, name and text that an element shows, in bytes. Chosen by hand.
const MAX_DATE: usize = 100;
const MAX_NAME: usize = 120;
const MAX_TEXT: usize = 1000;

/// The most properties of an author that are looked at for the name. Chosen by hand.
const MAX_AUTHOR_PROPERTIES: usize = 20;

pub(in crate::metadata) fn read(page: &PageIndex<'_>, candidates: &mut Candidates) {
    let microdata = &page.structured.microdata;
    if microdata.items.iter().any(|item| item.is_first && type_rank(item.kind(page.document)) >= HEADLINE_RANK) {
        candidates.add(Field::Kind, "article");
    }
    for property in &microdata.properties {
        if !page.is_about_article(property.node) || !is_of_page(page, property) {
            continue;
        }
        for name in property.names(page.document).split_ascii_whitespace() {
            // RDFa names carry a prefix: `schema:author`.
            let name = name.rsplit(':').next().unwrap_or_default();
            let row = FIELDS.iter().find(|row| row.microdata.iter().any(|known| name.eq_ignore_ascii_case(known)));
            let Some(field) = row.map(|row| row.field) else { continue };
            match value(page, property, field) {
                Some(value) if field == Field::Title => candidates.add(field, value),
                Some(value) => candidates.add_shown(field, value, page.distance(property.node)),
                None => {}
            }
        }
    }
}

/// Whether the item the property belongs to is what the page is about, not a comment, a product in a list or a person.
fn is_of_page(page: &PageIndex<'_>, property: &Property) -> bool {
    let Some(item) = property.item else { return true };
    let item = page.structured.microdata.items.get(item);
    item.is_some_and(|item| item.is_first && type_rank(item.kind(page.document)) > 0)
}

/// The property's value: the machine-readable one, or else the text it shows.
fn value(page: &PageIndex<'_>, property: &Property, field: Field) -> Option<String> {
    let node = property.node;
    let attr = |name| page.document.attr(node, name).map(str::to_string).filter(|value| !value.trim().is_empty());
    match field {
        Field::Published | Field::Modified => {
            attr(Attr::Datetime).or_else(|| attr(Attr::Content)).or_else(|| page.line(node, MAX_DATE))
        }
        Field::License => attr(Attr::Href).or_else(|| attr(Attr::Content)),
        Field::Image => attr(Attr::Content).or_else(|| attr(Attr::Src)).or_else(|| attr(Attr::Href)),
        // An author may be an item with a name of its own.
        Field::Author => {
            name_within(page, property).or_else(|| attr(Attr::Content)).or_else(|| page.line(node, MAX_NAME))
        }
        _ => attr(Attr::Content).or_else(|| page.line(node, MAX_TEXT)),
    }
}

fn name_within(page: &PageIndex<'_>, author: &Property) -> Option<String> {
    let document = page.document;
    let properties = &page.structured.microdata.properties;
    let inside = document.descendants(author.node);
    let from = properties.partition_point(|property| property.node < inside.first);
    let inner = properties.get(from..)?.iter().take_while(|property| property.node < inside.end);
    let name = inner.take(MAX_AUTHOR_PROPERTIES).find(|property| property.names(document).trim() == "name")?;
    if document.tag(name.node) == Tag::Meta {
        return document.attr(name.node, Attr::Content).map(str::to_string);
    }
    page.line(name.node, MAX_NAME)
}
