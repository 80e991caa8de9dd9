//! What the sources say, value by value, before anything is chosen.

use crate::article::ImageSize;

impl ImageSize {
    /// Reads a width and a height, with or without `px`.
    pub(super) fn of(width: &str, height: &str) -> Option<Self> {
        let pixels = |side: &str| side.trim().trim_end_matches("px").trim_end().parse().ok().filter(|&side| side > 0);
        Some(ImageSize { width: pixels(width)?, height: pixels(height)? })
    }
}

/// One value that one source gives.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) value: String,
    pub(super) source: &'static str,
    /// For what the page shows: how far from the headline, in nodes.
    pub(super) distance: Option<usize>,
    /// For a picture, how large it is.
    pub(super) size: Option<ImageSize>,
}

/// All candidates, each with its field, the most trusted source first.
#[derive(Debug)]
pub(super) struct CandidateList<F> {
    list: Vec<(F, Candidate)>,
    source: &'static str,
    /// The fields that the source gives no further values of.
    settled: Vec<F>,
}

/// More candidates than this are not kept. Chosen by hand: hostile pages have more.
const MAX_CANDIDATES: usize = 2000;

impl<F: Copy + PartialEq> CandidateList<F> {
    pub(super) fn new() -> Self {
        CandidateList { list: Vec::new(), source: "", settled: Vec::new() }
    }

    /// What is added from now on comes from `source`.
    pub(super) fn of_source(&mut self, source: &'static str) -> &mut Self {
        self.source = source;
        self.settled.clear();
        self
    }

    /// Takes no further values of the fields that the source has given values of: an item that is less likely to be the
    /// page's must only fill gaps.
    pub(super) fn settle(&mut self) {
        let own = self.list.iter().filter(|(_, candidate)| candidate.source == self.source);
        self.settled = own.map(|&(field, _)| field).collect();
    }

    /// Adds a value that is not shown on the page.
    pub(super) fn add(&mut self, field: F, value: impl Into<String>) {
        self.push(field, value.into(), None, None);
    }

    /// Adds a value that the page shows, so many nodes from the headline.
    pub(super) fn add_shown(&mut self, field: F, value: impl Into<String>, distance: usize) {
        self.push(field, value.into(), Some(distance), None);
    }

    /// Adds the address of a picture, and how large that is.
    pub(super) fn add_image(&mut self, field: F, address: &str, size: Option<ImageSize>) {
        self.push(field, address.to_string(), None, size);
    }

    fn push(&mut self, field: F, value: String, distance: Option<usize>, size: Option<ImageSize>) {
        if self.list.len() < MAX_CANDIDATES && !self.settled.contains(&field) && !value.trim().is_empty() {
            self.list.push((field, Candidate { value, source: self.source, distance, size }));
        }
    }

    /// The candidates for a field, the most trusted first.
    pub(super) fn of_field(&self, field: F) -> impl Iterator<Item = &Candidate> {
        self.list.iter().filter(move |(known, _)| *known == field).map(|(_, candidate)| candidate)
    }
}
