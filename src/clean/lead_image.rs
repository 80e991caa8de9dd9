//! The lead picture that stands above the text, but was chosen with none of it, is put on top: the page's own picture
//! where it is shown, or a figure between headline and text.
//!
//! `<header><h1>A</h1><figure><img src=a></figure></header><div class="byline">…</div><p>b</p>` →
//! `<figure><img src=a></figure><p>b</p>`

use std::collections::HashSet;

use super::{Context, copy, note};
use crate::blocks::Signal;
use crate::dom::hidden::is_hidden;
use crate::dom::{Attr, NodeId, NodeRange, Tag, Tree, TreeId};
use crate::media::{best, is_picture_file, is_tiny, picture};
use crate::trace::Trace;

/// How many pictures before the text are looked at.
const MOST: usize = 40;

/// The most nodes a figure has.
const MOST_NODES: usize = 120;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    let Some(start) = first_text(tree) else { return };
    let mut shown = tree.all();
    shown.retain(|&id| is_image(tree.tag(id)));
    if shown.iter().any(|&id| tree.node(id).source.is_some_and(|source| source < start)) {
        return;
    }
    let page = context.page;
    let before = NodeRange { first: NodeId::ROOT, end: start };
    let images = before.into_iter().rev().filter(|&id| is_image(page.tag(id))).take(MOST);
    let leading: Vec<NodeId> = images.filter(|&image| may_lead(context, image)).collect();
    if leading.is_empty() {
        return;
    }
    let shown: HashSet<String> =
        shown.iter().filter_map(|&id| best(tree, id, context.address)).map(|src| picture(&src)).collect();
    let own = context.metadata.image.as_deref().map(picture);
    let headline = before.into_iter().rfind(|&id| page.tag(id) == Tag::H1);
    for image in leading {
        let figure = page.ancestors(image).take(6).find(|&id| page.tag(id) == Tag::Figure);
        let around = figure.or_else(|| Some(page.parent(image)).filter(|&id| page.tag(id) == Tag::Picture));
        let part = around.filter(|&id| page.descendants(id).into_iter().count() <= MOST_NODES).unwrap_or(image);
        let copied = copy::whole(page, part, tree);
        let images: Vec<TreeId> =
            std::iter::once(copied).chain(tree.descendants(copied)).filter(|&id| is_image(tree.tag(id))).collect();
        let key = images.iter().find_map(|&id| best(tree, id, context.address)).map(|src| picture(&src));
        let Some(key) = key else { continue };
        let is_own = own.as_ref() == Some(&key);
        let leads = figure.is_some() && headline.is_some_and(|headline| headline < image);
        if shown.contains(&key) || images.iter().any(|&id| is_tiny(tree, id)) || !is_own && !leads {
            continue;
        }
        note(tree, copied, true, trace);
        let children = std::iter::once(copied).chain(tree.children(TreeId::ROOT)).collect();
        tree.set_children(TreeId::ROOT, children);
        return;
    }
}

fn is_image(tag: Tag) -> bool {
    matches!(tag, Tag::Img | Tag::AmpImg)
}

/// Where on the page the running text begins: headings come before the lead picture, or after it.
fn first_text(tree: &Tree) -> Option<NodeId> {
    let is_text = |id: &TreeId| {
        tree.tag(*id) == Tag::Text
            && !tree.is_blank_text(*id)
            && !tree
                .ancestors(*id)
                .take(4)
                .any(|id| tree.tag(id).heading_level().is_some() || tree.tag(id) == Tag::Figure)
    };
    tree.all().into_iter().find(is_text).and_then(|id| tree.node(id).source)
}

/// Whether nothing around the picture says that it is of another part of the page.
fn may_lead(context: &Context<'_>, image: NodeId) -> bool {
    const OTHERS: [Signal; 8] = [
        Signal::Advert,
        Signal::Consent,
        Signal::Footer,
        Signal::Navigation,
        Signal::Related,
        Signal::Share,
        Signal::Side,
        Signal::Subscribe,
    ];
    let page = context.page;
    let around = context.blocks.signals[image].around;
    let leads_away =
        |id: NodeId| page.tag(id) == Tag::A && page.attr(id, Attr::Href).is_some_and(|href| !is_picture_file(href));
    let is_logo = [Attr::Class, Attr::Id, Attr::Src, Attr::Alt]
        .into_iter()
        .filter_map(|name| page.attr(image, name))
        .any(|value| value.to_ascii_lowercase().contains("logo"));
    !is_logo
        && !OTHERS.iter().any(|&signal| around.has(signal))
        && !page.ancestors(image).any(|id| is_hidden(page, id) || leads_away(id))
}
