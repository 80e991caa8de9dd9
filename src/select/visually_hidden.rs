//! Words that only screen readers say, because the page's style takes them out of sight, are dropped.
//!
//! `<a href=a>More<span class="sr-only"> about tea</span></a>` → `<a href=a>More</a>`

use super::content::Content;
use super::decisions::Decisions;
use super::input::SelectInput;
use crate::dom::{Attr, Document, Elements, NodeId, Tag};
use crate::lexicon::visually_hidden::VISUALLY_HIDDEN;
use crate::words::Count;

/// More words than this are a text: then the page shows it after all, by a script.
const MAX_WORDS: u32 = 30;

/// What is made of more nodes than this is a text, too.
const MAX_NODES: usize = 100;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let page = input.page;
    let content = decisions.content(page);
    let hidden = content.descendants(page.body()).filter(|&id| is_visually_hidden(page, id));
    for id in hidden.collect::<Vec<NodeId>>() {
        if !is_needed(decisions.content(page), id) {
            decisions.drop_node(page, input.blocks, id);
        }
    }
}

fn is_visually_hidden(page: &Document, id: NodeId) -> bool {
    let is_named = || {
        let mut names = page.attr(id, Attr::Class).unwrap_or_default().split_ascii_whitespace();
        names.any(|name| VISUALLY_HIDDEN.iter().any(|hidden| name.eq_ignore_ascii_case(hidden)))
    };
    !page.is_text(id) && (is_named() || is_clipped(page, id))
}

/// Whether inline style leaves nothing of the element to see: cut to a point, and out of the flow.
fn is_clipped(page: &Document, id: NodeId) -> bool {
    let Some(style) = page.attr(id, Attr::Style).filter(|style| style.contains("clip")) else { return false };
    let style: String = style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    let cuts = ["clip:rect(0", "clip:rect(1px,1px", "clip-path:inset(50%)", "clip-path:inset(100%)"];
    style.contains("position:absolute") && cuts.iter().any(|cut| style.contains(cut))
}

/// What cannot go: a formula beside its picture, a task's box, and whole texts.
fn is_needed(content: Content<'_>, id: NodeId) -> bool {
    let Some(inside) = content.descendants_up_to(id, MAX_NODES) else { return true };
    let is_needed = |id| matches!(content.tag(id), Tag::Math | Tag::Input | Tag::Img);
    is_needed(id) || inside.into_iter().any(is_needed) || Count::of(&content.text(id)).words > MAX_WORDS
}
