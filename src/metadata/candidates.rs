//! What the sources say, value by value, before anything is chosen.

use super::ImageSize;

/// What a candidate is about.
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
    /// What kind of page it says it is.
    Kind,
}

impl Field {
    /// The name in JSON, where the fields of one or more values have theirs.
    pub(super) fn name(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Author => "byline",
            Field::SiteName => "siteName",
            Field::Published => "published",
            Field::Modified => "modified",
            Field::Lang => "lang",
            Field::Dir => "dir",
            Field::Excerpt => "excerpt",
            Field::Dek => "dek",
            Field::Image => "image",
            Field::ImageSize => "imageSize",
            Field::Favicon => "favicon",
            Field::CanonicalUrl => "canonicalUrl",
            Field::Tag => "tags",
            Field::Section => "section",
            Field::License => "license",
            Field::Kind => "kind",
        }
    }
}

/// One value that one source gives.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) field: Field,
    pub(super) value: String,
    pub(super) source: &'static str,
    /// For what the page shows: how far from the headline, in nodes.
    pub(super) distance: Option<usize>,
    /// For a picture, how large it is.
    pub(super) size: Option<ImageSize>,
}

/// All that was claimed, the most trusted source first.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    list: Vec<Candidate>,
    source: &'static str,
    /// What the source has said enough about.
    settled: Vec<Field>,
}

/// More candidates than this are not kept: no honest page has so many.
const MOST: usize = 2000;

impl Candidates {
    /// What is added from now on comes from `source`.
    pub(super) fn of_source(&mut self, source: &'static str) -> &mut Self {
        self.source = source;
        self.settled.clear();
        self
    }

    /// What the source has said so far stands: what it says of other things must not mix with it.
    pub(super) fn settle(&mut self) {
        self.settled = self
            .list
            .iter()
            .filter(|candidate| candidate.source == self.source)
            .map(|candidate| candidate.field)
            .collect();
    }

    /// Adds a value that is not shown on the page.
    pub(super) fn add(&mut self, field: Field, value: impl Into<String>) {
        self.push(field, value.into(), None, None);
    }

    /// Adds a value that the page shows, so many nodes from the headline.
    pub(super) fn add_shown(&mut self, field: Field, value: impl Into<String>, distance: usize) {
        self.push(field, value.into(), Some(distance), None);
    }

    /// Adds the address of a lead image, and how large that is.
    pub(super) fn add_image(&mut self, address: &str, size: Option<ImageSize>) {
        self.push(Field::Image, address.to_string(), None, size);
    }

    fn push(&mut self, field: Field, value: String, distance: Option<usize>, size: Option<ImageSize>) {
        if self.list.len() < MOST && !self.settled.contains(&field) && !value.trim().is_empty() {
            self.list.push(Candidate { field, value, source: self.source, distance, size });
        }
    }

    /// The candidates about a field, the most trusted first.
    pub(super) fn about(&self, field: Field) -> impl Iterator<Item = &Candidate> {
        self.list.iter().filter(move |candidate| candidate.field == field)
    }
}
