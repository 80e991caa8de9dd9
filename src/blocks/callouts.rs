//! Which elements are callouts (notes, tips, warnings), and of which kind, by the names that documentation systems give
//! them.

use crate::dom::{Attr, Elements, Tag};
use crate::lexicon::callouts::{INNER, KINDS, MARKERS};
use crate::words::Count;

/// So many headings show that a page explains something.
const MIN_HEADINGS: usize = 3;

/// A box named alert is read as part of a text from so many words on: fewer are a button's or a status.
const MIN_ALERT_WORDS: u32 = 4;

/// A box named alert of more nodes is a part of the page.
const MAX_ALERT_NODES: usize = 200;

/// Whether what has these elements explains something, with code or many headings: where other pages' boxes named alert
/// are messages of the site.
pub(crate) fn is_documentation(tags: impl Iterator<Item = Tag>) -> bool {
    let mut headings = 0;
    tags.into_iter().any(|tag| {
        headings += usize::from(tag.heading_level().is_some());
        tag == Tag::Code || headings == MIN_HEADINGS
    })
}

/// The kind of callout that an element is.
pub(crate) fn kind_of<E: Elements>(elements: &E, id: E::Id, in_documentation: bool) -> Option<&'static str> {
    use Tag::*;
    if !matches!(elements.tag(id), Div | Aside | Section | Blockquote | Details | P | Article | Custom | Dl | Figure) {
        return None;
    }
    if let Some(name) = elements.attr(id, Attr::DataCallout) {
        return Some(known(&name.to_ascii_lowercase()).unwrap_or("note"));
    }
    let class = elements.attr(id, Attr::Class).filter(|class| !class.is_empty())?;
    let names: Vec<Vec<String>> = class.split_ascii_whitespace().map(parts).collect();
    of_system(&names, || in_documentation && is_alert_text(elements, id, class))
        .or_else(|| of_plain_name(elements, id, class))
}

/// The kind by the names of documentation systems: `admonition tip`, `markdown-alert-note`, `callout--warning`.
fn of_system(names: &[Vec<String>], may_be_alert: impl Fn() -> bool) -> Option<&'static str> {
    let has = |name: &[String], word: &str| name.iter().any(|part| part == word);
    let is_inner = |name: &Vec<String>| {
        let names_kind = |part: &String| part != "information" && known(part).is_some();
        name.iter().any(|part| INNER.contains(&part.as_str())) && !name.iter().any(names_kind)
    };
    let (mut marked, mut general, mut kind) = (false, false, None);
    for name in names {
        let is_macro = has(name, "information") && has(name, "macro");
        let is_alert = (has(name, "alert") || has(name, "notice") || has(name, "notices")) && may_be_alert()
            || has(name, "alert") && has(name, "markdown");
        let is_block = has(name, "block") && !has(name, "custom");
        let is_marker = name.iter().any(|part| MARKERS.contains(&part.as_str())) && !is_block;
        if !is_macro && !is_alert && !is_marker {
            continue;
        }
        if name.iter().any(|part| part == "title" || part == "icon") {
            return None;
        }
        if is_inner(name) {
            continue;
        }
        marked = true;
        general |= is_macro || name.iter().any(|part| part.starts_with("admonition"));
        let rest = name.iter().filter(|part| !["alert", "hint", "information"].contains(&part.as_str()));
        kind = kind.or_else(|| rest.rev().find_map(|part| known(part)));
    }
    if !marked {
        return None;
    }
    let other = || {
        names.iter().find_map(|name| match name.as_slice() {
            [only] => known(only).filter(|_| only != "alert" && (only != "hint" || general)),
            [is, only] if matches!(is.as_str(), "is" | "type" | "kind") => known(only),
            _ => None,
        })
    };
    kind.or_else(other).or(general.then_some("note"))
}

/// The kind by a class that is nothing but its name: on an `aside`, or where the text begins with the name; there the
/// name may also be the last part of a box's, as in `template-box-note`.
fn of_plain_name<E: Elements>(elements: &E, id: E::Id, class: &str) -> Option<&'static str> {
    let kind_of = |name: &str| {
        KINDS.iter().map(|kind| kind.0).chain(["danger"]).find(|kind| kind.eq_ignore_ascii_case(name)).and_then(known)
    };
    let of_box = |name: &str| name.rsplit_once("box-").and_then(|(_, kind)| kind_of(kind));
    let mut names = class.split_ascii_whitespace();
    let kind = names.clone().find_map(kind_of).or_else(|| names.find_map(of_box))?;
    let is_said = || first_word(elements, id).is_some_and(|word| is_name(&word));
    (elements.tag(id) == Tag::Aside && !class.contains("box-")
        || matches!(elements.tag(id), Tag::Div | Tag::P | Tag::Section | Tag::Blockquote) && is_said())
    .then_some(kind)
}

/// The first word of the element's first text.
fn first_word<E: Elements>(elements: &E, id: E::Id) -> Option<String> {
    let mut next = vec![id];
    while let Some(id) = next.pop() {
        if elements.tag(id) == Tag::Text
            && let Some(word) = elements.text(id).split_whitespace().next()
        {
            return Some(word.to_string());
        }
        let known = next.len();
        next.extend(elements.children(id));
        next.get_mut(known..)?.reverse();
    }
    None
}

/// Whether a box named alert reads as part of a text: a sentence, nothing to close it with.
fn is_alert_text<E: Elements>(elements: &E, id: E::Id, class: &str) -> bool {
    !class.contains("dismiss")
        && elements.descendants_up_to(id, MAX_ALERT_NODES).is_some_and(|inside| {
            !inside.iter().any(|&id| matches!(elements.tag(id), Tag::Button | Tag::Form | Tag::Input))
        })
        && Count::of(&elements.text(id)).words >= MIN_ALERT_WORDS
}

/// Whether a text is nothing but the name of a kind.
pub(crate) fn is_name(text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', '!', '.']).to_lowercase();
    known(&text).is_some()
}

/// Whether the element is named a title.
pub(crate) fn is_title_name<E: Elements>(elements: &E, id: E::Id) -> bool {
    elements.attr(id, Attr::Class).is_some_and(|class| parts(class).iter().any(|part| part == "title"))
}

fn known(name: &str) -> Option<&'static str> {
    KINDS.iter().find(|kind| kind.1.contains(&name) || kind.0 == name).map(|kind| kind.0)
}

/// The parts of a name in lower case: `admonitionHeading_x1` has `admonition`, `heading` and `x1`.
pub(crate) fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut before = ' ';
    for c in name.chars() {
        let begins = c.is_ascii_uppercase() && before.is_ascii_lowercase();
        if (begins || !c.is_ascii_alphanumeric()) && parts.last().is_some_and(|part| !part.is_empty()) {
            parts.push(String::new());
        }
        if c.is_ascii_alphanumeric()
            && let Some(part) = parts.last_mut()
        {
            part.push(c.to_ascii_lowercase());
        }
        before = c;
    }
    parts.retain(|part| !part.is_empty());
    parts
}
