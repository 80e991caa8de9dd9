//! Posts that a page quotes for readers without scripts: the quotation stays, with a way to the post.

use super::super::Context;
use super::{Card, card, make_card};
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::lexicon::embeds::POSTS;
use crate::media::is_named;
use crate::media::providers::known;
use crate::trace::Trace;
use crate::words::Count;

/// A quoted post has at most so many nodes.
const MAX_NODES: usize = 300;

/// Makes a card of a quotation that quotes nothing, and puts one after a quotation that has no link to its post.
pub(super) fn finish(tree: &mut Tree, quote: TreeId, context: &Context<'_>, trace: &mut Trace) {
    if !is_named(tree, quote, POSTS) {
        return;
    }
    let Some(inside) = tree.descendants_up_to(quote, MAX_NODES) else { return };
    let own = [Attr::Cite, Attr::DataInstgrmPermalink].into_iter().filter_map(|name| tree.attr(quote, name));
    let links = inside.iter().filter(|&&id| tree.tag(id) == Tag::A).filter_map(|&id| tree.attr(id, Attr::Href));
    let linked: Vec<String> = links.filter_map(|href| context.address.link(href)).collect();
    let own = own.filter_map(|href| context.address.link(href)).find(|address| known(address).is_some());
    let of_links = || linked.iter().rev().find(|address| known(address).is_some()).cloned();
    let Some(address) = own.clone().or_else(of_links) else { return };
    let post: Card = card(known(&address), address, None, None);
    // A quotation of nothing but links has no text of the post.
    let of_links: u32 = inside.iter().filter(|&&id| tree.tag(id) == Tag::A).map(|&id| words(tree, id)).sum();
    if of_links >= words(tree, quote) {
        make_card(tree, quote, post, trace);
        return;
    }
    let is_linked = linked.iter().any(|href| known(href).is_some_and(|known| known.page == post.page));
    if own.is_some() && !is_linked {
        let figure = tree.element(Tag::Div, Vec::new());
        tree.append(quote, figure);
        make_card(tree, figure, post, trace);
    }
}

fn words(tree: &Tree, id: TreeId) -> u32 {
    Count::of(&tree.text(id)).words
}
