//! A page's MathML, copied with what browsers show of it only: no annotations, each token without the spaces around.

use crate::dom::{Attr, Document, NodeId, Tag, Tree, TreeId};

/// A copy of the `math` element, outside the tree.
pub(super) fn copy(page: &Document, math: NodeId, tree: &mut Tree) -> TreeId {
    let copied = tree.element(Tag::Math, Vec::new());
    let mut open = vec![Open { id: math, copy: copied }];
    let mut id = math.plus(1);
    while id < page.end(math) {
        while open.len() > 1 && open.last().is_some_and(|element| page.end(element.id) <= id) {
            close(tree, page, &mut open);
        }
        let Some(&Open { id: around, copy: parent }) = open.last() else { break };
        match page.tag(id) {
            Tag::Annotation | Tag::AnnotationXml => {
                id = page.end(id);
                continue;
            }
            // Its first child is what it shows; the annotations are skipped.
            Tag::Semantics => {}
            Tag::Text => {
                let text = fold(page.text(id), matches!(tree.tag(parent), Tag::Mtext | Tag::Ms));
                if !text.is_empty() {
                    tree.append_text(parent, text);
                }
            }
            tag => {
                if page.tag(around) == Tag::Mfenced && tree.children(parent).nth(1).is_some() {
                    operator(tree, parent, ",");
                }
                let tag = if is_token(tree.tag(parent)) { Tag::Text } else { shown_as(tag) };
                if tag != Tag::Text {
                    let copy = tree.element(tag, attributes(page, id));
                    tree.append(parent, copy);
                    if page.tag(id) == Tag::Mfenced {
                        operator(tree, copy, page.attr(id, Attr::Open).unwrap_or("("));
                    }
                    open.push(Open { id, copy });
                }
            }
        }
        id = id.plus(1);
    }
    while open.len() > 1 {
        close(tree, page, &mut open);
    }
    copied
}

/// An element being copied.
#[derive(Clone, Copy)]
struct Open {
    id: NodeId,
    copy: TreeId,
}

fn close(tree: &mut Tree, page: &Document, open: &mut Vec<Open>) {
    let Some(Open { id, copy }) = open.pop() else { return };
    if page.tag(id) == Tag::Mfenced {
        operator(tree, copy, page.attr(id, Attr::Close).unwrap_or(")"));
    }
    if page.tag(id) == Tag::Mlabeledtr {
        label_last(tree, copy);
    }
}

/// Moves a row's label, which comes first, behind the row: browsers know no labels.
pub(super) fn label_last(tree: &mut Tree, row: TreeId) {
    let mut cells: Vec<TreeId> = tree.children(row).collect();
    if cells.len() > 1 {
        cells.rotate_left(1);
        tree.set_attr(row, Attr::Class, Some(LABELED.to_string()));
        tree.set_children(row, cells);
    }
}

/// The class by which the row of a table is known to end with its label. It does not leave the rules.
pub(super) const LABELED: &str = "labeled";

fn operator(tree: &mut Tree, parent: TreeId, sign: &str) {
    if !sign.is_empty() {
        let operator = tree.element(Tag::Mo, Vec::new());
        tree.append_text(operator, sign);
        tree.append(parent, operator);
    }
}

fn attributes(page: &Document, id: NodeId) -> Vec<(Attr, String)> {
    const KEPT: [Attr; 5] = [Attr::Mathvariant, Attr::Linethickness, Attr::Stretchy, Attr::Displaystyle, Attr::Width];
    let kept = page.attributes(id).filter(|(name, _)| KEPT.contains(name));
    kept.map(|(name, value)| (name, value.to_string())).collect()
}

/// The element's name as browsers know it.
fn shown_as(tag: Tag) -> Tag {
    match tag {
        Tag::Math | Tag::Mfenced | Tag::Menclose | Tag::Maction | Tag::Other => Tag::Mrow,
        Tag::Mlabeledtr => Tag::Mtr,
        _ => tag,
    }
}

/// Whether the element holds text.
pub(super) fn is_token(tag: Tag) -> bool {
    matches!(tag, Tag::Mi | Tag::Mn | Tag::Mo | Tag::Mtext | Tag::Ms)
}

/// The text without the spaces that only lay out the source.
fn fold(text: &str, is_prose: bool) -> String {
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}');
    if is_prose && !text.contains(['\t', '\n', '\r']) {
        return text.to_string();
    }
    let mut folded = String::new();
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}
