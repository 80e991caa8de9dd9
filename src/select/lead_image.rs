//! The lead picture that stands above the text, but was chosen with none of it, is kept, to be put on top: the page's own
//! picture where it is shown, or a figure between headline and text.
//!
//! `<header><h1>A</h1><figure><img src=a></figure></header><div class="byline">…</div><p>b</p>` →
//! `<figure><img src=a></figure><p>b</p>`

use std::collections::HashSet;

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::blocks::Signal;
use crate::dom::hidden::{is_hidden, visible};
use crate::dom::{Attr, NodeId, NodeRange, Tag};
use crate::media::{best, is_decorative, is_picture_file, is_tiny, picture};

/// How many pictures before the text are looked at: chosen to reach over a page's head and menus.
const MAX_CANDIDATES: usize = 40;

/// A figure of more nodes than this is a gallery, and only its picture is kept.
const MAX_NODES: usize = 120;

/// How far above a picture its figure is: pictures lie in a few wrappers, and parts of pages called figures lie higher.
const MAX_LEVELS: usize = 6;

/// How far above a text the heading or figure is that it is part of: texts lie in a few elements for style.
const MAX_LEVELS_OF_TEXT: usize = 4;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    if let Some(part) = lead_image(input, decisions) {
        let (page, address) = (input.page, input.address);
        let is_decorative =
            |id| is_image(page.tag(id)) && best(page, id, address).is_some_and(|src| is_decorative(page, id, &src));
        decisions.keep_above(page, input.blocks, part, |id| page.tag(id) != Tag::Input && !is_decorative(id));
    }
}

/// The lead picture, with its figure.
fn lead_image(input: &SelectInput<'_>, decisions: &Decisions) -> Option<NodeId> {
    let page = input.page;
    let start = first_text(input, decisions)?;
    let content = decisions.content(page);
    let shown: Vec<NodeId> = content.descendants(page.body()).filter(|&id| is_image(page.tag(id))).collect();
    if shown.first().is_some_and(|&first| first < start) {
        return None;
    }
    let before = NodeRange { first: NodeId::ROOT, end: start };
    let images = before.into_iter().rev().filter(|&id| is_image(page.tag(id))).take(MAX_CANDIDATES);
    let leading: Vec<NodeId> = images.filter(|&image| may_lead(input, image)).collect();
    if leading.is_empty() {
        return None;
    }
    let key_of = |id: NodeId| best(page, id, input.address).map(|src| picture(&src));
    let shown: HashSet<String> = shown.into_iter().filter_map(key_of).collect();
    let own = input.metadata.article.image.as_deref().map(picture);
    let headline = before.into_iter().rfind(|&id| page.tag(id) == Tag::H1);
    leading.into_iter().find_map(|image| {
        let figure = page.ancestors(image).take(MAX_LEVELS).find(|&id| page.tag(id) == Tag::Figure);
        let around = figure.or_else(|| Some(page.parent(image)).filter(|&id| page.tag(id) == Tag::Picture));
        let part = around.filter(|&id| page.descendants(id).into_iter().count() <= MAX_NODES).unwrap_or(image);
        let images: Vec<NodeId> = visible(page, part).filter(|&id| is_image(page.tag(id))).collect();
        let key = images.iter().find_map(|&id| key_of(id))?;
        let is_own = own.as_ref() == Some(&key);
        let leads = figure.is_some() && headline.is_some_and(|headline| headline < image);
        let is_one = !shown.contains(&key) && !images.iter().any(|&id| is_tiny(page, id)) && (is_own || leads);
        is_one.then_some(part)
    })
}

fn is_image(tag: Tag) -> bool {
    matches!(tag, Tag::Img | Tag::AmpImg)
}

/// Where on the page the running text begins: headings come before the lead picture, or after it.
fn first_text(input: &SelectInput<'_>, decisions: &Decisions) -> Option<NodeId> {
    let page = input.page;
    let content = decisions.content(page);
    let is_head = |id: NodeId| page.tag(id).heading_level().is_some() || page.tag(id) == Tag::Figure;
    content.descendants(page.body()).find(|&id| {
        page.is_text(id) && !content.is_blank_text(id) && !page.ancestors(id).take(MAX_LEVELS_OF_TEXT).any(is_head)
    })
}

/// Whether nothing around the picture says that it is of another part of the page.
fn may_lead(input: &SelectInput<'_>, image: NodeId) -> bool {
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
    let page = input.page;
    let around = input.blocks.signals[image].around;
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
