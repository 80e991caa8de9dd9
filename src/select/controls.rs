//! Buttons are the page's controls, and dropped; what they are called is content only where it names a part: in headings,
//! in sentences, and where it is a question, or the name of what opens, with the answer below.
//!
//! `<p>Text</p><button>Copy</button>` → `<p>Text</p>`

use std::collections::HashSet;

use super::content::Content;
use super::decisions::Decisions;
use super::input::SelectInput;
use crate::dom::{Attr, Elements, NodeId, Tag};
use crate::words::{Count, normalized_key};

/// A question has at least so many words: fewer, such as "More?", are what a control is called.
const MIN_QUESTION_WORDS: u32 = 3;

/// The name of a part has at least so many words: fewer, such as "Show more details", are what the button does.
const MIN_NAME_WORDS: u32 = 4;

/// An answer has at least so many words: fewer are labels of other controls.
const MIN_ANSWER_WORDS: u32 = 5;

/// What is made of more nodes than this is taken for prose unread, so that the look stays cheap.
const MAX_NODES: usize = 400;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    drop_buttons(input, decisions, names_part);
}

/// On lists, what opens is mostly a filter.
pub(super) fn run_on_lists(input: &SelectInput<'_>, decisions: &mut Decisions) {
    drop_buttons(input, decisions, |_, _| false);
}

fn drop_buttons(input: &SelectInput<'_>, decisions: &mut Decisions, names_part: impl Fn(Content<'_>, NodeId) -> bool) {
    let page = input.page;
    let content = decisions.content(page);
    let buttons: Vec<NodeId> = content.descendants(page.body()).filter(|&id| page.tag(id) == Tag::Button).collect();
    if buttons.is_empty() {
        return;
    }
    let references = references(input, decisions);
    for button in buttons {
        let content = decisions.content(page);
        let is_reference = std::iter::once(button).chain(page.ancestors(button)).any(|id| references.contains(&id));
        let is_content = is_reference
            || is_heading(content, button)
            || is_in_sentence(content, button)
            || asks(content, button) && is_answered(content, button)
            || names_part(content, button);
        if !is_content {
            decisions.drop_node(page, input.blocks, button);
        }
    }
}

/// What refers to notes that are kept.
fn references(input: &SelectInput<'_>, decisions: &Decisions) -> HashSet<NodeId> {
    let kept = input.notes().list.iter().filter(|note| note.body.iter().any(|&id| decisions.is_content(id)));
    kept.flat_map(|note| note.references.iter().map(|reference| reference.node)).collect()
}

/// Whether a button is a heading's words, and not something beside them: an accordion's heading is often a button.
fn is_heading(content: Content<'_>, button: NodeId) -> bool {
    let heads = |tag: Tag| tag.heading_level().is_some() || matches!(tag, Tag::Summary | Tag::Dt);
    let heading = content.ancestors(button).find(|&id| heads(content.tag(id)));
    heading.is_some_and(|heading| says_most(content, button, heading))
}

/// Whether a part says more than half of what the whole says.
fn says_most(content: Content<'_>, part: NodeId, whole: NodeId) -> bool {
    let (all, own) = (normalized_key(&content.text(whole)), normalized_key(&content.text(part)));
    !own.is_empty() && 2 * own.len() > all.len()
}

/// Whether a button stands between words of one sentence, as what opens a note does.
fn is_in_sentence(content: Content<'_>, button: NodeId) -> bool {
    let has_words = |id: NodeId| content.has_words(id);
    let mut siblings = content.children(content.parent(button));
    let is_after_words = siblings.by_ref().take_while(|&id| id != button).filter(|&id| has_words(id)).count() > 0;
    is_after_words && siblings.next().is_some_and(has_words)
}

fn asks(content: Content<'_>, button: NodeId) -> bool {
    let text = content.text(button);
    text.trim_end().ends_with(['?', '？', '؟']) && Count::of(&text).words >= MIN_QUESTION_WORDS
}

/// Whether a button opens a part and says what is in it: with a heading, it is answered, or says so at some length.
fn names_part(content: Content<'_>, button: NodeId) -> bool {
    let heading = content.descendants(button).find(|&id| content.tag(id).heading_level().is_some());
    if heading.is_some_and(|heading| says_most(content, heading, button)) {
        return true;
    }
    let opens = [Attr::AriaExpanded, Attr::AriaControls].iter().any(|&name| content.attr(button, name).is_some());
    let is_long = || Count::of(&content.text(button)).words >= MIN_NAME_WORDS;
    let is_answered = || is_answered(content, button);
    opens && (asks(content, button) || is_long() || is_answered()) || is_long() && is_answered()
}

/// Whether a button is the first of its part and followed by prose, as the name of what an accordion opens is.
fn is_answered(content: Content<'_>, button: NodeId) -> bool {
    let parts = |id: NodeId| content.children(content.parent(id)).filter(|&child| !content.is_blank_text(child));
    let mut around = std::iter::once(button).chain(content.ancestors(button));
    let Some(item) = around.find(|&id| parts(id).nth(1).is_some()) else { return false };
    let mut siblings = parts(item);
    siblings.next() == Some(item)
        && siblings.next().is_some_and(|next| content.tag(next) != Tag::Button && is_prose(content, next))
}

/// Whether it holds words, most of them in no link.
fn is_prose(content: Content<'_>, id: NodeId) -> bool {
    let Some(inside) = content.descendants_up_to(id, MAX_NODES) else { return true };
    let words = |id| Count::of(&content.text(id)).words;
    let linked: u32 = inside.into_iter().filter(|&id| content.tag(id) == Tag::A).map(words).sum();
    let all = words(id);
    all >= MIN_ANSWER_WORDS && 2 * linked < all
}
