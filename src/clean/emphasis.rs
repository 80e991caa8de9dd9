//! Words that only inline style sets bold, slanted or struck get the element of that meaning; an element whose style
//! takes its meaning back goes.
//!
//! `<span style="font-weight:700">a</span> <b style="font-weight:normal">b</b>` → `<strong>a</strong> b`

use std::collections::HashSet;

use super::Context;
use crate::dom::{Attr, InlineStyle, Tag, Tree, TreeId};
use crate::trace::Trace;

/// Words are marked where the text is at least so many times as long: where most words look so, it is the page's way to
/// set text.
const MIN_TEXT_TO_MARKED: usize = 2;

/// A line has at most so many nodes.
const MAX_LINE_NODES: usize = 60;

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, _: &mut Trace) {
    let styled: Vec<(TreeId, InlineStyle)> =
        tree.all().into_iter().filter_map(|id| Some((id, InlineStyle::of(tree.attr(id, Attr::Style)?)))).collect();
    if styled.is_empty() {
        return;
    }
    let taken_back: HashSet<TreeId> = styled
        .iter()
        .filter(|(id, style)| match tree.tag(*id) {
            Tag::B | Tag::Strong => style.has(InlineStyle::NOT_BOLD),
            Tag::I | Tag::Em => style.has(InlineStyle::NOT_ITALIC),
            _ => false,
        })
        .map(|&(id, _)| id)
        .collect();
    tree.unwrap_where(|_, id| taken_back.contains(&id));
    let all = tree.all();
    let marks = [(Tag::S, InlineStyle::STRUCK), (Tag::Em, InlineStyle::ITALIC), (Tag::Strong, InlineStyle::BOLD)];
    for (mark, style_of_mark) in marks {
        let named: HashSet<TreeId> =
            styled.iter().filter(|(_, style)| style.has(style_of_mark)).map(|&(id, _)| id).collect();
        if named.is_empty() {
            continue;
        }
        let around = Around::of(tree, &all, mark, &named);
        let (within, letters) = all.iter().fold((0, 0), |(within, letters), id| {
            let length = tree.node(*id).text.len();
            (within + if around.marked.contains(id) { length } else { 0 }, letters + length)
        });
        if MIN_TEXT_TO_MARKED * within < letters {
            around.outermost.into_iter().for_each(|id| wrap(tree, id, mark));
        }
    }
}

/// Where words are marked.
struct Around {
    /// Nodes that are marked or in what is.
    marked: HashSet<TreeId>,
    /// The elements to be marked: lines, in nothing that is marked already or by itself.
    outermost: Vec<TreeId>,
}

impl Around {
    fn of(tree: &Tree, all: &[TreeId], mark: Tag, named: &HashSet<TreeId>) -> Self {
        let mut around = Around { marked: HashSet::new(), outermost: Vec::new() };
        // Headings are bold as they are, and code and formulas are set by themselves.
        let mut closed: HashSet<TreeId> = HashSet::new();
        for &id in all {
            let (tag, parent) = (tree.tag(id), tree.parent(id));
            let is_closed = tag.heading_level().is_some()
                || matches!(tag, Tag::Th | Tag::Dt | Tag::Summary | Tag::Pre | Tag::Code | Tag::Math);
            if is_closed || closed.contains(&parent) {
                closed.insert(id);
            }
            let is_mark =
                tag == mark || matches!((tag, mark), (Tag::B, Tag::Strong) | (Tag::I, Tag::Em) | (Tag::Del, Tag::S));
            if around.marked.contains(&parent) || is_mark {
                around.marked.insert(id);
            } else if named.contains(&id) && !closed.contains(&id) && is_line(tree, id) {
                around.marked.insert(id);
                around.outermost.push(id);
            }
        }
        around
    }
}

/// Whether the element holds words, and nothing that breaks lines or is no text.
fn is_line(tree: &Tree, id: TreeId) -> bool {
    matches!(tree.tag(id), Tag::Span | Tag::Font | Tag::P | Tag::Em | Tag::I | Tag::Strong | Tag::B | Tag::A | Tag::U)
        && tree
            .descendants_up_to(id, MAX_LINE_NODES)
            .is_some_and(|inside| !inside.iter().any(|&id| tree.tag(id).is_block() || tree.tag(id).is_media()))
        && !tree.is_blank(id)
}

/// Puts what is in the element into one that marks it.
fn wrap(tree: &mut Tree, id: TreeId, mark: Tag) {
    let element = tree.element(mark, Vec::new());
    tree.move_children(id, element);
    tree.append(id, element);
}
