//! What a page says about itself: title, authors, dates and the rest, each with where it came from.
//!
//! ```text
//! Structured + Document → PageIndex → sources → candidates → choose → Metadata
//! ```

mod candidates;
mod choose;
mod date;
mod date_labels;
mod detect_language;
mod fields;
mod headline;
mod language;
mod normalize;
mod page_index;
mod sources;

pub(crate) use date::is_dateline;
pub use fields::Metadata;
pub(crate) use normalize::line;

use crate::address::Address;
use crate::dom::Document;
use crate::structured::Structured;
use candidates::CandidateList;
use choose::{Choice, site_name};
use date::DateLocale;
use fields::{Candidates, Field, fill};
use page_index::PageIndex;
use sources::SOURCES;

/// The most dates that are searched for one that shows the order of day and month. Chosen by hand.
const MAX_ORDER_DATES: usize = 40;

/// Collects what the page says about itself, and chooses what to believe. Never fails: what is not said stays absent.
pub fn collect(page: &Document, address: &Address, structured: &Structured) -> Metadata {
    let mut page = PageIndex::of(page, address, structured);
    page.lang = sources::language::of(&page);
    page.titles = headline::titles(&page);
    page.set_headline(headline::find(&page));
    let mut candidates = CandidateList::new();
    for source in SOURCES {
        (source.read)(&page, candidates.of_source(source.name));
    }
    fill(&Choice {
        page: &page,
        candidates: &candidates,
        site_names: site_name::all(&page, candidates.of_field(Field::SiteName)),
        locale: DateLocale { lang: &page.lang, day_first: is_day_first(&page, &candidates) },
    })
}

/// Whether numeric dates have the day first: as the dates show that can be read in one way only, or else as is usual in
/// the page's language.
fn is_day_first(page: &PageIndex<'_>, candidates: &Candidates) -> bool {
    let dates = [Field::Published, Field::Modified].into_iter().flat_map(|field| candidates.of_field(field));
    let shown = dates.filter(|candidate| candidate.distance.is_some()).take(MAX_ORDER_DATES);
    let day_first = shown.filter_map(|candidate| date::is_day_first(&candidate.value)).next();
    day_first.unwrap_or_else(|| language::is_day_first(&page.lang, page.host().unwrap_or_default()))
}

#[cfg(test)]
mod tests;
