//! What holds no text of a kept block, but separates or belongs to some, is kept with it: rules between parts, empty cells
//! of kept rows, blank lines of code, the boxes of task lists, pictures' sources and readable copies, and what stands for
//! a film or shows a picture as its background.
//!
//! `<tr>` with a kept cell and an empty one → both cells

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::dom::code_box::is_block_code;
use crate::dom::{Attr, NodeId, NodeMap, Tag};
use crate::media::background::is_background;
use crate::media::stand_in::is_stand_in;

/// How far a blank line's text is below its code, and a picture below its `noscript`: spans, or a link and `picture`.
const MAX_LEVELS: usize = 3;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let page = input.page;
    let holds = decisions.nodes().clone();
    let mut id = page.body().plus(1);
    while id < page.end(page.body()) {
        if holds[id] {
            id = id.plus(1);
        } else if belongs(input, id, &holds) {
            decisions.add(page, input.blocks, id);
            id = id.plus(1);
        } else {
            id = page.end(id);
        }
    }
}

/// Whether something that holds no kept text still belongs to what is kept.
fn belongs(input: &SelectInput<'_>, id: NodeId, holds: &NodeMap<bool>) -> bool {
    let page = input.page;
    let parent_holds = holds[page.parent(id)];
    match page.tag(id) {
        // A blank line between two pieces of code.
        Tag::Code => parent_holds && is_block_code(page, id),
        Tag::Text => page
            .ancestors(id)
            .take(MAX_LEVELS)
            .any(|id| page.tag(id) == Tag::Code && is_block_code(page, id) && !holds[id]),
        Tag::Td | Tag::Th | Tag::Col | Tag::Colgroup | Tag::Hr => parent_holds,
        Tag::Input => {
            // A task list says with them what is done.
            parent_holds
                && page.attr(id, Attr::Type).is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"))
                && input.blocks.enclosing(input.page.parent(id)).item.is_some()
        }
        // The readable copy of a lazy picture is often the only one with an address.
        Tag::Noscript => parent_holds && page.descendants(id).into_iter().any(|id| page.tag(id) == Tag::Img),
        Tag::Span => page.tag(page.parent(id)) == Tag::Code && is_block_code(page, page.parent(id)),
        Tag::Img | Tag::Picture | Tag::Source => {
            page.ancestors(id).take(MAX_LEVELS).any(|id| page.tag(id) == Tag::Noscript)
        }
        _ => parent_holds && (is_background(page, id) || is_stand_in(page, id)),
    }
}
