//! The lines of a Markdown text: what begins each of them, and the space between blocks.

use crate::sanitise::MAX_ITEM_NUMBER;

/// The text so far, and the quotes, lists and items that are open.
#[derive(Default)]
pub(super) struct BlockWriter {
    pub(super) out: String,
    /// What the further lines of a block begin with.
    pub(super) prefix: String,
    containers: Vec<Container>,
    /// Whether the next block has yet to begin a line: not at the start, nor after a quote's or item's marker.
    needs_line: bool,
    /// Whether the next block follows the line before it without a blank one.
    follows: bool,
    /// Where the last list ended, and its marker: another of that marker right there would go on with it.
    last_list: Option<(usize, char)>,
}

/// The longest beginning of a line, in bytes. Deeper quotes and items have no marker: repeated on each line,
/// hundreds of markers would take more room than the content.
const MAX_PREFIX: usize = 60;

struct Container {
    kind: ContainerKind,
    /// What there was before it, to go back to where it stays empty.
    before: Restore,
}

#[derive(Clone, Copy)]
struct Restore {
    out: usize,
    prefix: usize,
    needs_line: bool,
}

enum ContainerKind {
    Quote,
    List {
        /// The number of the next item, in an ordered list.
        number: Option<i64>,
        /// `-` or `*`, and after numbers `.` or `)`.
        marker: char,
        /// Whether items follow each other without a blank line.
        is_tight: bool,
        /// Whether the next item follows what is before it without a blank line.
        follows: bool,
    },
    Item {
        /// Made for content that lies right in a list.
        implied: bool,
    },
    Note,
}

impl BlockWriter {
    /// Begins a block: its text is written next.
    pub(super) fn begin(&mut self) {
        self.imply_item();
        self.line(false);
    }

    /// Whether the next block is the first of a list's item.
    pub(super) fn is_item_start(&self) -> bool {
        !self.needs_line && matches!(self.containers.last(), Some(Container { kind: ContainerKind::Item { .. }, .. }))
    }

    pub(super) fn open_quote(&mut self) {
        self.imply_item();
        let before = self.before();
        if before.prefix >= MAX_PREFIX {
            return self.containers.push(Container { kind: ContainerKind::Quote, before });
        }
        self.line(false);
        self.out.push_str("> ");
        self.prefix.push_str("> ");
        self.push(ContainerKind::Quote, before);
    }

    /// Opens a note's definition: its further blocks are indented.
    pub(super) fn open_note(&mut self, label: &str) {
        let before = self.before();
        self.line(false);
        self.out.push_str(&format!("[^{label}]: "));
        self.prefix.push_str("    ");
        self.push(ContainerKind::Note, before);
    }

    /// Writes a line that begins what is in a quote and is no paragraph by itself.
    pub(super) fn head_line(&mut self, line: &str) {
        self.begin();
        self.out.push_str(line);
        self.follows = true;
    }

    /// Leaves a blank line before the next block also after a quote's first line.
    pub(super) fn stand_apart(&mut self) {
        self.follows = false;
    }

    pub(super) fn open_list(&mut self, number: Option<i64>, is_tight: bool) {
        let usual = if number.is_some() { ['.', ')'] } else { ['-', '*'] };
        let is_beside = self.last_list == Some((self.out.len(), usual[0]));
        let marker = if is_beside { usual[1] } else { usual[0] };
        if number.is_some_and(|number| number != 1) {
            self.stand_apart();
        }
        // Only a list that begins with 1 can follow a line of text at once.
        let follows = self.is_in_tight_item() && number.is_none_or(|number| number == 1);
        self.imply_item();
        let before = self.before();
        self.containers.push(Container { kind: ContainerKind::List { number, marker, is_tight, follows }, before });
    }

    pub(super) fn open_item(&mut self) {
        self.close_implied_item();
        self.item(false);
    }

    /// Closes a quote, list or item. One that stayed empty is taken back.
    pub(super) fn close(&mut self) {
        self.close_implied_item();
        let Some(Container { kind, before }) = self.containers.pop() else { return };
        self.prefix.truncate(before.prefix);
        let is_empty = !self.needs_line && !matches!(kind, ContainerKind::List { .. });
        if is_empty {
            self.out.truncate(before.out);
            self.needs_line = before.needs_line;
            return;
        }
        match kind {
            ContainerKind::Item { .. } => {
                if let Some(Container { kind: ContainerKind::List { number, is_tight, follows, .. }, .. }) =
                    self.containers.last_mut()
                {
                    *number = number.map(|number| number + 1);
                    *follows = *is_tight;
                }
            }
            ContainerKind::List { marker, .. } => self.last_list = Some((self.out.len(), marker)),
            ContainerKind::Quote => self.follows = false,
            ContainerKind::Note => {}
        }
    }

    fn before(&self) -> Restore {
        Restore { out: self.out.len(), prefix: self.prefix.len(), needs_line: self.needs_line }
    }

    fn push(&mut self, kind: ContainerKind, before: Restore) {
        self.containers.push(Container { kind, before });
        self.needs_line = false;
    }

    /// What lies right in a list is an item too.
    fn imply_item(&mut self) {
        if let Some(Container { kind: ContainerKind::List { .. }, .. }) = self.containers.last() {
            self.item(true);
        }
    }

    fn close_implied_item(&mut self) {
        if let Some(Container { kind: ContainerKind::Item { implied: true }, .. }) = self.containers.last_mut() {
            self.containers.last_mut().into_iter().for_each(|item| item.kind = ContainerKind::Item { implied: false });
            self.close();
        }
    }

    fn is_in_tight_item(&self) -> bool {
        let mut inner = self.containers.iter().rev();
        let is_item = matches!(inner.next(), Some(Container { kind: ContainerKind::Item { .. }, .. }));
        is_item && matches!(inner.next(), Some(Container { kind: ContainerKind::List { is_tight: true, .. }, .. }))
    }

    fn item(&mut self, implied: bool) {
        let (marker, follows) = match self.containers.last() {
            Some(Container { kind: ContainerKind::List { number: None, marker, follows, .. }, .. }) => {
                (format!("{marker} "), *follows)
            }
            Some(Container { kind: ContainerKind::List { number: Some(number), marker, follows, .. }, .. }) => {
                (format!("{}{marker} ", number.clamp(&0, &i64::from(MAX_ITEM_NUMBER))), *follows)
            }
            // An item in a quote in a list.
            _ => ("- ".to_string(), false),
        };
        let before = self.before();
        if before.prefix >= MAX_PREFIX {
            return self.containers.push(Container { kind: ContainerKind::Item { implied }, before });
        }
        self.line(follows);
        self.out.push_str(&marker);
        self.prefix.extend(std::iter::repeat_n(' ', marker.len()));
        self.push(ContainerKind::Item { implied }, before);
    }

    /// Goes to the line where the next block begins.
    fn line(&mut self, follows: bool) {
        let follows = std::mem::take(&mut self.follows) || follows;
        if self.needs_line {
            self.out.push('\n');
            if !follows {
                self.out.push_str(self.prefix.trim_end());
                self.out.push('\n');
            }
            self.out.push_str(&self.prefix);
        }
        self.needs_line = true;
    }
}
