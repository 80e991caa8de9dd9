//! Code keeps every byte; its language is read from the names highlighters give it.
//!
//! `<div class="highlight-rust"><pre><span>fn</span></pre></div>` → `<pre><code class="language-rust">fn</code></pre>`

use super::Context;
use super::tree::{Tree, TreeId};
use crate::document::{Attr, Tag};
use crate::trace::Trace;

/// What highlighters put before the language in a class.
const PREFIXES: [&str; 8] =
    ["language-", "lang-", "highlight-source-", "highlight-text-", "highlight-", "brush:", "sourceCode-", "syntax-"];

pub(super) fn apply(tree: &mut Tree, _: &Context<'_>, _: &mut Trace) {
    for pre in tree.all().into_iter().filter(|&id| tree.tag(id) == Tag::Pre).collect::<Vec<_>>() {
        let language = language(tree, pre);
        let text = text_with_breaks(tree, pre);
        let is_code = language.is_some() || tree.descendants(pre).iter().any(|&id| tree.tag(id) == Tag::Code);
        let text = tree.text_node(text);
        // Verse and plain listings have no code in them, and are no code.
        let content = if is_code {
            let class = language.map(|language| (Attr::Class, format!("language-{language}")));
            let code = tree.element(Tag::Code, class.into_iter().collect());
            tree.append(code, text);
            code
        } else {
            text
        };
        tree.set_children(pre, vec![content]);
    }
}

/// The text as it is, and a newline for each `br`.
fn text_with_breaks(tree: &Tree, pre: TreeId) -> String {
    let mut text = String::new();
    for id in tree.descendants(pre) {
        match tree.tag(id) {
            Tag::Br => text.push('\n'),
            _ => text.push_str(&tree.node(id).text),
        }
    }
    text
}

/// The language as named on the element, its code, or the two elements around it.
fn language(tree: &Tree, pre: TreeId) -> Option<String> {
    let inside = tree.descendants(pre).into_iter().filter(|&id| tree.tag(id) == Tag::Code).take(1);
    let around = tree.ancestors(pre).take(2).collect::<Vec<_>>();
    inside.chain([pre]).chain(around).find_map(|id| {
        let named = [Attr::DataLang, Attr::DataLanguage].iter().find_map(|&name| tree.attr(id, name));
        let named = named.map(str::to_string);
        named.or_else(|| of_class(tree.attr(id, Attr::Class)?)).filter(|name| is_language(name))
    })
}

fn of_class(class: &str) -> Option<String> {
    class.split_whitespace().find_map(|name| {
        let language = PREFIXES.iter().find_map(|prefix| name.strip_prefix(prefix))?;
        Some(language.trim_end_matches(';').to_ascii_lowercase()).filter(|name| is_language(name))
    })
}

fn is_language(name: &str) -> bool {
    let odd = ["none", "plain", "plaintext", "nohighlight", "auto", "default"];
    (1..=20).contains(&name.len())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '#' | '_' | '.'))
        && !odd.contains(&name)
}
