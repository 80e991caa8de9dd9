//! What stands in or beside code and is none of it: line numbers, buttons, signs that cannot be selected.

use std::collections::HashSet;

use crate::clean::{Context, drop_node};
use crate::dom::hidden::is_hidden;
use crate::dom::{Attr, InlineStyle, Tag, Tree, TreeId};
use crate::lexicon::code::{LINE_NUMBERS, TOOL_WORDS, UNSELECTABLE};
use crate::trace::Trace;

use super::{holders_of, names};

/// The longest text of a button, in bytes: what is longer is code in an element that is only named like one.
const MAX_BUTTON_TEXT: usize = 40;

/// A listing has at least so many times the text of a part that is hidden or cannot be selected; a larger part is the
/// code itself, which editors hide from screen readers.
const MIN_LISTING_TO_DECORATION: usize = 2;

/// Names of line numbers that are shorter are parts of other words too (`ln` of `kiln`), so they must be the whole name.
const MIN_NAME_PART: usize = 5;

/// So many columns of numbers are dropped: a comparison of two versions numbers the lines of both.
const MAX_COLUMNS: usize = 2;

/// A line's number has at most so many nodes around it: code is coloured with more.
const MAX_NUMBER_NODES: usize = 4;

/// Takes out columns of line numbers beside code: cells and boxes that count its lines.
pub(super) fn drop_number_columns(tree: &mut Tree, trace: &mut Trace) {
    let holds_code = holders_of(tree, |id| matches!(tree.tag(id), Tag::Pre | Tag::Code));
    for parent in tree.all().into_iter().filter(|id| holds_code.contains(id)) {
        // A box of numbers in running text may be what the code gives out.
        let is_column = |&id: &TreeId| match tree.tag(id) {
            Tag::Td | Tag::Th => numbers(tree, id).is_some_and(|count| count > 1 || is_named_numbers(tree, id)),
            Tag::Div | Tag::Pre | Tag::Span => is_named_numbers(tree, id) && numbers(tree, id).is_some(),
            _ => false,
        };
        let children: Vec<TreeId> = tree.children(parent).filter(|&id| tree.tag(id) != Tag::Text).collect();
        let columns: Vec<TreeId> = children.iter().copied().filter(is_column).take(MAX_COLUMNS).collect();
        if children.iter().any(|id| holds_code.contains(id) && !columns.contains(id)) {
            for id in columns {
                drop_node(tree, id, trace);
            }
        }
    }
}

/// Takes out of a listing what is none of its text.
pub(super) fn drop_inside(tree: &mut Tree, code: TreeId, context: &Context<'_>, trace: &mut Trace) {
    let whole = tree.text(code).len();
    let mut dropped = HashSet::new();
    let inside = tree.descendants(code);
    for &id in &inside {
        if dropped.contains(&tree.parent(id)) {
            dropped.insert(id);
        } else if tree.tag(id) != Tag::Text && is_decoration(tree, id, context, whole) {
            dropped.insert(id);
            drop_node(tree, id, trace);
        }
    }
    for parent in std::iter::once(code).chain(inside) {
        for id in counted(tree, parent) {
            drop_node(tree, id, trace);
        }
    }
}

fn is_decoration(tree: &Tree, id: TreeId, context: &Context<'_>, whole: usize) -> bool {
    if matches!(tree.tag(id), Tag::Button | Tag::Input | Tag::Style) || tree.attr(id, Attr::Role) == Some("button") {
        return true;
    }
    if tree.attr(id, Attr::DataLineNumber).is_some() || is_named_numbers(tree, id) {
        return numbers(tree, id).is_some();
    }
    let is_button = names(tree, id).any(|name| TOOL_WORDS.iter().any(|button| name.contains(button)));
    let is_hidden = tree.node(id).source.is_some_and(|source| is_hidden(context.page, source));
    if !is_button && !is_hidden && !is_unselectable(tree, id) {
        return false;
    }
    // Editors hide their lines from screen readers, which read a text area instead: that is no decoration.
    let text = tree.text(id).len();
    if is_button { text <= MAX_BUTTON_TEXT } else { MIN_LISTING_TO_DECORATION * text <= whole }
}

/// Whether the page keeps readers from copying it with the code.
fn is_unselectable(tree: &Tree, id: TreeId) -> bool {
    tree.style(id).has(InlineStyle::UNSELECTABLE) || names(tree, id).any(|name| UNSELECTABLE.contains(&name.as_str()))
}

fn is_named_numbers(tree: &Tree, id: TreeId) -> bool {
    names(tree, id).any(|name| {
        let name = name.replace(['-', '_'], "");
        LINE_NUMBERS
            .iter()
            .any(|number| if number.len() < MIN_NAME_PART { name == *number } else { name.contains(number) })
    })
}

/// How many numbers the element holds, if it holds nothing else, and each is the one after the last.
fn numbers(tree: &Tree, id: TreeId) -> Option<usize> {
    let (mut count, mut last) = (0, None);
    let mut next = vec![id];
    while let Some(id) = next.pop() {
        for word in tree.node(id).text.split_whitespace() {
            let number: u32 = word.trim_end_matches(['.', ':', '|']).parse().ok()?;
            if last.is_some_and(|last: u32| last.checked_add(1) != Some(number)) {
                return None;
            }
            last = Some(number);
            count += 1;
        }
        next.extend(tree.children(id).rev());
    }
    Some(count)
}

/// The first parts of an element's rows, where they count the rows.
fn counted(tree: &Tree, parent: TreeId) -> Vec<TreeId> {
    let mut firsts = Vec::new();
    let mut last = None;
    for row in tree.non_blank_children(parent) {
        let Some(first) = tree.non_blank_children(row).next().filter(|&id| tree.tag(id) != Tag::Text) else {
            return Vec::new();
        };
        let Some(inside) = tree.descendants_up_to(first, MAX_NUMBER_NODES) else { return Vec::new() };
        let text: String = inside.iter().map(|&id| tree.node(id).text.as_str()).collect();
        let Ok(number) = text.trim().parse::<u32>() else { return Vec::new() };
        if last.is_some_and(|last: u32| last.checked_add(1) != Some(number)) {
            return Vec::new();
        }
        last = Some(number);
        firsts.push(first);
    }
    if firsts.len() > 1 { firsts } else { Vec::new() }
}
