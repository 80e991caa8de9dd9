//! Where code is: `pre`, block-level `code`, editors, and tables or boxes of lines.

use std::collections::HashSet;

use crate::dom::{Document, InlineStyle, Tag, Tree, TreeId};
use crate::lexicon::code::{BLOCK_CLASSES, PLACE_WORDS};
use crate::lexicon::{Signal, SignalSet};

use super::{holders_of, is_button_name, names, signals};

/// In a long list of siblings, so many show whether code stands among words.
const MAX_SIBLINGS: usize = 50;

/// How far above lines of code the box lies that is named for code.
const MAX_LEVELS: usize = 2;

/// So many rows are looked at: each row of a highlighter's table is a line of code.
const MAX_ROWS: usize = 3;

/// A piece of code on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listing {
    /// What becomes the `pre`.
    pub(super) root: TreeId,
    /// What in it holds the code; the rest is a frame around it.
    pub(super) code: TreeId,
    /// Whether it stands in a `code` element.
    framed: bool,
}

impl Listing {
    /// Whether the page marks it as code.
    pub(super) fn is_code(self, tree: &Tree) -> bool {
        self.framed
            || tree.tag(self.root) != Tag::Pre
            || self.code != self.root
            || tree.descendants(self.root).iter().any(|&id| tree.tag(id) == Tag::Code)
    }
}

/// Whether the element is named a line of code.
pub(super) fn is_line(page: &Document, tree: &Tree, id: TreeId) -> bool {
    const LINES: SignalSet = SignalSet::these(&[Signal::CodeLine, Signal::Line]);
    signals(page, tree, id).has_any(LINES)
}

/// All code in the tree, in order; pieces that make up one listing are together.
pub(super) fn find(tree: &mut Tree, page: &Document) -> Vec<Vec<Listing>> {
    let holders = Holders {
        pre: holders_of(tree, |id| tree.tag(id) == Tag::Pre),
        rows: holders_of(tree, |id| tree.tag(id) == Tag::Br || is_row_tag(tree.tag(id))),
        editors: holders_of(tree, |id| is_editor(page, tree, id)),
    };
    let mut found: Vec<Vec<Listing>> = Vec::new();
    let mut frames = Vec::new();
    // Whether only spaces came since the last piece.
    let mut is_next = false;
    let mut next: Vec<TreeId> = tree.children(TreeId::ROOT).rev().collect();
    while let Some(id) = next.pop() {
        if let Some(listing) = listing(page, tree, id, &holders) {
            let goes_on =
                is_next && found.last().and_then(|group| group.last()).is_some_and(|last| goes_on(tree, last, id));
            match found.last_mut() {
                Some(group) if goes_on => group.push(listing),
                _ => found.push(vec![listing]),
            }
            is_next = true;
            continue;
        }
        is_next &= tree.is_blank_text(id);
        if tree.tag(id) == Tag::Code && holders.pre.contains(&id) {
            frames.push(id);
        }
        next.extend(tree.children(id).rev());
    }
    // A `code` around a `pre` that becomes code too would repeat it.
    for id in frames {
        tree.node_mut(id).tag = Tag::Div;
    }
    found
}

/// The elements around what is a sign of code.
struct Holders {
    pre: HashSet<TreeId>,
    rows: HashSet<TreeId>,
    editors: HashSet<TreeId>,
}

fn listing(page: &Document, tree: &Tree, id: TreeId, holders: &Holders) -> Option<Listing> {
    let whole = Some(Listing { root: id, code: id, framed: false });
    match tree.tag(id) {
        Tag::Pre => {
            let framed = tree.ancestors(id).any(|id| tree.tag(id) == Tag::Code);
            Some(Listing { root: id, code: inside_frame(page, tree, id), framed })
        }
        Tag::Code if is_block(tree, id, holders) => whole,
        Tag::Table if is_table_of_lines(page, tree, id) => whole,
        Tag::Div | Tag::Figure | Tag::Section | Tag::Custom => {
            if is_editor(page, tree, id) {
                return whole;
            }
            if holders.editors.contains(&id) && signals(page, tree, id).has(Signal::Editor) {
                let code = tree.within(id).find(|&id| is_editor(page, tree, id))?;
                return Some(Listing { root: id, code, framed: false });
            }
            let is_named = signals(page, tree, id).has(Signal::CodeBox);
            let holds_pre = holders.pre.contains(&id);
            let is_code = !holds_pre && (is_named || is_set_as_code(tree, id) || is_box_of_lines(page, tree, id));
            whole.filter(|_| is_code)
        }
        _ => None,
    }
}

/// Whether the element holds an editor's lines.
fn is_editor(page: &Document, tree: &Tree, id: TreeId) -> bool {
    signals(page, tree, id).has(Signal::EditorLines)
}

/// What holds the code in a `pre` that frames it with bars and buttons, or with spaces.
fn inside_frame(page: &Document, tree: &Tree, pre: TreeId) -> TreeId {
    let all = tree.descendants(pre);
    if let Some(&editor) = all.iter().find(|&&id| is_editor(page, tree, id)) {
        return editor;
    }
    let mut codes = all.iter().copied().filter(|&id| tree.tag(id) == Tag::Code);
    let (Some(code), None) = (codes.next(), codes.next()) else { return pre };
    let mut at = code;
    while at != pre {
        let parent = tree.parent(at);
        // Words in the code's own line are code, but for buttons.
        let is_frame = |other: TreeId| {
            tree.is_blank_text(other)
                || matches!(tree.tag(other), Tag::Button | Tag::Style)
                || tree.tag(other).is_block()
                || tree.tag(other) == Tag::A && is_button_name(&tree.text(other))
        };
        if !tree.children(parent).all(|child| child == at || is_frame(child)) {
            return pre;
        }
        at = parent;
    }
    code
}

/// Whether `code` stands as a block of its own.
fn is_block(tree: &Tree, id: TreeId, holders: &Holders) -> bool {
    let is_named = || names(tree, id).any(|name| BLOCK_CLASSES.contains(&name.as_str()));
    let has_lines = holders.rows.contains(&id);
    !holders.pre.contains(&id) && (is_set_as_code(tree, id) || (has_lines || is_named()) && is_alone(tree, id))
}

/// Whether nothing but other code and blocks stands beside the element in its block.
fn is_alone(tree: &Tree, id: TreeId) -> bool {
    let parent = tree.parent(id);
    let is_apart = |id: TreeId| {
        let tag = tree.tag(id);
        matches!(tag, Tag::Code | Tag::Button) || tag.is_block() || tree.is_blank_text(id)
    };
    (tree.tag(parent).is_block() || parent == TreeId::ROOT) && tree.children(parent).take(MAX_SIBLINGS).all(is_apart)
}

fn is_row_tag(tag: Tag) -> bool {
    matches!(tag, Tag::Div | Tag::Table | Tag::P | Tag::Ol | Tag::Ul | Tag::Li)
}

/// Whether inline style sets the element as code: spaces kept, and for boxes letters of one width.
fn is_set_as_code(tree: &Tree, id: TreeId) -> bool {
    let style = tree.style(id);
    style.has(InlineStyle::PREFORMATTED) && (tree.tag(id) == Tag::Code || style.has(InlineStyle::MONOSPACE))
}

/// Whether a box holds named lines and nothing else, in a place named for code.
fn is_box_of_lines(page: &Document, tree: &Tree, id: TreeId) -> bool {
    let mut lines = tree.non_blank_children(id).peekable();
    lines.peek().is_some()
        && lines.all(|line| tree.tag(line) == Tag::Div && is_line(page, tree, line))
        && std::iter::once(id)
            .chain(tree.ancestors(id).take(MAX_LEVELS))
            .any(|id| names(tree, id).any(|name| PLACE_WORDS.iter().any(|place| name.contains(place))))
}

/// Whether each row of a table is a line of code.
fn is_table_of_lines(page: &Document, tree: &Tree, table: TreeId) -> bool {
    let groups = tree
        .children(table)
        .flat_map(|id| if tree.tag(id) == Tag::Tr { vec![id] } else { tree.children(id).collect() });
    let mut rows = groups.filter(|&id| tree.tag(id) == Tag::Tr).take(MAX_ROWS).peekable();
    rows.peek().is_some()
        && rows.all(|row| tree.children(row).any(|cell| signals(page, tree, cell).has(Signal::CodeCell)))
}

/// Whether code right after a piece goes on with it: beside it, and one of them no `pre` of its own.
fn goes_on(tree: &Tree, last: &Listing, id: TreeId) -> bool {
    tree.parent(last.root) == tree.parent(id) && (tree.tag(last.root) == Tag::Code || tree.tag(id) == Tag::Code)
}
