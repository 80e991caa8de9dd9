//! Headings: what sites hang on them.

use super::list::list;

/// Parts of classes of links from a heading to itself.
pub(crate) const ANCHOR_NAMES: &[&str] =
    &["anchor", "permalink", "headerlink", "hash-link", "heading-link", "headinglink", "copy-link", "linkicon"];

/// How labels of such links begin, in lower case.
pub(crate) const ANCHOR_STARTS: &[&str] = list!(
    "permalink|permanent link|link to this heading|link to this section|\
     link to this headline|anchor link|direct link to|anchor for|section titled|copy link|\
     copy anchor|copy section|permalien|dauerlink"
);

/// Whole labels of such links.
pub(crate) const ANCHOR_LABELS: &[&str] = &["link", "anchor"];
