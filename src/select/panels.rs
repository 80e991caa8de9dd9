//! What a page hides until its reader opens it: the panels of tabs and accordions.

use std::collections::HashSet;

use crate::dom::{Attr, Document, NodeId};

/// The ids of what the page's controls open.
pub(super) fn opened(page: &Document) -> HashSet<&str> {
    let controls = page.all().into_iter().filter_map(|id| page.attr(id, Attr::AriaControls));
    controls.flat_map(str::split_ascii_whitespace).collect()
}

/// Whether a hidden element is a panel: by its role, by a control that names it, or by its own names.
pub(super) fn is_panel(page: &Document, id: NodeId, opened: &HashSet<&str>) -> bool {
    const NAMES: [&str; 10] = [
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
    page.attr(id, Attr::Role) == Some("tabpanel")
        || page.attr(id, Attr::Id).is_some_and(|name| opened.contains(name))
        || page.attr(id, Attr::Class).is_some_and(|class| {
            let class = class.to_ascii_lowercase();
            NAMES.iter().any(|name| class.contains(name))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::Tag;
    use crate::options::Limits;
    use crate::parse::parse;

    #[test]
    fn panels_are_told_from_what_is_merely_hidden() {
        let panels = |html: &str| {
            let page = parse(html, &Limits::default()).unwrap();
            let opened = opened(&page);
            let hidden = page.all().into_iter().filter(|&id| page.tag(id) == Tag::P);
            hidden.map(|id| is_panel(&page, id, &opened)).collect::<Vec<_>>()
        };
        assert_eq!(panels("<p role=tabpanel hidden>a<p hidden>b"), [true, false]);
        assert_eq!(panels("<button aria-controls='x y'>a</button><p id=y hidden>b<p id=z hidden>c"), [true, false]);
        assert_eq!(panels("<p class=Accordion-body hidden>a<p class=menu hidden>b"), [true, false]);
    }
}
