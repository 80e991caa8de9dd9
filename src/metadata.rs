//! What a page says about itself: title, authors, dates and the rest, each with where it came from.

mod body_fallback;
mod byline;
mod candidates;
mod class_hints;
mod date;
mod dates;
mod detect;
mod dom;
mod headline;
mod json_ld;
mod language;
mod links;
mod lists;
mod meta_tags;
mod microdata;
mod normalize;
mod page;
mod text;
mod title;
mod url;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::address::Address;
use crate::dom::{Document, Tag};
use crate::structured::Structured;
use candidates::{Candidate, Candidates, Field};
use date::Custom;
use page::Page;

/// What was found. Absent values are `None` or empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The headline, without the site's name.
    pub title: Option<String>,
    /// What the page's heading says, where the title is another.
    pub heading: Option<String>,
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
    /// For each field that has a value, by its name in JSON, the source it came from.
    pub sources: BTreeMap<&'static str, &'static str>,
}

/// The size of a picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ImageSize {
    /// From side to side.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl ImageSize {
    /// Reads a width and a height, with or without `px`.
    fn of(width: &str, height: &str) -> Option<Self> {
        let pixels = |side: &str| side.trim().trim_end_matches("px").trim_end().parse().ok().filter(|&side| side > 0);
        Some(ImageSize { width: pixels(width)?, height: pixels(height)? })
    }
}

impl Metadata {
    /// The title as the page shows it, for finding it there.
    pub fn shown_title(&self) -> Option<&str> {
        self.heading.as_deref().or(self.title.as_deref())
    }
}

/// One kind of place where a page says something about itself.
pub(crate) struct Source {
    /// What [`Metadata::sources`] calls it.
    pub(crate) name: &'static str,
    read: fn(&Page<'_>, &mut Candidates),
}

/// The sources, the most trusted first.
pub(crate) const SOURCES: &[Source] = &[
    Source { name: "html", read: language::read },
    Source { name: "link", read: links::read },
    Source { name: "json-ld", read: json_ld::read },
    Source { name: "citation", read: meta_tags::citation },
    Source { name: "parsely", read: meta_tags::parsely },
    Source { name: "sailthru", read: meta_tags::sailthru },
    Source { name: "article", read: meta_tags::article },
    Source { name: "open graph", read: meta_tags::open_graph },
    Source { name: "microdata", read: microdata::read },
    Source { name: "dublin core", read: meta_tags::dublin_core },
    Source { name: "meta", read: meta_tags::plain },
    Source { name: "twitter", read: meta_tags::twitter },
    Source { name: "dom", read: dom::read },
    Source { name: "url", read: url::read },
    Source { name: "text", read: text::read },
    Source { name: "elsewhere", read: body_fallback::read },
    Source { name: "content", read: language::detected },
    Source {
        name: "title",
        read: |page, candidates| page.title.iter().for_each(|title| candidates.add(Field::Title, title.as_str())),
    },
];

/// At most so many dates are looked at for their order of day and month.
const MOST_DATES: usize = 40;

/// Gathers what the page says about itself, and chooses what to believe. Never fails: what is not said stays absent.
pub fn collect(page: &Document, address: &Address, structured: &Structured) -> Metadata {
    let page = Page::new(page, address, structured);
    let mut candidates = Candidates::default();
    for source in SOURCES {
        (source.read)(&page, candidates.of_source(source.name));
    }
    let mut found = Found::default();
    let site = site_names(&page, &candidates);
    let host = page.url.as_ref().and_then(|url| url.host_str()).unwrap_or_default();
    // Dates that can be read in one way only tell how the page's others are meant.
    let shown = [Field::Published, Field::Modified].into_iter().flat_map(|field| candidates.about(field));
    let shown = shown.filter(|candidate| candidate.distance.is_some()).take(MOST_DATES);
    let day_first = shown.filter_map(|candidate| date::order(&candidate.value)).next();
    let day_first = day_first.unwrap_or_else(|| language::is_day_first(&page.lang, host));
    let custom = Custom { lang: &page.lang, day_first };
    let first = |field, plausible: &dyn Fn(&str) -> Option<String>| {
        candidates.about(field).find_map(|candidate| Some((plausible(&candidate.value)?, candidate.source)))
    };
    let web = |href: &str| page.web(href);
    // Licences are often given by name, which is no address.
    let absolute = |href: &str| href.contains("://").then(|| page.web(href))?;

    let path = page.url.as_ref().map(|url| url.path()).unwrap_or_default();
    let slug = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let of_site = title::Site {
        names: &site,
        is_front: path == "/",
        slug: normalize::Words::of(slug),
        is_lower_level: page.headline.is_some_and(|id| matches!(page.document.tag(id), Tag::H2 | Tag::H3)),
    };
    let chosen = title::choose(&candidates, &of_site);
    let heading = chosen.as_ref().and_then(|title| title.heading.clone());
    let title = found.keep(Field::Title, chosen.map(|title| (title.text, title.source)));
    let title = title.and_then(|title| normalize::line(&title));
    let byline = found.keep(Field::Author, byline::choose(&candidates, &site));
    let modified = found.keep(Field::Modified, dates::choose(&candidates, Field::Modified, custom));
    // A page that dates nothing but its last change is as old as that; the source says so.
    let published = dates::choose(&candidates, Field::Published, custom).or(modified.map(|date| (date, "modified")));
    let published = found.keep(Field::Published, published);
    // Some pages show their title twice, in other capitals.
    let says_more = |dek: &str| title.as_deref().is_none_or(|title| normalize::folded(title) != normalize::folded(dek));
    let dek = found.keep(Field::Dek, first(Field::Dek, &|dek| normalize::line(dek).filter(|dek| says_more(dek))));
    let tags = found.keep(Field::Tag, tags(&candidates)).unwrap_or_default();
    let image = candidates.about(Field::Image).find_map(|candidate| Some((web(&candidate.value)?, candidate)));
    let image_size = image.as_ref().and_then(|(_, candidate)| Some((candidate.size?, candidate.source)));
    Metadata {
        byline: byline.as_ref().and_then(|byline| normalize::line(&byline.line)),
        authors: byline.map(|byline| byline.authors).unwrap_or_default(),
        title,
        heading,
        site_name: found.keep(Field::SiteName, site_name(&candidates)),
        published: published.map(|date| date.to_string()),
        modified: modified.map(|date| date.to_string()),
        lang: found.keep(Field::Lang, first(Field::Lang, &|tag| language::tag(tag).filter(|tag| page.may_be_in(tag)))),
        dir: found
            .keep(Field::Dir, first(Field::Dir, &|dir| Some(dir.to_string())))
            .map(|dir| if dir == "rtl" { "rtl" } else { "ltr" }),
        excerpt: found.keep(Field::Excerpt, first(Field::Excerpt, &normalize::line)),
        dek,
        image: found.keep(Field::Image, image.map(|(address, candidate)| (address, candidate.source))),
        image_size: found.keep(Field::ImageSize, image_size),
        favicon: found.keep(Field::Favicon, first(Field::Favicon, &web)),
        canonical_url: found.keep(Field::CanonicalUrl, first(Field::CanonicalUrl, &web)),
        tags,
        section: found.keep(Field::Section, first(Field::Section, &normalize::line)),
        license: found.keep(Field::License, first(Field::License, &absolute)),
        sources: found.sources,
    }
}

/// Whether a line says a day, and little else.
pub(crate) fn is_dateline(line: &str, lang: &str) -> bool {
    const MOST_LETTERS: usize = 24;
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    letters <= MOST_LETTERS && date::find(line, Custom { lang, day_first: true }).is_some()
}

/// Which source each field came from.
#[derive(Default)]
struct Found {
    sources: BTreeMap<&'static str, &'static str>,
}

impl Found {
    /// The value, once its source is noted.
    fn keep<T>(&mut self, field: Field, found: Option<(T, &'static str)>) -> Option<T> {
        let (value, source) = found?;
        self.sources.insert(field.name(), source);
        Some(value)
    }
}

/// The site's name: as it says to those who link to it, before what others make of it.
fn site_name(candidates: &Candidates) -> Option<(String, &'static str)> {
    let own = candidates.about(Field::SiteName).filter(|candidate| candidate.source == "open graph");
    own.chain(candidates.about(Field::SiteName))
        .find_map(|candidate| Some((normalize::line(&candidate.value)?, candidate.source)))
}

/// The names the site goes by, folded: its own, and what its address spells.
fn site_names(page: &Page<'_>, candidates: &Candidates) -> Vec<String> {
    let mut names: Vec<String> =
        candidates.about(Field::SiteName).map(|candidate| normalize::folded(&candidate.value)).collect();
    if let Some(host) = page.url.as_ref().and_then(|url| url.host_str()) {
        let host = host.strip_prefix("www.").unwrap_or(host);
        names.extend(host.split('.').filter(|label| label.len() > 2).map(normalize::folded));
        names.push(host.chars().filter(|c| c.is_alphanumeric()).collect());
    }
    names.retain(|name| !name.is_empty());
    names
}

/// The keywords of the first source that has some.
fn tags(candidates: &Candidates) -> Option<(Vec<String>, &'static str)> {
    let source = candidates.about(Field::Tag).next()?.source;
    let mut tags: Vec<String> = Vec::new();
    let of_source = |candidate: &&Candidate| candidate.source == source;
    for tag in candidates.about(Field::Tag).filter(of_source).flat_map(|candidate| candidate.value.split([',', ';'])) {
        if let Some(tag) = normalize::line_of(tag, 60)
            && tags.len() < 30
            && !tags.contains(&tag)
        {
            tags.push(tag);
        }
    }
    (!tags.is_empty()).then_some((tags, source))
}

#[cfg(test)]
mod tests;
