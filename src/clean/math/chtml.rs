//! What MathJax draws (its CHTML output) back to MathML, where the page has the drawing only.
//!
//! The elements are MathML's with some around them that place the parts; the characters are in class names.

use std::collections::HashMap;

use crate::dom::{Attr, Document, NodeId, Tag, Tree, TreeId};

use super::mathml::label_last;

/// The formula as MathML, outside the tree.
pub(super) fn read(page: &Document, drawn: NodeId, tree: &mut Tree) -> TreeId {
    let math = tree.element(Tag::Math, Vec::new());
    let mut reader = ChtmlReader { page, tree, roles: HashMap::new() };
    let mut open = vec![(page.end(drawn), math, Tag::MjxMath)];
    let mut id = drawn.plus(1);
    while id < page.end(drawn) {
        while open.len() > 1 && open.last().is_some_and(|&(end, ..)| end <= id) {
            open.pop().into_iter().for_each(|(_, copy, tag)| reader.close(copy, tag));
        }
        let parent = open.last().map_or(math, |&(_, copy, _)| copy);
        match reader.open(id, parent) {
            ChtmlElement::Part(copy) => open.push((page.end(id), copy, page.tag(id))),
            ChtmlElement::Wrapper => {}
            ChtmlElement::Leaf => {
                id = page.end(id);
                continue;
            }
        }
        id = id.plus(1);
    }
    while let Some((_, copy, tag)) = open.pop() {
        reader.close(copy, tag);
    }
    math
}

/// What an element is.
enum ChtmlElement {
    /// A part of the formula, copied.
    Part(TreeId),
    /// It only places what is in it.
    Wrapper,
    /// It is done, with all that is in it.
    Leaf,
}

struct ChtmlReader<'a> {
    page: &'a Document,
    tree: &'a mut Tree,
    /// What part of their parent elements are.
    roles: HashMap<TreeId, Tag>,
}

impl ChtmlReader<'_> {
    fn open(&mut self, id: NodeId, parent: TreeId) -> ChtmlElement {
        let tag = self.page.tag(id);
        let is_token = super::mathml::is_token(self.tree.tag(parent));
        if is_token {
            // A sign that is stretched is named once, and drawn in pieces.
            if let Some(sign) = self.sign(id) {
                self.text(parent, &sign);
                return ChtmlElement::Leaf;
            }
            return match tag {
                Tag::Text => {
                    self.text(parent, self.page.text(id).trim());
                    ChtmlElement::Leaf
                }
                _ => ChtmlElement::Wrapper,
            };
        }
        let shown_as = match tag {
            Tag::MjxAssistiveMml | Tag::MjxSurd | Tag::Text => return ChtmlElement::Leaf,
            Tag::MjxMath => return ChtmlElement::Wrapper,
            Tag::MjxMlabeledtr => Tag::Mtr,
            Tag::MjxTexatom | Tag::MjxRoot | Tag::MjxScript => Tag::Mrow,
            Tag::MjxBase | Tag::MjxDen | Tag::MjxNum | Tag::MjxOver | Tag::MjxUnder => Tag::Mrow,
            // `mjx-mfrac` is `mfrac`.
            _ => match tag.name().strip_prefix("mjx-").and_then(Tag::known) {
                Some(tag) => tag,
                None => return ChtmlElement::Wrapper,
            },
        };
        let copy = self.tree.copied(shown_as, String::new(), id);
        if !matches!(tag, Tag::MjxMrow | Tag::MjxTexatom) && shown_as == Tag::Mrow {
            self.roles.insert(copy, tag);
        }
        self.tree.append(parent, copy);
        ChtmlElement::Part(copy)
    }

    /// The character that an element's class names.
    fn sign(&self, id: NodeId) -> Option<String> {
        let class = self.page.attr(id, Attr::Class)?;
        class.split_ascii_whitespace().find_map(|name| {
            let code = name.strip_prefix("mjx-c")?;
            let character = u32::from_str_radix(code, 16).ok().and_then(char::from_u32)?;
            // Letters of a name are slanted anyway.
            let (plain, style) = super::symbols::plain(character);
            Some(if style == super::symbols::Style::Plain { plain } else { character }.to_string())
        })
    }

    fn text(&mut self, token: TreeId, text: &str) {
        if !text.is_empty() {
            self.tree.append_text(token, text);
        }
    }

    /// Puts the parts of a finished element in MathML's order.
    fn close(&mut self, copy: TreeId, tag: Tag) {
        match tag {
            Tag::MjxMlabeledtr => label_last(self.tree, copy),
            Tag::MjxMfrac => {
                let parts = [Tag::MjxNum, Tag::MjxDen].map(|role| self.part(copy, role));
                self.arrange(copy, parts.into_iter().flatten().collect());
            }
            Tag::MjxMroot => {
                if let Some(index) = self.part(copy, Tag::MjxRoot) {
                    let rest: Vec<TreeId> = self.tree.children(copy).filter(|&child| child != index).collect();
                    let base = self.tree.element(Tag::Mrow, Vec::new());
                    self.tree.set_children(base, rest);
                    self.arrange(copy, vec![base, index]);
                }
            }
            Tag::MjxMsub | Tag::MjxMsup | Tag::MjxMsubsup | Tag::MjxMunder | Tag::MjxMover | Tag::MjxMunderover => {
                self.scripts(copy);
            }
            _ => {}
        }
    }

    fn scripts(&mut self, copy: TreeId) {
        let script = self.part(copy, Tag::MjxScript);
        let mut parts: Vec<TreeId> = Vec::new();
        if let Some(script) = script {
            // The upper one is drawn first.
            let mut scripts: Vec<TreeId> = self.tree.children(script).collect();
            if scripts.len() > 1 && matches!(self.tree.tag(copy), Tag::Msubsup | Tag::Munderover) {
                scripts.reverse();
            } else {
                scripts = vec![script];
            }
            parts.extend(self.tree.children(copy).find(|child| !self.roles.contains_key(child)));
            parts.extend(scripts);
        } else {
            // Of both limits, the lower one is drawn with the base.
            let inner = self.tree.children(copy).find(|&child| self.tree.tag(child) == Tag::Munder);
            let has_base = self.part(copy, Tag::MjxBase).is_some();
            match inner.filter(|_| !has_base) {
                Some(inner) => parts.extend(self.tree.children(inner)),
                None => parts.extend(self.part(copy, Tag::MjxBase)),
            }
            parts.extend(self.part(copy, Tag::MjxUnder));
            parts.extend(self.part(copy, Tag::MjxOver));
        }
        self.arrange(copy, parts);
    }

    /// Gives an element its parts; one that lacks some is a row of what there is.
    fn arrange(&mut self, copy: TreeId, parts: Vec<TreeId>) {
        let needed = match self.tree.tag(copy) {
            Tag::Msubsup | Tag::Munderover => 3,
            _ => 2,
        };
        if parts.len() == needed {
            self.tree.set_children(copy, parts);
        } else {
            self.tree.node_mut(copy).tag = Tag::Mrow;
        }
    }

    fn part(&self, copy: TreeId, role: Tag) -> Option<TreeId> {
        self.tree.children(copy).find(|child| self.roles.get(child) == Some(&role))
    }
}
