//! `meta` elements, family by family.

use super::ImageSize;
use super::candidates::{Candidates, Field};
use super::normalize::without_tags;
use super::page::Page;

/// A name in lower case, and what it gives.
type Names = &'static [(&'static str, Field)];

const CITATION: Names = &[
    ("citation_title", Field::Title),
    ("citation_authors", Field::Author),
    ("citation_publication_date", Field::Published),
    ("citation_online_date", Field::Published),
    ("citation_date", Field::Published),
    ("citation_journal_title", Field::SiteName),
    ("citation_keywords", Field::Tag),
    ("citation_language", Field::Lang),
    ("citation_abstract", Field::Excerpt),
];

const OPEN_GRAPH: Names = &[
    ("og:title", Field::Title),
    ("og:type", Field::Kind),
    ("og:site_name", Field::SiteName),
    ("og:description", Field::Excerpt),
    ("og:url", Field::CanonicalUrl),
    ("og:article:published_time", Field::Published),
    ("og:article:modified_time", Field::Modified),
    ("og:article:author", Field::Author),
    ("og:published_time", Field::Published),
    ("og:pubdate", Field::Published),
    ("og:release_date", Field::Published),
    ("og:updated_time", Field::Modified),
    ("og:modified_time", Field::Modified),
];

/// The lead image, the address that is safest to load first.
const OPEN_GRAPH_IMAGES: &[&str] = &["og:image:secure_url", "og:image", "og:image:url"];

const ARTICLE: Names = &[
    ("article:published_time", Field::Published),
    ("article:published", Field::Published),
    ("article:modified_time", Field::Modified),
    ("article:modified", Field::Modified),
    ("article:author:name", Field::Author),
    ("article:author_name", Field::Author),
    ("article:author", Field::Author),
    ("book:author", Field::Author),
    ("book:release_date", Field::Published),
    ("video:release_date", Field::Published),
    ("article:section", Field::Section),
    ("article:tag", Field::Tag),
];

const TWITTER: Names = &[
    ("twitter:title", Field::Title),
    ("twitter:description", Field::Excerpt),
    ("twitter:image", Field::Image),
    ("twitter:image:src", Field::Image),
    ("twitter:app:name:iphone", Field::SiteName),
];

const PARSELY: Names = &[
    ("parsely-title", Field::Title),
    ("parsely-author", Field::Author),
    ("parsely-pub-date", Field::Published),
    ("parsely-section", Field::Section),
    ("parsely-tags", Field::Tag),
    ("parsely-image-url", Field::Image),
];

const SAILTHRU: Names = &[
    ("sailthru.title", Field::Title),
    ("sailthru.author", Field::Author),
    ("sailthru.date", Field::Published),
    ("sailthru.description", Field::Excerpt),
    ("sailthru.image.full", Field::Image),
    ("sailthru.tags", Field::Tag),
];

const DUBLIN_CORE: Names = &[
    ("dc.title", Field::Title),
    ("dcterms.title", Field::Title),
    ("dc.creator", Field::Author),
    ("dcterms.creator", Field::Author),
    ("dc.contributor.author", Field::Author),
    ("dc.date.issued", Field::Published),
    ("dcterms.issued", Field::Published),
    ("dcterms.created", Field::Published),
    ("dc.date.created", Field::Published),
    ("dc.date", Field::Published),
    ("dcterms.date", Field::Published),
    ("dcterms.modified", Field::Modified),
    ("dc.date.modified", Field::Modified),
    ("dc.description", Field::Excerpt),
    ("dcterms.abstract", Field::Excerpt),
    ("dc.subject", Field::Tag),
    ("dc.publisher", Field::SiteName),
    ("dcterms.publisher", Field::SiteName),
    ("dcterms.license", Field::License),
    ("dc.rights.license", Field::License),
];

const PLAIN: Names = &[
    ("title", Field::Title),
    ("headline", Field::Title),
    ("author", Field::Author),
    ("byl", Field::Author),
    ("byline", Field::Author),
    ("creator", Field::Author),
    ("article.author", Field::Author),
    ("date", Field::Published),
    ("pubdate", Field::Published),
    ("publish-date", Field::Published),
    ("publish_date", Field::Published),
    ("publication_date", Field::Published),
    ("datepublished", Field::Published),
    ("article.published", Field::Published),
    ("article.created", Field::Published),
    ("originalpublicationdate", Field::Published),
    ("dateposted", Field::Published),
    ("date_published", Field::Published),
    ("created", Field::Published),
    ("displaydate", Field::Published),
    ("datecreated", Field::Published),
    ("datemodified", Field::Modified),
    ("last-modified", Field::Modified),
    ("lastmod", Field::Modified),
    ("revised", Field::Modified),
    ("article.updated", Field::Modified),
    ("description", Field::Excerpt),
    ("keywords", Field::Tag),
    ("news_keywords", Field::Tag),
    ("section", Field::Section),
    ("application-name", Field::SiteName),
    ("apple-mobile-web-app-title", Field::SiteName),
    ("al:android:app_name", Field::SiteName),
    ("image", Field::Image),
    ("thumbnail", Field::Image),
];

/// Parts of names, letters only, of dates of publication and of change.
const PUBLISHED: &[&str] = &[
    "publishdate",
    "publisheddate",
    "publicationdate",
    "datepublished",
    "datepublish",
    "publishtime",
    "publishedtime",
    "publishedat",
    "pubdate",
    "msdate",
    "articledate",
    "releasedate",
    "dateoriginal",
    "published",
    "issuedate",
];
const CHANGED: &[&str] = &[
    "modifieddate",
    "datemodified",
    "lastmodified",
    "modifiedtime",
    "updateddate",
    "dateupdated",
    "updatedate",
    "lastupdated",
    "updatedtime",
    "updatedat",
    "modifieddatetime",
];

pub(super) fn citation(page: &Page<'_>, candidates: &mut Candidates) {
    for author in page.structured.meta.all("citation_author") {
        let author = without_tags(author);
        // Google Scholar's tags may give the family name first: `Lovelace, Ada`.
        match author.split_once(',') {
            Some((family, given)) if !given.contains(',') => {
                candidates.add(Field::Author, format!("{} {}", given.trim(), family.trim()));
            }
            _ => candidates.add(Field::Author, author),
        }
    }
    family(page, candidates, CITATION);
}

pub(super) fn open_graph(page: &Page<'_>, candidates: &mut Candidates) {
    family(page, candidates, OPEN_GRAPH);
    let sides = page.meta_content("og:image:width").zip(page.meta_content("og:image:height"));
    let mut size = sides.and_then(|(width, height)| ImageSize::of(width, height));
    for name in OPEN_GRAPH_IMAGES {
        for address in page.structured.meta.all(name) {
            // The first size is that of the first picture.
            candidates.add_image(address, size.take());
        }
    }
}

pub(super) fn article(page: &Page<'_>, candidates: &mut Candidates) {
    family(page, candidates, ARTICLE);
}

pub(super) fn twitter(page: &Page<'_>, candidates: &mut Candidates) {
    family(page, candidates, TWITTER);
    // `twitter:label1` names what `twitter:data1` says.
    for number in ["1", "2"] {
        let label = page.meta_content(&format!("twitter:label{number}")).map(|label| label.trim().to_ascii_lowercase());
        if let (Some("written by"), Some(author)) =
            (label.as_deref(), page.meta_content(&format!("twitter:data{number}")))
        {
            candidates.add(Field::Author, author);
        }
    }
}

pub(super) fn parsely(page: &Page<'_>, candidates: &mut Candidates) {
    family(page, candidates, PARSELY);
}

pub(super) fn sailthru(page: &Page<'_>, candidates: &mut Candidates) {
    family(page, candidates, SAILTHRU);
}

pub(super) fn dublin_core(page: &Page<'_>, candidates: &mut Candidates) {
    family(page, candidates, DUBLIN_CORE);
}

pub(super) fn plain(page: &Page<'_>, candidates: &mut Candidates) {
    family(page, candidates, PLAIN);
    // Many sites have names of their own for dates: `w-published-date`, `ms.date`, `article_date_original`.
    let metas = page.structured.meta.iter();
    let dated = metas.filter(|meta| ["date", "publ", "modif"].iter().any(|part| meta.name.contains(part)));
    for meta in dated {
        let letters: String = meta.name.chars().filter(char::is_ascii_alphabetic).collect();
        if CHANGED.iter().any(|part| letters.contains(part)) {
            candidates.add(Field::Modified, meta.content.as_str());
        } else if PUBLISHED.iter().any(|part| letters.contains(part)) {
            candidates.add(Field::Published, meta.content.as_str());
        }
    }
}

/// Adds what the metas of a family say: in the order of its rows, and of the page for each.
fn family(page: &Page<'_>, candidates: &mut Candidates, names: Names) {
    for &(name, field) in names {
        for content in page.structured.meta.all(name) {
            candidates.add(field, without_tags(content));
        }
    }
}
