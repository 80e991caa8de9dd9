//! Formulas, however the page shows them, become one `math` each: MathML to be seen, its LaTeX in `alttext`.
//!
//! `<img class="latex" alt="x^2">` → `<math alttext="x^2"><mtext>x^2</mtext></math>`

mod chtml;
mod equations;
mod images;
mod latex;
mod mathml;
mod raw;
mod source;
mod symbols;
mod write;

use std::collections::HashSet;

use super::{Context, drop_node};
use crate::dom::{Attr, Document, NodeId, Tag, Tree, TreeId};
use crate::options::Limits;
use crate::parse::parse;
use crate::trace::Trace;
use raw::Delimiters;
use source::{Drawing, Formula};

/// MathML in an attribute is parsed by itself: a formula has less, in bytes.
const MAX_MARKUP: usize = 200_000;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    copies(tree, context.page, trace);
    let delimiters = Delimiters::of(tree, context);
    if delimiters.any() {
        raw::apply(tree, delimiters);
    }
    equations::apply(tree);
}

/// Turns what wraps a formula and all its copies into the formula.
fn copies(tree: &mut Tree, page: &Document, trace: &mut Trace) {
    // The scripts whose formula stands in the tree already.
    let mut shown: HashSet<NodeId> = HashSet::new();
    // The end of the last wrapper of which nothing is known: nor is it of those inside.
    let mut unknown = NodeId::ROOT;
    let mut next: Vec<TreeId> = tree.children(TreeId::ROOT).rev().collect();
    while let Some(id) = next.pop() {
        let Some(source) = tree.node(id).source.filter(|_| tree.tag(id) != Tag::Text) else {
            next.extend(tree.children(id).rev());
            continue;
        };
        if source::is_preview(page, source) || shown.contains(&source) {
            drop_node(tree, id, trace);
            continue;
        }
        let formula = match tree.tag(id) {
            Tag::Script => source::of_script(page, source),
            _ if source::is_wrapper(page, source) && source >= unknown => {
                let formula = source::of_wrapper(page, source);
                if formula.is_none() {
                    unknown = page.end(source);
                }
                formula.or_else(|| source::of_element(page, source))
            }
            _ => source::of_element(page, source),
        };
        match formula {
            Some(formula) => {
                shown.extend(formula.script);
                let parts = parts(tree, page, formula);
                place(tree, id, parts);
            }
            None => next.extend(tree.children(id).rev()),
        }
    }
}

/// What a formula is written of into the tree.
struct FormulaParts {
    latex: Option<String>,
    /// A `math` element outside the tree.
    mathml: Option<TreeId>,
    is_display: bool,
}

fn parts(tree: &mut Tree, page: &Document, formula: Formula) -> FormulaParts {
    let mathml = match formula.drawing {
        Drawing::Mathml(math) => Some(mathml::copy(page, math, tree)),
        Drawing::Chtml(drawn) => Some(chtml::read(page, drawn, tree)),
        Drawing::Attribute(id) => page.attr(id, Attr::DataMathml).and_then(|markup| parsed(markup, tree)),
        Drawing::Script(id) => page.formula_script(id).and_then(|markup| parsed(markup, tree)),
        Drawing::None => None,
    };
    let mathml = mathml.filter(|&math| !tree.is_blank(math));
    let latex = formula.latex.or_else(|| mathml.map(|math| write::latex(tree, math)));
    FormulaParts { latex, mathml, is_display: formula.is_display }
}

/// A copy of MathML that is written in an attribute or a script.
fn parsed(markup: &str, tree: &mut Tree) -> Option<TreeId> {
    if markup.len() > MAX_MARKUP {
        return None;
    }
    let page = parse(&format!("<!DOCTYPE html><body>{markup}"), &Limits::default()).ok()?;
    let math = page.all().into_iter().find(|&id| page.tag(id) == Tag::Math)?;
    Some(mathml::copy(&page, math, tree))
}

/// Makes the element the formula. Where only its LaTeX is known, that is what it shows.
fn place(tree: &mut Tree, id: TreeId, parts: FormulaParts) {
    let display = parts.is_display.then(|| (Attr::Display, "block".to_string()));
    let own_id = tree.attr(id, Attr::Id).map(|id| (Attr::Id, id.to_string()));
    let latex = parts.latex.filter(|latex| !latex.is_empty());
    let children = match (parts.mathml, &latex) {
        (Some(math), _) => tree.children(math).collect(),
        (None, Some(latex)) => {
            let shown = tree.element(Tag::Mtext, Vec::new());
            tree.append_text(shown, latex);
            vec![shown]
        }
        (None, None) => Vec::new(),
    };
    let node = tree.node_mut(id);
    node.tag = Tag::Math;
    node.attrs = display.into_iter().chain(latex.map(|latex| (Attr::Alttext, latex))).chain(own_id).collect();
    tree.set_children(id, children);
}
