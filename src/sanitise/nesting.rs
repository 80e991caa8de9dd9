//! The safe tree while it is built. It nests as HTML's parser lets elements nest, so that written and parsed again it is
//! the same tree.

use crate::dom::{Attr, NodeId, Tag, Tree, TreeId};

/// An element that is open.
#[derive(Debug, Clone, Copy)]
struct OpenTag {
    tag: Tag,
    id: TreeId,
    /// Whether it is a part of a table that the parser would have put around what is in it.
    is_implied: bool,
}

/// What the parser closes for what comes next.
pub(super) struct Nesting {
    tree: Tree,
    /// The elements that are open, the root first.
    open: Vec<OpenTag>,
    /// How many of those lie outside the innermost table cell or caption: a paragraph out there stays open.
    scopes: Vec<usize>,
    /// Where among the open elements paragraphs are.
    paragraphs: Vec<usize>,
    links: usize,
    lists: usize,
    math: usize,
    ruby: usize,
}

impl Nesting {
    pub(super) fn new() -> Self {
        Nesting {
            tree: Tree::default(),
            open: vec![OpenTag { tag: Tag::Div, id: TreeId::ROOT, is_implied: false }],
            scopes: Vec::new(),
            paragraphs: Vec::new(),
            links: 0,
            lists: 0,
            math: 0,
            ruby: 0,
        }
    }

    pub(super) fn into_tree(self) -> Tree {
        self.tree
    }

    pub(super) fn is_in_link(&self) -> bool {
        self.links > 0
    }

    pub(super) fn is_in_list(&self) -> bool {
        self.lists > 0
    }

    pub(super) fn is_in_math(&self) -> bool {
        self.math > 0
    }

    /// The innermost element that was opened.
    pub(super) fn parent(&self) -> Tag {
        self.open.iter().rev().find(|open| !open.is_implied).map_or(Tag::Div, |open| open.tag)
    }

    /// Whether the parser would close an item for another that starts here.
    pub(super) fn is_in_item(&self, items: &[Tag]) -> bool {
        // A heading becomes a `div` if another comes right in it.
        let is_passed = |tag: Tag| {
            !is_special(tag) || tag.heading_level().is_some() || matches!(tag, Tag::Address | Tag::Div | Tag::P)
        };
        let mut tags = self.open.iter().rev().map(|open| open.tag);
        tags.find(|&tag| items.contains(&tag) || !is_passed(tag)).is_some_and(|tag| items.contains(&tag))
    }

    /// Whether the parser would close the innermost element for a reading (`rt`, `rp`) that starts here.
    pub(super) fn closes_for_reading(&self) -> bool {
        self.ruby > 0 && matches!(self.top().tag, Tag::Rt | Tag::Rp | Tag::P | Tag::Li | Tag::Dt | Tag::Dd)
    }

    pub(super) fn open(&mut self, tag: Tag, attrs: Vec<(Attr, String)>, source: Option<NodeId>) {
        self.settle_table(tag);
        self.make_way_for(tag);
        let OpenTag { tag: parent_tag, id: parent, .. } = self.top();
        let parent = if is_list(tag) && is_list(parent_tag) { self.item_of(parent) } else { parent };
        self.push(tag, attrs, source, parent, false);
    }

    pub(super) fn text(&mut self, mut text: String, source: Option<NodeId>) {
        // White space may lie between the parts of a table.
        if text.contains(|c: char| !c.is_ascii_whitespace()) {
            self.settle_table(Tag::Text);
        }
        let OpenTag { tag, id: parent, .. } = self.top();
        // A parser leaves out the first line break of a `pre`.
        if tag == Tag::Pre && self.tree.first_child(parent).is_none() {
            text.drain(..text.len() - text.trim_start_matches('\n').len());
        }
        if !text.is_empty() {
            let node = self.tree.make(Tag::Text, Vec::new(), text, source);
            self.tree.append(parent, node);
        }
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        while self.pop().is_some_and(|open| open.is_implied) {}
    }

    fn top(&self) -> OpenTag {
        self.open.last().copied().unwrap_or(OpenTag { tag: Tag::Div, id: TreeId::ROOT, is_implied: false })
    }

    fn push(&mut self, tag: Tag, attrs: Vec<(Attr, String)>, source: Option<NodeId>, parent: TreeId, is_implied: bool) {
        let id = self.tree.make(tag, attrs, String::new(), source);
        self.tree.append(parent, id);
        match tag {
            Tag::P => self.paragraphs.push(self.open.len()),
            Tag::Table | Tag::Td | Tag::Th | Tag::Caption => self.scopes.push(self.open.len()),
            Tag::A => self.links += 1,
            Tag::Ul | Tag::Ol => self.lists += 1,
            Tag::Math => self.math += 1,
            Tag::Ruby => self.ruby += 1,
            _ => {}
        }
        self.open.push(OpenTag { tag, id, is_implied });
    }

    fn pop(&mut self) -> Option<OpenTag> {
        let open = self.open.pop()?;
        self.paragraphs.pop_if(|&mut at| at == self.open.len());
        self.scopes.pop_if(|&mut at| at == self.open.len());
        match open.tag {
            Tag::A => self.links -= 1,
            Tag::Ul | Tag::Ol => self.lists -= 1,
            Tag::Math => self.math -= 1,
            Tag::Ruby => self.ruby -= 1,
            _ => {}
        }
        Some(open)
    }

    /// Opens and closes the parts of tables that the parser would for what comes next: rows lie in a body, cells in a row,
    /// and all else in a cell.
    fn settle_table(&mut self, next: Tag) {
        /// What the parser puts into a table for what needs it.
        const PARTS: [Tag; CELL] = [Tag::Tbody, Tag::Tr, Tag::Td];
        let next = level(next).max(level_within(self.parent()) + 1);
        loop {
            let OpenTag { tag, id, is_implied } = self.top();
            let level = level_within(tag);
            if is_implied && next <= level {
                self.pop();
            } else if next > level + 1
                && let Some(&part) = PARTS.get(level)
            {
                self.push(part, Vec::new(), None, id, true);
            } else {
                return;
            }
        }
    }

    /// Renames what the parser would close for the element: a paragraph or heading that holds blocks is a `div`.
    fn make_way_for(&mut self, tag: Tag) {
        let scope = self.scopes.last().copied().unwrap_or(0);
        if tag.is_block()
            && let Some(&paragraph) = self.paragraphs.last()
            && paragraph >= scope
        {
            self.rename(paragraph);
            self.paragraphs.pop();
        }
        if tag.heading_level().is_some() && self.top().tag.heading_level().is_some() {
            self.rename(self.open.len() - 1);
        }
    }

    fn rename(&mut self, open: usize) {
        if let Some(OpenTag { tag, id, .. }) = self.open.get_mut(open) {
            *tag = Tag::Div;
            self.tree.node_mut(*id).tag = Tag::Div;
        }
    }

    /// The item that a list right inside a list is put into: the one before it.
    fn item_of(&mut self, list: TreeId) -> TreeId {
        let last = self.tree.last_child(list).filter(|&item| self.tree.tag(item) == Tag::Li);
        last.unwrap_or_else(|| {
            let item = self.tree.element(Tag::Li, Vec::new());
            self.tree.append(list, item);
            item
        })
    }
}

pub(super) fn is_list(tag: Tag) -> bool {
    matches!(tag, Tag::Ul | Tag::Ol)
}

/// How far in a table cells are.
pub(super) const CELL: usize = 3;

/// How far in a table the element may be; all that is no part of one lies in cells.
pub(super) fn level(tag: Tag) -> usize {
    match tag {
        Tag::Caption | Tag::Thead | Tag::Tbody | Tag::Tfoot => 1,
        Tag::Tr => 2,
        Tag::Td | Tag::Th => CELL,
        _ => CELL + 1,
    }
}

/// How far in a table the element is, for what is right in it.
pub(super) fn level_within(tag: Tag) -> usize {
    match tag {
        Tag::Table => 0,
        Tag::Thead | Tag::Tbody | Tag::Tfoot => 1,
        Tag::Tr => 2,
        _ => CELL,
    }
}

/// Whether the HTML standard's parser counts the element as special: list items do not reach through it.
fn is_special(tag: Tag) -> bool {
    tag.is_block() || matches!(tag, Tag::Br | Tag::Img | Tag::Wbr)
}
