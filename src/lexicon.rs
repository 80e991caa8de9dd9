//! What Recto knows of the web: data only, a file for each kind of words.

pub(crate) mod advertisers;
pub(crate) mod frames;
pub(crate) mod page_chrome;
pub(crate) mod panels;
pub(crate) mod sharing;
pub(crate) mod visually_hidden;
