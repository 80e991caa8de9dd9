//! Tables in formulas: matrices, cases, and equations aligned below each other.

use crate::dom::{Attr, Tag, Tree, TreeId, is_zero_length};

use super::super::mathml::LABELED;
use super::super::symbols;
use super::{Step, Writer, children, only, text};

/// The longest number of an equation, in bytes: `A.12.3b`; longer labels are words.
const MAX_NUMBER: usize = 12;

/// The signs on both sides of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Fences {
    left: String,
    right: String,
}

/// Whether the row has a table between signs at `at`: then those signs, the table, and where the row goes on.
pub(super) fn fenced(tree: &Tree, row: &[TreeId], at: usize) -> Option<(Fences, (TreeId, usize))> {
    let sign = |at: usize| {
        row.get(at).map(|&id| only(tree, id)).filter(|&id| tree.tag(id) == Tag::Mo).map(|id| text(tree, id))
    };
    let left = sign(at)?;
    let table = only(tree, *row.get(at + 1)?);
    if tree.tag(table) != Tag::Mtable && !is_binomial(tree, table) {
        return None;
    }
    let right = sign(at + 2).unwrap_or_default();
    let next = if sign(at + 2).is_some() { at + 3 } else { at + 2 };
    match (left.as_str(), right.as_str()) {
        ("(", ")") => {}
        ("[", "]") | ("{", "}") | ("|", "|") | ("‖", "‖") if tree.tag(table) == Tag::Mtable => {}
        // What follows cases is no part of them.
        ("{", "") if tree.tag(table) == Tag::Mtable => {}
        ("{", _) if tree.tag(table) == Tag::Mtable => {
            return Some((Fences { left, right: String::new() }, (table, at + 2)));
        }
        _ => return None,
    }
    Some((Fences { left, right }, (table, next)))
}

/// Whether it is a fraction without a line.
fn is_binomial(tree: &Tree, id: TreeId) -> bool {
    tree.tag(id) == Tag::Mfrac && tree.attr(id, Attr::Linethickness).is_some_and(is_zero_length)
}

impl Writer<'_> {
    /// Writes a table, or a fraction without a line.
    pub(super) fn table(&mut self, table: TreeId, fences: Fences) {
        use Step::{Node, Put};
        let children = children(self.tree, table);
        if let (Tag::Mfrac, &[over, under]) = (self.tree.tag(table), children.as_slice()) {
            return self.then([Put("\\binom{"), Node(over), Put("}{"), Node(under), Put("}")]);
        }
        let rows: Vec<TreeId> = children.into_iter().filter(|&row| self.tree.tag(row) == Tag::Mtr).collect();
        if fences.left.is_empty()
            && let [row] = rows.as_slice()
            && is_labeled(self.tree, *row)
        {
            return self.labeled(*row);
        }
        let environment = self.environment(&rows, &fences);
        let mut parts = vec![Put("\\begin{"), Put(environment), Put("}")];
        for (at, &row) in rows.iter().enumerate() {
            parts.push(Put(if at > 0 { " \\\\ " } else { " " }));
            let mut cells = super::children(self.tree, row);
            let label = if is_labeled(self.tree, row) { cells.pop() } else { None };
            for (at, &cell) in cells.iter().enumerate() {
                if at > 0 {
                    parts.push(Put(" & "));
                }
                parts.push(Node(cell));
            }
            if let Some(label) = label {
                parts.extend([Put(" \\qquad "), Node(label)]);
            }
        }
        parts.extend([Put(" \\end{"), Put(environment), Put("}")]);
        self.then(parts);
    }

    /// A single equation and its number.
    fn labeled(&mut self, row: TreeId) {
        use Step::{Node, Put};
        let mut cells = children(self.tree, row);
        let label = cells.pop();
        let mut parts = Vec::new();
        for cell in cells {
            parts.extend([Node(cell), Put(" ")]);
        }
        if let Some(label) = label {
            match number(&text(self.tree, label)) {
                Some(number) => parts.push(Step::Text(format!("\\tag{{{number}}}"))),
                None => parts.extend([Put("\\qquad "), Node(label)]),
            }
        }
        self.then(parts);
    }

    fn environment(&self, rows: &[TreeId], fences: &Fences) -> &'static str {
        match (fences.left.as_str(), fences.right.as_str()) {
            ("(", _) => return "pmatrix",
            ("[", _) => return "bmatrix",
            ("{", "}") => return "Bmatrix",
            ("{", _) => return "cases",
            ("|", _) => return "vmatrix",
            ("‖", _) => return "Vmatrix",
            _ => {}
        }
        let begins_with_relation = |&cell: &TreeId| {
            let first = children(self.tree, only(self.tree, cell)).first().map(|&id| text(self.tree, id));
            first.is_some_and(|first| first.chars().next().is_some_and(symbols::is_relation) || first.is_empty())
        };
        let is_aligned = rows.iter().any(|&row| {
            let cells = children(self.tree, row);
            cells.len() == 1 || cells.iter().skip(1).any(begins_with_relation)
        });
        if is_aligned { "aligned" } else { "matrix" }
    }
}

/// The number of an equation, without the parentheses around it.
pub(in super::super) fn number(label: &str) -> Option<&str> {
    let label = label.trim();
    let number = label.strip_prefix(['(', '[']).and_then(|label| label.strip_suffix([')', ']'])).unwrap_or(label);
    let is_number = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '\'' | ' ');
    let fits = (1..=MAX_NUMBER).contains(&number.len()) && number.chars().all(is_number);
    (fits && (number.len() < label.len() || number.contains(|c: char| c.is_ascii_digit()))).then_some(number)
}

fn is_labeled(tree: &Tree, row: TreeId) -> bool {
    tree.attr(row, Attr::Class) == Some(LABELED)
}
