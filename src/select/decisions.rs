//! What is decided of each block, and by which rule.

use crate::blocks::{BlockId, Blocks};

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

/// What is decided of a page so far. Rules change it in turn.
#[derive(Debug)]
pub struct Decisions {
    list: Vec<Decision>,
    /// The name of the rule at work.
    rule: &'static str,
}

impl Decisions {
    /// Nothing is kept yet of so many blocks.
    pub(super) fn new(count: usize) -> Decisions {
        Decisions { list: vec![Decision { kept: false, by: "", locked: false }; count], rule: "" }
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
}
