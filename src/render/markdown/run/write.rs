//! A collected run, written.

use super::super::escape::{self, Dollars, LinePlace, TextPlace};
use super::marks::edge_of;
use super::{InlineRun, Mark, NumberedMark, RunPart, RunPlace};
use crate::dom::{Attr, Tree};

impl InlineRun {
    /// Writes the run and empties it. Marks around what comes next stay.
    pub(in super::super) fn write(&mut self, tree: &Tree, place: RunPlace, out: &mut String) {
        while let Some(number) = self.open.pop() {
            if let Some(mark) = self.marks.get(self.open.len()).copied().flatten() {
                self.parts.push(RunPart::Close(NumberedMark { mark, number }));
            }
        }
        let as_tags = self.marks_as_tags();
        RunWriter { run: self, tree, place, as_tags: &as_tags, links: 0, out }.write();
        self.clear();
    }

    fn dollars(&self) -> Dollars {
        let mut count = 0;
        for part in &self.parts {
            let (RunPart::Text { from, to } | RunPart::Code { from, to, .. } | RunPart::Markdown { from, to }) = part
            else {
                continue;
            };
            let dollars = self.characters.get(*from..*to).unwrap_or_default().bytes().filter(|&b| b == b'$').count();
            if dollars > 0 && !matches!(part, RunPart::Text { .. }) {
                return Dollars::Math;
            }
            count += dollars;
        }
        if count > 1 { Dollars::Several } else { Dollars::Alone }
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

/// A run being written.
struct RunWriter<'w> {
    run: &'w InlineRun,
    tree: &'w Tree,
    place: RunPlace<'w>,
    as_tags: &'w [bool],
    links: usize,
    out: &'w mut String,
}

impl RunWriter<'_> {
    fn write(&mut self) {
        let in_cell = matches!(self.place, RunPlace::Cell);
        let dollars = self.run.dollars();
        let may_define = self.run.characters.contains("]:");
        let mut line = if matches!(self.place, RunPlace::Lines(_)) { LinePlace::First } else { LinePlace::Inside };
        for (at, part) in self.run.parts.iter().enumerate() {
            let range = |from: usize, to: usize| self.run.characters.get(from..to).unwrap_or_default();
            match *part {
                RunPart::Text { from, to } => {
                    let around = TextPlace {
                        before: self.edge(at.checked_sub(1), false),
                        after: self.edge(Some(at + 1), true),
                        line,
                        in_link: self.links > 0,
                        in_cell,
                        dollars,
                        may_define,
                    };
                    escape::text(range(from, to), around, self.out);
                }
                RunPart::Code { from, to, .. } => escape::code(range(from, to), in_cell, self.out),
                RunPart::Markdown { from, to } => escape::verbatim(range(from, to), in_cell, self.out),
                RunPart::Break => self.line_break(),
                RunPart::Open(marked) => self.open(marked),
                RunPart::Close(marked) => self.close(marked),
            }
            let starts_line = matches!(part, RunPart::Break) && matches!(self.place, RunPlace::Lines(_));
            line = if starts_line { LinePlace::Later } else { LinePlace::Inside };
        }
    }

    /// The character that the part is written with at its first or last place.
    fn edge(&self, at: Option<usize>, first: bool) -> char {
        match at.and_then(|at| self.run.parts.get(at)) {
            Some(RunPart::Break) if matches!(self.place, RunPlace::Cell) => edge_of(first, '<', '>'),
            Some(part) => self.run.edge(part, first, self.as_tags),
            None => '\n',
        }
    }

    fn line_break(&mut self) {
        match self.place {
            RunPlace::Lines(prefix) => {
                self.out.push_str("\\\n");
                self.out.push_str(prefix);
            }
            RunPlace::Heading => self.out.push(' '),
            RunPlace::Cell => self.out.push_str("<br>"),
        }
    }

    fn open(&mut self, marked: NumberedMark) {
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

    fn close(&mut self, marked: NumberedMark) {
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
