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
mod lists;
mod math;
mod missing_spaces;
mod noscript;
mod paragraphs;
mod promos;

use crate::address::Address;
use crate::blocks::Blocks;
use crate::dom::{Document, Tree, TreeId};
use crate::notes::Notes;
use crate::options::Options;
use crate::score::PageType;
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
    /// What kind of page it is.
    pub page_type: PageType,
    /// What is asked for.
    pub options: &'a Options,
}

/// A cleaning rule: changes the tree, and notes in the trace what it drops.
pub struct Rule {
    /// Its name: how the trace refers to it, and its file in `tests/rules`.
    pub name: &'static str,
    /// Why it drops, in a few words for the trace, where it gives no other reason; empty where it never does.
    drops: &'static str,
    /// Applies it to the whole tree.
    pub apply: fn(&mut Tree, &Context<'_>, &mut Trace),
}

impl Rule {
    /// A rule that drops nothing.
    const fn new(name: &'static str, apply: fn(&mut Tree, &Context<'_>, &mut Trace)) -> Rule {
        Rule { name, drops: "", apply }
    }

    /// A rule that drops, for this reason.
    const fn drops(name: &'static str, why: &'static str, apply: fn(&mut Tree, &Context<'_>, &mut Trace)) -> Rule {
        Rule { name, drops: why, apply }
    }
}

/// All rules, in the order they are applied.
pub const RULES: &[Rule] = &[
    Rule::drops("noscript", "repeats a picture that is shown", noscript::apply),
    Rule::drops("code", "stands in or beside code, and is none of it", code::apply),
    Rule::drops("math", "repeats a formula", math::apply),
    Rule::drops("footnotes", "stood above notes, which are at the end now", footnotes::apply),
    Rule::drops("callouts", "only names the callout's kind", callouts::apply),
    Rule::drops("images", "a picture without an address", images::apply),
    Rule::drops("embeds", "shows nothing that a card could stand for", embeds::apply),
    Rule::new("controls", controls::apply),
    Rule::new("missing_spaces", missing_spaces::apply),
    Rule::new("aria_roles", aria_roles::apply),
    Rule::drops("headings", "a link that the site hangs on a heading", headings::apply),
    Rule::new("emphasis", emphasis::apply),
    Rule::drops("figures", "repeats a caption", figures::apply),
    Rule::drops("layout_tables", "a number, which the list shows", layout_tables::apply),
    Rule::new("lists", lists::apply),
    Rule::new("links", links::apply),
    Rule::drops("footnotes", "a note that nothing refers to any more", footnotes::prune_orphan_notes),
    Rule::new("paragraphs", paragraphs::apply),
    Rule::new("bullets", bullets::apply),
    Rule::drops("promos", "announces other pages", promos::apply),
    Rule::drops("apply_options", "left out by an option", apply_options::apply),
    Rule::drops("empty", "holds nothing to show", empty::apply),
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
