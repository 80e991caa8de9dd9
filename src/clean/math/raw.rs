//! Formulas between delimiters in running text, which the page's scripts would have drawn.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::clean::Context;
use crate::dom::{Attr, Document, NodeId, Tag, Tree, TreeId};
use crate::lexicon::math::{IGNORED, RENDERERS};

use super::latex::{DELIMITERS, has_command, looks_like_latex, may_be_formula, tidy};
use super::{FormulaParts, place};

/// The longest formula, in bytes: what is longer stands between delimiters that are no pair.
const MAX_FORMULA: usize = 6000;

/// The longest name of an environment with its closing brace, in bytes.
const MAX_ENVIRONMENT: usize = 12;

/// Environments that need no delimiters.
const ENVIRONMENTS: [&str; 6] = ["equation", "align", "gather", "multline", "eqnarray", "alignat"];

/// The delimiters that enclose formulas on the page.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Delimiters {
    /// The page loads a script that draws formulas: all of them.
    drawn: bool,
    /// `\(` and `\[`.
    backslashes: bool,
    /// `$` and `$$`.
    dollars: bool,
}

impl Delimiters {
    /// Looks for a script that draws formulas, and at what is between delimiters.
    pub(super) fn of(tree: &Tree, context: &Context<'_>) -> Delimiters {
        let drawn = loads_renderer(context.page);
        let (mut backslashed, mut odd, mut dollared) = (0, 0, 0);
        let all = Delimiters { drawn: true, backslashes: true, dollars: true };
        for (id, _) in runs(tree) {
            let text = &tree.node(id).text;
            if memchr::memchr2(b'\\', b'$', text.as_bytes()).is_none() {
                continue;
            }
            for found in find(text, all) {
                let latex = text.get(found.latex.clone()).unwrap_or_default();
                if text.get(found.all.start..).is_some_and(|start| start.starts_with('$')) {
                    dollared += usize::from(looks_like_latex(latex));
                } else if looks_like_latex(latex) || latex.contains(['^', '_', '=']) && !latex.contains("\\|") {
                    backslashed += 1;
                } else if !may_be_formula(latex) {
                    odd += 1;
                }
            }
        }
        Delimiters { drawn, backslashes: drawn || backslashed > odd, dollars: drawn || dollared > 0 }
    }

    pub(super) fn any(self) -> bool {
        self.backslashes || self.dollars
    }
}

/// Whether the page loads a script or style sheet for formulas.
fn loads_renderer(page: &Document) -> bool {
    let names = |address: &str| {
        let address = address.to_ascii_lowercase();
        RENDERERS.iter().any(|name| address.contains(name))
    };
    page.all().into_iter().any(|id| match page.tag(id) {
        Tag::Script => page.attr(id, Attr::Src).is_some_and(names) || page.attr(id, Attr::Type).is_some_and(names),
        Tag::Link => page.attr(id, Attr::Href).is_some_and(names),
        _ => false,
    })
}

/// The texts that may hold formulas, and their parents: not in code, nor in elements that are marked as without.
fn runs(tree: &Tree) -> Vec<(TreeId, TreeId)> {
    let mut runs = Vec::new();
    let mut next = vec![TreeId::ROOT];
    while let Some(id) = next.pop() {
        if holds_no_formulas(tree, id) {
            continue;
        }
        for child in tree.children(id).rev() {
            match tree.tag(child) {
                Tag::Text => runs.push((child, id)),
                _ => next.push(child),
            }
        }
    }
    runs
}

fn holds_no_formulas(tree: &Tree, id: TreeId) -> bool {
    let ignored = |class: &str| IGNORED.contains(&class);
    matches!(tree.tag(id), Tag::Pre | Tag::Code | Tag::Kbd | Tag::Samp | Tag::Textarea | Tag::Math | Tag::Script)
        || tree.attr(id, Attr::Class).is_some_and(|class| class.split_ascii_whitespace().any(ignored))
}

/// Turns all formulas in running text into elements.
pub(super) fn apply(tree: &mut Tree, delimiters: Delimiters) {
    let parents: BTreeSet<TreeId> = runs(tree).into_iter().map(|(_, parent)| parent).collect();
    for parent in parents {
        let children: Vec<TreeId> = tree.children(parent).collect();
        if !children.iter().any(|&child| tree.node(child).text.contains(['\\', '$'])) {
            continue;
        }
        let mut out = Vec::with_capacity(children.len());
        let is_together = |&a: &TreeId, &b: &TreeId| is_running(tree, a) && is_running(tree, b);
        let runs: Vec<Vec<TreeId>> = children.chunk_by(is_together).map(<[_]>::to_vec).collect();
        for run in runs {
            let is_running = run.first().is_some_and(|&id| is_running(tree, id));
            out.extend(if is_running { replaced(tree, run, delimiters) } else { run });
        }
        if out != children {
            tree.set_children(parent, out);
        }
    }
}

fn is_running(tree: &Tree, id: TreeId) -> bool {
    matches!(tree.tag(id), Tag::Text | Tag::Br)
}

/// A run of texts and line breaks, with elements in place of the formulas.
fn replaced(tree: &mut Tree, run: Vec<TreeId>, delimiters: Delimiters) -> Vec<TreeId> {
    let mut text = String::new();
    let mut starts = Vec::with_capacity(run.len());
    for &id in &run {
        starts.push(text.len());
        text.push_str(if tree.tag(id) == Tag::Br { "\n" } else { &tree.node(id).text });
    }
    let formulas = find(&text, delimiters);
    if formulas.is_empty() {
        return run;
    }
    let mut out = Vec::new();
    let mut formulas = formulas.into_iter().peekable();
    for (at, &id) in run.iter().enumerate() {
        let mut from = starts.get(at).copied().unwrap_or(0);
        let end = starts.get(at + 1).copied().unwrap_or(text.len());
        let source = tree.node(id).source;
        while from < end {
            let formula = formulas.peek().filter(|formula| formula.all.start < end);
            let until = formula.map_or(end, |formula| formula.all.start.max(from));
            if until > from {
                keep(tree, id, text.get(from..until).unwrap_or_default(), source, &mut out);
            }
            let Some(found) = formula else { break };
            // It is put where it begins; what it takes of later texts is left out.
            if found.all.start >= from
                && let Some(latex) = text.get(found.latex.clone()).and_then(tidy)
            {
                let math = tree.element(Tag::Math, Vec::new());
                tree.node_mut(math).source = source;
                let is_display = found.is_display || latex.is_display;
                place(tree, math, FormulaParts { latex: Some(latex.text), mathml: None, is_display });
                out.push(math);
            }
            from = found.all.end.min(end);
            if found.all.end <= end {
                formulas.next();
            } else {
                break;
            }
        }
    }
    out
}

/// Keeps a part of a text, or the line break.
fn keep(tree: &mut Tree, id: TreeId, text: &str, source: Option<NodeId>, out: &mut Vec<TreeId>) {
    if tree.tag(id) == Tag::Br {
        return out.push(id);
    }
    let node = tree.text_node(text.to_string());
    tree.node_mut(node).source = source;
    out.push(node);
}

/// A formula in a text: with its delimiters, and without.
#[derive(Debug)]
struct Delimited {
    all: Range<usize>,
    latex: Range<usize>,
    is_display: bool,
}

/// All formulas in a text, in order.
fn find(text: &str, delimiters: Delimiters) -> Vec<Delimited> {
    let mut found = Vec::new();
    let mut closers = Closers { text, next: HashMap::new() };
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find(['\\', '$'])) {
        at += next;
        match delimited(&mut closers, at, delimiters) {
            Some(formula) => {
                at = formula.all.end;
                found.push(formula);
            }
            // What is escaped begins nothing.
            None => {
                let is_pair =
                    text.get(at..).is_some_and(|rest| ["\\\\", "\\$", "$$"].iter().any(|s| rest.starts_with(s)));
                at += if is_pair { 2 } else { 1 };
            }
        }
    }
    found
}

/// Where delimiters close, each looked for once, so that many openings without an end stay cheap.
struct Closers<'t> {
    text: &'t str,
    next: HashMap<String, usize>,
}

impl Closers<'_> {
    /// The next place from `from` on where the delimiter closes, if it is near.
    fn next(&mut self, close: &str, from: usize) -> Option<usize> {
        let known = self.next.get(close).copied().filter(|&at| at >= from);
        let at = known.unwrap_or_else(|| {
            let found = self.text.get(from..).and_then(|rest| rest.find(close));
            let at = found.map_or(usize::MAX, |length| from + length);
            self.next.insert(close.to_string(), at);
            at
        });
        (at - from <= MAX_FORMULA).then_some(at)
    }
}

fn delimited(closers: &mut Closers<'_>, at: usize, delimiters: Delimiters) -> Option<Delimited> {
    let text = closers.text;
    let rest = text.get(at..)?;
    let mut between = |open: &str, close: &str, is_display: bool| {
        let from = at + open.len();
        let to = closers.next(close, from)?;
        text.get(from..to).filter(|inner| !inner.trim().is_empty())?;
        Some(Delimited { all: at..to + close.len(), latex: from..to, is_display })
    };
    let latex = |found: &Delimited| text.get(found.latex.clone()).unwrap_or_default();
    for (open, close, is_display) in DELIMITERS {
        let is_meant = if open.starts_with('$') { delimiters.dollars } else { delimiters.backslashes };
        if !is_meant || !rest.starts_with(open) {
            continue;
        }
        return between(open, close, is_display).filter(|found| match open {
            "$$" => delimiters.drawn || looks_like_latex(latex(found)),
            "$" => {
                let after = text.get(found.all.end..).and_then(|rest| rest.chars().next());
                is_inline_formula(latex(found), after, delimiters.drawn)
            }
            _ => true,
        });
    }
    let name = rest.strip_prefix("\\begin{").filter(|_| delimiters.drawn)?;
    let name = name.get(..name.bytes().take(MAX_ENVIRONMENT).position(|b| b == b'}')?)?;
    if !ENVIRONMENTS.contains(&name.trim_end_matches('*')) {
        return None;
    }
    let end = format!("\\end{{{name}}}");
    let all = at..closers.next(&end, at)? + end.len();
    Some(Delimited { latex: all.clone(), all, is_display: true })
}

/// Whether what is between two dollar signs is a formula, rather than text between two amounts.
fn is_inline_formula(latex: &str, after: Option<char>, drawn: bool) -> bool {
    let is_tight = !latex.starts_with(char::is_whitespace) && !latex.ends_with(char::is_whitespace);
    is_tight
        && !latex.ends_with('\\')
        && !latex.contains("\n\n")
        && !after.is_some_and(|c| c.is_ascii_digit())
        && (has_command(latex) || looks_like_latex(latex) || drawn && may_be_formula(latex))
}
