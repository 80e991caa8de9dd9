//! What Recto knows of the web, as data: words by what they mean, phrases by language, addresses of services.
//!
//! One file for each kind of thing, and tables only: whoever needs a word asks here, and a word is added here. Nothing
//! here imports from elsewhere, so that every stage may ask.

pub(crate) mod addresses;
pub(crate) mod bylines;
pub(crate) mod class_hints;
pub(crate) mod dates;
pub(crate) mod entities;
pub(crate) mod languages;
mod list;
pub(crate) mod months;
pub(crate) mod schema_org;
pub(crate) mod titles;
