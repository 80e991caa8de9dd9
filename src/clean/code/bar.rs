//! The bar over a listing: the language is read from its label, which goes with the copy buttons.

use std::collections::HashSet;

use super::{is_button_name, language};
use crate::clean::{Context, drop_node};
use crate::dom::{Document, NodeId, Tag, Tree, TreeId, fold_spaces};
use crate::trace::Trace;
use crate::words::Count;

/// How far above a listing its bar is: farther out, what stands beside it is other content.
const MAX_LEVELS: usize = 5;

/// A bar has at most so many parts; a listing with more beside it is one of several things in a box of content.
const MAX_PARTS: usize = 6;

/// A part of a bar has at most so many nodes: buttons are drawn with icons of a few nodes each.
const MAX_PART_NODES: usize = 40;

/// A part of a bar has at most so many words: a file's name and a button; sentences about the code are longer.
const MAX_PART_WORDS: u32 = 8;

/// What a text in a bar is.
#[derive(PartialEq, Eq)]
enum Piece {
    Button,
    /// A language, or that there is none.
    Language(String),
    /// A file of a language.
    File(String),
    Other,
}

/// Reads the language from the bar, if there is one, and drops its label and its buttons.
pub(super) fn take(tree: &mut Tree, root: TreeId, context: &Context<'_>, trace: &mut Trace) -> Option<String> {
    let mut language = None;
    let mut inner = root;
    let around: Vec<TreeId> = tree.ancestors(root).take(MAX_LEVELS).collect();
    for outer in around {
        let (Some(place), Some(source)) = (tree.node(inner).source, tree.node(outer).source) else { break };
        if outer == TreeId::ROOT || !is_frame(tree.tag(outer)) {
            break;
        }
        let Some(parts) = parts_beside(context.page, source, place) else { break };
        let mut needless = HashSet::new();
        for part in parts {
            let pieces = pieces(context.page, part);
            if pieces.iter().all(|piece| matches!(piece, Piece::Button | Piece::Language(_))) {
                needless.insert(part);
            }
            for piece in pieces {
                if let Piece::Language(name) | Piece::File(name) = piece {
                    language = language.or(Some(name));
                }
            }
        }
        let found = !needless.is_empty();
        for id in tree.children(outer).collect::<Vec<_>>() {
            if tree.node(id).source.is_some_and(|source| needless.contains(&source)) {
                drop_node(tree, id, trace);
            }
        }
        if found && language.is_some() {
            break;
        }
        inner = outer;
    }
    language.filter(|name| !name.is_empty())
}

/// What may frame a listing and nothing else.
fn is_frame(tag: Tag) -> bool {
    matches!(tag, Tag::Div | Tag::Figure | Tag::Section | Tag::Pre | Tag::Custom | Tag::Code | Tag::Span)
}

/// The elements beside a listing in its frame: few, small, and none of them a text of its own.
fn parts_beside(page: &Document, frame: NodeId, listing: NodeId) -> Option<Vec<NodeId>> {
    let mut parts = Vec::new();
    for part in page.children(frame) {
        if part == listing || page.is_blank_text(part) {
            continue;
        }
        let is_small = page.end(part).index() - part.index() <= MAX_PART_NODES;
        let is_bar = is_small
            && page.subtree(part).into_iter().all(|id| !is_text_of_its_own(page.tag(id)))
            && Count::of(page.text(part)).words <= MAX_PART_WORDS;
        if !is_bar || parts.len() == MAX_PARTS {
            return None;
        }
        parts.push(part);
    }
    Some(parts)
}

fn is_text_of_its_own(tag: Tag) -> bool {
    tag.heading_level().is_some()
        || matches!(tag, Tag::P | Tag::Pre | Tag::Code | Tag::Table | Tag::Img | Tag::Blockquote)
}

/// What each text in a part of the bar is.
fn pieces(page: &Document, part: NodeId) -> Vec<Piece> {
    let texts = page.subtree(part).into_iter().filter(|&id| page.is_text(id));
    let texts = texts.map(|id| fold_spaces(page.text(id)));
    texts.filter(|text| !text.is_empty()).map(|text| piece(&text)).collect()
}

fn piece(text: &str) -> Piece {
    if is_button_name(text) {
        return Piece::Button;
    }
    if let Some(name) = language::of_label(text) {
        return Piece::Language(name);
    }
    language::of_file(text).map_or(Piece::Other, Piece::File)
}
