//! Pictures for browsers without scripts are kept where nothing but a script's absence hides them: in empty wrappers
//! beside what is kept, and figures between texts that are kept, whose captions make little sense by themselves. Copies of
//! pictures that are shown beside them are dropped.
//!
//! `<p>` kept `<noscript><figure><img><figcaption>…</figure></noscript><p>` kept → all

use std::collections::HashSet;

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::blocks::Block;
use crate::dom::{NodeId, Tag};
use crate::media::noscript::{copies, may_be_preview};
use crate::media::{best, picture};

/// How many empty elements such a picture is wrapped in: for its ratio, its fading in and its link, each with one or two.
const MAX_WRAPPERS: usize = 6;

/// How far above a picture its figure is, with as many wrappers and a link.
const MAX_LEVELS: usize = 8;

/// The most words of a figure: more are a text, which is decided on as such.
const MAX_WORDS: u32 = 120;

/// Keeps the wrappers of pictures: the pictures belong to what is around them then.
pub(super) fn keep_wrapped(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let page = input.page;
    let is_readable_copy = |&id: &NodeId| {
        page.tag(id) == Tag::Noscript && page.descendants(id).into_iter().any(|id| page.tag(id) == Tag::Img)
    };
    for noscript in page.subtree(page.body()).into_iter().filter(is_readable_copy) {
        let is_wrapper = |id: &NodeId| {
            !decisions.is_content(*id)
                && input.blocks.totals[*id].words == 0
                && matches!(page.tag(*id), Tag::Div | Tag::Span | Tag::Figure | Tag::P)
        };
        let wrappers: Vec<NodeId> = page.ancestors(noscript).take(MAX_WRAPPERS).take_while(is_wrapper).collect();
        let place = wrappers.last().copied().unwrap_or(noscript);
        if decisions.is_content(page.parent(place)) {
            wrappers.into_iter().for_each(|id| decisions.add(page, input.blocks, id));
        }
    }
}

/// Drops copies of pictures that are shown: each picture has one.
pub(super) fn drop_copies(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let (page, address) = (input.page, input.address);
    let content = decisions.content(page);
    let mut has_copy = HashSet::new();
    let mut copies = copies(&content, content.descendants(page.body()));
    copies.retain(|copy| {
        let Some(real) = best(&content, copy.picture, address) else { return false };
        let is_same = |shown: String| !may_be_preview(&shown) && picture(&shown) == picture(&real);
        let same = copy.beside.iter().filter(|&&id| best(&content, id, address).is_some_and(is_same));
        input.blocks.totals[copy.noscript].words == 0 && same.filter(|&&id| has_copy.insert(id)).count() > 0
    });
    copies.iter().for_each(|copy| decisions.drop_node(page, input.blocks, copy.noscript));
}

pub(super) fn keep_between(input: &SelectInput<'_>, decisions: &mut Decisions) {
    for figure in figures_between(input, decisions) {
        decisions.keep_node(input.page, input.blocks, figure);
    }
}

/// Figures whose picture is for browsers without scripts alone, where the texts before and after them are kept.
fn figures_between(input: &SelectInput<'_>, decisions: &Decisions) -> Vec<NodeId> {
    let (page, blocks) = (input.page, input.blocks);
    let figure_of = |id| page.ancestors(id).take(MAX_LEVELS).find(|&id| page.tag(id) == Tag::Figure);
    let has_picture = |block: &&Block| block.noscript && block.hidden && block.media > 0;
    let is_short = |id: &NodeId| blocks.totals[*id].words <= MAX_WORDS;
    let pictures = blocks.list.iter().filter(has_picture);
    let figures: HashSet<NodeId> = pictures.filter_map(|block| figure_of(block.container)).filter(is_short).collect();
    let (mut between, mut waiting) = (Vec::new(), Vec::new());
    let mut is_after_kept = false;
    for (id, block) in input.all() {
        let place = std::iter::once(block.container).chain(page.ancestors(block.container)).take(MAX_LEVELS);
        if let Some(figure) = place.into_iter().find(|id| figures.contains(id)) {
            if is_after_kept && waiting.last() != Some(&figure) {
                waiting.push(figure);
            }
        } else if !block.hidden && block.count.words > 0 {
            is_after_kept = decisions.is_kept(id);
            between.extend(waiting.drain(..).filter(|_| is_after_kept));
        }
    }
    between
}
