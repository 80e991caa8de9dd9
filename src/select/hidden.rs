//! What the page hides is dropped, but for what may be content all the same: much text, as behind "read more", the panels
//! of tabs and accordions that readers open, and outside articles what is likely, as shops hide descriptions. Another
//! hidden line never is.
//!
//! `<p>Text</p><p hidden>Copied!</p><div role=tabpanel hidden>Answer</div>` → `<p>Text</p><div>Answer</div>`

use std::collections::HashSet;

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::dom::hidden::is_hidden;
use crate::dom::{Attr, Document, NodeId, NodeMap};
use crate::lexicon::panels::PANELS;

/// How other rules ask for what this one dropped: they look past it.
pub(super) const NAME: &str = "hidden";

/// From so many words on, what one element hides is a text: chosen for "read more", which hides a paragraph or more.
const MIN_WORDS: u32 = 40;

/// Outside articles, what is as likely as that counts though it is hidden: more likely content than not.
const MIN_LIKELY: f32 = 0.5;

pub(super) fn run_on_articles(input: &SelectInput<'_>, decisions: &mut Decisions) {
    drop_hidden(input, decisions, |_| false);
}

pub(super) fn run_elsewhere(input: &SelectInput<'_>, decisions: &mut Decisions) {
    drop_hidden(input, decisions, |probability| probability >= MIN_LIKELY);
}

fn drop_hidden(input: &SelectInput<'_>, decisions: &mut Decisions, is_likely: impl Fn(f32) -> bool) {
    if !input.blocks.list.iter().any(|block| block.hidden) {
        return;
    }
    let page = input.page;
    let controlled = controlled(page);
    let mut hiders = NodeMap::new(page, None);
    for id in page.subtree(page.body()) {
        let outer: Option<NodeId> = hiders[page.parent(id)];
        hiders[id] = outer.or_else(|| (!page.is_text(id) && is_hidden(page, id)).then_some(id));
    }
    let mut words = NodeMap::new(page, 0u32);
    for block in input.blocks.list.iter().filter(|block| block.hidden) {
        if let Some(hider) = hiders[block.container] {
            words[hider] += block.count.words;
        }
    }
    for (id, block) in input.all().filter(|(_, block)| block.hidden) {
        let is_text = |hider| words[hider] >= MIN_WORDS || is_panel(page, hider, &controlled);
        if !is_likely(input.probability(id)) && !hiders[block.container].is_some_and(is_text) {
            decisions.drop_for_good(id);
        }
    }
}

/// The ids of what the page's controls open.
fn controlled(page: &Document) -> HashSet<&str> {
    let controls = page.all().into_iter().filter_map(|id| page.attr(id, Attr::AriaControls));
    controls.flat_map(str::split_ascii_whitespace).collect()
}

/// Whether a hidden element is a panel: by its role, by a control that names it, or by its own names.
fn is_panel(page: &Document, id: NodeId, controlled: &HashSet<&str>) -> bool {
    page.attr(id, Attr::Role) == Some("tabpanel")
        || page.attr(id, Attr::Id).is_some_and(|name| controlled.contains(name))
        || page.attr(id, Attr::Class).is_some_and(|class| {
            let class = class.to_ascii_lowercase();
            PANELS.iter().any(|name| class.contains(name))
        })
}

#[cfg(test)]
mod tests {
    use super::super::tests::Case;
    use super::*;

    #[test]
    fn panels_are_told_from_what_is_merely_hidden() {
        let check = |html: &str, kept: &[&str]| Case::of(html).all(0.9).opened().run(run_on_articles).keeps(kept);
        check("<p role=tabpanel hidden>a<p hidden>b<p>c", &["a", "c"]);
        check("<button aria-controls='x y'>q</button><p id=y hidden>b<p id=z hidden>c", &["q", "b"]);
        check("<p class=Accordion-body hidden>a<p class=menu hidden>b<p>c", &["a", "c"]);
    }

    #[test]
    fn outside_articles_what_is_likely_counts() {
        Case::of("<p>a<p hidden>b").all(0.9).opened().run(run_elsewhere).keeps(&["a", "b"]);
        let of = |text: &str| if text == "a" { 0.9 } else { 0.4 };
        Case::of("<p>a<p hidden>b").each(of).opened().run(run_elsewhere).keeps(&["a"]);
    }
}
