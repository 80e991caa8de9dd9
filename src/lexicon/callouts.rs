//! Callouts: their kinds, and what documentation systems call their parts.

use super::list::list;

/// The kinds there are, and what else they are called.
pub(crate) const KINDS: &[(&str, &[&str])] = &[
    (
        "note",
        list!(
            "note|notes|info|information|informational|abstract|summary|tldr|todo|seealso|example|\
             question|faq|remark|primary|secondary"
        ),
    ),
    ("tip", &["tip", "tips", "hint", "success"]),
    ("important", &["important", "key"]),
    ("warning", &["warning", "warn", "attention", "alert"]),
    ("caution", &["caution", "danger", "error", "failure", "fail", "missing", "bug", "critical"]),
];

/// Parts of names that make an element a callout, with its kind beside them.
pub(crate) const MARKERS: &[&str] = &["admonition", "admonitionblock", "callout", "hint", "notecard", "block", "aside"];

/// Parts of names of what is in a callout.
pub(crate) const INNER: &[&str] = list!(
    "title|heading|header|content|body|icon|icons|inner|label|text|summary|fold|toggle|list|\
     link|group|container|wrapper|description|footer"
);

/// Parts of names of a callout's title.
pub(crate) const TITLES: &[&str] = &["title", "heading", "header", "label", "summary"];

/// Parts of names of the picture sign beside it.
pub(crate) const ICONS: &[&str] = &["icon", "icons", "emoji"];
