//! Presentation MathML → LaTeX, for formulas whose LaTeX the page does not have. An element that LaTeX has nothing for
//! is written as the row of what it holds.

mod table;
mod token;

pub(super) use table::number;

use crate::dom::{Attr, Tag, Tree, TreeId, is_zero_length};

use super::mathml::is_token;
use super::symbols::{self, Style};

/// So many rows of one child are looked through: converters write a few around each other.
const MAX_ROWS: usize = 8;

/// An operator or a name has at most so many nodes; what has more is compared with none.
const MAX_SIGN_NODES: usize = 8;

/// What is still to be written, the next on top.
enum Step {
    Node(TreeId),
    /// A table between signs.
    Table(TreeId, table::Fences),
    Put(&'static str),
    Text(String),
}

/// The formula as LaTeX.
pub(super) fn latex(tree: &Tree, math: TreeId) -> String {
    let mut writer = Writer { tree, steps: vec![Step::Node(math)], out: String::new() };
    while let Some(step) = writer.steps.pop() {
        match step {
            Step::Put(text) => writer.put(text),
            Step::Text(text) => writer.put(&text),
            Step::Node(id) => writer.node(id),
            Step::Table(id, fences) => writer.table(id, fences),
        }
    }
    writer.out.trim().to_string()
}

struct Writer<'t> {
    tree: &'t Tree,
    steps: Vec<Step>,
    out: String,
}

impl Writer<'_> {
    /// Adds to the text: a command's name ends before a letter, and spaces do not pile up.
    fn put(&mut self, text: &str) {
        if text.starts_with(|c: char| c.is_ascii_alphabetic()) && self.ends_in_command() {
            self.out.push(' ');
        }
        let opens = self.out.is_empty() || self.out.ends_with([' ', '{', '[']);
        if text == " " && opens {
            return;
        }
        if text.starts_with('}') && self.out.ends_with(' ') && !self.out.ends_with("\\ ") {
            self.out.pop();
        }
        self.out.push_str(text);
    }

    fn ends_in_command(&self) -> bool {
        let name = self.out.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        name.len() < self.out.len() && name.ends_with('\\')
    }

    /// Writes the parts in order, once what they hold comes up.
    fn then(&mut self, parts: impl IntoIterator<Item = Step, IntoIter: DoubleEndedIterator>) {
        self.steps.extend(parts.into_iter().rev());
    }

    fn node(&mut self, id: TreeId) {
        use Step::{Node, Put};
        let tag = self.tree.tag(id);
        if tag == Tag::Text || is_token(tag) {
            let latex = token::latex(self.tree, id);
            return self.put(&latex);
        }
        let children = children(self.tree, id);
        match (tag, children.as_slice()) {
            (Tag::Mfrac, &[over, under]) => {
                if self.tree.attr(id, Attr::Linethickness).is_some_and(is_zero_length) {
                    self.then([Put("{"), Node(over), Put(" \\atop "), Node(under), Put("}")]);
                } else {
                    self.then([Put("\\frac{"), Node(over), Put("}{"), Node(under), Put("}")]);
                }
            }
            (Tag::Msqrt | Tag::Mphantom, _) => {
                self.steps.push(Put("}"));
                self.row(&children);
                self.steps.push(Put(if tag == Tag::Msqrt { "\\sqrt{" } else { "\\phantom{" }));
            }
            (Tag::Mroot, &[base, index]) => {
                self.then([Put("\\sqrt["), Node(index), Put("]{"), Node(base), Put("}")]);
            }
            (Tag::Msub, &[base, sub]) => self.scripts(base, Some(sub), None),
            (Tag::Msup, &[base, sup]) => self.scripts(base, None, Some(sup)),
            (Tag::Msubsup, &[base, sub, sup]) => self.scripts(base, Some(sub), Some(sup)),
            (Tag::Munder, &[base, under]) => self.limits(base, Some(under), None),
            (Tag::Mover, &[base, over]) => self.limits(base, None, Some(over)),
            (Tag::Munderover, &[base, under, over]) => self.limits(base, Some(under), Some(over)),
            (Tag::Mmultiscripts, &[base, ..]) => self.multiscripts(base, &children),
            (Tag::Mtable, _) => self.table(id, table::Fences::default()),
            (Tag::Mspace, _) => {
                let space = token::space(self.tree.attr(id, Attr::Width).unwrap_or_default());
                self.put(space);
            }
            (Tag::Mprescripts, _) => {}
            _ => self.row(&children),
        }
    }

    /// Writes a row. Pairs of parentheses grow with what they hold, as MathML's do.
    fn row(&mut self, children: &[TreeId]) {
        use Step::{Node, Put};
        let mut parts = Vec::with_capacity(3 * children.len());
        let fences = fences(self.tree, children);
        let fence_at = |at: usize| fences.get(at).copied().unwrap_or(Fence::None);
        let mut at = 0;
        while let Some(&child) = children.get(at) {
            let table = table::fenced(self.tree, children, at);
            let is_after_left = at > 0 && fence_at(at - 1) == Fence::Left && fence_at(at) != Fence::Left;
            let is_inside = table.is_none() && (fence_at(at) == Fence::Right || is_after_left);
            if !parts.is_empty() && !is_inside {
                parts.push(Put(" "));
            }
            if let Some((fences, (table, next))) = table {
                parts.push(Step::Table(table, fences));
                at = next;
                continue;
            }
            match fence_at(at) {
                Fence::Left => parts.push(Put("\\left")),
                Fence::Right => parts.push(Put("\\right")),
                Fence::None => {}
            }
            parts.push(Node(child));
            at += 1;
        }
        self.then(parts);
    }

    fn scripts(&mut self, base: TreeId, sub: Option<TreeId>, sup: Option<TreeId>) {
        use Step::{Node, Put};
        let is_prime = |id: TreeId| matches!(text(self.tree, id).as_str(), "′" | "″" | "'" | "''");
        let mut parts = self.base(base);
        if let Some(sub) = sub {
            parts.extend([Put("_{"), Node(sub), Put("}")]);
        }
        match sup {
            Some(sup) if is_prime(sup) => parts.push(Node(sup)),
            Some(sup) => parts.extend([Put("^{"), Node(sup), Put("}")]),
            None => {}
        }
        self.then(parts);
    }

    /// What scripts are put on: in braces, unless it is one sign.
    fn base(&self, base: TreeId) -> Vec<Step> {
        use Step::{Node, Put};
        let inner = only(self.tree, base);
        let stands_alone = match self.tree.tag(inner) {
            Tag::Mi | Tag::Mo | Tag::Mn | Tag::Msqrt | Tag::Mtext => !text(self.tree, inner).is_empty(),
            Tag::Mover | Tag::Munder | Tag::Munderover => true,
            _ => is_in_parentheses(self.tree, inner),
        };
        if stands_alone { vec![Node(inner)] } else { vec![Put("{"), Node(inner), Put("}")] }
    }

    fn limits(&mut self, base: TreeId, under: Option<TreeId>, over: Option<TreeId>) {
        use Step::{Node, Put};
        let inner = only(self.tree, base);
        let base_text = text(self.tree, inner);
        let has_brace = |tag: Tag| self.tree.tag(inner) == tag && is_braced(self.tree, inner);
        if symbols::has_limits(base_text.trim()) || has_brace(Tag::Mover) || has_brace(Tag::Munder) {
            return self.scripts(base, under, over);
        }
        let sign = |id: TreeId| {
            let text = text(self.tree, only(self.tree, id));
            let mut chars = text.chars();
            chars.next().filter(|_| chars.next().is_none())
        };
        let is_wide = base_text.chars().count() != 1;
        let mut parts = vec![Node(inner)];
        let mut wrap = |command: Option<&'static str>, set: &'static str, limit: TreeId| {
            let start = command.map_or_else(|| vec![Put(set), Node(limit), Put("}{")], |command| vec![Put(command)]);
            parts.splice(0..0, start);
            parts.push(Put("}"));
        };
        if let Some(under) = under {
            wrap(sign(under).and_then(symbols::under_accent), "\\underset{", under);
        }
        if let Some(over) = over {
            wrap(sign(over).and_then(|c| symbols::accent(c, is_wide)), "\\overset{", over);
        }
        self.then(parts);
    }

    fn multiscripts(&mut self, base: TreeId, children: &[TreeId]) {
        use Step::{Node, Put};
        let is_pre = |&id: &TreeId| self.tree.tag(id) == Tag::Mprescripts;
        let split = children.iter().position(is_pre).unwrap_or(children.len());
        let after = children.get(1..split).unwrap_or_default();
        let before = children.get(split + 1..).unwrap_or_default();
        let mut parts = Vec::new();
        let scripts = |pairs: &[TreeId], parts: &mut Vec<Step>| {
            for (at, &id) in pairs.iter().enumerate() {
                if !text(self.tree, id).is_empty() {
                    parts.extend([Put(if at % 2 == 0 { "_{" } else { "^{" }), Node(id), Put("}")]);
                }
            }
        };
        if !before.is_empty() {
            parts.push(Put("{}"));
            scripts(before, &mut parts);
        }
        parts.extend(self.base(base));
        scripts(after, &mut parts);
        self.then(parts);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fence {
    None,
    Left,
    Right,
}

/// Which of a row's children are pairs of parentheses.
fn fences(tree: &Tree, children: &[TreeId]) -> Vec<Fence> {
    let mut fences = vec![Fence::None; children.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, &child) in children.iter().enumerate() {
        let child = only(tree, child);
        let stretches = tree.tag(child) == Tag::Mo && tree.attr(child, Attr::Stretchy) != Some("false");
        match text(tree, child).as_str() {
            "(" | "[" | "{" | "⟨" | "⌊" | "⌈" if stretches => open.push(at),
            ")" | "]" | "}" | "⟩" | "⌋" | "⌉" if stretches => {
                if let Some(left) = open.pop() {
                    for (at, fence) in [(left, Fence::Left), (at, Fence::Right)] {
                        if let Some(place) = fences.get_mut(at) {
                            *place = fence;
                        }
                    }
                }
            }
            _ => {}
        }
    }
    fences
}

/// Whether the row is but a pair of parentheses and what they hold.
fn is_in_parentheses(tree: &Tree, id: TreeId) -> bool {
    let children = children(tree, id);
    let fences = fences(tree, &children);
    tree.tag(id) == Tag::Mrow
        && fences.len() > 2
        && fences.first() == Some(&Fence::Left)
        && fences.last() == Some(&Fence::Right)
        && fences.iter().filter(|fence| **fence == Fence::Left).count() == 1
}

/// Whether a brace stands over or under the element's base.
fn is_braced(tree: &Tree, id: TreeId) -> bool {
    children(tree, id).get(1).is_some_and(|&sign| matches!(text(tree, sign).as_str(), "⏞" | "⏟"))
}

/// What is written of an element: all but blank text.
fn children(tree: &Tree, id: TreeId) -> Vec<TreeId> {
    tree.non_blank_children(id).collect()
}

/// The element itself, or the one inside of rows that hold nothing else.
fn only(tree: &Tree, id: TreeId) -> TreeId {
    let mut at = id;
    for _ in 0..MAX_ROWS {
        if !matches!(tree.tag(at), Tag::Mrow | Tag::Mstyle | Tag::Mpadded) {
            break;
        }
        let mut children = tree.non_blank_children(at);
        match (children.next(), children.next()) {
            (Some(child), None) => at = child,
            _ => break,
        }
    }
    at
}

/// The text of an element of few nodes; of others dots, which are no sign.
fn text(tree: &Tree, id: TreeId) -> String {
    let is_small = tree.descendants_up_to(id, MAX_SIGN_NODES).is_some();
    if is_small { tree.text(id).trim().to_string() } else { "……".to_string() }
}

/// The style that the element's letters are written in.
fn style(tree: &Tree, id: TreeId) -> Style {
    tree.attr(id, Attr::Mathvariant).map_or(Style::Plain, Style::of_variant)
}
