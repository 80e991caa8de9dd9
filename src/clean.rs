//! [`Selection`] → a fresh small tree, made fit to read by an ordered table of rules.
//!
//! Rules change the form of what is content; what is, was decided before. They take out only what shows nothing by itself
//! (empty elements, pictures without an address, players that no card can stand for), what repeats something that stays (a
//! copy of a picture or a caption, the name of a callout's kind), what a site hangs on headings and code (links to
//! themselves and to edit, buttons to copy), and what the caller does without.

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

use crate::address::Address;
use crate::blocks::Blocks;
use crate::dom::{Document, Tree, TreeId};
use crate::notes::Notes;
use crate::options::Options;
use crate::select::Selection;
use crate::trace::{Stage, Trace};
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
pub struct CleaningRule {
    /// Its name: how the trace refers to it, and its file in `tests/rules`.
    pub name: &'static str,
    /// Why it drops, in a few words for the trace, where it gives no other reason; empty where it never does.
    drops: &'static str,
    /// Applies it to the whole tree.
    pub apply: fn(&mut Tree, &Context<'_>, &mut Trace),
}

impl CleaningRule {
    /// A rule that drops nothing.
    const fn new(name: &'static str, apply: fn(&mut Tree, &Context<'_>, &mut Trace)) -> CleaningRule {
        CleaningRule { name, drops: "", apply }
    }

    /// A rule that drops, for this reason.
    const fn drops(
        name: &'static str,
        why: &'static str,
        apply: fn(&mut Tree, &Context<'_>, &mut Trace),
    ) -> CleaningRule {
        CleaningRule { name, drops: why, apply }
    }
}

/// All rules, in the order they are applied.
pub const RULES: &[CleaningRule] = &[
    CleaningRule::drops("noscript", "repeats a picture that is shown", noscript::apply),
    CleaningRule::drops("code", "stands in or beside code, and is none of it", code::apply),
    CleaningRule::drops("math", "repeats a formula", math::apply),
    CleaningRule::drops("footnotes", "stood above notes, which are at the end now", footnotes::apply),
    CleaningRule::drops("callouts", "only names the callout's kind", callouts::apply),
    CleaningRule::drops("images", "a picture without an address", images::apply),
    CleaningRule::drops("embeds", "shows nothing that a card could stand for", embeds::apply),
    CleaningRule::new("controls", controls::apply),
    CleaningRule::new("missing_spaces", missing_spaces::apply),
    CleaningRule::new("aria_roles", aria_roles::apply),
    CleaningRule::drops("headings", "a link that the site hangs on a heading", headings::apply),
    CleaningRule::new("emphasis", emphasis::apply),
    CleaningRule::drops("figures", "repeats a caption", figures::apply),
    CleaningRule::drops("layout_tables", "a number, which the list shows", layout_tables::apply),
    CleaningRule::new("links", links::apply),
    CleaningRule::new("paragraphs", paragraphs::apply),
    CleaningRule::new("bullets", bullets::apply),
    CleaningRule::drops("apply_options", "left out by an option", apply_options::apply),
    CleaningRule::drops("empty", "holds nothing to show", empty::apply),
];

/// Copies what was selected and applies all rules.
pub fn clean(selection: &Selection, context: &Context<'_>, trace: &mut Trace) -> Tree {
    let mut tree = copy::copy(context, selection);
    for rule in RULES {
        trace.begin(Stage::Clean, rule.name, rule.drops);
        (rule.apply)(&mut tree, context, trace);
    }
    tree
}

/// Takes a node out, with a line in the trace that gives the usual reason of the rule at work.
fn drop_node(tree: &mut Tree, id: TreeId, trace: &mut Trace) {
    trace.dropped(tree, id, None);
    tree.detach(id);
}

/// Takes a node out, with a line in the trace that gives this reason.
fn drop_because(tree: &mut Tree, id: TreeId, reason: &'static str, trace: &mut Trace) {
    trace.dropped(tree, id, Some(reason));
    tree.detach(id);
}

#[cfg(test)]
mod tests;
