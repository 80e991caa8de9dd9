//! What Recto knows of the web, as data: words by what they mean, phrases by language, addresses of services.
//!
//! One file for each kind of thing, and tables only: whoever needs a word asks here, and a word is added here. Nothing
//! here imports from elsewhere, so that every stage may ask.

mod class_words;
pub(crate) mod code;
mod matcher;

pub use class_words::Signal;
pub use matcher::SignalSet;
