//! Plain text: blocks separated by a blank line, items and rows by a line break, cells by a tab.

use crate::dom::{Tag, Tree, TreeId};
use crate::sanitise::SafeContent;

use super::notes::NoteLabels;
use super::{Inside, TextPiece, Visit, Walk, latex, pieces, preformatted};

/// The content as plain text.
pub(crate) fn render(content: &SafeContent) -> String {
    let tree = content.tree();
    let mut writer =
        TextWriter { notes: NoteLabels::of(tree), keeps_captions: keeps_captions(tree), ..Default::default() };
    let mut walk = Walk::new(tree);
    while let Some(visit) = walk.next() {
        match visit {
            Visit::Open(id) => {
                if writer.open(tree, id) == Inside::Done {
                    walk.skip_children();
                }
            }
            Visit::Close(id) => writer.close(tree, id),
        }
    }
    writer.text.truncate(writer.text.trim_end().len());
    writer.text
}

#[derive(Default)]
struct TextWriter {
    text: String,
    notes: NoteLabels,
    gap: Gap,
    lists: usize,
    cells: usize,
    /// Whether the open row has had a cell.
    in_row: bool,
    /// Where the last formula ended.
    formula_end: Option<usize>,
    keeps_captions: bool,
}

/// What lies between the last word and the next.
#[derive(Default)]
struct Gap {
    space: bool,
    breaks: usize,
    block: bool,
    /// The edge of a list's item, or of a table's row: their lines follow each other.
    line: bool,
    /// The edge of a whole list or table.
    whole: bool,
    tabs: usize,
    /// After a note's label: what follows stands in the same line.
    note: bool,
}

impl TextWriter {
    fn open(&mut self, tree: &Tree, id: TreeId) -> Inside {
        let tag = tree.tag(id);
        if self.notes.is_back_link_or_label(tree, id) {
            return Inside::Done;
        }
        if let Some((label, _)) = self.notes.referred_to(tree, id) {
            // In brackets, it is no part of the word before it.
            let label = format!("[{label}]");
            self.put(&label);
            return Inside::Done;
        }
        match tag {
            Tag::Text => self.running(&tree.node(id).text),
            Tag::Br => self.separate(|gap| gap.breaks += 1),
            Tag::Rp => return Inside::Done,
            // Plain text has no pictures, so captions of pictures go.
            Tag::Figcaption if !self.keeps_captions && is_of_picture(tree, id) => return Inside::Done,
            Tag::Rt => self.put("("),
            Tag::Q => self.put("“"),
            Tag::Ul | Tag::Ol => {
                self.list_edge();
                self.lists += 1;
            }
            Tag::Tr => {
                self.separate(|gap| {
                    gap.line = true;
                    gap.tabs = 0;
                });
                self.in_row &= self.cells > 0;
            }
            Tag::Td | Tag::Th => {
                let is_first = !std::mem::replace(&mut self.in_row, true);
                match self.cells {
                    0 => self.gap.tabs += usize::from(!is_first),
                    _ => self.gap.space = true,
                }
                self.cells += 1;
            }
            Tag::Pre => {
                self.separate(|gap| gap.block = true);
                let code = preformatted(tree, id);
                if !code.trim().is_empty() {
                    self.put(&code);
                }
                return Inside::Done;
            }
            Tag::Li if self.notes.label(tree, id).is_some() => {
                self.separate(|gap| gap.whole = true);
                if let Some((label, _)) = self.notes.label(tree, id) {
                    let label = format!("[{label}]");
                    self.put(&label);
                    self.gap.note = true;
                }
            }
            Tag::Math => {
                self.edge(tree, id);
                if let Some(latex) = latex(tree, id) {
                    // Two formulas in a row would be read as one.
                    let is_formula = !latex.contains('$');
                    self.gap.space |= is_formula && self.formula_end == Some(self.text.len());
                    self.running(latex);
                    self.formula_end = is_formula.then_some(self.text.len());
                    return Inside::Done;
                }
            }
            // A card's label is no text of the page.
            _ if tree.is_card(id) => {
                self.edge(tree, id);
                return Inside::Done;
            }
            _ => self.edge(tree, id),
        }
        Inside::Walk
    }

    fn close(&mut self, tree: &Tree, id: TreeId) {
        match tree.tag(id) {
            Tag::Rt => self.put(")"),
            Tag::Q => self.put("”"),
            Tag::Ul | Tag::Ol => {
                self.lists -= 1;
                self.list_edge();
            }
            Tag::Td | Tag::Th => self.cells -= 1,
            _ => self.edge(tree, id),
        }
    }

    /// The edge of an element.
    fn edge(&mut self, tree: &Tree, id: TreeId) {
        match tree.tag(id) {
            Tag::Li => self.separate(|gap| gap.line = true),
            Tag::Table | Tag::Caption => self.separate(|gap| {
                gap.whole = true;
                gap.tabs = 0;
            }),
            Tag::Tr | Tag::Thead | Tag::Tbody | Tag::Tfoot => {}
            _ if tree.is_block_level(id) => self.separate(|gap| gap.block = true),
            _ => {}
        }
    }

    /// A list in a list goes on with its lines.
    fn list_edge(&mut self) {
        let is_inner = self.lists > 0;
        self.separate(|gap| if is_inner { gap.line = true } else { gap.whole = true });
    }

    /// Separates what comes from what was; in a table's cell, which is one line, by a space.
    fn separate(&mut self, by: impl FnOnce(&mut Gap)) {
        if self.cells == 0 {
            by(&mut self.gap);
        } else {
            self.gap.space = true;
        }
    }

    fn running(&mut self, text: &str) {
        for piece in pieces(text) {
            match piece {
                TextPiece::Space => self.gap.space = true,
                TextPiece::Words(words) => self.put(words),
            }
        }
    }

    fn put(&mut self, shown: &str) {
        let gap = std::mem::take(&mut self.gap);
        if !self.text.is_empty() {
            let between = match gap {
                Gap { note: true, .. } => " ",
                Gap { whole: true, .. } => "\n\n",
                Gap { line: true, .. } => "\n",
                Gap { block: true, .. } | Gap { breaks: 2.., .. } => "\n\n",
                Gap { breaks: 1, .. } => "\n",
                Gap { space: true, tabs: 0, .. } => " ",
                _ => "",
            };
            self.text.push_str(between);
        }
        self.text.extend(std::iter::repeat_n('\t', gap.tabs));
        self.text.push_str(shown);
    }
}

/// A text has at most so many times the words of its captions where they are a good part of it: a gallery's have more.
const MAX_TEXT_TO_CAPTIONS: usize = 4;

/// A picture with its caption has at most so many nodes.
const MAX_FIGURE_NODES: usize = 60;

/// Whether captions are the text, or a good part of it, as in a gallery.
fn keeps_captions(tree: &Tree) -> bool {
    let (mut captions, mut all, mut depth) = (0, 0, 0);
    let mut walk = Walk::new(tree);
    while let Some(visit) = walk.next() {
        match visit {
            Visit::Open(id) if tree.is_card(id) => walk.skip_children(),
            Visit::Open(id) if tree.tag(id) == Tag::Figcaption => depth += 1,
            Visit::Close(id) if tree.tag(id) == Tag::Figcaption => depth -= 1,
            Visit::Open(id) if tree.tag(id) == Tag::Text => {
                let words = tree.node(id).text.split_ascii_whitespace().count();
                all += words;
                captions += if depth > 0 { words } else { 0 };
            }
            _ => {}
        }
    }
    MAX_TEXT_TO_CAPTIONS * captions > all
}

/// Whether the caption is of a picture, be it left out or not, and not of code, a table or a quote.
fn is_of_picture(tree: &Tree, caption: TreeId) -> bool {
    let Some(figure) = tree.ancestors(caption).find(|&id| tree.tag(id) == Tag::Figure) else { return false };
    let inside = tree.descendants_up_to(figure, MAX_FIGURE_NODES).unwrap_or_default();
    !inside.is_empty() && !inside.iter().any(|&id| matches!(tree.tag(id), Tag::Pre | Tag::Table | Tag::Blockquote))
}

#[cfg(test)]
mod tests;
