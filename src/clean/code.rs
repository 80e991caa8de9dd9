//! Code is one block with every byte of its text, whatever the highlighter or editor made of its lines; line numbers
//! and buttons go, and its language is read from names or from the label above it.
//!
//! `<div class="highlight-rust"><pre><i class="ln">1</i><b>fn</b></pre></div>` →
//! `<pre><code class="language-rust">fn</code></pre>`

mod bar;
mod decoration;
mod language;
mod lines;
mod listing;

use std::collections::HashSet;

use super::{Context, drop_because};
use crate::dom::{Attr, Document, Tag, Tree, TreeId};
use crate::lexicon::SignalSet;
use crate::lexicon::code::BUTTONS;
use crate::trace::Trace;
use listing::Listing;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    decoration::drop_number_columns(tree, trace);
    for group in listing::find(tree, context.page) {
        let mut language = None;
        let mut is_code = false;
        let mut text = String::new();
        for listing in &group {
            language = language.or_else(|| language::of(tree, *listing));
            // Some bars stand in the `pre` itself.
            let inner = if tree.tag(listing.root) == Tag::Pre { listing.code } else { listing.root };
            let label = bar::take(tree, inner, context, trace);
            language = language.or(label);
            is_code |= listing.is_code(tree);
            decoration::drop_inside(tree, listing.code, context, trace);
            drop_around(tree, *listing, trace);
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(&lines::text(tree, *listing, context.page));
        }
        let Some((first, others)) = group.split_first() else { continue };
        for other in others {
            tree.detach(other.root);
        }
        write(tree, *first, text, is_code || language.is_some(), language);
    }
}

/// Drops what frames a listing's code, and pictures in it: a listing is its code's text and no more.
fn drop_around(tree: &mut Tree, listing: Listing, trace: &mut Trace) {
    let around = std::iter::once(listing.code).chain(tree.ancestors(listing.code));
    let mut dropped = Vec::new();
    for id in around.take_while(|&id| id != listing.root) {
        dropped.extend(tree.children(tree.parent(id)).filter(|&other| other != id));
    }
    dropped.extend(tree.within(listing.code).filter(|&id| tree.tag(id).is_media()));
    for id in dropped {
        drop_because(tree, id, "around code, and none of its text", trace);
    }
}

/// Makes the listing's element a `pre` of this text. Verse and plain listings have no code in them, and are no code.
fn write(tree: &mut Tree, listing: Listing, text: String, is_code: bool, language: Option<String>) {
    let text = tree.text_node(text);
    let content = if is_code {
        let class = language.map(|language| (Attr::Class, format!("language-{language}")));
        let code = tree.element(Tag::Code, class.into_iter().collect());
        tree.append(code, text);
        code
    } else {
        text
    };
    let node = tree.node_mut(listing.root);
    node.tag = Tag::Pre;
    node.attrs.retain(|(name, _)| matches!(name, Attr::Id | Attr::Dir));
    tree.set_children(listing.root, vec![content]);
}

/// The elements that pass the test, and those around them.
fn holders_of(tree: &Tree, test: impl Fn(TreeId) -> bool) -> HashSet<TreeId> {
    let mut holders = HashSet::new();
    for found in tree.all().into_iter().filter(|&id| test(id)) {
        for id in std::iter::once(found).chain(tree.ancestors(found)) {
            if !holders.insert(id) {
                break;
            }
        }
    }
    holders
}

/// Whether the text is the name of a button over code.
fn is_button_name(text: &str) -> bool {
    BUTTONS.contains(&text.trim().to_lowercase().as_str())
}

/// What the words of an element's `class` suggest.
fn signals(page: &Document, tree: &Tree, id: TreeId) -> SignalSet {
    tree.node(id).source.map(|source| page.signals(source, &[Attr::Class])).unwrap_or_default()
}

/// The names in an element's `class`, in lower case.
fn names(tree: &Tree, id: TreeId) -> impl Iterator<Item = String> + '_ {
    tree.attr(id, Attr::Class).unwrap_or_default().split_whitespace().map(str::to_ascii_lowercase)
}
