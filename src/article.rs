//! What comes out: the content in every format, and what is known about it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::dom::{Attr, Tag, Tree, TreeId, fold_spaces, note_roles};
use crate::metadata::{ImageSize, Metadata};
use crate::options::Formats;
use crate::render;
use crate::sanitise::SafeContent;
use crate::select::Selection;
use crate::words::{Count, ReadingMinutes, reading_minutes};

/// A page's main content and what is known about it. All text is plain text, but for [`content`](Self::content).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
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
    /// When it was last changed, likewise.
    pub modified: Option<String>,
    /// The language, as BCP 47 tag.
    pub lang: Option<String>,
    /// The direction of writing: `ltr` or `rtl`.
    pub dir: Option<&'static str>,
    /// A summary: the page's own, or the beginning of the text.
    pub excerpt: Option<String>,
    /// The standfirst under the headline.
    pub dek: Option<String>,
    /// The lead image's address.
    pub image: Option<String>,
    /// How large the lead image is, where the page says so.
    pub image_size: Option<ImageSize>,
    /// The site's icon.
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
    pub page_type: &'static str,
    /// How sure it is that this is the main content, 0 to 1.
    pub confidence: f64,
    /// The content as safe HTML. This and the next two are empty where [`Formats`] leaves them out.
    pub content: String,
    /// The content as plain text, blocks separated by a blank line.
    pub text: String,
    /// The content as Markdown: CommonMark with GitHub's tables and strikethrough.
    pub markdown: String,
    /// The headings, in order.
    pub headings: Vec<Heading>,
    /// The pictures, in order.
    pub images: Vec<Image>,
    /// Where each value came from, by the field's name in JSON.
    pub sources: BTreeMap<&'static str, &'static str>,
}

/// A heading in the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its text.
    pub text: String,
    /// Its `id` in the content.
    pub id: String,
}

/// A picture in the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Image {
    /// Its address.
    pub src: String,
    /// The text that stands for it.
    pub alt: Option<String>,
    /// Its caption.
    pub caption: Option<String>,
}

/// The longest excerpt taken from the text, in characters.
const LONGEST_EXCERPT: usize = 300;

impl Article {
    /// `None` where nothing is left to read.
    pub(crate) fn new(
        metadata: Metadata,
        selection: &Selection,
        content: SafeContent,
        formats: Formats,
    ) -> Option<Article> {
        let text = render::text(&content);
        let images = images(content.tree());
        if text.is_empty() && images.is_empty() {
            return None;
        }
        let count = Count::of(&text);
        let mut sources = metadata.sources;
        let excerpt = metadata.excerpt.or_else(|| {
            let excerpt = beginning(&text)?;
            sources.insert("excerpt", "content");
            Some(excerpt)
        });
        Some(Article {
            title: metadata.title,
            byline: metadata.byline,
            authors: metadata.authors,
            site_name: metadata.site_name,
            published: metadata.published,
            modified: metadata.modified,
            lang: metadata.lang,
            dir: metadata.dir,
            excerpt,
            dek: metadata.dek,
            image: metadata.image,
            image_size: metadata.image_size,
            favicon: metadata.favicon,
            canonical_url: metadata.canonical_url,
            license: metadata.license,
            tags: metadata.tags,
            section: metadata.section,
            word_count: count.words,
            reading_minutes: reading_minutes(count),
            page_type: selection.page_type.name(),
            confidence: (f64::from(selection.expected_f1) * 1000.0).round() / 1000.0,
            markdown: if formats.markdown { render::markdown(&content) } else { String::new() },
            headings: headings(content.tree()),
            images,
            content: if formats.html { render::html(&content) } else { String::new() },
            text: if formats.text { text } else { String::new() },
            sources,
        })
    }
}

/// The first block of some length, cut at a word's end.
fn beginning(text: &str) -> Option<String> {
    let block = text.split("\n\n").find(|block| Count::of(block).words >= 10)?;
    let block = fold_spaces(block);
    match block.char_indices().nth(LONGEST_EXCERPT) {
        None => Some(block),
        Some((end, _)) => {
            let cut = block.get(..end)?;
            let cut = cut.rfind(' ').and_then(|space| cut.get(..space)).unwrap_or(cut);
            Some(format!("{cut}…"))
        }
    }
}

fn headings(tree: &Tree) -> Vec<Heading> {
    let heading = |id: TreeId| {
        Some(Heading {
            level: tree.tag(id).heading_level()?,
            text: fold_spaces(&note_roles::text_without_references(tree, id)),
            id: tree.attr(id, Attr::Id)?.to_string(),
        })
    };
    tree.all().into_iter().filter_map(heading).collect()
}

fn images(tree: &Tree) -> Vec<Image> {
    let image = |id: TreeId| {
        let figure = tree.ancestors(id).find(|&id| tree.tag(id) == Tag::Figure);
        let caption = figure.and_then(|figure| {
            tree.children(figure).find(|&id| tree.tag(id) == Tag::Figcaption).map(|id| fold_spaces(&tree.text(id)))
        });
        Some(Image {
            src: tree.attr(id, Attr::Src)?.to_string(),
            alt: tree.attr(id, Attr::Alt).map(fold_spaces).filter(|alt| !alt.is_empty()),
            caption,
        })
    };
    tree.all()
        .into_iter()
        .filter(|&id| tree.tag(id) == Tag::Img && !render::is_card_picture(tree, id))
        .filter_map(image)
        .collect()
}
