//! JSON-LD: the item the page is about, found among all the items its scripts describe.

use std::collections::HashMap;

use serde_json::Value;

use crate::article::ImageSize;
use crate::lexicon::schema_org::{HEADLINE_RANK, UNRELATED_PROPERTIES};
use crate::metadata::fields::{Candidates, FIELDS, Field};
use crate::metadata::normalize::{contains_words, fold, without_tags};
use crate::metadata::page_index::PageIndex;
use crate::structured::{Object, decode_entities, each, type_rank, types};

/// The most values that are looked at. No page of the corpora has so many.
const MAX_VALUES: usize = 5000;

/// The longest text that is read, in bytes. Chosen by hand.
const MAX_TEXT: usize = 10_000;

/// The most items that are read: later ones fill gaps only.
const MAX_ITEMS: usize = 3;

/// The weights of an item that has the page's title and of one that has its address, against ranks of types up to 10.
/// Chosen by hand.
const TITLE_WEIGHT: f32 = 8.0;
const ADDRESS_WEIGHT: f32 = 4.0;

pub(in crate::metadata) fn read(page: &PageIndex<'_>, candidates: &mut Candidates) {
    let graph = Graph::of(&page.structured.json_ld.values);
    let mut items: Vec<(f32, &Object)> = graph.items.iter().map(|item| (weight(page, item), *item)).collect();
    items.retain(|&(weight, _)| weight > 0.0);
    // The sort is stable: of equals the first wins.
    items.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    for &(_, item) in items.iter().take(MAX_ITEMS) {
        graph.read_item(item, candidates);
        candidates.settle();
    }
    for site in graph.sites.iter().take(MAX_ITEMS) {
        graph.add_text(candidates, Field::SiteName, site.get("name"));
    }
}

/// What the scripts describe, flat.
#[derive(Default)]
struct Graph<'a> {
    /// What the page may be about.
    items: Vec<&'a Object>,
    /// The items that describe the site.
    sites: Vec<&'a Object>,
    by_id: HashMap<&'a str, &'a Object>,
}

impl<'a> Graph<'a> {
    fn of(values: &'a [Value]) -> Self {
        let mut graph = Graph::default();
        let mut seen = 0;
        // Values still to look at, in reverse order, and whether they may be what the page is about.
        let mut stack: Vec<(&Value, bool)> = values.iter().rev().map(|value| (value, true)).collect();
        while let Some((value, may_be_main)) = stack.pop() {
            seen += 1;
            if seen > MAX_VALUES {
                break;
            }
            match value {
                Value::Array(list) => stack.extend(list.iter().rev().map(|value| (value, may_be_main))),
                Value::Object(object) => {
                    graph.note(object, may_be_main);
                    let inner = object.iter().rev().filter(|(_, value)| value.is_object() || value.is_array());
                    // The questions of a page of them are its parts.
                    let may_hold_main = may_be_main && !types(object).any(|kind| kind == "FAQPage");
                    stack.extend(
                        inner.map(|(name, value)| {
                            (value, may_hold_main && !UNRELATED_PROPERTIES.contains(&name.as_str()))
                        }),
                    );
                }
                _ => {}
            }
        }
        graph
    }

    fn note(&mut self, object: &'a Object, may_be_main: bool) {
        if let Some(Value::String(id)) = object.get("@id")
            && object.len() > 1
        {
            // The fullest description of a thing is taken.
            let known = self.by_id.entry(id).or_insert(object);
            if object.len() > known.len() {
                *known = object;
            }
        }
        if !may_be_main {
            return;
        }
        if types(object).any(|kind| type_rank(kind) > 0) {
            self.items.push(object);
        } else if types(object).any(|kind| matches!(kind, "WebSite" | "NewsMediaOrganization")) {
            self.sites.push(object);
        }
    }

    /// The object a value is or refers to.
    fn resolved(&self, value: &'a Value) -> Option<&'a Object> {
        let object = value.as_object()?;
        let id = object.get("@id").and_then(Value::as_str);
        if object.contains_key("name") {
            return Some(object);
        }
        Some(id.and_then(|id| self.by_id.get(id).copied()).unwrap_or(object))
    }

    /// Adds all that an item says.
    fn read_item(&self, item: &'a Object, candidates: &mut Candidates) {
        if types(item).any(|kind| type_rank(kind) >= HEADLINE_RANK) {
            candidates.add(Field::Kind, "article");
        }
        for row in FIELDS {
            for value in row.json_ld.iter().map(|&name| item.get(name)) {
                match row.field {
                    Field::Author | Field::SiteName => self.add_names(candidates, row.field, value),
                    Field::Image => self.add_images(candidates, value),
                    Field::License => add_license(candidates, value),
                    field => self.add_text(candidates, field, value),
                }
            }
        }
    }

    /// Strings, and each string of a list.
    fn add_text(&self, candidates: &mut Candidates, field: Field, value: Option<&'a Value>) {
        for value in each(value) {
            match value {
                Value::String(text) => candidates.add(field, plain_text(text)),
                Value::Number(number) if matches!(field, Field::Published | Field::Modified) => {
                    candidates.add(field, number.to_string());
                }
                Value::Object(object) => {
                    if let Some(Value::String(text)) = object.get("@value").or_else(|| object.get("name")) {
                        candidates.add(field, plain_text(text));
                    }
                }
                _ => {}
            }
        }
    }

    /// Names of people and organisations: strings, objects or references to them.
    fn add_names(&self, candidates: &mut Candidates, field: Field, value: Option<&'a Value>) {
        for value in each(value) {
            if let Value::String(name) = value {
                candidates.add(field, plain_text(name));
                continue;
            }
            let Some(object) = self.resolved(value) else { continue };
            if field == Field::SiteName && types(object).any(|kind| kind.ends_with("Page")) {
                continue;
            }
            let names: Vec<&str> = each(object.get("name")).filter_map(Value::as_str).collect();
            if names.is_empty() {
                let part = |name| object.get(name).and_then(Value::as_str);
                if let (Some(given), Some(family)) = (part("givenName"), part("familyName")) {
                    candidates.add(field, plain_text(&format!("{given} {family}")));
                }
            }
            for name in names {
                candidates.add(field, plain_text(name));
            }
        }
    }

    fn add_images(&self, candidates: &mut Candidates, value: Option<&'a Value>) {
        for value in each(value) {
            match value {
                Value::String(url) => candidates.add_image(Field::Image, url, None),
                _ => {
                    let Some(object) = self.resolved_image(value) else { continue };
                    let sides = side(object, "width").zip(side(object, "height"));
                    let mut size = sides.and_then(|(width, height)| ImageSize::of(&width, &height));
                    for url in each(object.get("url").or_else(|| object.get("contentUrl"))).filter_map(Value::as_str) {
                        candidates.add_image(Field::Image, url, size.take());
                    }
                }
            }
        }
    }

    fn resolved_image(&self, value: &'a Value) -> Option<&'a Object> {
        let object = value.as_object()?;
        if object.contains_key("url") || object.contains_key("contentUrl") {
            return Some(object);
        }
        self.by_id.get(object.get("@id")?.as_str()?).copied()
    }
}

/// Adds the addresses of licences: texts, or objects that have one.
fn add_license(candidates: &mut Candidates, value: Option<&Value>) {
    for license in each(value) {
        let address = ["url", "@id"].into_iter().find_map(|name| license.get(name)).unwrap_or(license);
        candidates.add(Field::License, address.as_str().unwrap_or_default());
    }
}

/// A side of a picture: a number, or a text or a quantity that holds one.
fn side(picture: &Object, name: &str) -> Option<String> {
    let value = picture.get(name)?;
    match value.get("value").unwrap_or(value) {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// How likely an item is what the page is about: by its type, its headline and its address.
fn weight(page: &PageIndex<'_>, item: &Object) -> f32 {
    let rank = types(item).map(type_rank).max().unwrap_or_default();
    if rank == 0 {
        return 0.0;
    }
    let mut weight = f32::from(rank);
    let name =
        item.get("headline").or_else(|| item.get("name")).and_then(Value::as_str).map(|name| fold(&plain_text(name)));
    if let Some(name) = name
        && page.titles.iter().any(|title| contains_words(&title.text, &name) || contains_words(&name, &title.text))
    {
        weight += TITLE_WEIGHT;
    }
    let mut addresses = ["url", "mainEntityOfPage", "@id"].into_iter().filter_map(|name| {
        let value = item.get(name)?;
        value.as_str().or_else(|| value.get("@id")?.as_str())
    });
    if page.url.as_ref().is_some_and(|own| addresses.any(|address| is_same_page(own.as_str(), address))) {
        weight += ADDRESS_WEIGHT;
    }
    weight
}

/// Whether two addresses differ in no more than scheme, query, fragment and a closing slash.
fn is_same_page(a: &str, b: &str) -> bool {
    fn bare(url: &str) -> &str {
        let url = url.split(['?', '#']).next().unwrap_or_default();
        url.split_once("://").map_or(url, |(_, rest)| rest).trim_start_matches("www.").trim_end_matches('/')
    }
    bare(a).eq_ignore_ascii_case(bare(b))
}

/// A string without the markup and character references that were meant for HTML.
fn plain_text(text: &str) -> String {
    without_tags(&decode_entities(text.get(..text.floor_char_boundary(MAX_TEXT)).unwrap_or(text)))
}
