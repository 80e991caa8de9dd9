//! JSON-LD: the item the page is about, found among all the items its scripts describe.

use std::collections::HashMap;

use serde_json::Value;

use super::ImageSize;
use super::candidates::{Candidates, Field};
use super::normalize::{folded, holds, without_tags};
use super::page::Page;
use crate::structured::{Object, decode_entities, each, types};

/// At most so many objects are looked at.
const MOST: usize = 5000;

/// The longest text that is read, in bytes.
const LONGEST: usize = 10_000;

/// Properties whose objects are about something else than the page: they are not looked into for the main item.
const APART: &[&str] = &[
    "itemListElement",
    "hasPart",
    "mentions",
    "isRelatedTo",
    "comment",
    "review",
    "reviews",
    "suggestedAnswer",
    "acceptedAnswer",
    "citation",
    "author",
    "publisher",
    "image",
    "video",
    "offers",
    "relatedLink",
    "blogPost",
    "subjectOf",
    "isSimilarTo",
    "aggregateRating",
    "step",
    "recipeInstructions",
];

/// Types in the order in which they tell what a page is about. Those not listed say nothing of it.
const KINDS: &[(&str, u8)] = &[
    ("BlogPosting", 9),
    ("LiveBlogPosting", 9),
    ("DiscussionForumPosting", 9),
    ("SocialMediaPosting", 9),
    ("Recipe", 9),
    ("Report", 9),
    ("QAPage", 5),
    ("Question", 8),
    ("HowTo", 7),
    ("Review", 6),
    ("Chapter", 6),
    ("Book", 6),
    ("PodcastEpisode", 6),
    ("Course", 6),
    ("Event", 6),
    ("JobPosting", 7),
    ("Product", 6),
    ("ProductGroup", 6),
    ("SoftwareApplication", 5),
    ("CreativeWork", 6),
    ("VideoObject", 4),
    ("Dataset", 6),
    ("SoftwareSourceCode", 6),
    ("FAQPage", 3),
    ("ItemPage", 4),
    ("WebPage", 3),
    ("AboutPage", 3),
    ("CollectionPage", 3),
    ("ProfilePage", 3),
    ("MedicalWebPage", 5),
    ("CheckoutPage", 1),
    ("ContactPage", 3),
    ("SearchResultsPage", 1),
    ("Blog", 2),
    ("Service", 3),
];

/// The rank from which a type is one of articles: what has a headline.
pub(super) const OF_ARTICLES: u8 = 9;

/// How far a type tells what the page is about; 0 for not at all.
pub(super) fn kind_rank(kind: &str) -> u8 {
    if kind.ends_with("Article") {
        return 10;
    }
    KINDS.iter().find(|(known, _)| *known == kind).map_or(0, |&(_, rank)| rank)
}

pub(super) fn read(page: &Page<'_>, candidates: &mut Candidates) {
    let graph = Graph::of(&page.structured.json_ld.values);
    let mut items: Vec<(f32, &Object)> = graph.items.iter().map(|item| (weight(page, item), *item)).collect();
    items.retain(|&(weight, _)| weight > 0.0);
    // The sort is stable: of equals the first wins.
    items.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    for &(_, item) in items.iter().take(3) {
        graph.candidate(item, candidates);
        candidates.settle();
    }
    for site in graph.sites.iter().take(3) {
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
            if seen > MOST {
                break;
            }
            match value {
                Value::Array(list) => stack.extend(list.iter().rev().map(|value| (value, may_be_main))),
                Value::Object(object) => {
                    graph.note(object, may_be_main);
                    let inner = object.iter().rev().filter(|(_, value)| value.is_object() || value.is_array());
                    // The questions of a page of them are its parts.
                    let may_hold_main = may_be_main && !types(object).any(|kind| kind == "FAQPage");
                    stack.extend(inner.map(|(name, value)| (value, may_hold_main && !APART.contains(&name.as_str()))));
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
        if types(object).any(|kind| kind_rank(kind) > 0) {
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

    /// Everything an item says.
    fn candidate(&self, item: &'a Object, candidates: &mut Candidates) {
        if types(item).any(|kind| kind_rank(kind) >= OF_ARTICLES) {
            candidates.add(Field::Kind, "article");
        }
        // A page's own name is its `title`, site and all; an article's is its headline.
        for name in ["headline", "name"] {
            self.add_text(candidates, Field::Title, item.get(name));
        }
        self.add_text(candidates, Field::Dek, item.get("alternativeHeadline"));
        for name in ["author", "creator"] {
            self.add_names(candidates, Field::Author, item.get(name));
        }
        for name in ["datePublished", "dateCreated", "uploadDate", "datePosted"] {
            self.add_text(candidates, Field::Published, item.get(name));
        }
        self.add_text(candidates, Field::Modified, item.get("dateModified"));
        for name in ["description", "abstract"] {
            self.add_text(candidates, Field::Excerpt, item.get(name));
        }
        for name in ["publisher", "isPartOf"] {
            self.add_names(candidates, Field::SiteName, item.get(name));
        }
        for name in ["image", "primaryImageOfPage", "thumbnailUrl"] {
            self.add_images(candidates, item.get(name));
        }
        self.add_text(candidates, Field::Lang, item.get("inLanguage"));
        self.add_text(candidates, Field::Section, item.get("articleSection"));
        self.add_text(candidates, Field::Tag, item.get("keywords"));
        self.add_text(candidates, Field::CanonicalUrl, item.get("url"));
        for license in each(item.get("license")) {
            let address = ["url", "@id"].into_iter().find_map(|name| license.get(name)).unwrap_or(license);
            candidates.add(Field::License, address.as_str().unwrap_or_default());
        }
    }

    /// Strings, and each string of a list.
    fn add_text(&self, candidates: &mut Candidates, field: Field, value: Option<&'a Value>) {
        for value in each(value) {
            match value {
                Value::String(text) => candidates.add(field, plain(text)),
                Value::Number(number) if matches!(field, Field::Published | Field::Modified) => {
                    candidates.add(field, number.to_string());
                }
                Value::Object(object) => {
                    if let Some(Value::String(text)) = object.get("@value").or_else(|| object.get("name")) {
                        candidates.add(field, plain(text));
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
                candidates.add(field, plain(name));
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
                    candidates.add(field, plain(&format!("{given} {family}")));
                }
            }
            for name in names {
                candidates.add(field, plain(name));
            }
        }
    }

    fn add_images(&self, candidates: &mut Candidates, value: Option<&'a Value>) {
        for value in each(value) {
            match value {
                Value::String(url) => candidates.add_image(url, None),
                _ => {
                    let Some(object) = self.resolved_image(value) else { continue };
                    let sides = side(object, "width").zip(side(object, "height"));
                    let mut size = sides.and_then(|(width, height)| ImageSize::of(&width, &height));
                    for url in each(object.get("url").or_else(|| object.get("contentUrl"))).filter_map(Value::as_str) {
                        candidates.add_image(url, size.take());
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
fn weight(page: &Page<'_>, item: &Object) -> f32 {
    let rank = types(item).map(kind_rank).max().unwrap_or_default();
    if rank == 0 {
        return 0.0;
    }
    let mut weight = f32::from(rank);
    let name =
        item.get("headline").or_else(|| item.get("name")).and_then(Value::as_str).map(|name| folded(&plain(name)));
    if let Some(name) = name
        && page.titles.iter().any(|title| holds(&title.text, &name) || holds(&name, &title.text))
    {
        weight += 8.0;
    }
    let mut addresses = ["url", "mainEntityOfPage", "@id"].into_iter().filter_map(|name| {
        let value = item.get(name)?;
        value.as_str().or_else(|| value.get("@id")?.as_str())
    });
    if page.url.as_ref().is_some_and(|own| addresses.any(|address| is_same_page(own.as_str(), address))) {
        weight += 4.0;
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

/// Strings in JSON carry markup and character references that were meant for HTML.
fn plain(text: &str) -> String {
    without_tags(&decode_entities(text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text)))
}
