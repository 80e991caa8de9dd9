//! The one error type: the kind of failure, with a message that says what to do.

mod named_enum;

use std::fmt;

pub(crate) use named_enum::named_enum;

named_enum! {
    /// What went wrong. JavaScript has it as the error's `name`.
    pub enum ErrorKind("kind of error") {
        /// The page was read, but nothing on it looks like main content.
        NoContent = "NoContent",
        /// More elements are nested past the depth limit than the limits allow to flatten.
        TooDeep = "TooDeep",
        /// The page has more bytes, nodes or attributes than the limits allow.
        TooLarge = "TooLarge",
        /// The input is not HTML, or an option has a value that it cannot have.
        InvalidInput = "InvalidInput",
    }
}

/// Why there is no article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    message: String,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Error { kind, message: message.into() }
    }

    pub(crate) fn no_content() -> Self {
        Error::new(ErrorKind::NoContent, "no main content was found on this page")
    }

    /// A name that is not among the known ones.
    pub(crate) fn unknown_name(what: &str, name: &str, known: &[&str]) -> Self {
        Error::new(ErrorKind::InvalidInput, format!("{name:?} is no {what}: it must be one of {}", known.join(", ")))
    }

    /// What went wrong, for programs.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
