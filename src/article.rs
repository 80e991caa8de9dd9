//! What comes out: the types only. [`metadata`](crate::metadata) fills what the page says about itself, and
//! [`assemble`](crate::assemble) the rest.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::named_enum;
use crate::words::ReadingMinutes;

/// A page's main content and what is known about it. All text is plain text, but for `content` and `markdown`.
///
/// The JSON that `recto --format json` and `recto batch` write has the same fields, and reads as an article again.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null, hashmap_as_object))]
#[non_exhaustive]
pub struct Article {
    /// The headline, without the site's name. It is not repeated in the content.
    pub title: Option<String>,
    /// The authors as one line.
    pub byline: Option<String>,
    /// The authors' names.
    pub authors: Vec<String>,
    /// The name of the site.
    pub site_name: Option<String>,
    /// When it was published: ISO 8601, in the page's own offset where it gives one.
    pub published: Option<String>,
    /// When it was last changed: ISO 8601, in the page's own offset where it gives one.
    pub modified: Option<String>,
    /// The language, as BCP 47 tag.
    pub lang: Option<String>,
    /// The direction of writing.
    pub dir: Option<Direction>,
    /// A summary: the page's own, or the beginning of the text.
    pub excerpt: Option<String>,
    /// The standfirst under the headline.
    pub dek: Option<String>,
    /// The lead image's address.
    pub image: Option<String>,
    /// How large the lead image is, where the page says so.
    pub image_size: Option<ImageSize>,
    /// The address of the site's icon.
    pub favicon: Option<String>,
    /// The page's address, as it names itself.
    pub canonical_url: Option<String>,
    /// Keywords.
    pub tags: Vec<String>,
    /// The section of the site.
    pub section: Option<String>,
    /// The address of the licence it is published under.
    pub license: Option<String>,
    /// Words in the text; in scripts that write without spaces, characters.
    pub word_count: u32,
    /// How long reading takes.
    pub reading_minutes: ReadingMinutes,
    /// What kind of page it is.
    pub page_type: PageType,
    /// The expected word F1 of the content, 0 to 1. 0 for a whole page, where nothing was chosen.
    pub confidence: f64,
    /// The content as safe HTML. Like `text` and `markdown` it is empty if the options leave the format out.
    pub content: String,
    /// The content as plain text: blocks separated by a blank line, table cells by a tab.
    pub text: String,
    /// The content as Markdown: CommonMark with GitHub's tables and strikethrough.
    pub markdown: String,
    /// The headings in the content, in order.
    pub headings: Vec<Heading>,
    /// The pictures in the content, in order.
    pub images: Vec<Image>,
    /// Where each value came from, by the field's name in JSON.
    pub sources: BTreeMap<String, String>,
}

/// A heading in the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its text.
    pub text: String,
    /// Its `id` in the content.
    pub id: String,
}

/// A picture in the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[non_exhaustive]
pub struct Image {
    /// Its address.
    pub src: String,
    /// Its alternative text.
    pub alt: Option<String>,
    /// Its caption.
    pub caption: Option<String>,
}

/// The size of a picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct ImageSize {
    /// From side to side.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

named_enum! {
    /// The direction of writing.
    pub enum Direction("direction") {
        /// From left to right.
        Ltr = "ltr",
        /// From right to left.
        Rtl = "rtl",
    }
}

named_enum! {
    /// What kind of page it is. The model's probabilities are in this order.
    #[derive(Default)]
    pub enum PageType("type of page") {
        /// One text, with a beginning and an end.
        #[default]
        Article = "article",
        /// A page of a manual or reference.
        Documentation = "documentation",
        /// A thread of posts.
        Forum = "forum",
        /// A product page.
        Product = "product",
        /// Products, or items of another kind, with a line on each.
        Collection = "collection",
        /// Links to many texts.
        Listing = "listing",
        /// What an organisation is or does.
        Service = "service",
    }
}
