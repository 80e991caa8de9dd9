//! What Recto knows of the web: data only, a file for each kind of words.

pub(crate) mod advertisers;
pub(crate) mod page_chrome;
pub(crate) mod panels;
