//! What a page says about itself: title, authors, dates and the rest, each with where it came from.

use std::collections::BTreeMap;

/// What was found. Absent values are `None` or empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The headline, without the site's name.
    pub title: Option<String>,
    /// The authors as one line of text.
    pub byline: Option<String>,
    /// The authors' names.
    pub authors: Vec<String>,
    /// The name of the site.
    pub site_name: Option<String>,
    /// When it was published: ISO 8601, in the page's own offset where it gives one.
    pub published: Option<String>,
    /// When it was last changed, likewise.
    pub modified: Option<String>,
    /// The language, as BCP 47 tag.
    pub lang: Option<String>,
    /// `ltr` or `rtl`.
    pub dir: Option<&'static str>,
    /// A summary.
    pub excerpt: Option<String>,
    /// The standfirst under the headline.
    pub dek: Option<String>,
    /// The lead image's address.
    pub image: Option<String>,
    /// The site's icon.
    pub favicon: Option<String>,
    /// The page's address, as it names itself.
    pub canonical_url: Option<String>,
    /// Keywords.
    pub tags: Vec<String>,
    /// The section of the site.
    pub section: Option<String>,
    /// For each field that has a value, by its name in JSON, the source it came from.
    pub sources: BTreeMap<&'static str, &'static str>,
}

/// Reads a page's metadata.
pub fn collect(page: &crate::document::Document, _: &crate::address::Address) -> Metadata {
    let title = page.first(crate::document::Tag::Title).map(|id| page.folded_text(id));
    Metadata { title, ..Metadata::default() }
}
