//! HTML, exactly as the parser's own serialiser would write it: parsed and written again it is the same.

use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::sanitise::SafeContent;

use super::{Visit, Walk};

/// The content as HTML.
pub(crate) fn render(content: &SafeContent) -> String {
    serialise(content.tree())
}

/// Writes a tree as HTML.
pub(crate) fn serialise(tree: &Tree) -> String {
    let mut html = String::new();
    for visit in Walk::new(tree) {
        write(tree, visit, |_| true, &mut html);
    }
    html
}

/// Writes an element as HTML for a place without ids: the links to them are left out too.
pub(super) fn serialise_within(tree: &Tree, id: TreeId) -> String {
    let is_shown = |(name, value): &(Attr, String)| match name {
        Attr::Id | Attr::Rel => false,
        Attr::Href => !value.starts_with('#'),
        _ => true,
    };
    let mut html = String::new();
    for visit in std::iter::once(Visit::Open(id)).chain(Walk::within(tree, id)).chain([Visit::Close(id)]) {
        write(tree, visit, is_shown, &mut html);
    }
    html
}

fn write(tree: &Tree, visit: Visit, is_shown: impl Fn(&(Attr, String)) -> bool, html: &mut String) {
    match visit {
        Visit::Open(id) => {
            let node = tree.node(id);
            if node.tag == Tag::Text {
                return escape(&node.text, false, html);
            }
            html.push('<');
            html.push_str(node.tag.name());
            for (name, value) in node.attrs.iter().filter(|attr| is_shown(attr)) {
                html.push(' ');
                html.push_str(name.name());
                html.push_str("=\"");
                escape(value, true, html);
                html.push('"');
            }
            html.push('>');
        }
        Visit::Close(id) => {
            let tag = tree.tag(id);
            if !tag.is_void() {
                html.push_str("</");
                html.push_str(tag.name());
                html.push('>');
            }
        }
    }
}

/// Writes a text, or an attribute's value, as HTML has it.
pub(crate) fn escape(text: &str, in_attribute: bool, html: &mut String) {
    let mut rest = text;
    // The no-break space begins with 0xC2.
    while let Some(at) = rest.bytes().position(|b| matches!(b, b'&' | b'<' | b'>' | b'"' | 0xC2)) {
        let (before, from) = rest.split_at(at);
        html.push_str(before);
        let mut chars = from.chars();
        match chars.next() {
            Some('&') => html.push_str("&amp;"),
            Some('<') => html.push_str("&lt;"),
            Some('>') => html.push_str("&gt;"),
            Some('"') if in_attribute => html.push_str("&quot;"),
            Some('\u{A0}') => html.push_str("&nbsp;"),
            Some(other) => html.push(other),
            None => {}
        }
        rest = chars.as_str();
    }
    html.push_str(rest);
}

#[cfg(test)]
mod tests;
