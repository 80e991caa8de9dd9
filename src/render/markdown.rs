//! Markdown: CommonMark, with GitHub's tables, strikethrough, task lists and formulas.

mod blocks;
mod escape;
mod run;
mod table;

use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::sanitise::SafeContent;

use super::notes::NoteLabels;
use super::{Inside, Visit, Walk, is_card_picture, latex, preformatted};
use blocks::BlockWriter;
use run::{InlineRun, Mark, RunPlace};
use table::Table;

/// The content as Markdown.
pub(crate) fn render(content: &SafeContent) -> String {
    let tree = content.tree();
    let mut writer = MarkdownWriter {
        tree,
        blocks: BlockWriter::default(),
        run: InlineRun::default(),
        heading: None,
        table: None,
        cells: 0,
        notes: NoteLabels::of(tree),
    };
    let mut walk = Walk::new(tree);
    while let Some(visit) = walk.next() {
        match visit {
            Visit::Open(id) => {
                if writer.open(id) == Inside::Done {
                    walk.skip_children();
                }
            }
            Visit::Close(id) => writer.close(id),
        }
    }
    writer.end_block();
    writer.blocks.out
}

struct MarkdownWriter<'t> {
    tree: &'t Tree,
    blocks: BlockWriter,
    run: InlineRun,
    heading: Option<TreeId>,
    table: Option<(TreeId, Table)>,
    /// How many cells are open: in one, all is on one line.
    cells: usize,
    notes: NoteLabels,
}

impl MarkdownWriter<'_> {
    fn open(&mut self, id: TreeId) -> Inside {
        let tag = self.tree.tag(id);
        if self.notes.is_back_link_or_label(self.tree, id) {
            return Inside::Done;
        }
        if let Some((_, label)) = self.notes.referred_to(self.tree, id) {
            let reference = format!("[^{label}]");
            self.show(|run| run.markdown(&reference));
            return Inside::Done;
        }
        match tag {
            Tag::Text => {
                let text = &self.tree.node(id).text;
                self.show(|run| run.text(text));
            }
            Tag::Br => self.run.line_break(),
            Tag::Img if is_card_picture(self.tree, id) => {}
            Tag::Img => {
                let alt = self.tree.attr(id, Attr::Alt).unwrap_or_default();
                let src = self.tree.attr(id, Attr::Src).unwrap_or_default();
                self.show(|run| run.image(alt, src));
            }
            Tag::Rp => return Inside::Done,
            Tag::Rt => self.show(|run| run.text("(")),
            Tag::Q => self.show(|run| run.text("“")),
            Tag::Code | Tag::Kbd | Tag::Samp => self.run.open_code(),
            Tag::Pre => {
                self.end_block();
                self.preformatted(id);
                return Inside::Done;
            }
            Tag::Math => {
                if let Some(latex) = latex(self.tree, id) {
                    self.math(id, latex);
                    return Inside::Done;
                }
                self.edge(id);
            }
            Tag::Aside if self.tree.callout(id).is_some() && !self.is_one_line() => self.open_callout(id),
            Tag::P if title_of_callout(self.tree, id).is_some() && !self.is_one_line() => return Inside::Done,
            Tag::Table if self.table.is_none() && !self.is_one_line() => {
                self.edge(id);
                if let Some(html) = table::as_html(self.tree, id) {
                    self.blocks.stand_apart();
                    self.blocks.begin();
                    let BlockWriter { out, prefix, .. } = &mut self.blocks;
                    out.push_str(&html.replace('\n', &format!("\n{prefix}")));
                    return Inside::Done;
                }
                self.open_block(id, tag);
            }
            Tag::Hr => {
                self.end_block();
                self.blocks.stand_apart();
                if !self.is_one_line() {
                    self.rule();
                }
            }
            Tag::Td | Tag::Th => self.open_cell(),
            Tag::Tr => self.open_row(),
            _ => {
                self.edge(id);
                self.open_block(id, tag);
            }
        }
        if let Some(mark) = self.mark(id) {
            self.run.open(mark);
        }
        Inside::Walk
    }

    fn close(&mut self, id: TreeId) {
        let tag = self.tree.tag(id);
        if self.notes.is_back_link_or_label(self.tree, id) || self.notes.referred_to(self.tree, id).is_some() {
            return;
        }
        match tag {
            Tag::Rt => self.show(|run| run.text(")")),
            Tag::Q => self.show(|run| run.text("”")),
            Tag::Code | Tag::Kbd | Tag::Samp => self.run.close_code(),
            Tag::Td | Tag::Th => self.close_cell(id),
            Tag::Tr => {}
            _ => {
                self.edge(id);
                self.close_block(id, tag);
            }
        }
        if self.mark(id).is_some() {
            self.run.close();
        }
    }

    fn open_block(&mut self, id: TreeId, tag: Tag) {
        if self.is_one_line() {
            return;
        }
        match tag {
            Tag::Blockquote => self.blocks.open_quote(),
            Tag::Ol if self.notes.is_list(self.tree, id) => {}
            Tag::Li if self.notes.label(self.tree, id).is_some() => {
                if let Some((_, label)) = self.notes.label(self.tree, id) {
                    self.blocks.open_note(label);
                }
            }
            Tag::Ul => self.blocks.open_list(None, is_tight(self.tree, id)),
            Tag::Ol => {
                let first = self.tree.children(id).find(|&item| self.tree.tag(item) == Tag::Li);
                let own = first.and_then(|item| self.tree.attr(item, Attr::Value));
                let start = own.or(self.tree.attr(id, Attr::Start)).and_then(|start| start.parse().ok());
                self.blocks.open_list(Some(start.unwrap_or(1)), is_tight(self.tree, id));
            }
            Tag::Li => self.blocks.open_item(),
            // One after rows stands after them.
            Tag::Caption => self.write_table(),
            Tag::Table if self.table.is_none() => self.table = Some((id, Table::default())),
            _ if tag.heading_level().is_some() => self.heading = Some(id),
            _ => {}
        }
    }

    /// A callout is a quote whose first line names its kind, and may have a title after it.
    fn open_callout(&mut self, id: TreeId) {
        let Some(kind) = self.tree.callout(id) else { return };
        self.end_block();
        self.blocks.open_quote();
        let mut line = format!("[!{}]", kind.to_ascii_uppercase());
        let first = self.tree.non_blank_children(id).next();
        if let Some(title) = first.and_then(|first| title_of_callout(self.tree, first)) {
            for visit in Walk::within(self.tree, title) {
                match visit {
                    Visit::Open(id) => _ = self.open(id),
                    Visit::Close(id) => self.close(id),
                }
            }
            line.push(' ');
            self.run.write(self.tree, RunPlace::Heading, &mut line);
            self.run.clear();
        }
        self.blocks.head_line(&line);
    }

    fn close_block(&mut self, id: TreeId, tag: Tag) {
        if self.heading == Some(id) {
            self.write_run(tag.heading_level());
            self.heading = None;
        }
        if self.is_one_line() {
            return;
        }
        match tag {
            Tag::Ol if self.notes.is_list(self.tree, id) => {}
            Tag::Blockquote | Tag::Ul | Tag::Ol | Tag::Li => self.blocks.close(),
            Tag::Aside if self.tree.callout(id).is_some() => self.blocks.close(),
            Tag::Table => {
                // One in the other's caption gives its rows to the other.
                self.write_table();
                self.table.take_if(|(table, _)| *table == id);
            }
            _ => {}
        }
    }

    /// Writes the rows there are.
    fn write_table(&mut self) {
        let Some((_, table)) = &mut self.table else { return };
        let table = std::mem::take(table);
        if !table.is_empty() {
            self.blocks.stand_apart();
            self.blocks.begin();
            table.write(&self.blocks.prefix, &mut self.blocks.out);
        }
    }

    fn open_row(&mut self) {
        match &mut self.table {
            Some((_, table)) if self.cells == 0 => table.row(),
            _ => self.end_block(),
        }
    }

    fn open_cell(&mut self) {
        if self.cells == 0 {
            self.end_block();
        }
        if self.cells > 0 || self.table.is_none() {
            self.run.space();
        }
        self.cells += usize::from(self.table.is_some());
    }

    fn close_cell(&mut self, id: TreeId) {
        let Some((_, table)) = &mut self.table else { return };
        self.cells -= 1;
        if self.cells == 0 {
            let span = |name| self.tree.attr(id, name).and_then(|span| span.parse().ok()).unwrap_or(1);
            let mut cell = String::new();
            self.run.write(self.tree, RunPlace::Cell, &mut cell);
            table.cell(cell, span(Attr::Colspan), span(Attr::Rowspan));
        }
    }

    /// Whether blocks cannot be shown as such here.
    fn is_one_line(&self) -> bool {
        self.cells > 0 || self.heading.is_some()
    }

    /// The edge of an element: that of a block ends what runs before it.
    fn edge(&mut self, id: TreeId) {
        if self.tree.is_block_level(id) {
            self.end_block();
        }
    }

    /// Separates what comes from what was: by a line break in a cell, a space in a heading, else as blocks.
    fn end_block(&mut self) {
        if self.cells > 0 {
            self.run.line_break();
        } else if self.heading.is_some() {
            self.run.space();
        } else {
            self.write_run(None);
        }
    }

    /// Adds what is shown to the run. Two line breaks in a row end a paragraph.
    fn show(&mut self, add: impl FnOnce(&mut InlineRun)) {
        if self.run.breaks() > 1 && !self.is_one_line() {
            self.write_run(None);
        }
        add(&mut self.run);
    }

    fn write_run(&mut self, heading: Option<u8>) {
        if self.run.is_empty() {
            return self.run.clear();
        }
        let is_item_start = self.blocks.is_item_start();
        self.blocks.begin();
        let out = &mut self.blocks.out;
        match heading {
            Some(level) => {
                out.extend(std::iter::repeat_n('#', level.into()));
                out.push(' ');
                let start = out.len();
                self.run.write(self.tree, RunPlace::Heading, out);
                escape_closing_hashes(start, out);
            }
            None => {
                if is_item_start && let Some(ticked) = self.run.take_checkbox() {
                    out.push_str(if ticked { "[x] " } else { "[ ] " });
                }
                self.run.write(self.tree, RunPlace::Lines(&self.blocks.prefix), out);
            }
        }
    }

    fn preformatted(&mut self, id: TreeId) {
        let code = preformatted(self.tree, id);
        if code.trim().is_empty() {
            return;
        }
        if self.is_one_line() {
            for line in code.lines() {
                self.run.open_code();
                self.run.text(line);
                self.run.close_code();
                self.end_block();
            }
            return;
        }
        let fence = "`".repeat(escape::longest_run(&code, '`').map_or(MIN_FENCE, |run| (run + 1).max(MIN_FENCE)));
        self.blocks.begin();
        let BlockWriter { out, prefix, .. } = &mut self.blocks;
        out.push_str(&fence);
        out.push_str(language(self.tree, id));
        for line in code.split('\n').chain([fence.as_str()]) {
            out.push('\n');
            out.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
            out.push_str(line);
        }
    }

    fn math(&mut self, id: TreeId, latex: &str) {
        if self.is_one_line() || !self.tree.is_block_level(id) || latex.contains('$') {
            self.edge(id);
            return self.show(|run| run.math(latex));
        }
        self.end_block();
        self.blocks.begin();
        let BlockWriter { out, prefix, .. } = &mut self.blocks;
        // On lines of its own, as most readers expect it, unless its line would begin a list or the like.
        let begins_nothing = latex.starts_with(|c: char| c.is_alphabetic() || matches!(c, '\\' | '{' | '('));
        let gap = if begins_nothing { format!("\n{prefix}") } else { String::new() };
        out.push_str("$$");
        out.push_str(&gap);
        out.push_str(&escape::formula(latex));
        out.push_str(&gap);
        out.push_str("$$");
    }

    fn rule(&mut self) {
        self.blocks.begin();
        // After an item's own dash, dashes would make it all one rule.
        let rule = if self.blocks.out.ends_with("- ") { "***" } else { "---" };
        self.blocks.out.push_str(rule);
    }

    /// What the element's words are marked as.
    fn mark(&self, id: TreeId) -> Option<Mark> {
        match self.tree.tag(id) {
            Tag::Strong | Tag::B | Tag::Dt => Some(Mark::Strong),
            Tag::Em | Tag::I | Tag::Cite | Tag::Dfn | Tag::Var => Some(Mark::Emphasis),
            Tag::Del | Tag::S => Some(Mark::Strike),
            Tag::Sup => Some(Mark::Sup),
            Tag::Sub => Some(Mark::Sub),
            // Markdown has no ids that a link within the page could lead to.
            Tag::A if !self.run.is_in_code() => {
                self.tree.attr(id, Attr::Href).filter(|href| !href.starts_with('#')).map(|_| Mark::Link(id))
            }
            _ => None,
        }
    }
}

/// The words of a callout's title, where the paragraph is one: the first in it, and all strong.
fn title_of_callout(tree: &Tree, paragraph: TreeId) -> Option<TreeId> {
    let parent = tree.parent(paragraph);
    tree.callout(parent)?;
    let is_first = tree.non_blank_children(parent).next() == Some(paragraph);
    let mut inside = tree.children(paragraph);
    inside.next().filter(|&strong| is_first && tree.tag(strong) == Tag::Strong && inside.next().is_none())
}

/// The shortest fence of a code block, as Markdown has it.
const MIN_FENCE: usize = 3;

/// Number signs at the end of a heading would be taken for its end.
fn escape_closing_hashes(start: usize, out: &mut String) {
    let heading = out.get(start..).unwrap_or_default();
    let words = heading.trim_end_matches('#');
    if words.len() < heading.len() && (words.is_empty() || words.ends_with(' ')) {
        out.insert(start + words.len(), '\\');
    }
}

/// The language of a code block.
fn language(tree: &Tree, pre: TreeId) -> &str {
    let code = tree.children(pre).find(|&child| tree.tag(child) == Tag::Code);
    code.and_then(|code| tree.attr(code, Attr::Class)).and_then(|class| class.strip_prefix("language-")).unwrap_or("")
}

/// Whether no item of a list holds more than one block, lists in it aside: then no blank lines part them.
fn is_tight(tree: &Tree, list: TreeId) -> bool {
    tree.children(list).filter(|&item| tree.tag(item) == Tag::Li).all(|item| {
        let mut blocks = 0;
        let mut in_run = false;
        for child in tree.children(item) {
            let tag = tree.tag(child);
            let is_blank = tag == Tag::Text && tree.node(child).text.trim().is_empty();
            if tree.is_block_level(child) {
                blocks += usize::from(!matches!(tag, Tag::Ul | Tag::Ol));
                in_run = false;
            } else if !is_blank && !std::mem::replace(&mut in_run, true) {
                blocks += 1;
            }
        }
        blocks <= 1
    })
}

#[cfg(test)]
mod tests;
