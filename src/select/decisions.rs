//! What is decided of each block and of what is smaller, and by which rule.

use super::content::Content;
use crate::blocks::{BlockId, Blocks};
use crate::dom::hidden::visible;
use crate::dom::{Document, NodeId, NodeMap, Tag};

/// What is decided of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Whether it is main content.
    pub kept: bool,
    /// The name of the rule that decided last.
    pub by: &'static str,
    /// Whether later rules leave it as it is.
    pub locked: bool,
}

/// What is decided of an element that is no block: of one within a line, or of one that holds no text.
#[derive(Debug, Clone, Copy)]
pub struct PartDecision {
    /// The element.
    pub node: NodeId,
    /// Whether it is main content.
    pub kept: bool,
    /// The name of the rule that decided.
    pub by: &'static str,
}

/// What is decided of a page so far. Rules change it in turn: first those about blocks, then those about parts, which say
/// of each node whether it is content.
#[derive(Debug)]
pub struct Decisions {
    list: Vec<Decision>,
    nodes: NodeMap<bool>,
    /// How many of each block's texts and pictures are content.
    shown: Vec<u32>,
    parts: Vec<PartDecision>,
    /// What is to be put above all else.
    lead: Option<NodeId>,
    /// The name of the rule at work.
    rule: &'static str,
}

impl Decisions {
    /// Nothing is kept yet.
    pub(super) fn new(page: &Document, blocks: &Blocks) -> Decisions {
        let count = blocks.list.len();
        Decisions {
            list: vec![Decision { kept: false, by: "", locked: false }; count],
            nodes: NodeMap::new(page, false),
            shown: vec![0; count],
            parts: Vec::new(),
            lead: None,
            rule: "",
        }
    }

    /// From now on the rule of that name is at work.
    pub(super) fn begin(&mut self, rule: &'static str) {
        self.rule = rule;
    }

    /// Forgets all decisions, locked ones too: for rules that choose anew.
    pub(super) fn restart(&mut self) {
        self.list.fill(Decision { kept: false, by: self.rule, locked: false });
    }

    /// The decision on each block.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Decision> + ExactSizeIterator + '_ {
        self.list.iter().copied()
    }

    /// Whether the block is kept.
    pub fn is_kept(&self, block: BlockId) -> bool {
        self.list.get(block).is_some_and(|decision| decision.kept)
    }

    /// Whether that rule dropped the block, and no other has kept it since.
    pub(super) fn is_dropped_by(&self, block: BlockId, rule: &str) -> bool {
        self.list.get(block).is_some_and(|decision| !decision.kept && decision.by == rule)
    }

    /// Whether that rule kept the block, and no other has dropped it since.
    pub(super) fn is_kept_by(&self, block: BlockId, rule: &str) -> bool {
        self.list.get(block).is_some_and(|decision| decision.kept && decision.by == rule)
    }

    /// Whether later rules leave the block as it is.
    pub(super) fn is_locked(&self, block: BlockId) -> bool {
        self.list.get(block).is_some_and(|decision| decision.locked)
    }

    /// Keeps the block, unless it is locked.
    pub(super) fn keep(&mut self, block: BlockId) {
        self.decide(block, true);
    }

    /// Drops the block, unless it is locked.
    pub(super) fn drop(&mut self, block: BlockId) {
        self.decide(block, false);
    }

    fn decide(&mut self, block: BlockId, kept: bool) {
        let by = self.rule;
        if let Some(decision) = self.list.get_mut(block).filter(|decision| !decision.locked && decision.kept != kept) {
            *decision = Decision { kept, by, locked: false };
        }
    }

    /// Drops the block for good, unless it is locked already.
    pub(super) fn drop_for_good(&mut self, block: BlockId) {
        self.drop_for_good_by(block, self.rule);
    }

    /// Drops the block for good in the name of another rule.
    pub(super) fn drop_for_good_by(&mut self, block: BlockId, by: &'static str) {
        if let Some(decision) = self.list.get_mut(block).filter(|decision| !decision.locked) {
            *decision = Decision { kept: false, by, locked: true };
        }
    }

    /// The words kept.
    pub fn kept_words(&self, blocks: &Blocks) -> u32 {
        let kept = blocks.list.iter().zip(&self.list).filter(|(_, decision)| decision.kept);
        kept.map(|(block, _)| block.count.words).sum()
    }

    /// Whether the node is content: what is around it is, too.
    pub fn is_content(&self, id: NodeId) -> bool {
        self.nodes[id]
    }

    /// For each node, whether it is content.
    pub(super) fn nodes(&self) -> &NodeMap<bool> {
        &self.nodes
    }

    /// What is content so far.
    pub(super) fn content<'a>(&'a self, page: &'a Document) -> Content<'a> {
        Content::new(page, &self.nodes)
    }

    /// What was decided of parts.
    pub fn parts(&self) -> &[PartDecision] {
        &self.parts
    }

    /// Makes one node content, and with it the block that it shows.
    pub(super) fn add(&mut self, page: &Document, blocks: &Blocks, id: NodeId) {
        if std::mem::replace(&mut self.nodes[id], true) {
            return;
        }
        let Some(block) = shown_block(page, blocks, id) else { return };
        if let (Some(shown), Some(decision)) = (self.shown.get_mut(block), self.list.get_mut(block)) {
            *shown += 1;
            if !decision.kept {
                *decision = Decision { kept: true, by: self.rule, locked: true };
            }
        }
    }

    /// Each text and picture that is content, with its block. Of an element that only chooses among pictures, what it
    /// chooses from.
    pub fn shown(&self, page: &Document, blocks: &Blocks) -> Vec<(NodeId, BlockId)> {
        let chooses = |tag| matches!(tag, Tag::Picture | Tag::Object);
        let mut shown = Vec::new();
        for id in page.subtree(page.body()).into_iter().filter(|&id| self.nodes[id]) {
            let Some(block) = shown_block(page, blocks, id) else { continue };
            let inner = page.descendants(id).into_iter().filter(|&id| page.tag(id).is_media() && self.nodes[id]);
            let inner = inner.filter(|&inner| chooses(page.tag(id)) && !chooses(page.tag(inner)));
            let before = shown.len();
            shown.extend(inner.map(|id| (id, block)));
            if shown.len() == before {
                shown.push((id, block));
            }
        }
        shown
    }

    /// Makes the elements around a node content.
    pub(super) fn add_around(&mut self, page: &Document, id: NodeId) {
        for around in page.ancestors(id) {
            if std::mem::replace(&mut self.nodes[around], true) {
                break;
            }
        }
    }

    /// Keeps all that can be seen in an element, and what is around it.
    pub(super) fn keep_node(&mut self, page: &Document, blocks: &Blocks, node: NodeId) {
        let mut is_part = false;
        for id in page.subtree(node).into_iter().filter(|&id| !page.tag(id).is_invisible()) {
            let is_new = !self.nodes[id] && !page.is_blank_text(id);
            is_part |= is_new && page.is_text(id) && blocks.block_of(id).is_none_or(|block| self.is_kept(block));
            self.add(page, blocks, id);
        }
        self.add_around(page, node);
        if is_part {
            self.parts.push(PartDecision { node, kept: true, by: self.rule });
        }
    }

    /// Keeps what can be seen in an element and passes the test, to be put above all else.
    pub(super) fn keep_above(&mut self, page: &Document, blocks: &Blocks, node: NodeId, test: impl Fn(NodeId) -> bool) {
        self.lead = Some(node);
        for id in visible(page, node).filter(|&id| test(id)) {
            self.add(page, blocks, id);
        }
        self.add_around(page, node);
    }

    /// What is to be put above all else.
    pub fn lead(&self) -> Option<NodeId> {
        self.lead
    }

    /// Drops an element with all that is in it. A block of which nothing is left is dropped with it.
    pub(super) fn drop_node(&mut self, page: &Document, blocks: &Blocks, node: NodeId) {
        if !self.nodes[node] {
            return;
        }
        let mut is_part = true;
        let mut id = node;
        while id < page.end(node) {
            if !std::mem::replace(&mut self.nodes[id], false) {
                id = page.end(id);
                continue;
            }
            if let Some(block) = shown_block(page, blocks, id)
                && let (Some(shown), Some(decision)) = (self.shown.get_mut(block), self.list.get_mut(block))
            {
                *shown = shown.saturating_sub(1);
                is_part = *shown > 0;
                if *shown == 0 {
                    *decision = Decision { kept: false, by: self.rule, locked: true };
                }
            }
            id = id.plus(1);
        }
        if is_part {
            self.parts.push(PartDecision { node, kept: false, by: self.rule });
        }
    }
}

/// The block of which the node is a text or a picture.
fn shown_block(page: &Document, blocks: &Blocks, id: NodeId) -> Option<BlockId> {
    let block = blocks.block_of(id)?;
    let is_shown = match page.tag(id) {
        Tag::Text => !page.is_blank_text(id),
        Tag::Br | Tag::Wbr => false,
        _ => true,
    };
    is_shown.then_some(block)
}
