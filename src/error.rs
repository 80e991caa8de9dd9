//! The one error type: what kind of failure, in words that say what to do.

use std::fmt;

/// What went wrong. JavaScript sees it as the error's `name`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The page was read, but nothing on it looks like main content.
    NoContent,
    /// More elements are nested past the depth limit than the limits allow to flatten.
    TooDeep,
    /// The page has more bytes or nodes than the limits allow.
    TooLarge,
    /// The input is not HTML, or an option is not what it should be.
    InvalidInput,
}

impl ErrorKind {
    /// The kind's name, as JavaScript's `error.name` and the contract have it.
    pub fn name(self) -> &'static str {
        match self {
            ErrorKind::NoContent => "NoContent",
            ErrorKind::TooDeep => "TooDeep",
            ErrorKind::TooLarge => "TooLarge",
            ErrorKind::InvalidInput => "InvalidInput",
        }
    }
}

/// Why no article came out.
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
