//! [`Selection`] → a fresh small tree, made fit to read by an ordered table of rules.
//!
//! Rules change the form of what is content; what is, was decided before. They take out only what shows nothing by itself
//! (empty elements, pictures without an address), what repeats something that stays (a copy of a picture or a caption, a
//! heading's link to itself, the name of a callout's kind), and what the caller does without.

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
mod lists;
mod math;
mod missing_spaces;
mod noscript;
mod paragraphs;

use crate::address::Address;
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
    /// What is asked for.
    pub options: &'a Options,
}

/// A cleaning rule: changes the tree, and notes in the trace what it drops.
pub struct Rule {
    /// Its name: how the trace refers to it, and its file in `tests/rules`.
    pub name: &'static str,
    /// Applies it to the whole tree.
    pub apply: fn(&mut Tree, &Context<'_>, &mut Trace),
}

/// All rules, in the order they are applied.
pub const RULES: &[Rule] = &[
    Rule { name: "noscript", apply: noscript::apply },
    Rule { name: "code", apply: code::apply },
    Rule { name: "math", apply: math::apply },
    Rule { name: "footnotes", apply: footnotes::apply },
    Rule { name: "callouts", apply: callouts::apply },
    Rule { name: "images", apply: images::apply },
    Rule { name: "embeds", apply: embeds::apply },
    Rule { name: "controls", apply: controls::apply },
    Rule { name: "missing_spaces", apply: missing_spaces::apply },
    Rule { name: "aria_roles", apply: aria_roles::apply },
    Rule { name: "headings", apply: headings::apply },
    Rule { name: "emphasis", apply: emphasis::apply },
    Rule { name: "figures", apply: figures::apply },
    Rule { name: "layout_tables", apply: layout_tables::apply },
    Rule { name: "lists", apply: lists::apply },
    Rule { name: "links", apply: links::apply },
    Rule { name: "paragraphs", apply: paragraphs::apply },
    Rule { name: "bullets", apply: bullets::apply },
    Rule { name: "apply_options", apply: apply_options::apply },
    Rule { name: "empty", apply: empty::apply },
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

/// Notes in the trace what the rule at work did with a node: its text, or the address of what has none.
fn note(tree: &Tree, id: TreeId, kept: bool, trace: &mut Trace) {
    let rule = trace.rule();
    trace.note(|| {
        let words = beginning(&tree.text(id));
        let address = || tree.attr(id, Attr::Src).map(beginning).unwrap_or_default();
        let text = if words.is_empty() { address() } else { words };
        Entry { stage: Stage::Clean, kept, reason: rule, probability: None, tag: tree.tag(id).name(), text }
    });
}

#[cfg(test)]
mod tests;
