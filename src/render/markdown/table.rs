//! A pipe table: every cell on one line. Spans, which Markdown does not have, are filled with empty cells in the head;
//! where others would put words into wrong columns, the table is written as HTML.

use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::render::html::serialise_within;

/// A table while it is collected.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<TableRow>,
    /// For each column, how many rows more a cell from above reaches into.
    reaching: Vec<usize>,
}

#[derive(Default)]
struct TableRow {
    cells: Vec<String>,
}

/// The most columns or rows that a span is followed over: larger ones stand for "all", or are made to cost memory.
const MAX_SPAN: usize = 32;

impl Table {
    pub(super) fn row(&mut self) {
        self.end_row();
        self.rows.push(TableRow::default());
    }

    pub(super) fn cell(&mut self, text: String, columns: usize, rows: usize) {
        let Some(row) = self.rows.last_mut() else { return };
        while let Some(reaching) = self.reaching.get_mut(row.cells.len()).filter(|rows| **rows > 0) {
            *reaching -= 1;
            row.cells.push(String::new());
        }
        let first = row.cells.len();
        row.cells.push(text);
        row.cells.resize_with(first + columns.clamp(1, MAX_SPAN), String::new);
        if rows > 1 && row.cells.len() <= MAX_SPAN {
            self.reaching.resize(self.reaching.len().max(row.cells.len()), 0);
            self.reaching.iter_mut().take(row.cells.len()).skip(first).for_each(|left| *left = rows.min(MAX_SPAN) - 1);
        }
    }

    fn end_row(&mut self) {
        let width = self.rows.last().map_or(0, |row| row.cells.len());
        self.reaching.iter_mut().skip(width).for_each(|rows| *rows = rows.saturating_sub(1));
    }

    /// Writes the table. Lines after the first begin with `prefix`.
    pub(super) fn write(&self, prefix: &str, out: &mut String) {
        let rows = || self.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        let width = rows().map(|row| row.cells.len()).max().unwrap_or(0);
        // Most tables without header cells have their headers in the first row, and an empty head would only add a row.
        let head = rows().next().map(|row| row.cells.as_slice()).unwrap_or_default();
        write_row(head, width, out);
        line(prefix, out);
        out.push('|');
        for _ in 0..width {
            out.push_str(" --- |");
        }
        for row in rows().skip(1) {
            line(prefix, out);
            write_row(&row.cells, row.cells.len(), out);
        }
    }

    /// Whether no cell has content.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.iter().all(|row| row.cells.iter().all(String::is_empty))
    }
}

/// The table as HTML without blank lines, which would end it, if a pipe table would be wrong.
pub(super) fn as_html(tree: &Tree, table: TreeId) -> Option<String> {
    let rows = tree
        .children(table)
        .flat_map(|id| if tree.tag(id) == Tag::Tr { vec![id] } else { tree.children(id).collect() });
    let spans = |cell: TreeId, name: Attr| tree.attr(cell, name).is_some();
    let is_wrong = rows.filter(|&id| tree.tag(id) == Tag::Tr).enumerate().any(|(at, row)| {
        let cells: Vec<TreeId> = tree.children(row).filter(|&id| matches!(tree.tag(id), Tag::Td | Tag::Th)).collect();
        // A single cell over all columns is a line between rows.
        cells.iter().any(|&cell| spans(cell, Attr::Rowspan) || at > 0 && cells.len() > 1 && spans(cell, Attr::Colspan))
    });
    let shows = |id: TreeId| tree.tag(id) == Tag::Img || tree.tag(id) == Tag::Text && !tree.is_blank_text(id);
    if !is_wrong || !tree.within(table).any(shows) {
        return None;
    }
    let html = serialise_within(tree, table);
    let is_code = |id: TreeId| tree.tag(id) == Tag::Pre && tree.text(id).contains("\n\n");
    let has_blank_lines = tree.within(table).any(is_code);
    let lines: Vec<&str> = html.lines().filter(|line| !line.trim().is_empty()).collect();
    (!has_blank_lines).then(|| lines.join("\n"))
}

fn write_row(cells: &[String], width: usize, out: &mut String) {
    out.push('|');
    for at in 0..width {
        match cells.get(at).map(String::as_str) {
            None | Some("") => out.push_str("  |"),
            Some(cell) => {
                out.push(' ');
                out.push_str(cell);
                out.push_str(" |");
            }
        }
    }
}

fn line(prefix: &str, out: &mut String) {
    out.push('\n');
    out.push_str(prefix);
}
