//! The text of a listing, byte for byte, and a line break where one of its rows ends.

use std::collections::HashSet;

use crate::dom::{Attr, Document, InlineStyle, Tag, Tree, TreeId, Visit, Walk, declarations};

use super::listing::{Listing, is_line};
use super::names;

/// The listing's text.
pub(super) fn text(tree: &mut Tree, listing: Listing, page: &Document) -> String {
    sort_by_place(tree, listing.code);
    let rows = Rows::of(page, tree, listing.code);
    let mut text = String::new();
    // For each open row, how long the text was.
    let mut open = Vec::new();
    // Whether the last line break is one of the text's own.
    let mut is_own = true;
    for visit in Walk::within(tree, listing.code) {
        match visit {
            Visit::Open(id) => match tree.tag(id) {
                Tag::Text if rows.between.contains(&id) => {}
                Tag::Text => {
                    push(&tree.node(id).text, &mut text);
                    is_own = true;
                }
                Tag::Br => {
                    text.push('\n');
                    is_own = true;
                }
                _ if rows.rows.contains(&id) => {
                    if !text.is_empty() && !text.ends_with('\n') {
                        text.push('\n');
                    }
                    open.push(text.len());
                }
                _ => {}
            },
            Visit::Close(id) if rows.rows.contains(&id) => {
                let is_blank = open.pop() == Some(text.len());
                if if is_blank { rows.blank.contains(&id) } else { !text.ends_with('\n') } {
                    text.push('\n');
                    is_own = false;
                }
            }
            Visit::Close(_) => {}
        }
    }
    if !is_own {
        text.pop();
    }
    // Editors write spaces as no-break spaces.
    if tree.tag(listing.root) == Tag::Pre { text } else { text.replace('\u{A0}', " ") }
}

/// Adds text without the characters that take no room.
fn push(part: &str, text: &mut String) {
    text.extend(part.split(['\u{200B}', '\u{2060}', '\u{FEFF}']));
}

/// How a listing falls into rows.
#[derive(Default)]
struct Rows {
    /// What is on lines of its own.
    rows: HashSet<TreeId>,
    /// Of these, those that are a blank line where they hold nothing.
    blank: HashSet<TreeId>,
    /// The page's own spaces between rows.
    between: HashSet<TreeId>,
}

impl Rows {
    fn of(page: &Document, tree: &Tree, code: TreeId) -> Rows {
        let inside = tree.descendants(code);
        let has_breaks = inside.iter().any(|&id| tree.tag(id) == Tag::Br || is_row(tree, id))
            || tree.text(code).trim().contains('\n');
        let mut rows = Rows::default();
        for parent in std::iter::once(code).chain(inside) {
            let mut before: Option<TreeId> = None;
            let mut space: Option<TreeId> = None;
            for child in tree.children(parent) {
                if tree.is_blank_text(child) {
                    space = Some(child);
                    continue;
                }
                // Lines that nothing parts are parted by the style sheet.
                let is_row = is_row(tree, child) || (!has_breaks && is_line(page, tree, child));
                if is_row {
                    rows.rows.insert(child);
                    let kin = before.filter(|&before| tree.tag(before) == tree.tag(child));
                    if let Some(before) = kin.filter(|before| rows.rows.contains(before)) {
                        rows.blank.extend([before, child]);
                    }
                }
                let beside = |id: Option<TreeId>| id.is_none_or(|id| rows.rows.contains(&id));
                if is_row && beside(before) {
                    rows.between.extend(space);
                }
                before = Some(child);
                space = None;
            }
            if before.is_some_and(|before| rows.rows.contains(&before)) {
                rows.between.extend(space);
            }
        }
        rows
    }
}

/// Whether a browser shows the element on lines of its own.
fn is_row(tree: &Tree, id: TreeId) -> bool {
    let style = tree.style(id);
    let is_by_tag = || tree.tag(id).is_block() && !matches!(tree.tag(id), Tag::Td | Tag::Th | Tag::Custom);
    style.has(InlineStyle::OWN_LINES) || !style.has(InlineStyle::IN_LINE) && is_by_tag()
}

/// Some editors set their lines by position, in any order.
fn sort_by_place(tree: &mut Tree, code: TreeId) {
    if !names(tree, code).any(|name| name == "view-lines") {
        return;
    }
    let top = |tree: &Tree, id: TreeId| -> i64 {
        let mut style = declarations(tree.attr(id, Attr::Style).unwrap_or_default());
        let top = style.find(|(property, _)| *property == "top").map(|(_, value)| value);
        top.and_then(|top| top.trim_end_matches("px").parse().ok()).unwrap_or(0)
    };
    let mut lines: Vec<TreeId> = tree.children(code).collect();
    lines.sort_by_key(|&id| top(tree, id));
    tree.set_children(code, lines);
}
