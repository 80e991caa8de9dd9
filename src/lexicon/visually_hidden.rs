//! Class names of what only screen readers say.

/// Classes that style sheets use for such words and for nothing else.
pub(crate) const VISUALLY_HIDDEN: [&str; 12] = [
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "visually-hidden-focusable",
    "screen-reader-text",
    "screen-reader-only",
    "screenreader-only",
    "screen-reader",
    "a11y-hidden",
    "hidden-visually",
    "assistive-text",
    "u-visually-hidden",
];
