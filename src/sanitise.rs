//! Cleaned tree → [`SafeContent`], by an allow-list, twice over: our own filter on the tree, then ammonia on the
//! HTML it writes. What ammonia gives back for it must be the same bytes; so the HTML means to a browser what
//! the tree says, and text and Markdown come from the same content.

mod allow;
mod filter;
mod targets;

#[cfg(test)]
pub(crate) use allow::{GLOBAL, HTML, MATHML};

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;

use crate::dom::{Attr, Document, Tag, Tree, TreeId};
use crate::options::Limits;
use crate::parse::parse;
use crate::render::serialise;

/// Content that is safe to show. Only [`sanitise`] makes it.
#[derive(Debug, Clone)]
pub(crate) struct SafeContent {
    tree: Tree,
    html: String,
}

impl SafeContent {
    /// The content as a tree.
    pub(crate) fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The content as HTML.
    pub(crate) fn html(&self) -> &str {
        &self.html
    }

    /// Nothing but the content as HTML.
    pub(crate) fn into_html(self) -> String {
        self.html
    }
}

/// How often content is parsed again. One round settles all that is known; the rest is for the unknown.
const ROUNDS: usize = 4;

/// Keeps what the allow-list has. Elements it does not have are unwrapped, their text stays.
pub(crate) fn sanitise(tree: Tree) -> SafeContent {
    let mut tree = filter::filter(tree);
    let mut html = String::new();
    for _ in 0..ROUNDS {
        let written = serialise(&tree);
        html = cleaned(&written);
        if html == written {
            break;
        }
        // A parser reads our HTML in another way than it was meant: so what it reads is the content.
        let Ok(page) = parse(&format!("<!DOCTYPE html><body>{html}"), &NO_LIMITS) else { break };
        tree = filter::filter(tree_of(&page));
    }
    SafeContent { tree, html }
}

/// What was parsed within the limits is not measured again, save for its depth, which bounds the parser's work.
const NO_LIMITS: Limits =
    Limits { bytes: usize::MAX, nodes: usize::MAX, depth: 512, flattened: usize::MAX, attributes: usize::MAX };

/// What the page's body holds, as a tree.
fn tree_of(page: &Document) -> Tree {
    let mut tree = Tree::default();
    let mut open = vec![(TreeId::ROOT, page.end(page.body()))];
    for id in page.descendants(page.body()) {
        while open.last().is_some_and(|&(_, end)| end <= id) {
            open.pop();
        }
        let parent = open.last().map_or(TreeId::ROOT, |&(parent, _)| parent);
        let node = match page.tag(id) {
            Tag::Text => tree.text_node(page.text(id).to_string()),
            tag => tree.element(tag, page.attributes(id).map(|(name, value)| (name, value.to_string())).collect()),
        };
        tree.append(parent, node);
        if !page.is_text(id) {
            open.push((node, page.end(id)));
        }
    }
    tree
}

fn cleaned(html: &str) -> String {
    static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(cleaner);
    let mut bytes = Vec::with_capacity(html.len());
    match CLEANER.clean(&in_parts(html)).write_to(&mut bytes) {
        Ok(()) => String::from_utf8(bytes).unwrap_or_default(),
        // Writing into memory does not fail.
        Err(_) => String::new(),
    }
}

/// How many bytes of a text ammonia is given as one.
const PART: usize = 4096;

/// The same HTML with comments in its long texts, which ammonia takes out again. For each sign that it may have to
/// escape, the serialiser behind ammonia searches the text to its end, so the work on one long text would be quadratic.
fn in_parts(html: &str) -> Cow<'_, str> {
    // In a tag only the last sign is a `>`, so each piece is a text and the tag after it.
    if html.split('>').all(|piece| piece.len() <= PART) {
        return Cow::Borrowed(html);
    }
    let mut parts = String::with_capacity(html.len());
    for piece in html.split_inclusive('>') {
        let (mut text, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
        // A part begins with such a sign, so no reference is cut in two.
        let may_be_escaped = |c: char| matches!(c, '&' | '\u{80}'..='\u{BF}');
        while let Some((at, _)) = text.match_indices(may_be_escaped).find(|(at, _)| *at >= PART) {
            let (part, rest) = text.split_at(at);
            parts.push_str(part);
            parts.push_str("<!---->");
            text = rest;
        }
        parts.push_str(text);
        parts.push_str(tag);
    }
    Cow::Owned(parts)
}

/// ammonia with our tables.
fn cleaner() -> Builder<'static> {
    let names = |attributes: &[Attr]| attributes.iter().map(|attr| attr.name()).collect::<HashSet<_>>();
    let rows = || allow::HTML.iter().chain(allow::MATHML);
    let mut builder = Builder::empty();
    builder
        .tags(rows().map(|(tag, _)| tag.name()).collect())
        .clean_content_tags(allow::DROPPED.iter().map(|tag| tag.name()).collect())
        .generic_attributes(names(allow::GLOBAL))
        .tag_attributes(rows().map(|(tag, attributes)| (tag.name(), names(attributes))).collect())
        .url_schemes(allow::SCHEMES.iter().copied().collect())
        .link_rel(Some(allow::LINK_REL))
        .id_prefix(Some(allow::ID_PREFIX))
        .attribute_filter(allowed_value);
    builder
}

fn allowed_value<'v>(element: &str, name: &str, value: &'v str) -> Option<Cow<'v, str>> {
    allow::value_on(Tag::known(element)?, Attr::known(name)?, value)
}

#[cfg(test)]
pub(crate) mod tests;
