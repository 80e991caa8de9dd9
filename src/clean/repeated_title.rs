//! The article shows its title, byline and date of its own: at the top of the content they are repeated.
//!
//! `<h1>Title</h1><p>By Ann Lee</p><p>Text …</p>` with that title and author → `<p>Text …</p>`

use super::{Context, drop_node, normalized_key};
use crate::dom::{Attr, Tag, Tree, TreeId, note_roles};
use crate::metadata::is_dateline as is_day;
use crate::score::PageType;
use crate::trace::Trace;
use crate::words::Count;

/// From this many words on a block is the text itself, and what follows it is not its head.
const PROSE: u32 = 25;

/// The most words a line of names or dates has.
const LINE: u32 = 14;

/// A line that says a day without a `time` element has at most so many words.
const FEW: u32 = 8;

/// A line that ends as a sentence does, with so many words beside the name, says something.
const SENTENCE: u32 = 5;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    let title = normalized_key(context.metadata.article.title.as_deref().unwrap_or_default());
    let names: Vec<(String, u32)> =
        context.metadata.article.authors.iter().map(|name| (normalized_key(name), Count::of(name).words)).collect();
    // Posts and things of a list have authors and days of their own.
    let has_items = context.page_type.is_list() || context.page_type == PageType::Forum;
    let (mut is_below_title, mut is_head) = (false, true);
    for id in tree.all() {
        if !is_line(tree, id) {
            continue;
        }
        let text = tree.text(id);
        let words = Count::of(&text).words;
        let line = normalized_key(&text);
        let repeats_title = !title.is_empty() && line == title;
        // A heading or an item that speaks of its author is no byline; one that hardly says more than the name is.
        let is_byline_alone = tree.tag(id).heading_level().is_some() || tree.tag(id) == Tag::Li;
        let may_be_name = |name: &str| !is_byline_alone || 2 * name.len() > line.len() && !text.ends_with('?');
        let is_byline = words <= LINE
            && names.iter().any(|(name, length)| {
                let is_sentence = words >= length + SENTENCE && ends_sentence(&text);
                !name.is_empty() && line.contains(name.as_str()) && may_be_name(name) && !is_sentence
            });
        let lang = context.metadata.article.lang.as_deref().unwrap_or_default();
        let is_date = words <= LINE
            && (is_dateline(tree, id, &line)
                || words <= FEW && tree.tag(id).heading_level().is_none() && is_day(&text, lang));
        if repeats_title || (is_byline || is_date) && (is_head || !has_items) {
            drop_node(tree, id, trace);
            is_below_title |= repeats_title;
            is_head |= repeats_title;
        } else if words >= PROSE || has_items && is_below_title {
            break;
        } else {
            is_head = false;
        }
    }
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', ':', '…', '。', '！', '？', '：'])
}

/// Whether the element holds inline content only: a line of the page's head, or a paragraph.
fn is_line(tree: &Tree, id: TreeId) -> bool {
    tree.tag(id).is_block()
        && !matches!(tree.tag(id), Tag::Figcaption | Tag::Td | Tag::Th | Tag::Pre)
        && tree.children(id).any(|child| !tree.is_blank_text(child))
        && !tree.children(id).any(|child| tree.tag(child).is_block() || tree.tag(child).is_media())
        && !tree.ancestors(id).any(|id| {
            matches!(tree.tag(id), Tag::Figure | Tag::Table | Tag::Blockquote)
                || tree.attr(id, Attr::Role) == Some(note_roles::NOTE)
        })
}

/// Whether a line is little more than a date: a `time` element, with at most a word or two around it.
fn is_dateline(tree: &Tree, id: TreeId, line: &str) -> bool {
    let times: usize = tree
        .descendants(id)
        .into_iter()
        .filter(|&id| tree.tag(id) == Tag::Time)
        .map(|id| normalized_key(&tree.text(id)).chars().count())
        .sum();
    times > 0 && 2 * times >= line.chars().count()
}
