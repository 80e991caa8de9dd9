//! A run of inline content: collected piece by piece, then written at once, when all neighbours are known.

use crate::clean::tree::{Tree, TreeId};
use crate::document::Attr;

use super::escape::{self, Around, Dollars, Line, is_letter};
use crate::render::{Piece, pieces};

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
pub(super) enum Place<'p> {
    /// In a block of its own, whose further lines begin with this.
    Lines(&'p str),
    Heading,
    Cell,
}

#[derive(Debug, Clone, Copy)]
enum Part {
    /// Text still to be escaped: a range of the run's characters, as in the next two.
    Text { from: usize, to: usize },
    /// The inside of a code span. Ranges of the same number came from the same element.
    Code { from: usize, to: usize, number: usize },
    /// Markdown.
    Ready { from: usize, to: usize },
    Break,
    Open(Marked),
    Close(Marked),
}

/// A mark, and which of the run's marks it is.
#[derive(Debug, Clone, Copy)]
struct Marked {
    mark: Mark,
    number: usize,
}

/// A run while it is collected.
///
/// White space is written when the next word comes, and marks are opened then: so marks hold no white space at
/// their edges and are never empty.
#[derive(Default)]
pub(super) struct Run {
    characters: String,
    parts: Vec<Part>,
    /// The marks around what comes next; `None` for one inside another of its kind.
    marks: Vec<Option<Mark>>,
    /// The first of them that are open, with their numbers.
    open: Vec<usize>,
    numbers: usize,
    space: bool,
    breaks: usize,
    code: usize,
    codes: usize,
}

impl Run {
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
            self.parts.push(Part::Close(Marked { mark, number }));
        }
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
                Piece::Space => self.space = true,
                Piece::Word(word) if self.code > 0 => self.code_word(word),
                Piece::Word(word) => {
                    self.begin();
                    self.push_text(word);
                }
            }
        }
    }

    pub(super) fn image(&mut self, alt: &str, src: &str) {
        let mut image = String::from("![");
        let mut words = String::new();
        for word in alt.split_whitespace() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
        let around = Around {
            before: '[',
            after: ']',
            line: Line::Inside,
            in_link: true,
            in_cell: false,
            dollars: Dollars::Math,
        };
        escape::text(&words, around, &mut image);
        image.push_str("](");
        escape::destination(src, &mut image);
        image.push(')');
        self.ready(&image);
    }

    /// A formula. One with a dollar sign in it cannot be enclosed in dollar signs.
    pub(super) fn math(&mut self, latex: &str) {
        if latex.contains('$') {
            return self.text(latex);
        }
        // Two formulas in a row would be read as one.
        self.space |= self.characters.ends_with('$');
        let words: Vec<&str> = latex.split_whitespace().collect();
        self.ready(&format!("${}$", words.join(" ")));
    }

    fn ready(&mut self, markdown: &str) {
        self.begin();
        let from = self.characters.len();
        self.characters.push_str(markdown);
        self.parts.push(Part::Ready { from, to: self.characters.len() });
    }

    fn code_word(&mut self, word: &str) {
        let current = self.codes;
        // Spans that touch would be read as one with backticks inside.
        let joined = match self.parts.last() {
            Some(Part::Code { number, .. }) if self.breaks == 0 => *number == current || !self.space,
            _ => false,
        };
        if !joined {
            self.begin();
            let from = self.characters.len();
            self.parts.push(Part::Code { from, to: from, number: current });
        } else if std::mem::take(&mut self.space) {
            self.characters.push(' ');
        }
        self.characters.push_str(word);
        if let Some(Part::Code { to, number, .. }) = self.parts.last_mut() {
            *to = self.characters.len();
            *number = current;
        }
    }

    fn push_text(&mut self, text: &str) {
        let start = self.characters.len();
        self.characters.push_str(text);
        match self.parts.last_mut() {
            Some(Part::Text { to, .. }) if *to == start => *to = self.characters.len(),
            _ => self.parts.push(Part::Text { from: start, to: self.characters.len() }),
        }
    }

    /// Writes what lies between the last word and the next, and opens the marks around that.
    fn begin(&mut self) {
        let breaks = std::mem::take(&mut self.breaks);
        if std::mem::take(&mut self.space) | (breaks > 0) && !self.parts.is_empty() {
            if breaks > 0 { self.parts.push(Part::Break) } else { self.push_text(" ") }
        }
        for mark in self.marks.iter().skip(self.open.len()) {
            let mut number = self.numbers;
            if let Some(mark) = *mark {
                match self.parts.last() {
                    // One of the same kind has just ended: it goes on.
                    Some(Part::Close(last)) if last.mark == mark && delimiter(mark).is_some() => {
                        number = last.number;
                        self.parts.pop();
                    }
                    _ => {
                        self.parts.push(Part::Open(Marked { mark, number }));
                        self.numbers += 1;
                    }
                }
            }
            self.open.push(number);
        }
    }

    /// Whether the run begins with a box to tick, and whether it is ticked. The box is taken out.
    pub(super) fn take_box(&mut self) -> Option<bool> {
        let is_all = self.parts.len() == 1;
        let Some(Part::Text { from, to }) = self.parts.first_mut() else { return None };
        let text = self.characters.get(*from..*to)?;
        let ticked = text.starts_with(['☑', '☒']);
        let rest = text.strip_prefix(['☐', '☑', '☒'])?.strip_prefix(' ')?;
        if rest.is_empty() && is_all {
            return None;
        }
        *from = *to - rest.len();
        Some(ticked)
    }

    /// Writes the run and empties it. Marks around what comes next stay.
    pub(super) fn write(&mut self, tree: &Tree, place: Place, out: &mut String) {
        while let Some(number) = self.open.pop() {
            if let Some(mark) = self.marks.get(self.open.len()).copied().flatten() {
                self.parts.push(Part::Close(Marked { mark, number }));
            }
        }
        let as_tags = self.marks_as_tags();
        let mut writer = Writer { run: self, tree, place, as_tags: &as_tags, links: 0, out };
        writer.write();
        self.clear();
    }

    /// Empties the run. Marks around what comes next stay.
    pub(super) fn clear(&mut self) {
        self.characters.clear();
        self.parts.clear();
        self.open.clear();
        self.numbers = 0;
        self.space = false;
        self.breaks = 0;
    }

    /// The marks, by number, that delimiters would not express where they stand: between letters and
    /// punctuation, mostly. HTML tags always do.
    fn marks_as_tags(&self) -> Vec<bool> {
        let mut as_tags = vec![false; self.numbers];
        // A tag changes what its neighbours stand beside. The last round takes tags for all that is left.
        for round in 0..4 {
            let mut is_settled = true;
            let mut depth = 0_usize;
            for (at, part) in self.parts.iter().enumerate() {
                let (Part::Open(marked) | Part::Close(marked)) = part else { continue };
                let Some(delimiter) = delimiter(marked.mark) else { continue };
                if as_tags.get(marked.number).copied().unwrap_or(true) {
                    continue;
                }
                let opens = matches!(part, Part::Open(_));
                depth = if opens { depth + 1 } else { depth.saturating_sub(1) };
                let nested = if opens { depth > 1 } else { depth > 0 };
                let (outer, inner) = self.sides(at, opens, delimiter, &as_tags);
                if (round == 3 || !can_mark(outer, inner, delimiter, nested))
                    && let Some(as_tag) = as_tags.get_mut(marked.number)
                {
                    *as_tag = true;
                    is_settled = false;
                }
            }
            if is_settled {
                break;
            }
        }
        as_tags
    }

    /// The characters outside and inside of the run of delimiters that the one at `at` belongs to.
    fn sides(&self, at: usize, opens: bool, delimiter: &str, as_tags: &[bool]) -> (char, char) {
        let belongs = |part: &Part| match part {
            Part::Open(marked) if opens => self.delimiter_of(*marked, as_tags) == Some(delimiter),
            Part::Close(marked) if !opens => self.delimiter_of(*marked, as_tags) == Some(delimiter),
            _ => false,
        };
        let before = self.parts.iter().take(at).rev().find(|part| !belongs(part));
        let after = self.parts.iter().skip(at + 1).find(|part| !belongs(part));
        let before = before.map_or('\n', |part| self.edge(part, false, as_tags));
        let after = after.map_or('\n', |part| self.edge(part, true, as_tags));
        if opens { (before, after) } else { (after, before) }
    }

    /// The first or last character a part is written with.
    fn edge(&self, part: &Part, first: bool, as_tags: &[bool]) -> char {
        match part {
            Part::Text { from, to } | Part::Ready { from, to } => {
                let mut chars = self.characters.get(*from..*to).unwrap_or_default().chars();
                if first { chars.next() } else { chars.next_back() }.unwrap_or(' ')
            }
            Part::Code { .. } => '`',
            Part::Break => '\n',
            Part::Open(marked) | Part::Close(marked) => match self.delimiter_of(*marked, as_tags) {
                Some(delimiter) => delimiter.chars().next().unwrap_or('*'),
                None if !matches!(marked.mark, Mark::Link(_)) => if first { '<' } else { '>' },
                None if matches!(part, Part::Open(_)) => '[',
                None => if first { ']' } else { ')' },
            },
        }
    }

    /// What the mark is written with, unless with tags.
    fn delimiter_of(&self, marked: Marked, as_tags: &[bool]) -> Option<&'static str> {
        delimiter(marked.mark).filter(|_| as_tags.get(marked.number) == Some(&false))
    }

    fn dollars(&self) -> Dollars {
        let mut count = 0;
        for part in &self.parts {
            match part {
                Part::Ready { from, to } if self.characters.get(*from..*to).is_some_and(|r| r.starts_with('$')) => {
                    return Dollars::Math;
                }
                Part::Text { from, to } => {
                    count += self.characters.get(*from..*to).unwrap_or_default().bytes().filter(|&b| b == b'$').count();
                }
                _ => {}
            }
        }
        if count > 1 { Dollars::Several } else { Dollars::Alone }
    }
}

fn delimiter(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Strong => Some("**"),
        Mark::Emphasis => Some("*"),
        Mark::Strike => Some("~~"),
        Mark::Sup | Mark::Sub | Mark::Link(_) => None,
    }
}

fn tag(mark: Mark) -> &'static str {
    match mark {
        Mark::Strong => "strong",
        Mark::Emphasis => "em",
        Mark::Strike => "del",
        Mark::Sup => "sup",
        Mark::Sub => "sub",
        Mark::Link(_) => "a",
    }
}

/// Whether a delimiter is read as one between these characters, whatever Unicode classes the parser knows.
fn can_mark(outer: char, inner: char, delimiter: &str, nested: bool) -> bool {
    // One mark right after another would be read as one run of delimiters; between letters, one inside another
    // can be taken for the end of the outer.
    if delimiter.starts_with(outer) || delimiter.starts_with(inner) || (nested && is_letter(outer)) {
        return false;
    }
    !inner.is_whitespace() && (is_letter(inner) || outer.is_whitespace() || outer.is_ascii_punctuation())
}

/// A run being written.
struct Writer<'w> {
    run: &'w Run,
    tree: &'w Tree,
    place: Place<'w>,
    as_tags: &'w [bool],
    links: usize,
    out: &'w mut String,
}

impl Writer<'_> {
    fn write(&mut self) {
        let in_cell = matches!(self.place, Place::Cell);
        let dollars = self.run.dollars();
        let mut line = if matches!(self.place, Place::Lines(_)) { Line::First } else { Line::Inside };
        for (at, part) in self.run.parts.iter().enumerate() {
            let range = |from: usize, to: usize| self.run.characters.get(from..to).unwrap_or_default();
            match *part {
                Part::Text { from, to } => {
                    let previous = at.checked_sub(1).and_then(|at| self.run.parts.get(at));
                    let around = Around {
                        before: previous.map_or('\n', |part| self.run.edge(part, false, self.as_tags)),
                        after: self.run.parts.get(at + 1).map_or('\n', |part| self.run.edge(part, true, self.as_tags)),
                        line,
                        in_link: self.links > 0,
                        in_cell,
                        dollars,
                    };
                    escape::text(range(from, to), around, self.out);
                }
                Part::Code { from, to, .. } => escape::code(range(from, to), in_cell, self.out),
                Part::Ready { from, to } => escape::verbatim(range(from, to), in_cell, self.out),
                Part::Break => self.line_break(),
                Part::Open(marked) => self.open(marked),
                Part::Close(marked) => self.close(marked),
            }
            let starts_line = matches!(part, Part::Break) && matches!(self.place, Place::Lines(_));
            line = if starts_line { Line::Later } else { Line::Inside };
        }
    }

    fn line_break(&mut self) {
        match self.place {
            Place::Lines(prefix) => {
                self.out.push_str("\\\n");
                self.out.push_str(prefix);
            }
            Place::Heading => self.out.push(' '),
            Place::Cell => self.out.push_str("<br>"),
        }
    }

    fn open(&mut self, marked: Marked) {
        if let Some(delimiter) = self.run.delimiter_of(marked, self.as_tags) {
            self.out.push_str(delimiter);
        } else if let Mark::Link(_) = marked.mark {
            self.out.push('[');
            self.links += 1;
        } else {
            self.out.push('<');
            self.out.push_str(tag(marked.mark));
            self.out.push('>');
        }
    }

    fn close(&mut self, marked: Marked) {
        if let Some(delimiter) = self.run.delimiter_of(marked, self.as_tags) {
            self.out.push_str(delimiter);
        } else if let Mark::Link(link) = marked.mark {
            self.out.push_str("](");
            escape::destination(self.tree.attr(link, Attr::Href).unwrap_or_default(), self.out);
            self.out.push(')');
            self.links = self.links.saturating_sub(1);
        } else {
            self.out.push_str("</");
            self.out.push_str(tag(marked.mark));
            self.out.push('>');
        }
    }
}
