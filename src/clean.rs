//! [`Selection`] → a fresh small tree, made fit to read by an ordered table of rules.

mod anchors;
mod apply_options;
mod aria_roles;
mod bullets;
mod callouts;
mod code;
mod controls;
mod copy;
mod embeds;
mod emphasis;
mod empty;
mod figures;
pub(crate) mod footnotes;
mod headings;
mod images;
mod layout_tables;
mod links;
mod math;
mod missing_spaces;
mod noscript;
mod paragraphs;
mod promos;

use crate::address::Address;
use crate::article::PageType;
use crate::blocks::Blocks;
use crate::dom::{Attr, Document, Tree, TreeId};
use crate::notes::Notes;
use crate::options::Options;
use crate::select::Selection;
use crate::trace::{Entry, Stage, Trace, beginning};
use crate::words::normalized_key;

/// What rules may look at beside the tree.
pub struct Context<'a> {
    /// The page that was copied from.
    pub page: &'a Document,
    /// Its blocks.
    pub blocks: &'a Blocks,
    /// What its links resolve against.
    pub address: &'a Address,
    /// Its notes.
    pub notes: &'a Notes,
    /// What kind of page it is.
    pub page_type: PageType,
    /// What is asked for.
    pub options: &'a Options,
}

/// A cleaning rule: changes the tree, and notes in the trace what it drops.
pub struct CleaningRule {
    /// Its name: how the trace refers to it, and its file in `tests/rules`.
    pub name: &'static str,
    /// Applies it to the whole tree.
    pub apply: fn(&mut Tree, &Context<'_>, &mut Trace),
}

/// All rules, in the order they are applied.
pub const RULES: &[CleaningRule] = &[
    CleaningRule { name: "noscript", apply: noscript::apply },
    CleaningRule { name: "code", apply: code::apply },
    CleaningRule { name: "math", apply: math::apply },
    CleaningRule { name: "footnotes", apply: footnotes::apply },
    CleaningRule { name: "callouts", apply: callouts::apply },
    CleaningRule { name: "images", apply: images::apply },
    CleaningRule { name: "embeds", apply: embeds::apply },
    CleaningRule { name: "controls", apply: controls::apply },
    CleaningRule { name: "missing_spaces", apply: missing_spaces::apply },
    CleaningRule { name: "aria_roles", apply: aria_roles::apply },
    CleaningRule { name: "headings", apply: headings::apply },
    CleaningRule { name: "emphasis", apply: emphasis::apply },
    CleaningRule { name: "figures", apply: figures::apply },
    CleaningRule { name: "layout_tables", apply: layout_tables::apply },
    CleaningRule { name: "links", apply: links::apply },
    CleaningRule { name: "footnotes", apply: footnotes::prune_orphan_notes },
    CleaningRule { name: "paragraphs", apply: paragraphs::apply },
    CleaningRule { name: "bullets", apply: bullets::apply },
    CleaningRule { name: "promos", apply: promos::apply },
    CleaningRule { name: "apply_options", apply: apply_options::apply },
    CleaningRule { name: "empty", apply: empty::apply },
];

/// Copies what was selected and applies all rules.
pub fn clean(selection: &Selection, context: &Context<'_>, trace: &mut Trace) -> Tree {
    let mut tree = copy::copy(context, selection);
    for rule in RULES {
        trace.begin(rule.name);
        (rule.apply)(&mut tree, context, trace);
    }
    tree
}

/// Takes a node out, with a line in the trace that names the rule at work.
fn drop_node(tree: &mut Tree, id: TreeId, trace: &mut Trace) {
    note(tree, id, false, trace);
    tree.detach(id);
}

/// Takes a node out for another reason than the rule's usual one.
fn drop_because(tree: &mut Tree, id: TreeId, reason: &'static str, trace: &mut Trace) {
    trace.note(|| entry(tree, id, reason, false));
    tree.detach(id);
}

/// Notes in the trace that a piece of a text node is cut out of it.
fn note_cut(tree: &Tree, id: TreeId, cut: &str, reason: &'static str, trace: &mut Trace) {
    if !cut.trim().is_empty() {
        trace.note(|| Entry { text: beginning(cut), ..entry(tree, id, reason, false) });
    }
}

/// Notes in the trace what the rule at work did with a node.
fn note(tree: &Tree, id: TreeId, kept: bool, trace: &mut Trace) {
    let rule = trace.rule();
    trace.note(|| entry(tree, id, rule, kept));
}

/// A line about a node: its text, or the address of what has none.
fn entry(tree: &Tree, id: TreeId, reason: &'static str, kept: bool) -> Entry {
    let words = beginning(&tree.text(id));
    let address = || tree.attr(id, Attr::Src).map(beginning).unwrap_or_default();
    let text = if words.is_empty() { address() } else { words };
    Entry { stage: Stage::Clean, kept, reason, probability: None, tag: tree.tag(id).name(), text }
}

#[cfg(test)]
mod tests;
