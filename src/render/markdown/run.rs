//! A run of inline content: collected piece by piece, then written at once, when all neighbours are known.

mod marks;
mod write;

use super::escape::{self, Dollars, LinePlace, TextPlace};
use crate::dom::{TreeId, fold_spaces};
use crate::render::{TextPiece, pieces};
use marks::delimiter;

/// What words can be marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Strong,
    Emphasis,
    Strike,
    Sup,
    Sub,
    Link(TreeId),
}

/// Where a run stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum RunPlace<'p> {
    /// In a block of its own, whose further lines begin with this.
    Lines(&'p str),
    Heading,
    Cell,
}

#[derive(Debug, Clone, Copy)]
enum RunPart {
    /// Text still to be escaped: a range of the run's characters, as in the next two.
    Text {
        from: usize,
        to: usize,
    },
    /// The inside of a code span. Ranges of the same number came from the same element.
    Code {
        from: usize,
        to: usize,
        number: usize,
    },
    /// Already Markdown.
    Markdown {
        from: usize,
        to: usize,
    },
    Break,
    Open(NumberedMark),
    Close(NumberedMark),
}

/// A mark, and which of the run's marks it is.
#[derive(Debug, Clone, Copy)]
struct NumberedMark {
    mark: Mark,
    number: usize,
}

/// A run while it is collected.
///
/// White space is written when the next word comes, and marks are opened then: so marks hold no white space at
/// their edges and are never empty.
#[derive(Default)]
pub(super) struct InlineRun {
    characters: String,
    parts: Vec<RunPart>,
    /// The marks around what comes next; `None` for one inside another of its kind.
    marks: Vec<Option<Mark>>,
    /// The first of them that are open, with their numbers.
    open: Vec<usize>,
    numbers: usize,
    space: bool,
    breaks: usize,
    code: usize,
    codes: usize,
    /// Where the last formula ended.
    formula_end: Option<usize>,
}

impl InlineRun {
    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The line breaks since the last word.
    pub(super) fn breaks(&self) -> usize {
        self.breaks
    }

    pub(super) fn space(&mut self) {
        self.space = true;
    }

    pub(super) fn line_break(&mut self) {
        if self.code > 0 {
            self.space = true;
        } else {
            self.breaks += 1;
        }
    }

    pub(super) fn open(&mut self, mark: Mark) {
        let is_open = self.marks.contains(&Some(mark));
        self.marks.push((!is_open).then_some(mark));
    }

    pub(super) fn close(&mut self) {
        let Some(mark) = self.marks.pop() else { return };
        if self.open.len() > self.marks.len()
            && let Some(number) = self.open.pop()
            && let Some(mark) = mark
        {
            self.parts.push(RunPart::Close(NumberedMark { mark, number }));
        }
    }

    pub(super) fn is_in_code(&self) -> bool {
        self.code > 0
    }

    pub(super) fn open_code(&mut self) {
        self.code += 1;
        self.codes += usize::from(self.code == 1);
    }

    pub(super) fn close_code(&mut self) {
        self.code -= 1;
    }

    pub(super) fn text(&mut self, text: &str) {
        for piece in pieces(text) {
            match piece {
                TextPiece::Space => self.space = true,
                TextPiece::Words(words) if self.code > 0 => self.code_words(words),
                TextPiece::Words(words) => {
                    self.begin();
                    self.push_text(words);
                }
            }
        }
    }

    pub(super) fn image(&mut self, alt: &str, src: &str) {
        let mut image = String::from("![");
        let around = TextPlace {
            before: '[',
            after: ']',
            line: LinePlace::Inside,
            in_link: true,
            in_cell: false,
            dollars: Dollars::Math,
            may_define: false,
        };
        escape::text(&fold_spaces(alt), around, &mut image);
        image.push_str("](");
        escape::destination(src, &mut image);
        image.push(')');
        self.markdown(&image);
    }

    /// A formula. One with a dollar sign in it cannot be enclosed in dollar signs.
    pub(super) fn math(&mut self, latex: &str) {
        if latex.contains('$') {
            return self.text(latex);
        }
        // Two formulas in a row would be read as one.
        self.space |= self.formula_end == Some(self.characters.len());
        self.markdown(&format!("${}$", escape::formula(latex)));
        self.formula_end = Some(self.characters.len());
    }

    /// What is Markdown already.
    pub(super) fn markdown(&mut self, markdown: &str) {
        self.begin();
        let from = self.characters.len();
        self.characters.push_str(markdown);
        self.parts.push(RunPart::Markdown { from, to: self.characters.len() });
    }

    fn code_words(&mut self, words: &str) {
        let current = self.codes;
        // Spans that touch would be read as one with backticks inside.
        let joined = match self.parts.last() {
            Some(RunPart::Code { number, .. }) if self.breaks == 0 => *number == current || !self.space,
            _ => false,
        };
        if !joined {
            self.begin();
            // Where the same mark went on, the last part may be code again.
            let from = self.characters.len();
            if !matches!(self.parts.last(), Some(RunPart::Code { to, .. }) if *to == from) {
                self.parts.push(RunPart::Code { from, to: from, number: current });
            }
        } else if std::mem::take(&mut self.space) {
            self.characters.push(' ');
        }
        self.characters.push_str(words);
        if let Some(RunPart::Code { to, number, .. }) = self.parts.last_mut() {
            *to = self.characters.len();
            *number = current;
        }
    }

    fn push_text(&mut self, text: &str) {
        let start = self.characters.len();
        self.characters.push_str(text);
        match self.parts.last_mut() {
            Some(RunPart::Text { to, .. }) if *to == start => *to = self.characters.len(),
            _ => self.parts.push(RunPart::Text { from: start, to: self.characters.len() }),
        }
    }

    /// Writes what lies between the last word and the next, and opens the marks around that.
    fn begin(&mut self) {
        let breaks = std::mem::take(&mut self.breaks);
        if std::mem::take(&mut self.space) | (breaks > 0) && !self.parts.is_empty() {
            if breaks > 0 { self.parts.push(RunPart::Break) } else { self.push_text(" ") }
        }
        for mark in self.marks.iter().skip(self.open.len()) {
            let mut number = self.numbers;
            if let Some(mark) = *mark {
                match self.parts.last() {
                    // One of the same kind has just ended: it goes on.
                    Some(RunPart::Close(last)) if last.mark == mark && delimiter(mark).is_some() => {
                        number = last.number;
                        self.parts.pop();
                    }
                    _ => {
                        self.parts.push(RunPart::Open(NumberedMark { mark, number }));
                        self.numbers += 1;
                    }
                }
            }
            self.open.push(number);
        }
    }

    /// Whether the run begins with a box to tick, and whether it is ticked. The box is taken out.
    pub(super) fn take_checkbox(&mut self) -> Option<bool> {
        let is_all = self.parts.len() == 1;
        let Some(RunPart::Text { from, to }) = self.parts.first_mut() else { return None };
        let text = self.characters.get(*from..*to)?;
        let ticked = text.starts_with('☑');
        let rest = text.strip_prefix(['☐', '☑'])?.strip_prefix(' ')?;
        if rest.is_empty() && is_all {
            return None;
        }
        *from = *to - rest.len();
        Some(ticked)
    }

    /// Empties the run. Marks around what comes next stay.
    pub(super) fn clear(&mut self) {
        self.characters.clear();
        self.parts.clear();
        self.open.clear();
        self.numbers = 0;
        self.formula_end = None;
        self.space = false;
        self.breaks = 0;
    }
}
