//! Tables that only place things on the page.

use crate::dom::{Attr, CARD, Elements, Tag};
use crate::words::Count;

/// A cell of more words than this, with blocks in it, is a column of a page: cells of data have fewer.
const MAX_CELL_WORDS: u32 = 80;

/// Whether the table only places things. That of inner tables is to be known before: `is_table` is true of those that
/// hold data.
pub(crate) fn is_layout_table<E: Elements>(elements: &E, table: E::Id, is_table: impl Fn(E::Id) -> bool) -> bool {
    if elements.attr(table, Attr::Role).is_some_and(|role| matches!(role, "presentation" | "none")) {
        return true;
    }
    let parts = table_parts(elements, table);
    let count = |tags: &[Tag]| parts.iter().filter(|&&id| tags.contains(&elements.tag(id))).count();
    if count(&[Tag::Th, Tag::Thead, Tag::Caption]) > 0 {
        return false;
    }
    let (rows, cells) = (count(&[Tag::Tr]), count(&[Tag::Td]));
    // One column or one row has nothing to compare.
    if cells <= rows.max(1) || rows <= 1 {
        return true;
    }
    let is_column = |id: E::Id| {
        let blocks = elements.children(id).filter(|&child| elements.tag(child).is_block()).count();
        blocks > 1 && Count::of(&elements.text(id)).words > MAX_CELL_WORDS
    };
    let shows_player = |id: E::Id| elements.children(id).any(|id| is_player(elements, id));
    let is_cell = |id: &&E::Id| elements.tag(**id) == Tag::Td;
    parts.iter().filter(is_cell).any(|&id| shows_player(id) || is_column(id)) || holds_any(elements, table, is_table)
}

/// The table's own rows, cells and groups: those of tables in its cells are not among them.
pub(crate) fn table_parts<E: Elements>(elements: &E, table: E::Id) -> Vec<E::Id> {
    let mut parts = Vec::new();
    let mut next: Vec<E::Id> = elements.children(table).collect();
    while let Some(id) = next.pop() {
        let tag = elements.tag(id);
        if matches!(tag, Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Tr | Tag::Td | Tag::Th | Tag::Caption) {
            parts.push(id);
            if !matches!(tag, Tag::Td | Tag::Th | Tag::Caption) {
                next.extend(elements.children(id));
            }
        }
    }
    parts
}

/// Whether it is a player, or the card that stands for one.
fn is_player<E: Elements>(elements: &E, id: E::Id) -> bool {
    let tag = elements.tag(id);
    tag.is_player() || tag == Tag::Figure && elements.attr(id, Attr::Class) == Some(CARD)
}

fn holds_any<E: Elements>(elements: &E, id: E::Id, is_one: impl Fn(E::Id) -> bool) -> bool {
    let mut next: Vec<E::Id> = elements.children(id).collect();
    while let Some(id) = next.pop() {
        if is_one(id) {
            return true;
        }
        next.extend(elements.children(id));
    }
    false
}
