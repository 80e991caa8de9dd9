//! Tables that only place things on the page are taken apart; tables of data stay.
//!
//! `<table><tr><td><p>a</p><p>b</p></td></tr></table>` → `<p>a</p><p>b</p>`

use std::ops::Range;

use super::{Context, drop_node};
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::trace::Trace;
use crate::words::Count;

/// A cell of more words than this, with blocks in it, is a column of a page.
const COLUMN: u32 = 80;

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, trace: &mut Trace) {
    let mut tables: Vec<TreeId> = tree.all().into_iter().filter(|&id| tree.tag(id) == Tag::Table).collect();
    // Inner ones first: what they hold then counts for the outer ones as what it is.
    tables.reverse();
    for table in tables {
        let parts = parts(tree, table);
        let rows = rows(tree, table);
        if let Some(items) = numbered(tree, &rows) {
            make_list(tree, table, &rows, items, trace);
        } else if is_layout(tree, table, &parts) {
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
        tree.tag(id) == Tag::Td && blocks > 1 && Count::of(&tree.text(id)).words > COLUMN
    };
    let nests = |&id: &TreeId| tree.descendants(id).iter().any(|&id| tree.tag(id) == Tag::Table);
    let shows_card = |&id: &TreeId| tree.tag(id) == Tag::Td && tree.children(id).any(|id| tree.is_card(id));
    // One column or one row has nothing to compare.
    cells <= rows.max(1) || rows <= 1 || parts.iter().any(|id| is_column(id) || nests(id) || shows_card(id))
}

/// The table's own rows, in order.
fn rows(tree: &Tree, table: TreeId) -> Vec<TreeId> {
    let is_group = |&id: &TreeId| matches!(tree.tag(id), Tag::Tbody | Tag::Thead | Tag::Tfoot);
    let all = tree.children(table).flat_map(|id| if is_group(&id) { tree.children(id).collect() } else { vec![id] });
    all.filter(|&id| tree.tag(id) == Tag::Tr).collect()
}

/// The items of a list that a table sets in rows, several for each item: the first number and where among the rows
/// each item is. The last takes no more rows than the one before it: what comes then stands below the list.
fn numbered(tree: &Tree, rows: &[TreeId]) -> Option<(u32, Vec<Range<usize>>)> {
    /// A cell with more nodes holds more than a number.
    const MAX_NUMBER_NODES: usize = 5;
    let number = |row: TreeId| -> Option<u32> {
        let first = tree.children(row).find(|&id| tree.tag(id) == Tag::Td)?;
        tree.descendants_up_to(first, MAX_NUMBER_NODES)?;
        tree.text(first).trim().strip_suffix('.')?.parse().ok()
    };
    let starts: Vec<(usize, u32)> =
        rows.iter().enumerate().filter_map(|(at, &row)| number(row).map(|number| (at, number))).collect();
    let is_next = |pair: &[(usize, u32)]| matches!(pair, [(a, n), (b, m)] if b - a > 1 && n.checked_add(1) == Some(*m));
    if starts.len() < 2 || !starts.windows(2).all(is_next) {
        return None;
    }
    let ends = starts.iter().skip(1).map(|&(at, _)| at);
    let mut items: Vec<Range<usize>> = starts.iter().zip(ends).map(|(&(at, _), end)| at..end).collect();
    let (last, _) = *starts.last()?;
    let most = items.last()?.len();
    items.push(last..rows.len().min(last + most));
    Some((starts.first()?.1, items))
}

/// Makes a list of a table's rows. Rows before and after the items stay around it.
fn make_list(
    tree: &mut Tree,
    table: TreeId,
    rows: &[TreeId],
    (first, items): (u32, Vec<Range<usize>>),
    trace: &mut Trace,
) {
    let list = tree.element(Tag::Ol, vec![(Attr::Start, first.to_string())]);
    let start = items.first().map_or(0, |item| item.start);
    let end = items.last().map_or(0, |item| item.end);
    for item in items {
        let number = rows.get(item.start).and_then(|&row| tree.children(row).find(|&id| tree.tag(id) == Tag::Td));
        if let Some(number) = number {
            drop_node(tree, number, trace);
        }
        let entry = tree.element(Tag::Li, Vec::new());
        for &row in rows.get(item).unwrap_or_default() {
            let line = line_of(tree, row);
            tree.append(entry, line);
        }
        tree.append(list, entry);
    }
    let mut lines = |rows: Option<&[TreeId]>| -> Vec<TreeId> {
        rows.unwrap_or_default().iter().map(|&row| line_of(tree, row)).collect()
    };
    let (before, after) = (lines(rows.get(..start)), lines(rows.get(end..)));
    let captions = tree.children(table).filter(|&id| tree.tag(id) == Tag::Caption).collect::<Vec<_>>();
    for &caption in &captions {
        tree.node_mut(caption).tag = Tag::Div;
    }
    tree.node_mut(table).tag = Tag::Div;
    tree.set_children(table, captions.into_iter().chain(before).chain([list]).chain(after).collect());
}

/// A row's cells as one line.
fn line_of(tree: &mut Tree, row: TreeId) -> TreeId {
    let cells: Vec<TreeId> = tree.children(row).collect();
    let line = tree.element(Tag::Div, Vec::new());
    for cell in cells {
        tree.append_text(line, " ");
        tree.move_children(cell, line);
    }
    line
}
