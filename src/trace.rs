//! The ledger: one line for each block of a page, which holds what became of it, and lines for what is no whole block.

use std::collections::HashMap;
use std::fmt;

use crate::blocks::BlockId;
use crate::dom::{Attr, NodeId, Tag, Tree, TreeId};
use crate::error::named_enum;

named_enum! {
    /// The stage that decided.
    pub enum Stage("stage") {
        /// Choosing blocks.
        Select = "select",
        /// Cleaning what was chosen.
        Clean = "clean",
        /// Making it safe.
        Sanitise = "sanitise",
    }
}

/// One decision.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Entry {
    /// Where it was decided.
    pub stage: Stage,
    /// Whether it was kept.
    pub kept: bool,
    /// The name of the rule that decided.
    pub rule: &'static str,
    /// Why, in a few words.
    pub reason: &'static str,
    /// The scorer's probability that it is main content, where there is one.
    pub probability: Option<f32>,
    /// Which block of the page it is, from 0; `None` for what is no whole block.
    pub block: Option<usize>,
    /// The element's name.
    pub tag: &'static str,
    /// The text decided on, its beginning if it is long.
    pub text: String,
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Entry { stage, rule, reason, tag, text, .. } = self;
        let verdict = if self.kept { "kept" } else { "dropped" };
        let block = self.block.map(|block| block.to_string()).unwrap_or_default();
        let probability = self.probability.map(|p| format!("{p:.2}")).unwrap_or_default();
        write!(f, "{stage}\t{verdict}\t{block}\t{probability}\t{rule}\t{reason}\t<{tag}>\t{text}")
    }
}

/// All decisions about a page. A trace that is off costs nothing.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    on: bool,
    /// Who is at work, and why it usually drops.
    at_work: Option<(Stage, &'static str, &'static str)>,
    /// What became of each block, in the page's order.
    blocks: Vec<Entry>,
    /// How many of each block's texts and pictures are still in the content.
    left: Vec<u32>,
    /// The block of each text and picture of the page that was chosen, and whether it is still in the content.
    chosen: HashMap<NodeId, (BlockId, bool)>,
    /// What was decided of anything but whole blocks, in the order of the decisions.
    others: Vec<Entry>,
}

impl Trace {
    /// A trace that keeps nothing.
    pub(crate) fn off() -> Self {
        Trace::default()
    }

    /// A trace that keeps every decision.
    pub(crate) fn on() -> Self {
        Trace { on: true, ..Trace::default() }
    }

    /// What became of each block, in the page's order: one line each. Where the article was read from the page's data, the
    /// blocks of that text come after those of the page.
    pub fn blocks(&self) -> &[Entry] {
        &self.blocks
    }

    /// All decisions: those on blocks, then those on what is no whole block, in the order they were made.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.blocks.iter().chain(&self.others)
    }

    /// From now on the rule of that name is at work, which drops for that reason where it gives no other.
    pub(crate) fn begin(&mut self, stage: Stage, rule: &'static str, reason: &'static str) {
        self.at_work = Some((stage, rule, reason));
    }

    /// Takes over what was decided of each block, and which of its texts and pictures are chosen.
    pub(crate) fn note_blocks(&mut self, decided: impl FnOnce() -> (Vec<Entry>, Vec<(NodeId, BlockId)>)) {
        if !self.on {
            return;
        }
        let (entries, chosen) = decided();
        let before = self.blocks.len();
        self.blocks.extend(entries);
        for (block, entry) in self.blocks.iter_mut().enumerate() {
            entry.block = Some(block);
        }
        self.left.resize(self.blocks.len(), 0);
        for &(_, block) in &chosen {
            if let Some(left) = self.left.get_mut(before + block) {
                *left += 1;
            }
        }
        self.chosen = chosen.into_iter().map(|(node, block)| (node, (before + block, true))).collect();
    }

    /// Notes a decision on what is no whole block; `entry` is only called if the trace is on.
    pub(crate) fn note(&mut self, entry: impl FnOnce() -> Entry) {
        if self.on {
            self.others.push(entry());
        }
    }

    /// Notes what the rule at work made of an element that stays.
    pub(crate) fn changed(&mut self, tree: &Tree, id: TreeId, reason: &'static str) {
        if self.on {
            self.others.push(self.entry(tree, id, reason, true));
        }
    }

    /// Notes that the rule at work cuts a piece out of a text that stays.
    pub(crate) fn cut(&mut self, tree: &Tree, id: TreeId, piece: &str, reason: &'static str) {
        if self.on && !piece.trim().is_empty() {
            self.others.push(Entry { text: beginning(piece), ..self.entry(tree, id, reason, false) });
        }
    }

    /// Notes that the rule at work takes an element out, for its usual reason if none is given. Blocks of which nothing is
    /// left in the content are dropped by it; what is no whole block has a line of its own.
    pub(crate) fn dropped(&mut self, tree: &Tree, id: TreeId, reason: Option<&'static str>) {
        if !self.on {
            return;
        }
        let entry = self.entry(tree, id, reason.or(self.at_work.map(|(_, _, usual)| usual)).unwrap_or_default(), false);
        let (mut is_known, mut parts) = (false, Vec::new());
        for source in std::iter::once(id).chain(tree.within(id)).filter_map(|id| tree.node(id).source) {
            let Some((block, is_left)) = self.chosen.get_mut(&source) else { continue };
            is_known = true;
            if std::mem::replace(is_left, false)
                && let (Some(left), Some(fate)) = (self.left.get_mut(*block), self.blocks.get_mut(*block))
            {
                *left = left.saturating_sub(1);
                parts.push(*block);
                if *left == 0 {
                    *fate = Entry {
                        stage: entry.stage,
                        kept: false,
                        rule: entry.rule,
                        reason: entry.reason,
                        ..fate.clone()
                    };
                }
            }
        }
        let is_part = parts.iter().any(|&block| self.left.get(block).is_some_and(|&left| left > 0));
        if is_part || !is_known && shows(tree, id) {
            self.others.push(entry);
        }
    }

    /// Notes that all blocks that were kept so far are dropped.
    pub(crate) fn drop_all(&mut self, rule: &'static str, reason: &'static str) {
        for entry in self.blocks.iter_mut().filter(|entry| entry.kept) {
            *entry = Entry { stage: Stage::Select, kept: false, rule, reason, ..entry.clone() };
        }
    }

    /// A line about an element: its text, or the address of what has none.
    fn entry(&self, tree: &Tree, id: TreeId, reason: &'static str, kept: bool) -> Entry {
        let (stage, rule, _) = self.at_work.unwrap_or((Stage::Select, "", ""));
        let words = beginning(&tree.text(id));
        let address = || tree.attr(id, Attr::Src).map(beginning).unwrap_or_default();
        let text = if words.is_empty() { address() } else { words };
        Entry { stage, kept, rule, reason, probability: None, block: None, tag: tree.tag(id).name(), text }
    }
}

/// Whether there is anything to be seen in the element.
fn shows(tree: &Tree, id: TreeId) -> bool {
    let is_seen = |id| tree.tag(id).is_media() || matches!(tree.tag(id), Tag::Math | Tag::Hr | Tag::Canvas | Tag::Svg);
    !tree.is_blank(id) || is_seen(id) || tree.within(id).any(is_seen)
}

/// The beginning of a text, white space folded, short enough for a line.
pub(crate) fn beginning(text: &str) -> String {
    let mut short = String::new();
    for word in text.split_whitespace() {
        if !short.is_empty() {
            short.push(' ');
        }
        short.extend(word.chars().take(80));
        if short.len() > 100 {
            short.push('…');
            break;
        }
    }
    short
}

#[cfg(test)]
mod tests;
