//! Which of the candidates to believe.

pub(super) mod byline;
pub(super) mod dates;
pub(super) mod site_name;
pub(super) mod tags;
pub(super) mod title;

use super::candidates::{Candidate, CandidateList};
use super::date::DateLocale;
use super::page_index::PageIndex;
use crate::article::ImageSize;

/// The candidates, and what is known of the page that they are chosen by.
pub(super) struct Choice<'a, F> {
    pub(super) page: &'a PageIndex<'a>,
    pub(super) candidates: &'a CandidateList<F>,
    /// The names the site goes by, folded.
    pub(super) site_names: Vec<String>,
    pub(super) locale: DateLocale<'a>,
}

impl<F: Copy + PartialEq> Choice<'_, F> {
    /// The candidates for a field, the most trusted first.
    pub(super) fn candidates(&self, field: F) -> Vec<&Candidate> {
        self.candidates.of_field(field).collect()
    }

    /// The first candidate that `value` accepts, and its source.
    pub(super) fn first<T>(&self, field: F, value: impl Fn(&str) -> Option<T>) -> Option<(T, &'static str)> {
        self.candidates.of_field(field).find_map(|candidate| Some((value(&candidate.value)?, candidate.source)))
    }

    /// The first address on the web.
    pub(super) fn web_address(&self, field: F) -> Option<(String, &'static str)> {
        self.first(field, |href| self.page.web_address(href))
    }

    /// The size of the picture with the first address on the web.
    pub(super) fn image_size(&self, field: F) -> Option<(ImageSize, &'static str)> {
        let image = self.candidates.of_field(field).find(|image| self.page.web_address(&image.value).is_some())?;
        Some((image.size?, image.source))
    }
}

/// Sets a field to what was chosen for it, and gives its source.
pub(super) fn set<T>(field: &mut Option<T>, chosen: Option<(T, &'static str)>) -> Option<&'static str> {
    let (value, source) = chosen?;
    *field = Some(value);
    Some(source)
}
