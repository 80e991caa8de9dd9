//! Rows of links that share or follow are controls of the site, not content.
//!
//! `<ul class="share"><li><a href="https://…/sharer?u=…">Share</a></li></ul>` → nothing

use std::collections::HashSet;

use super::{Context, drop_node};
use crate::blocks::Signal;
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::trace::Trace;
use crate::words::Count;

/// The most words a bar has: longer ones say more than "share".
const MOST_WORDS: u32 = 25;

/// The most words beside the links where only these tell that it is a bar.
const MOST_BESIDE: u32 = 8;

/// Parts of addresses that share a page on another site.
const SHARES: [&str; 14] = [
    "/intent/tweet",
    "/intent/post",
    "/share?",
    "/share-offsite",
    "/sharer",
    "/sharing/share",
    "addtoany.com",
    "mailto:?",
    "pinterest.com/pin/create",
    "reddit.com/submit",
    "t.me/share",
    "tumblr.com/widgets/share",
    "twitter.com/share",
    "whatsapp:",
];

/// Where a site is followed.
const NETWORKS: [&str; 14] = [
    "/feed",
    "/rss",
    "/x.com/",
    "bsky.app/",
    "facebook.com/",
    "instagram.com/",
    "linkedin.com/",
    "mailto:",
    "mastodon",
    "pinterest.",
    "threads.net/",
    "tiktok.com/",
    "twitter.com/",
    "youtube.com/",
];

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    let all = tree.all();
    let mut around = HashSet::new();
    for &id in all.iter().filter(|&&id| tree.tag(id) == Tag::A && tree.attr(id, Attr::Href).is_some_and(is_share)) {
        tree.ancestors(id).take_while(|&id| around.insert(id)).for_each(drop);
    }
    for id in all {
        if !tree.tag(id).is_block() || matches!(tree.tag(id), Tag::Td | Tag::Th | Tag::Li | Tag::Blockquote) {
            continue;
        }
        let named = tree.node(id).source.is_some_and(|source| context.blocks.signals[source].own.has(Signal::Share));
        if (named || around.contains(&id)) && is_bar(tree, id, named) {
            drop_node(tree, id, trace);
        }
    }
}

fn is_bar(tree: &Tree, id: TreeId, named: bool) -> bool {
    let inside = tree.descendants_up_to(id, 60);
    let Some(inside) = inside else { return false };
    if inside.iter().any(|&id| matches!(tree.tag(id), Tag::Pre | Tag::Table | Tag::Figure | Tag::Blockquote)) {
        return false;
    }
    let is_shared = |id: TreeId| {
        let mut around = tree.ancestors(id).take_while(|&around| around != TreeId::ROOT);
        around.any(|around| tree.tag(around) == Tag::A && tree.attr(around, Attr::Href).is_some_and(is_share))
    };
    // The button beside a picture shares that.
    if inside.iter().any(|&id| tree.tag(id) == Tag::Img && !named && !is_shared(id)) {
        return false;
    }
    let links: Vec<&str> =
        inside.iter().filter(|&&id| tree.tag(id) == Tag::A).filter_map(|&id| tree.attr(id, Attr::Href)).collect();
    if links.is_empty() {
        return false;
    }
    let sharing = links.iter().filter(|href| is_share(href)).count();
    let words = Count::of(&tree.text(id)).words;
    let is_link = |id: &&TreeId| tree.tag(**id) == Tag::A;
    let linked: u32 = inside.iter().filter(is_link).map(|&id| Count::of(&tree.text(id)).words).sum();
    let says_little = named || words <= linked + MOST_BESIDE;
    let follows = || links.len() > 1 && links.iter().any(|href| is_network(href));
    words <= MOST_WORDS && says_little && (sharing == links.len() || named && (sharing > 0 || follows()))
}

fn is_share(href: &str) -> bool {
    let href = href.to_ascii_lowercase();
    SHARES.iter().any(|part| href.contains(part))
}

fn is_network(href: &str) -> bool {
    let href = href.to_ascii_lowercase();
    NETWORKS.iter().any(|part| href.contains(part))
}
