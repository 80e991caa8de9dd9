//! What Recto knows of the web, as data: words by what they mean, phrases by language, addresses of services.
//!
//! One file for each kind of thing, and tables only: whoever needs a word asks here, and a word is added here. Nothing
//! here imports from elsewhere, so that every stage may ask. What the site and the extension share is written for them by
//! `src/generated.rs`; tables that only they use are compiled for that alone.

pub(crate) mod addresses;
pub(crate) mod advertisers;
pub(crate) mod bylines;
pub(crate) mod callouts;
mod class_hints;
mod class_words;
pub(crate) mod code;
pub(crate) mod dates;
pub(crate) mod embeds;
pub(crate) mod entities;
pub(crate) mod headings;
pub(crate) mod images;
pub(crate) mod languages;
mod list;
mod matcher;
pub(crate) mod math;
pub(crate) mod months;
pub(crate) mod notes;
pub(crate) mod page_chrome;
pub(crate) mod page_types;
#[cfg(test)]
pub(crate) mod pagination;
pub(crate) mod panels;
pub(crate) mod promos;
pub(crate) mod schema_org;
pub(crate) mod section_cues;
pub(crate) mod sharing;
pub(crate) mod titles;
#[cfg(test)]
pub(crate) mod trackers;
pub(crate) mod visually_hidden;

pub use class_words::Signal;
pub use matcher::SignalSet;
