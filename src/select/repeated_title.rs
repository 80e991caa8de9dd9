//! The article shows its title, byline and date of its own: at the top of the content they are repeated, and dropped.
//!
//! `<h1>Title</h1><p>By Ann Lee</p><p>Text …</p>` with that title and author → `<p>Text …</p>`

use super::content::Content;
use super::decisions::Decisions;
use super::input::SelectInput;
use super::notes::NoteRanges;
use crate::dom::{Elements, NodeId, Tag};
use crate::metadata::is_dateline;
use crate::words::{Count, normalized_key};

/// From this many words on a block is the text itself, and what follows it is not its head.
const MIN_PROSE_WORDS: u32 = 25;

/// The most words a line of names or dates has: more are a sentence that names its author.
const MAX_WORDS: u32 = 14;

/// A line that gives a day without a `time` element has at most so many words: more are a text with a date in it.
const MAX_DAY_WORDS: u32 = 8;

/// A line that ends as a sentence does, with so many words beside the name, is one: a byline has fewer, such as "by".
const MIN_SENTENCE_WORDS: u32 = 5;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    drop_repeated(input, decisions, false);
}

/// Posts and things of a list have authors and days of their own.
pub(super) fn run_on_items(input: &SelectInput<'_>, decisions: &mut Decisions) {
    drop_repeated(input, decisions, true);
}

fn drop_repeated(input: &SelectInput<'_>, decisions: &mut Decisions, has_items: bool) {
    let (page, metadata) = (input.page, input.metadata);
    let title = normalized_key(metadata.article.title.as_deref().unwrap_or_default());
    let names: Vec<(String, u32)> =
        metadata.article.authors.iter().map(|name| (normalized_key(name), Count::of(name).words)).collect();
    let lang = metadata.article.lang.as_deref().unwrap_or_default();
    let notes = NoteRanges::of(input, decisions);
    let (mut is_below_title, mut is_head) = (false, true);
    let all: Vec<NodeId> = decisions.content(page).descendants(page.body()).collect();
    for id in all {
        let content = decisions.content(page);
        if !decisions.is_content(id) || !is_line(input, content, id) || notes.contain(id) {
            continue;
        }
        let text = content.text(id);
        let words = Count::of(&text).words;
        let line = normalized_key(&text);
        let repeats_title = !title.is_empty() && line == title;
        // A heading or an item that speaks of its author is no byline; one that hardly says more than the name is.
        let is_heading = page.tag(id).heading_level().is_some();
        let is_byline_alone = is_heading || page.tag(id) == Tag::Li;
        let may_be_name = |name: &str| !is_byline_alone || 2 * name.len() > line.len() && !text.ends_with('?');
        let is_byline = words <= MAX_WORDS
            && names.iter().any(|(name, length)| {
                let is_sentence = words >= length + MIN_SENTENCE_WORDS && ends_sentence(&text);
                !name.is_empty() && line.contains(name.as_str()) && may_be_name(name) && !is_sentence
            });
        let is_day = || words <= MAX_DAY_WORDS && !is_heading && is_dateline(&text, lang);
        let is_date = words <= MAX_WORDS && (is_time(content, id, &line) || is_day());
        if repeats_title || (is_byline || is_date) && (is_head || !has_items) {
            decisions.drop_node(page, input.blocks, id);
            is_below_title |= repeats_title;
            is_head |= repeats_title;
        } else if words >= MIN_PROSE_WORDS || has_items && is_below_title {
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
fn is_line(input: &SelectInput<'_>, content: Content<'_>, id: NodeId) -> bool {
    content.tag(id).is_block()
        && !matches!(content.tag(id), Tag::Figcaption | Tag::Td | Tag::Th | Tag::Pre)
        && content.children(id).any(|child| !content.is_blank_text(child))
        && !content.children(id).any(|child| content.tag(child).is_block() || content.tag(child).is_media())
        && input.blocks.enclosing(id).code_box.is_none()
        && !content.ancestors(id).any(|id| matches!(content.tag(id), Tag::Figure | Tag::Table | Tag::Blockquote))
}

/// Whether a line is little more than a date: a `time` element, with at most a word or two around it.
fn is_time(content: Content<'_>, id: NodeId, line: &str) -> bool {
    let times = content.descendants(id).filter(|&id| content.tag(id) == Tag::Time);
    let letters: usize = times.map(|id| normalized_key(&content.text(id)).chars().count()).sum();
    letters > 0 && 2 * letters >= line.chars().count()
}
