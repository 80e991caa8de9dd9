//! What Recto knows of the web, as data: words, phrases, names.

pub(crate) mod entities;
pub(crate) mod schema_org;
