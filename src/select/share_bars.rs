//! Rows of links that share or follow are controls of the site, not content.
//!
//! `<ul class="share"><li><a href="https://…/sharer?u=…">Share</a></li></ul>` → nothing

use super::content::Content;
use super::decisions::Decisions;
use super::input::SelectInput;
use crate::blocks::Signal;
use crate::dom::{Attr, Elements, NodeId, NodeMap, Tag};
use crate::lexicon::sharing::{NETWORKS, SHARES};
use crate::words::Count;

/// The most words a bar has: a dozen names of networks with "share on"; more are a text with such a link.
const MAX_WORDS: u32 = 25;

/// The most words beside the links of a bar that is not named one: "If you liked this, share it on"; more are a sentence.
const MAX_WORDS_BESIDE: u32 = 8;

/// A bar is made of at most so many nodes: larger elements hold more than it.
const MAX_NODES: usize = 60;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let page = input.page;
    let all: Vec<NodeId> = decisions.content(page).descendants(page.body()).collect();
    let mut around = NodeMap::new(page, false);
    for &id in all.iter().filter(|&&id| page.tag(id) == Tag::A && page.attr(id, Attr::Href).is_some_and(is_share)) {
        for id in page.ancestors(id) {
            if std::mem::replace(&mut around[id], true) {
                break;
            }
        }
    }
    for id in all {
        if !page.tag(id).is_block() || matches!(page.tag(id), Tag::Td | Tag::Th | Tag::Li | Tag::Blockquote) {
            continue;
        }
        let named = input.blocks.signals[id].own.has(Signal::Share);
        if (named || around[id]) && is_bar(decisions.content(page), id, named) {
            decisions.drop_node(page, input.blocks, id);
        }
    }
}

fn is_bar(content: Content<'_>, id: NodeId, named: bool) -> bool {
    let Some(inside) = content.descendants_up_to(id, MAX_NODES) else { return false };
    if inside.iter().any(|&id| matches!(content.tag(id), Tag::Pre | Tag::Table | Tag::Figure | Tag::Blockquote)) {
        return false;
    }
    let is_link = |id: NodeId| content.tag(id) == Tag::A;
    let leads_to_share = |id: NodeId| is_link(id) && content.attr(id, Attr::Href).is_some_and(is_share);
    // The button beside a picture shares that.
    let is_picture = |id: NodeId| content.tag(id) == Tag::Img && !content.ancestors(id).any(leads_to_share);
    if !named && inside.iter().any(|&id| is_picture(id)) {
        return false;
    }
    let links = || inside.iter().copied().filter(|&id| is_link(id));
    let targets: Vec<&str> = links().filter_map(|id| content.attr(id, Attr::Href)).collect();
    if targets.is_empty() {
        return false;
    }
    let words = |id: NodeId| Count::of(&content.text(id)).words;
    let linked: u32 = links().map(words).sum();
    let all = words(id);
    let sharing = targets.iter().filter(|href| is_share(href)).count();
    let says_little = named || all <= linked + MAX_WORDS_BESIDE;
    let follows = || targets.len() > 1 && targets.iter().any(|href| is_network(href));
    all <= MAX_WORDS && says_little && (sharing == targets.len() || named && (sharing > 0 || follows()))
}

fn is_share(href: &str) -> bool {
    let href = href.to_ascii_lowercase();
    SHARES.iter().any(|part| href.contains(part))
}

fn is_network(href: &str) -> bool {
    let href = href.to_ascii_lowercase();
    NETWORKS.iter().any(|part| href.contains(part))
}
