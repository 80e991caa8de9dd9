//! The metadata fields: of each its name, where pages give it, and how its value is chosen.
//!
//! To add a field, add it to [`Article`], to [`Field`] and to [`FIELDS`].

use super::candidates::CandidateList;
use super::choose::title::{DeclaredType, TitleContext};
use super::choose::{Choice, byline, dates, set, site_name, tags, title};
use super::language;
use super::normalize::{self, fold};
use crate::article::{Article, Direction};

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Metadata {
    /// The article, as far as the page tells about itself: its content comes later.
    pub article: Article,
    /// What the page's heading says, where the title is another.
    pub heading: Option<String>,
}

impl Metadata {
    /// The title as the page shows it, for finding it there.
    pub fn shown_title(&self) -> Option<&str> {
        self.heading.as_deref().or(self.article.title.as_deref())
    }
}

/// What a candidate is a value of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Author,
    SiteName,
    Published,
    Modified,
    Lang,
    Dir,
    Excerpt,
    Dek,
    Image,
    ImageSize,
    Favicon,
    CanonicalUrl,
    Tag,
    Section,
    License,
    /// What kind of page it says it is: not given out, but used in choosing the title.
    Kind,
}

pub(super) type Candidates = CandidateList<Field>;

/// Families of `meta` tags, each of one vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MetaFamily {
    /// Google Scholar's.
    Citation,
    Parsely,
    Sailthru,
    /// Open Graph's of articles, books and films.
    Article,
    OpenGraph,
    DublinCore,
    Twitter,
    /// Names without a prefix.
    Plain,
}

use MetaFamily::*;

/// A field: what it is called, where pages give it, and how its value is chosen.
pub(super) struct FieldRow {
    pub(super) field: Field,
    /// The name in JSON.
    name: &'static str,
    /// Properties of the main item in JSON-LD.
    pub(super) json_ld: &'static [&'static str],
    /// Properties in microdata and RDFa, in lower case.
    pub(super) microdata: &'static [&'static str],
    /// Names of `meta` tags, in lower case.
    pub(super) meta: &'static [(MetaFamily, &'static [&'static str])],
    /// What the letters of other names of `meta` tags have in them: many sites have names of their own.
    pub(super) meta_parts: &'static [&'static str],
    /// Chooses a value, and gives its source.
    fill: fn(&Choice<'_, Field>, &mut Metadata) -> Option<&'static str>,
}

/// A field that only links, markup or the address give.
const UNDECLARED: FieldRow = FieldRow {
    field: Field::Kind,
    name: "",
    json_ld: &[],
    microdata: &[],
    meta: &[],
    meta_parts: &[],
    fill: |_, _| None,
};

/// The fields. A later one may depend on an earlier one. Within a source, the names that come first are trusted most.
pub(super) const FIELDS: &[FieldRow] = &[
    FieldRow { field: Field::Kind, meta: &[(OpenGraph, &["og:type"])], ..UNDECLARED },
    FieldRow {
        field: Field::Title,
        name: "title",
        json_ld: &["headline", "name"],
        microdata: &["headline"],
        meta: &[
            (Citation, &["citation_title"]),
            (Parsely, &["parsely-title"]),
            (Sailthru, &["sailthru.title"]),
            (OpenGraph, &["og:title"]),
            (DublinCore, &["dc.title", "dcterms.title"]),
            (Plain, &["title", "headline"]),
            (Twitter, &["twitter:title"]),
        ],
        fill: |choice, found| {
            let declared = DeclaredType::of(&choice.candidates(Field::Kind), &choice.candidates(Field::Published));
            let context = TitleContext::of(choice.page, &choice.site_names, declared);
            let title = title::choose(&choice.candidates(Field::Title), &context)?;
            found.heading = title.heading;
            found.article.title = normalize::line(&title.text);
            Some(title.source)
        },
        ..UNDECLARED
    },
    FieldRow {
        field: Field::Author,
        name: "byline",
        json_ld: &["author", "creator"],
        microdata: &["author", "creator"],
        meta: &[
            (Citation, &["citation_authors"]),
            (Parsely, &["parsely-author"]),
            (Sailthru, &["sailthru.author"]),
            (Article, &["article:author:name", "article:author_name", "article:author", "book:author"]),
            (OpenGraph, &["og:article:author"]),
            (DublinCore, &["dc.creator", "dcterms.creator", "dc.contributor.author"]),
            (Plain, &["author", "byl", "byline", "creator", "article.author"]),
        ],
        fill: |choice, found| {
            let (byline, source) = byline::choose(&choice.candidates(Field::Author), &choice.site_names)?;
            found.article.byline = normalize::line(&byline.line);
            found.article.authors = byline.authors;
            Some(source)
        },
        ..UNDECLARED
    },
    FieldRow {
        field: Field::SiteName,
        name: "siteName",
        json_ld: &["publisher", "isPartOf"],
        meta: &[
            (Citation, &["citation_journal_title"]),
            (OpenGraph, &["og:site_name"]),
            (DublinCore, &["dc.publisher", "dcterms.publisher"]),
            (Plain, &["application-name", "apple-mobile-web-app-title", "al:android:app_name"]),
            (Twitter, &["twitter:app:name:iphone"]),
        ],
        fill: |choice, found| set(&mut found.article.site_name, site_name::choose(&choice.candidates(Field::SiteName))),
        ..UNDECLARED
    },
    FieldRow {
        field: Field::Modified,
        name: "modified",
        json_ld: &["dateModified"],
        microdata: &["datemodified", "dateupdated"],
        meta: &[
            (Article, &["article:modified_time", "article:modified"]),
            (OpenGraph, &["og:article:modified_time", "og:updated_time", "og:modified_time"]),
            (DublinCore, &["dcterms.modified", "dc.date.modified"]),
            (Plain, &["datemodified", "last-modified", "lastmod", "revised", "article.updated"]),
        ],
        meta_parts: &[
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
        ],
        fill: |choice, found| {
            set(&mut found.article.modified, dates::choose(&choice.candidates(Field::Modified), choice.locale, false))
        },
    },
    FieldRow {
        field: Field::Published,
        name: "published",
        json_ld: &["datePublished", "dateCreated", "uploadDate", "datePosted"],
        microdata: &["datepublished", "datecreated"],
        meta: &[
            (Citation, &["citation_publication_date", "citation_online_date", "citation_date"]),
            (Parsely, &["parsely-pub-date"]),
            (Sailthru, &["sailthru.date"]),
            (Article, &["article:published_time", "article:published", "book:release_date", "video:release_date"]),
            (OpenGraph, &["og:article:published_time", "og:published_time", "og:pubdate", "og:release_date"]),
            (
                DublinCore,
                &["dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date"],
            ),
            (
                Plain,
                &[
                    "date",
                    "pubdate",
                    "publish-date",
                    "publish_date",
                    "publication_date",
                    "datepublished",
                    "article.published",
                    "article.created",
                    "originalpublicationdate",
                    "dateposted",
                    "date_published",
                    "created",
                    "displaydate",
                    "datecreated",
                ],
            ),
        ],
        meta_parts: &[
            "publishdate",
            "publisheddate",
            "publicationdate",
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
        ],
        // A page that dates nothing but its last change is as old as that; the source says so.
        fill: |choice, found| {
            let modified = || Some((found.article.modified.clone()?, "modified"));
            let published = dates::choose(&choice.candidates(Field::Published), choice.locale, true).or_else(modified);
            set(&mut found.article.published, published)
        },
    },
    FieldRow {
        field: Field::Lang,
        name: "lang",
        json_ld: &["inLanguage"],
        microdata: &["inlanguage"],
        meta: &[(Citation, &["citation_language"])],
        fill: |choice, found| {
            let tag = |tag: &str| language::tag(tag).filter(|tag| choice.page.may_be_in(tag));
            set(&mut found.article.lang, choice.first(Field::Lang, tag))
        },
        ..UNDECLARED
    },
    FieldRow {
        field: Field::Dir,
        name: "dir",
        fill: |choice, found| {
            let dir = |dir: &str| Some(if dir == "rtl" { Direction::Rtl } else { Direction::Ltr });
            set(&mut found.article.dir, choice.first(Field::Dir, dir))
        },
        ..UNDECLARED
    },
    FieldRow {
        field: Field::Excerpt,
        name: "excerpt",
        json_ld: &["description", "abstract"],
        microdata: &["description"],
        meta: &[
            (Citation, &["citation_abstract"]),
            (Sailthru, &["sailthru.description"]),
            (OpenGraph, &["og:description"]),
            (DublinCore, &["dc.description", "dcterms.abstract"]),
            (Plain, &["description"]),
            (Twitter, &["twitter:description"]),
        ],
        fill: |choice, found| set(&mut found.article.excerpt, choice.first(Field::Excerpt, normalize::line)),
        ..UNDECLARED
    },
    FieldRow {
        field: Field::Dek,
        name: "dek",
        json_ld: &["alternativeHeadline"],
        microdata: &["alternativeheadline"],
        // Some pages show their title twice, in other capitals.
        fill: |choice, found| {
            let title = found.article.title.as_deref().map(fold);
            let dek =
                |dek: &str| normalize::line(dek).filter(|dek| title.as_ref().is_none_or(|title| *title != fold(dek)));
            set(&mut found.article.dek, choice.first(Field::Dek, dek))
        },
        ..UNDECLARED
    },
    FieldRow {
        field: Field::Image,
        name: "image",
        json_ld: &["image", "primaryImageOfPage", "thumbnailUrl"],
        microdata: &["image"],
        meta: &[
            (Parsely, &["parsely-image-url"]),
            (Sailthru, &["sailthru.image.full"]),
            // The address that is safest to load comes first.
            (OpenGraph, &["og:image:secure_url", "og:image", "og:image:url"]),
            (Plain, &["image", "thumbnail"]),
            (Twitter, &["twitter:image", "twitter:image:src"]),
        ],
        fill: |choice, found| set(&mut found.article.image, choice.web_address(Field::Image)),
        ..UNDECLARED
    },
    FieldRow {
        field: Field::ImageSize,
        name: "imageSize",
        fill: |choice, found| set(&mut found.article.image_size, choice.image_size(Field::Image)),
        ..UNDECLARED
    },
    FieldRow {
        field: Field::Favicon,
        name: "favicon",
        fill: |choice, found| set(&mut found.article.favicon, choice.web_address(Field::Favicon)),
        ..UNDECLARED
    },
    FieldRow {
        field: Field::CanonicalUrl,
        name: "canonicalUrl",
        json_ld: &["url"],
        meta: &[(OpenGraph, &["og:url"])],
        fill: |choice, found| set(&mut found.article.canonical_url, choice.web_address(Field::CanonicalUrl)),
        ..UNDECLARED
    },
    FieldRow {
        field: Field::Tag,
        name: "tags",
        json_ld: &["keywords"],
        microdata: &["keywords"],
        meta: &[
            (Citation, &["citation_keywords"]),
            (Parsely, &["parsely-tags"]),
            (Sailthru, &["sailthru.tags"]),
            (Article, &["article:tag"]),
            (DublinCore, &["dc.subject"]),
            (Plain, &["keywords", "news_keywords"]),
        ],
        fill: |choice, found| {
            let (tags, source) = tags::choose(&choice.candidates(Field::Tag))?;
            found.article.tags = tags;
            Some(source)
        },
        ..UNDECLARED
    },
    FieldRow {
        field: Field::Section,
        name: "section",
        json_ld: &["articleSection"],
        microdata: &["articlesection"],
        meta: &[(Parsely, &["parsely-section"]), (Article, &["article:section"]), (Plain, &["section"])],
        fill: |choice, found| set(&mut found.article.section, choice.first(Field::Section, normalize::line)),
        ..UNDECLARED
    },
    FieldRow {
        field: Field::License,
        name: "license",
        json_ld: &["license"],
        microdata: &["license"],
        meta: &[(DublinCore, &["dcterms.license", "dc.rights.license"])],
        // Licences are often given by name, which is no address.
        fill: |choice, found| {
            let absolute = |href: &str| href.contains("://").then(|| choice.page.web_address(href))?;
            set(&mut found.article.license, choice.first(Field::License, absolute))
        },
        ..UNDECLARED
    },
];

/// Chooses a value for each field.
pub(super) fn fill(choice: &Choice<'_, Field>) -> Metadata {
    let mut found = Metadata::default();
    for row in FIELDS {
        if let Some(source) = (row.fill)(choice, &mut found) {
            found.article.sources.insert(row.name.to_owned(), source.to_owned());
        }
    }
    found
}
