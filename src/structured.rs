//! What a page says in its structured data, read once: JSON-LD, microdata and RDFa, meta tags, hydration state.
//!
//! Metadata, the page type, the features of blocks and the fallback body all read these values, and no script or
//! `itemtype` themselves.

mod entities;
mod json;
mod json_ld;
mod meta_tags;
mod microdata;

pub(crate) use entities::decode_entities;
pub(crate) use json::{Object, objects, strings};
pub(crate) use json_ld::{JsonLd, each, types};
pub(crate) use meta_tags::MetaTags;
pub(crate) use microdata::{Microdata, Property};

use microdata::MicrodataReader;
use serde_json::Value;

use crate::dom::{Document, Tag};
use crate::lexicon::schema_org::{ARTICLE_RANK, TYPE_RANKS};

/// A page's structured data.
#[derive(Debug, Default)]
pub struct Structured {
    /// The contents of the JSON-LD scripts.
    pub(crate) json_ld: JsonLd,
    /// The items and properties in the markup.
    pub(crate) microdata: Microdata,
    /// The `meta` elements.
    pub(crate) meta: MetaTags,
}

impl Structured {
    /// Reads a page's structured data, but for its hydration state.
    pub fn of(page: &Document) -> Structured {
        let (mut microdata, mut meta) = (MicrodataReader::default(), MetaTags::default());
        for id in page.all() {
            microdata.read(page, id);
            if page.tag(id) == Tag::Meta {
                meta.read(page, id);
            }
        }
        Structured { json_ld: JsonLd::of(page), microdata: microdata.microdata, meta }
    }
}

/// The state that a framework hands to its scripts (`__NEXT_DATA__` and the like), script by script. It is often larger
/// than the page and only pages that show next to nothing need it, so it is parsed when asked for.
pub(crate) fn hydration_state(page: &Document) -> impl Iterator<Item = Value> + '_ {
    page.data_scripts().filter(|&(id, _)| !json_ld::is_json_ld(page, id)).flat_map(|(_, script)| json::parse(script))
}

/// How much a type says that its item is what the page is about; 0 for not at all.
pub(crate) fn type_rank(kind: &str) -> u8 {
    if kind.ends_with("Article") {
        return ARTICLE_RANK;
    }
    TYPE_RANKS.iter().find(|(_, kinds)| kinds.contains(&kind)).map_or(0, |&(rank, _)| rank)
}
