//! Tables that only place things on the page are taken apart; tables of data stay.
//!
//! `<table><tr><td><p>a</p><p>b</p></td></tr></table>` → `<p>a</p><p>b</p>`

use super::Context;
use super::tree::{Tree, TreeId};
use crate::document::{Attr, Tag};
use crate::trace::Trace;
use crate::words::Count;

/// A cell of more words than this, with blocks in it, is a column of a page.
const COLUMN: u32 = 80;

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, _: &mut Trace) {
    let mut tables: Vec<TreeId> = tree.all().into_iter().filter(|&id| tree.tag(id) == Tag::Table).collect();
    // Inner ones first: what they hold then counts for the outer ones as what it is.
    tables.reverse();
    for table in tables {
        let parts = parts(tree, table);
        if is_layout(tree, table, &parts) {
            for id in parts.into_iter().chain([table]) {
                tree.node_mut(id).tag = Tag::Div;
            }
        }
    }
}

/// The table's own rows, cells and groups: those of tables in its cells are not among them.
fn parts(tree: &Tree, table: TreeId) -> Vec<TreeId> {
    let mut parts = Vec::new();
    let mut next: Vec<TreeId> = tree.children(table).collect();
    while let Some(id) = next.pop() {
        if matches!(tree.tag(id), Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Tr | Tag::Td | Tag::Th | Tag::Caption) {
            parts.push(id);
            if !matches!(tree.tag(id), Tag::Td | Tag::Th | Tag::Caption) {
                next.extend(tree.children(id));
            }
        }
    }
    parts
}

fn is_layout(tree: &Tree, table: TreeId, parts: &[TreeId]) -> bool {
    let count = |tags: &[Tag]| parts.iter().filter(|&&id| tags.contains(&tree.tag(id))).count();
    if tree.attr(table, Attr::Role).is_some_and(|role| matches!(role, "presentation" | "none")) {
        return true;
    }
    if count(&[Tag::Th, Tag::Thead, Tag::Caption]) > 0 {
        return false;
    }
    let (rows, cells) = (count(&[Tag::Tr]), count(&[Tag::Td]));
    let is_column = |&id: &TreeId| {
        let blocks = tree.children(id).filter(|&child| tree.tag(child).is_block()).count();
        blocks > 1 && Count::of(&tree.text(id)).words > COLUMN
    };
    let nests = |&id: &TreeId| tree.descendants(id).iter().any(|&id| tree.tag(id) == Tag::Table);
    // One column or one row has nothing to compare.
    cells <= rows.max(1) || rows <= 1 || parts.iter().any(|id| is_column(id) || nests(id))
}
