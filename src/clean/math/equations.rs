//! Tables that only place an equation and its number: each row becomes a formula, with the number as its tag.
//!
//! `<table><tr><td><math>…</math></td><td>(1)</td></tr></table>` → `<math display="block" alttext="… \tag{1}">…</math>`

use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::lexicon::math::EQUATION_WORDS;

use super::write::number;

/// The most nodes in a cell of equations, formulas counted as one: other cells have text and links in them.
const MAX_CELL_NODES: usize = 24;

/// A row of such a table.
struct Row {
    maths: Vec<TreeId>,
    number: Option<String>,
    id: Option<String>,
}

pub(super) fn apply(tree: &mut Tree) {
    let tables: Vec<TreeId> = tree.all().into_iter().filter(|&id| tree.tag(id) == Tag::Table).collect();
    for table in tables {
        let Some(rows) = rows(tree, table) else { continue };
        let with_formulas = rows.iter().filter(|row| !row.maths.is_empty()).count();
        let is_one = with_formulas == 1 && rows.iter().map(|row| row.maths.len()).sum::<usize>() == 1;
        if with_formulas == 0 || !(is_one || is_named(tree, table)) {
            continue;
        }
        let mut equations = Vec::new();
        for row in rows {
            equations.extend(equation(tree, row));
        }
        tree.node_mut(table).tag = Tag::Div;
        tree.set_children(table, equations);
    }
}

/// Whether the table, or its first row, is named as one of equations.
fn is_named(tree: &Tree, table: TreeId) -> bool {
    let first = tree.children(table).find(|&id| tree.tag(id) == Tag::Tbody).unwrap_or(table);
    let row = tree.children(first).find(|&id| tree.tag(id) == Tag::Tr);
    [Some(table), row].into_iter().flatten().any(|id| {
        let class = tree.attr(id, Attr::Class).unwrap_or_default().to_ascii_lowercase();
        EQUATION_WORDS.iter().any(|word| class.contains(word))
    })
}

/// The table's rows, if there is nothing in them but formulas and their numbers.
fn rows(tree: &Tree, table: TreeId) -> Option<Vec<Row>> {
    let mut rows = Vec::new();
    let mut next: Vec<TreeId> = tree.children(table).rev().collect();
    while let Some(id) = next.pop() {
        match tree.tag(id) {
            Tag::Tbody => next.extend(tree.children(id).rev()),
            Tag::Tr => rows.push(row(tree, table, id)?),
            _ if tree.is_blank_text(id) || matches!(tree.tag(id), Tag::Col | Tag::Colgroup) => {}
            _ => return None,
        }
    }
    Some(rows)
}

fn row(tree: &Tree, table: TreeId, row: TreeId) -> Option<Row> {
    let id = [row, table].into_iter().find_map(|id| tree.attr(id, Attr::Id)).map(str::to_string);
    let mut found = Row { maths: Vec::new(), number: None, id };
    for cell in tree.non_blank_children(row) {
        let (maths, text) = content(tree, cell)?;
        let text = text.trim();
        match (maths.is_empty(), text.is_empty()) {
            (_, true) => found.maths.extend(maths),
            (true, false) if found.number.is_none() => found.number = Some(number(text)?.to_string()),
            _ => return None,
        }
    }
    Some(found)
}

/// A cell's formulas, and its text beside them.
fn content(tree: &Tree, cell: TreeId) -> Option<(Vec<TreeId>, String)> {
    let (mut maths, mut text) = (Vec::new(), String::new());
    let mut next = vec![cell];
    let mut seen = 0;
    while let Some(id) = next.pop() {
        seen += 1;
        match tree.tag(id) {
            Tag::Math => maths.push(id),
            Tag::Text => text.push_str(&tree.node(id).text),
            Tag::Td | Tag::Th | Tag::Span | Tag::Div | Tag::P | Tag::A | Tag::Strong | Tag::B => {
                next.extend(tree.children(id).rev().take(MAX_CELL_NODES));
            }
            _ => return None,
        }
        if seen > MAX_CELL_NODES {
            return None;
        }
    }
    Some((maths, text))
}

/// The formula that a row makes.
fn equation(tree: &mut Tree, row: Row) -> Option<TreeId> {
    let &first = row.maths.first()?;
    let parts = row.maths.iter().filter_map(|&math| tree.attr(math, Attr::Alttext));
    let mut latex = parts.collect::<Vec<_>>().join(" ");
    if row.maths.len() > 1 || row.number.is_some() {
        let mut content = Vec::new();
        for &math in &row.maths {
            let source = tree.node(math).source.filter(|_| math != first);
            let part = tree.make(Tag::Mrow, Vec::new(), String::new(), source);
            tree.move_children(math, part);
            content.push(part);
        }
        if let Some(number) = &row.number {
            if !latex.contains("\\tag") {
                latex.push_str(&format!(" \\tag{{{number}}}"));
            }
            let label = tree.element(Tag::Mtext, Vec::new());
            tree.append_text(label, format!("\u{2003}({number})"));
            content.push(label);
        }
        tree.set_children(first, content);
    }
    let attrs = &mut tree.node_mut(first).attrs;
    attrs.retain(|(name, _)| *name == Attr::Id);
    if !latex.trim().is_empty() {
        attrs.insert(0, (Attr::Alttext, latex));
    }
    attrs.insert(0, (Attr::Display, "block".to_string()));
    if let Some(id) = row.id.filter(|_| tree.attr(first, Attr::Id).is_none()) {
        tree.set_attr(first, Attr::Id, Some(id));
    }
    Some(first)
}
