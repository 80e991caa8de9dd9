//! A pipe table: every cell on one line. Spans, which Markdown does not have, are filled with empty cells.

/// A table while it is collected.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Row>,
    /// For each column, how many rows more a cell from above reaches into.
    reaching: Vec<usize>,
}

#[derive(Default)]
struct Row {
    cells: Vec<String>,
    has_data: bool,
    in_head: bool,
}

/// How far spans are followed. Wider ones are a page's way to say "all", or to cost memory.
const LONGEST_SPAN: usize = 32;

impl Table {
    pub(super) fn row(&mut self, in_head: bool) {
        self.end_row();
        self.rows.push(Row { in_head, ..Row::default() });
    }

    pub(super) fn cell(&mut self, text: String, columns: usize, rows: usize, is_header: bool) {
        let Some(row) = self.rows.last_mut() else { return };
        row.has_data |= !is_header;
        while let Some(reaching) = self.reaching.get_mut(row.cells.len()).filter(|rows| **rows > 0) {
            *reaching -= 1;
            row.cells.push(String::new());
        }
        let first = row.cells.len();
        row.cells.push(text);
        row.cells.resize_with(first + columns.clamp(1, LONGEST_SPAN), String::new);
        if rows > 1 && row.cells.len() <= LONGEST_SPAN {
            self.reaching.resize(self.reaching.len().max(row.cells.len()), 0);
            self.reaching
                .iter_mut()
                .take(row.cells.len())
                .skip(first)
                .for_each(|left| *left = rows.min(LONGEST_SPAN) - 1);
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
        let first = rows().next();
        // A table without header cells still needs a head: an empty one says nothing wrong.
        let head = first.filter(|row| row.in_head || !row.has_data);
        let cells = head.map(|row| row.cells.as_slice()).unwrap_or_default();
        write_row(cells, width, out);
        line(prefix, out);
        out.push('|');
        for _ in 0..width {
            out.push_str(" --- |");
        }
        for row in rows().skip(usize::from(head.is_some())) {
            line(prefix, out);
            write_row(&row.cells, row.cells.len(), out);
        }
    }

    /// Whether no cell has content.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.iter().all(|row| row.cells.iter().all(String::is_empty))
    }
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
