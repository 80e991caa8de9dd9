//! The bar over a listing: its label tells the language, and goes with the copy buttons.

use std::collections::HashSet;

use super::language;
use crate::clean::{Context, drop_node};
use crate::dom::{Document, NodeId, Tag, Tree, TreeId, fold_spaces};
use crate::lexicon::code::BUTTONS;
use crate::trace::Trace;
use crate::words::Count;

/// What a piece of a bar says.
#[derive(PartialEq, Eq)]
enum Piece {
    Button,
    /// A language, or that there is none.
    Language(String),
    /// A file of a language.
    File(String),
    Other,
}

/// Reads the bar, if there is one, and takes out what only says what the code's language says, and buttons' names.
pub(super) fn take(tree: &mut Tree, root: TreeId, context: &Context<'_>, trace: &mut Trace) -> Option<String> {
    const UP: usize = 5;
    let mut language = None;
    let mut inner = root;
    let around: Vec<TreeId> = tree.ancestors(root).take(UP).collect();
    for outer in around {
        let (Some(place), Some(source)) = (tree.node(inner).source, tree.node(outer).source) else { break };
        if outer == TreeId::ROOT || !is_frame(tree.tag(outer)) {
            break;
        }
        let Some(parts) = parts_beside(context.page, source, place) else { break };
        let mut needless = HashSet::new();
        for part in parts {
            let pieces: Vec<Piece> = pieces(context.page, part);
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
    const MOST_PARTS: usize = 6;
    const MOST_NODES: usize = 40;
    const MOST_WORDS: u32 = 8;
    let mut parts = Vec::new();
    for part in page.children(frame) {
        if part == listing || page.is_text(part) && page.text(part).trim().is_empty() {
            continue;
        }
        let is_small = page.end(part).index() - part.index() <= MOST_NODES;
        let is_bar = is_small
            && page.subtree(part).into_iter().all(|id| !is_text_of_its_own(page.tag(id)))
            && Count::of(page.text(part)).words <= MOST_WORDS;
        if !is_bar || parts.len() == MOST_PARTS {
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

/// What each text in a part of the bar says.
fn pieces(page: &Document, part: NodeId) -> Vec<Piece> {
    let texts = page.subtree(part).into_iter().filter(|&id| page.is_text(id));
    let texts = texts.map(|id| fold_spaces(page.text(id)));
    texts.filter(|text| !text.is_empty()).map(|text| piece(&text)).collect()
}

/// Whether the text is what a button over code is called.
pub(super) fn is_button(text: &str) -> bool {
    BUTTONS.contains(&text.trim().to_lowercase().as_str())
}

fn piece(text: &str) -> Piece {
    if is_button(text) {
        return Piece::Button;
    }
    if let Some(name) = language::of_label(text) {
        return Piece::Language(name);
    }
    language::of_file(text).map_or(Piece::Other, Piece::File)
}
