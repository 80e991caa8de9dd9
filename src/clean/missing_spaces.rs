//! What style sheets set apart, and nothing else does, gets a space: `Leather bagNew` is no reader's word.
//!
//! `<a>Leather bag</a><span class="tag">New</span>` → `<a>Leather bag</a> <span>New</span>`

use std::collections::HashMap;

use super::Context;
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::trace::Trace;

/// Words that run together have so many letters and digits each: single ones may be parts of a word.
const MIN_LETTERS: usize = 2;

/// Words after a number have so many: shorter ones are units.
const MIN_LETTERS_AFTER_NUMBER: usize = 3;

/// The first and last characters of an element's text, and its length.
#[derive(Clone, Copy, Default)]
struct Ends {
    first: Option<char>,
    last: Option<char>,
    /// Letters and digits, counted up to what is asked for.
    letters: usize,
}

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, _: &mut Trace) {
    let all = tree.all();
    // Few pages have such neighbours, and only they need to know what elements end with.
    let mut known: Option<HashMap<TreeId, Ends>> = None;
    for &parent in &all {
        let pairs = tree.children(parent).zip(tree.children(parent).skip(1));
        if !pairs.into_iter().any(|(left, right)| stands_apart(tree, left) && stands_apart(tree, right)) {
            continue;
        }
        let ends = known.get_or_insert_with(|| ends(tree, &all));
        let of = |id: TreeId| ends.get(&id).copied().unwrap_or_default();
        let is_seam = |left: TreeId, right: TreeId| {
            let is_link = [left, right].iter().any(|&id| matches!(tree.tag(id), Tag::A | Tag::Time | Tag::Button));
            stands_apart(tree, left) && stands_apart(tree, right) && run_together(of(left), of(right), is_link)
        };
        let children: Vec<TreeId> = tree.children(parent).collect();
        let pairs = children.iter().zip(children.iter().skip(1));
        let seams: Vec<bool> = pairs.map(|(&left, &right)| is_seam(left, right)).collect();
        if !seams.contains(&true) || holds_text_as_is(tree, parent) {
            continue;
        }
        let mut spaced = Vec::with_capacity(children.len());
        for (child, seam) in children.into_iter().zip(seams.into_iter().chain([false])) {
            spaced.push(child);
            if seam {
                spaced.push(tree.text_node(" ".to_owned()));
            }
        }
        tree.set_children(parent, spaced);
    }
}

/// Whether an element within a line is set as a thing of its own, and is no mere emphasis.
fn stands_apart(tree: &Tree, id: TreeId) -> bool {
    match tree.tag(id) {
        Tag::A | Tag::Time | Tag::Button => true,
        Tag::Span | Tag::Custom | Tag::B | Tag::Strong | Tag::I | Tag::Em | Tag::Small => {
            tree.attr(id, Attr::Class).is_some()
        }
        _ => false,
    }
}

fn holds_text_as_is(tree: &Tree, parent: TreeId) -> bool {
    const AS_IS: [Tag; 7] = [Tag::Pre, Tag::Code, Tag::Kbd, Tag::Samp, Tag::Math, Tag::Ruby, Tag::Sup];
    std::iter::once(parent).chain(tree.ancestors(parent)).any(|id| AS_IS.contains(&tree.tag(id)))
}

/// Whether two texts run together where neither is a part of one word or number.
fn run_together(left: Ends, right: Ends, is_link: bool) -> bool {
    let (Some(end), Some(start)) = (left.last, right.first) else { return false };
    let is_word = |ends: Ends| ends.letters >= MIN_LETTERS;
    let fits = match (end, start) {
        _ if end.is_numeric() && start.is_numeric() => false,
        _ if end.is_numeric() && start.is_lowercase() => right.letters >= MIN_LETTERS_AFTER_NUMBER,
        _ if end.is_lowercase() && start.is_lowercase() => is_link,
        _ => (has_case(end) || CLOSING.contains(&end)) && (has_case(start) || start == '('),
    };
    is_word(left) && is_word(right) && fits
}

/// What words may end with. None begins with it: `, halved` goes on right behind what is before it.
const CLOSING: [char; 8] = [')', '.', '!', '?', '%', ':', ';', ','];

/// Scripts without capitals put no spaces between words, or join letters.
fn has_case(c: char) -> bool {
    c.is_numeric() || c.is_lowercase() || c.is_uppercase()
}

fn ends(tree: &Tree, all: &[TreeId]) -> HashMap<TreeId, Ends> {
    let mut ends: HashMap<TreeId, Ends> = HashMap::with_capacity(all.len());
    // From the end, so that an element's children are known before it, and its first child last.
    for &id in all.iter().rev() {
        let text = &tree.node(id).text;
        let own = ends.entry(id).or_default();
        own.first = text.chars().next().or(own.first);
        own.last = text.chars().next_back().or(own.last);
        own.letters += text.chars().filter(|c| c.is_alphanumeric()).take(MIN_LETTERS_AFTER_NUMBER).count();
        let own = *own;
        let around = ends.entry(tree.parent(id)).or_default();
        around.first = own.first.or(around.first);
        around.last = around.last.or(own.last);
        around.letters += own.letters;
    }
    ends
}
