//! Copies the selected blocks, with the elements around them, out of the page.

use std::collections::HashSet;

use super::Context;
use super::anchors::Anchors;
use crate::blocks::{Block, Blocks};
use crate::dom::code_box::{is_block_code, is_code_box};
use crate::dom::hidden::is_hidden;
use crate::dom::{Attr, Document, NodeId, NodeMap, Tag, Tree, TreeId};
use crate::media::background::is_background;
use crate::media::stand_in::is_stand_in;
use crate::notes::Notes;
use crate::select::Selection;
use crate::trace::{Entry, Stage, Trace, beginning};

/// A tree of what is selected. Elements that hold none of it are left behind, but for what separates or belongs
/// to it: line breaks, rules between parts, empty cells of kept rows, pictures' sources.
pub(super) fn copy(context: &Context<'_>, selection: &Selection, trace: &mut Trace) -> Tree {
    let page = context.page;
    let mut holds = holders(page, context.blocks, selection);
    let mut say = |id, reason| {
        trace.note(|| Entry {
            stage: Stage::Select,
            kept: true,
            reason,
            probability: None,
            tag: page.tag(id).name(),
            text: beginning(page.text_of(page.subtree(id))),
        });
    };
    for note in keep_notes(context.notes, page, &mut holds) {
        say(note, "a note that what is kept refers to");
    }
    for figure in figures_between(page, context.blocks, selection) {
        say(figure, "a picture for browsers without scripts, between what is kept");
        for id in page.subtree(figure) {
            holds[id] |= !page.tag(id).is_invisible();
        }
        for id in page.ancestors(figure) {
            holds[id] = true;
        }
    }
    let mut tree = Tree::default();
    let mut anchors = Anchors::of(page);
    // The elements being copied: where each ends on the page, and its copy.
    let mut open: Vec<(NodeId, TreeId)> = Vec::new();
    let mut id = page.body().plus(1);
    let end = page.end(page.body());
    while id < end {
        while open.last().is_some_and(|&(end, _)| end <= id) {
            open.pop();
        }
        let parent = open.last().map_or(TreeId::ROOT, |&(_, copy)| copy);
        if !holds[id] && !belongs(page, id, &holds) {
            anchors.leave(context.blocks, id);
            id = page.end(id);
            continue;
        }
        let tag = page.tag(id);
        let copied = node(page, id, &mut tree);
        tree.append(parent, copied);
        anchors.arrive(&mut tree, copied, parent);
        if tag != Tag::Text {
            open.push((page.end(id), copied));
        }
        id = id.plus(1);
    }
    tree
}

/// A copy of everything in an element that a reader may see, outside the tree.
pub(super) fn whole(page: &Document, root: NodeId, tree: &mut Tree) -> TreeId {
    let top = node(page, root, tree);
    let mut open = vec![(page.end(root), top)];
    let mut id = root.plus(1);
    while id < page.end(root) {
        while open.last().is_some_and(|&(end, _)| end <= id) {
            open.pop();
        }
        let is_text = page.is_text(id);
        if page.tag(id).is_invisible() || !is_text && is_hidden(page, id) {
            id = page.end(id);
            continue;
        }
        let copied = node(page, id, tree);
        tree.append(open.last().map_or(top, |&(_, copy)| copy), copied);
        if !is_text {
            open.push((page.end(id), copied));
        }
        id = id.plus(1);
    }
    top
}

/// A copy of one node, outside the tree.
fn node(page: &Document, id: NodeId, tree: &mut Tree) -> TreeId {
    let tag = page.tag(id);
    let text = if tag == Tag::Text { page.text(id).to_string() } else { String::new() };
    let copied = tree.copied(tag, text, id);
    let attrs = page.attributes(id).filter(|(name, _)| is_used(*name));
    tree.node_mut(copied).attrs = attrs.map(|(name, value)| (name, value.to_string())).collect();
    copied
}

/// Marks the notes, with all in them, that a kept reference leads to. Gives back those that were not kept.
fn keep_notes(notes: &Notes, page: &Document, holds: &mut NodeMap<bool>) -> Vec<NodeId> {
    let mut brought = Vec::new();
    // A note may refer to another: twice is as far as that goes.
    for _ in 0..2 {
        for note in &notes.list {
            let stands_in_kept = |node| note.body.contains(&node) && holds[page.parent(node)];
            let is_kept = note.references.iter().any(|r| holds[r.node] || stands_in_kept(r.node));
            let is_whole = || {
                note.body
                    .iter()
                    .all(|&id| page.subtree(id).into_iter().all(|id| holds[id] || page.tag(id) != Tag::Text))
            };
            if !is_kept || is_whole() {
                continue;
            }
            brought.extend(note.body.first());
            for id in note.body.iter().flat_map(|&id| page.subtree(id)) {
                holds[id] |= !page.tag(id).is_invisible();
            }
            for id in note.body.iter().flat_map(|&id| page.ancestors(id)) {
                holds[id] = true;
            }
        }
    }
    brought
}

/// Marks the nodes of kept blocks, and all elements around them.
fn holders(page: &Document, blocks: &Blocks, selection: &Selection) -> NodeMap<bool> {
    let mut holds = NodeMap::new(page, false);
    let is_kept = |id| blocks.block_of(id).is_some_and(|block| selection.kept.get(block).copied().unwrap_or(false));
    let mut all_of = NodeId::ROOT;
    let mut seen = NodeId::ROOT;
    for id in page.subtree(page.body()) {
        let kept = is_kept(id);
        // Code is kept to the byte, blank lines before the first word too, and pictures with their sources.
        if kept && !page.is_text(id) {
            all_of = all_of.max(page.end(id));
        }
        holds[id] = kept || (id < all_of && !page.tag(id).is_invisible());
        if id >= seen && !page.is_text(id) && is_code_box(page.tag(id), page.attr(id, Attr::Class)) {
            seen = page.end(id);
            if page.descendants(id).into_iter().any(is_kept) {
                all_of = all_of.max(seen);
            }
        }
    }
    for formula in bare_formulas(page, blocks) {
        holds[formula] |= is_beside_kept(page, blocks, selection, formula);
    }
    for id in page.subtree(page.body()).into_iter().rev() {
        if holds[id] {
            holds[page.parent(id)] = true;
        }
    }
    for id in page.subtree(page.body()) {
        if page.tag(id) == Tag::Noscript && page.descendants(id).into_iter().any(|id| page.tag(id) == Tag::Img) {
            hold_with_place(page, blocks, id, &mut holds);
        }
    }
    holds
}

/// Keeps a picture for browsers without scripts that stands in empty wrappers beside what is kept.
fn hold_with_place(page: &Document, blocks: &Blocks, noscript: NodeId, holds: &mut NodeMap<bool>) {
    const MOST_WRAPPERS: usize = 6;
    let is_wrapper = |id: &NodeId| {
        !holds[*id]
            && blocks.totals[*id].words == 0
            && matches!(page.tag(*id), Tag::Div | Tag::Span | Tag::Figure | Tag::P)
    };
    let wrappers: Vec<NodeId> = page.ancestors(noscript).take(MOST_WRAPPERS).take_while(is_wrapper).collect();
    let place = wrappers.last().copied().unwrap_or(noscript);
    if holds[page.parent(place)] {
        for id in wrappers {
            holds[id] = true;
        }
    }
}

/// Figures whose picture is for browsers without scripts alone, where the texts before and after them are kept: nothing
/// but a script's absence hides them, and their captions make little sense by themselves.
fn figures_between(page: &Document, blocks: &Blocks, selection: &Selection) -> Vec<NodeId> {
    const MOST_LEVELS: usize = 8;
    const MOST_WORDS: u32 = 120;
    let figure_of = |id| page.ancestors(id).take(MOST_LEVELS).find(|&id| page.tag(id) == Tag::Figure);
    let has_picture = |block: &&Block| block.noscript && block.hidden && block.media > 0;
    let is_short = |id: &NodeId| blocks.totals[*id].words <= MOST_WORDS;
    let pictures = blocks.list.iter().filter(has_picture);
    let figures: HashSet<NodeId> = pictures.filter_map(|block| figure_of(block.container)).filter(is_short).collect();
    let (mut between, mut waiting) = (Vec::new(), Vec::new());
    let mut is_after_kept = false;
    for (block, &kept) in blocks.list.iter().zip(&selection.kept) {
        let place = std::iter::once(block.container).chain(page.ancestors(block.container)).take(MOST_LEVELS);
        if let Some(figure) = place.into_iter().find(|id| figures.contains(id)) {
            if is_after_kept && waiting.last() != Some(&figure) {
                waiting.push(figure);
            }
        } else if !block.hidden && block.count.words > 0 {
            is_after_kept = kept;
            between.extend(waiting.drain(..).filter(|_| kept));
        }
    }
    between
}

/// Formulas that are no part of any block, as there is no text in them: in scripts, in data, drawn by style sheets.
fn bare_formulas(page: &Document, blocks: &Blocks) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut id = page.body();
    while id < page.end(page.body()) {
        let is_formula = match page.tag(id) {
            Tag::Script => page.formula_script(id).is_some(),
            Tag::MjxContainer => true,
            Tag::Text => false,
            _ => page.attr(id, Attr::Class).is_some_and(|class| class.contains("latex-rendered")),
        };
        if is_formula && page.subtree(id).into_iter().all(|id| blocks.block_of(id).is_none()) {
            found.push(id);
        }
        id = if is_formula { page.end(id) } else { id.plus(1) };
    }
    found
}

/// Whether what is no part of any block lies in a kept one or beside it.
fn is_beside_kept(page: &Document, blocks: &Blocks, selection: &Selection, formula: NodeId) -> bool {
    let is_kept = |at: usize| selection.kept.get(at).copied().unwrap_or(false);
    let after = blocks.list.partition_point(|block| block.first < formula);
    let container = page.ancestors(formula).find(|&id| page.tag(id).is_block());
    let before = after.checked_sub(1);
    let beside = [before, Some(after)].map(|at| at.and_then(|at| Some((at, blocks.list.get(at)?))));
    let around = beside.iter().flatten().find(|(_, block)| formula < block.last || Some(block.container) == container);
    match around {
        Some(&(at, _)) => is_kept(at),
        // By itself in its paragraph: it belongs to the text before it or after it.
        None => beside.iter().flatten().any(|&(at, _)| is_kept(at)),
    }
}

/// Whether something that holds no kept text still belongs to what is kept.
fn belongs(page: &Document, id: NodeId, holds: &NodeMap<bool>) -> bool {
    let parent_holds = holds[page.parent(id)];
    match page.tag(id) {
        // A blank line between two pieces of code.
        Tag::Code => parent_holds && is_block_code(page.attr(id, Attr::Class)),
        Tag::Text => page
            .ancestors(id)
            .take(3)
            .any(|id| page.tag(id) == Tag::Code && is_block_code(page.attr(id, Attr::Class)) && !holds[id]),
        Tag::Td | Tag::Th | Tag::Col | Tag::Colgroup | Tag::Hr => parent_holds,
        Tag::Input => {
            parent_holds && page.attr(id, Attr::Type).is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"))
        }
        // The readable copy of a lazy picture is often the only one with an address.
        Tag::Noscript => parent_holds && page.descendants(id).into_iter().any(|id| page.tag(id) == Tag::Img),
        Tag::Span => page.tag(page.parent(id)) == Tag::Code && is_block_code(page.attr(page.parent(id), Attr::Class)),
        Tag::Img | Tag::Picture | Tag::Source => page.ancestors(id).take(3).any(|id| page.tag(id) == Tag::Noscript),
        _ => parent_holds && (is_background(page, id) || is_stand_in(page, id)),
    }
}

/// Whether rules or readers need the attribute.
fn is_used(name: Attr) -> bool {
    !matches!(
        name,
        Attr::Itemprop
            | Attr::Itemtype
            | Attr::Itemscope
            | Attr::Itemid
            | Attr::Itemref
            | Attr::Content
            | Attr::Property
    )
}
