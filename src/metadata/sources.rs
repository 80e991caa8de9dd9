//! The places where a page says something about itself. A source is a file here and a row of [`SOURCES`].

pub(super) mod body_fallback;
pub(super) mod json_ld;
pub(super) mod language;
pub(super) mod links;
pub(super) mod markup;
pub(super) mod meta_tags;
pub(super) mod microdata;
pub(super) mod nearby_text;
pub(super) mod url;

use super::fields::{Candidates, Field, MetaFamily};
use super::page_index::PageIndex;

/// One kind of place where a page says something about itself.
pub(super) struct Source {
    /// What the article's `sources` call it.
    pub(super) name: &'static str,
    pub(super) read: fn(&PageIndex<'_>, &mut Candidates),
}

/// The sources, the most trusted first.
pub(super) const SOURCES: &[Source] = &[
    Source { name: "html", read: language::read },
    Source { name: "link", read: links::read },
    Source { name: "json-ld", read: json_ld::read },
    Source { name: "citation", read: meta_tags::citation },
    Source { name: "parsely", read: |page, found| meta_tags::read(page, found, MetaFamily::Parsely) },
    Source { name: "sailthru", read: |page, found| meta_tags::read(page, found, MetaFamily::Sailthru) },
    Source { name: "article", read: |page, found| meta_tags::read(page, found, MetaFamily::Article) },
    Source { name: "open graph", read: |page, found| meta_tags::read(page, found, MetaFamily::OpenGraph) },
    Source { name: "microdata", read: microdata::read },
    Source { name: "dublin core", read: |page, found| meta_tags::read(page, found, MetaFamily::DublinCore) },
    Source { name: "meta", read: meta_tags::plain },
    Source { name: "twitter", read: meta_tags::twitter },
    Source { name: "dom", read: markup::read },
    Source { name: "url", read: url::read },
    Source { name: "text", read: nearby_text::read },
    Source { name: "elsewhere", read: body_fallback::read },
    Source { name: "content", read: language::detected },
    Source { name: "title", read: title },
];

fn title(page: &PageIndex<'_>, candidates: &mut Candidates) {
    if let Some(title) = &page.title {
        candidates.add(Field::Title, title.as_str());
    }
}
