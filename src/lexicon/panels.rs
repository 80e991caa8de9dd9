//! Class names of what a page hides until its reader opens it.

/// Parts of the names of panels of tabs and accordions, in lower case.
pub(crate) const PANELS: [&str; 10] = [
    "accordion",
    "collaps",
    "tab-pane",
    "tabpanel",
    "tab-content",
    "tabs-content",
    "callout",
    "expand",
    "toggle",
    "spoiler",
];
