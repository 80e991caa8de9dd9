//! What an element shows beside text: the addresses of pictures, what they are worth, and who serves players.

mod address;
pub(crate) mod background;
pub(crate) mod captions;
mod decorative;
mod emoji;
pub(crate) mod frames;
pub(crate) mod noscript;
pub(crate) mod providers;
mod source;
mod srcset;
pub(crate) mod stand_in;

pub(crate) use address::{host, is_picture_file, picture, width};
pub(crate) use decorative::{is_decorative, is_named, is_tiny};
pub(crate) use emoji::emoji;
pub(crate) use source::{best, is_placeholder};
