//! Films, sounds, posts and maps of other sites become cards: a link with the title and host of what it leads to, which loads
//! nothing.
//!
//! `<iframe src="https://www.youtube.com/embed/x" title="A film">` →
//! `<figure class="embed"><a href="https://www.youtube.com/watch?v=x">A film · youtube.com</a></figure>`

mod posts;

use super::{Context, drop_because, drop_node};
use crate::dom::{Attr, CARD, Elements, Tag, Tree, TreeId, fold_spaces};
use crate::lexicon::embeds::STILL_HOSTS;
use crate::media::frames;
use crate::media::providers::{Known, YOUTUBE_ID_LENGTH, known, still};
use crate::media::stand_in::stand_in_of;
use crate::media::{host, is_named};
use crate::trace::Trace;

/// What wraps or stands for a player has at most so many nodes: more is content.
const MAX_PLAYER_NODES: usize = 30;

/// A figure that was made for a player has at most so many nodes.
const MAX_FIGURE_NODES: usize = 40;

/// How far above a player its figure is, and above a still picture the link around it.
const MAX_LEVELS: usize = 5;

/// What stands for something embedded.
struct Card {
    page: String,
    label: String,
    picture: Option<String>,
}

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    for id in tree.all() {
        let tag = tree.tag(id);
        match tag {
            Tag::Figure => keep_own_cards(tree, id),
            Tag::Object if holds_another(tree, id) => tree.node_mut(id).tag = Tag::Div,
            _ if tag.is_player() => match card_of(tree, id, context) {
                Some(card) => make_card(tree, id, card, trace),
                None => drop_node(tree, id, trace),
            },
            Tag::Div | Tag::Script => {
                if let Some(card) = stand_in(tree, id) {
                    make_card(tree, id, card, trace);
                }
            }
            Tag::Img => {
                if let Some(card) = still_of_film(tree, id) {
                    make_card(tree, id, card, trace);
                }
            }
            Tag::Blockquote => posts::finish(tree, id, context, trace),
            _ => {}
        }
    }
}

/// A page's own figures of that class are none of ours, unless they are made just so.
fn keep_own_cards(tree: &mut Tree, figure: TreeId) {
    let inside: Vec<TreeId> = tree.non_blank_children(figure).collect();
    let is_link = |id: TreeId| tree.tag(id) == Tag::A && tree.attr(id, Attr::Href).is_some();
    if !matches!(inside.as_slice(), &[only] if is_link(only)) {
        tree.set_attr(figure, Attr::Class, None);
    }
}

/// Whether the object only wraps a player that more browsers know, or holds a picture for those that know none.
fn holds_another(tree: &Tree, object: TreeId) -> bool {
    let is_other = |id: &TreeId| tree.tag(*id).is_media() && tree.tag(*id) != Tag::Object;
    tree.descendants_up_to(object, MAX_PLAYER_NODES).is_some_and(|all| all.iter().any(is_other))
}

fn card_of(tree: &Tree, id: TreeId, context: &Context<'_>) -> Option<Card> {
    let (address, known) = frames::shown(tree, id, context.address)?;
    let own = [Attr::Title, Attr::AriaLabel, Attr::Alt].into_iter().filter_map(|name| tree.attr(id, name));
    let title = own.map(fold_spaces).find(|title| !title.is_empty());
    let poster = tree.attr(id, Attr::Poster).and_then(|poster| context.address.media(poster));
    Some(card(known, address, title, poster))
}

fn card(known: Option<Known>, address: String, title: Option<String>, poster: Option<String>) -> Card {
    let (name, page) = known.map_or((None, address), |known| (Some(known.name), known.page));
    let host = host(&page);
    let host = host.strip_prefix("www.").unwrap_or(host);
    let file = page.rsplit('/').next().unwrap_or_default();
    let label = match title.as_deref().or(name) {
        Some(title) if host.is_empty() || title.eq_ignore_ascii_case(host) => title.to_string(),
        Some(title) => format!("{title} · {host}"),
        None if host.is_empty() => file.to_string(),
        None => host.to_string(),
    };
    let picture = poster.or_else(|| still(&page));
    Card { page, label, picture }
}

/// Puts a card in the element's place. A figure around it that holds nothing else was only there for it.
fn make_card(tree: &mut Tree, id: TreeId, card: Card, trace: &mut Trace) {
    const REASON: &str = "a card stands for it";
    if tree.node(id).source.is_some() {
        trace.changed(tree, id, REASON);
    }
    for inside in tree.children(id).collect::<Vec<_>>() {
        drop_because(tree, inside, REASON, trace);
    }
    let mut inside = Vec::new();
    if let Some(picture) = card.picture {
        inside.push(tree.element(Tag::Img, vec![(Attr::Src, picture), (Attr::Alt, String::new())]));
    }
    inside.push(tree.text_node(card.label));
    let link = tree.element(Tag::A, vec![(Attr::Href, card.page)]);
    tree.set_children(link, inside);
    let node = tree.node_mut(id);
    node.tag = Tag::Figure;
    node.attrs = vec![(Attr::Class, CARD.to_string())];
    node.text.clear();
    tree.set_children(id, vec![link]);
    let around = tree.ancestors(id).take(MAX_LEVELS).find(|&id| tree.tag(id) == Tag::Figure);
    if let Some(figure) = around.filter(|&figure| holds_only(tree, figure, id)) {
        tree.node_mut(figure).tag = Tag::Div;
        tree.node_mut(figure).attrs.clear();
    }
}

fn holds_only(tree: &Tree, figure: TreeId, card: TreeId) -> bool {
    let Some(all) = tree.descendants_up_to(figure, MAX_FIGURE_NODES) else { return false };
    let in_card = tree.descendants(card);
    all.iter().all(|&id| {
        let is_shown = tree.tag(id).is_media() || tree.tag(id) == Tag::Text && !tree.is_blank_text(id);
        !is_shown || in_card.contains(&id)
    })
}

/// What a script makes a player of: an element that has the address, or the film's number, in its data.
fn stand_in(tree: &Tree, id: TreeId) -> Option<Card> {
    let (known, address) = stand_in_of(tree.tag(id), tree.attributes(id), is_named(tree, id, &["youtube"]))?;
    if tree.descendants_up_to(id, MAX_PLAYER_NODES).is_none() || !tree.is_blank(id) {
        return None;
    }
    let title = [Attr::Title, Attr::AriaLabel].into_iter().find_map(|name| tree.attr(id, name)).map(fold_spaces);
    Some(card(Some(known), address, title.filter(|title| !title.is_empty()), None))
}

/// A film's still picture that stands by itself, where a script would have put the player.
fn still_of_film(tree: &Tree, id: TreeId) -> Option<Card> {
    let src = tree.attr(id, Attr::Src)?;
    if !STILL_HOSTS.contains(&host(src)) {
        return None;
    }
    let mut parts = src.split('/').skip_while(|part| !part.starts_with("vi")).skip(1);
    let film = parts.next().filter(|film| film.len() == YOUTUBE_ID_LENGTH)?;
    if tree.ancestors(id).take(MAX_LEVELS).any(|id| tree.tag(id) == Tag::A && tree.attr(id, Attr::Href).is_some()) {
        return None;
    }
    let address = format!("https://www.youtube.com/embed/{film}");
    let title = tree.attr(id, Attr::Alt).map(fold_spaces).filter(|alt| !alt.is_empty());
    Some(card(known(&address), address, title, Some(src.to_string())))
}
