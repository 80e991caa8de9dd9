//! Which marks delimiters can express where they stand, and which take HTML tags.

use super::super::escape::is_letter;
use super::{InlineRun, Mark, NumberedMark, RunPart};

/// So many rounds are made: most runs are settled after one, and each costs as much as the run is long.
const MAX_ROUNDS: usize = 4;

impl InlineRun {
    /// The marks, by number, that delimiters would not express where they stand: between letters and
    /// punctuation, mostly. HTML tags always do.
    pub(super) fn marks_as_tags(&self) -> Vec<bool> {
        let mut as_tags = vec![false; self.numbers];
        // A tag changes what its neighbours stand beside. The last round takes tags for all that is left.
        for round in 1..=MAX_ROUNDS {
            let mut is_settled = true;
            let mut depth = 0_usize;
            for (at, part) in self.parts.iter().enumerate() {
                let (RunPart::Open(marked) | RunPart::Close(marked)) = part else { continue };
                let Some(delimiter) = delimiter(marked.mark) else { continue };
                if as_tags.get(marked.number).copied().unwrap_or(true) {
                    continue;
                }
                let opens = matches!(part, RunPart::Open(_));
                depth = if opens { depth + 1 } else { depth.saturating_sub(1) };
                let nested = if opens { depth > 1 } else { depth > 0 };
                let sides = self.sides(at, opens, delimiter, &as_tags);
                if (round == MAX_ROUNDS || !can_mark(sides, delimiter, nested))
                    && let Some(as_tag) = as_tags.get_mut(marked.number)
                {
                    *as_tag = true;
                    is_settled = false;
                    depth -= usize::from(opens);
                }
            }
            if is_settled {
                break;
            }
        }
        as_tags
    }

    /// What the run of delimiters that the one at `at` is_in_run to stands between.
    fn sides(&self, at: usize, opens: bool, delimiter: &str, as_tags: &[bool]) -> Sides {
        let is_in_run = |part: &RunPart| match part {
            RunPart::Open(marked) if opens => self.is_written_with(*marked, delimiter, as_tags),
            RunPart::Close(marked) if !opens => self.is_written_with(*marked, delimiter, as_tags),
            _ => false,
        };
        let before = self.parts.iter().take(at).rev().find(|part| !is_in_run(part));
        let after = self.parts.iter().skip(at + 1).find(|part| !is_in_run(part));
        let before = before.map_or('\n', |part| self.edge(part, false, as_tags));
        let after = after.map_or('\n', |part| self.edge(part, true, as_tags));
        let (outer, inner) = if opens { (before, after) } else { (after, before) };
        let next = if opens { at.checked_sub(1) } else { Some(at + 1) };
        let is_outermost = !next.and_then(|next| self.parts.get(next)).is_some_and(is_in_run);
        Sides { outer, inner, is_outermost }
    }

    /// The first or last character a part is written with.
    pub(super) fn edge(&self, part: &RunPart, first: bool, as_tags: &[bool]) -> char {
        match part {
            RunPart::Text { from, to } | RunPart::Markdown { from, to } => {
                let mut chars = self.characters.get(*from..*to).unwrap_or_default().chars();
                if first { chars.next() } else { chars.next_back() }.unwrap_or(' ')
            }
            RunPart::Code { .. } => '`',
            // A backslash ends the line.
            RunPart::Break => edge_of(first, '\\', '\n'),
            RunPart::Open(marked) | RunPart::Close(marked) => match self.delimiter_of(*marked, as_tags) {
                Some(delimiter) => delimiter.chars().next().unwrap_or('*'),
                None if !matches!(marked.mark, Mark::Link(_)) => edge_of(first, '<', '>'),
                None if matches!(part, RunPart::Open(_)) => '[',
                None => edge_of(first, ']', ')'),
            },
        }
    }

    /// What the mark is written with, unless with tags.
    pub(super) fn delimiter_of(&self, marked: NumberedMark, as_tags: &[bool]) -> Option<&'static str> {
        delimiter(marked.mark).filter(|_| as_tags.get(marked.number) == Some(&false))
    }

    /// Whether the mark's delimiter is of the same character.
    fn is_written_with(&self, marked: NumberedMark, delimiter: &str, as_tags: &[bool]) -> bool {
        self.delimiter_of(marked, as_tags).is_some_and(|other| other.bytes().next() == delimiter.bytes().next())
    }
}

/// The first or the last character of what is written.
pub(super) fn edge_of(first: bool, start: char, end: char) -> char {
    if first { start } else { end }
}

pub(super) fn delimiter(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Strong => Some("**"),
        Mark::Emphasis => Some("*"),
        Mark::Strike => Some("~~"),
        Mark::Sup | Mark::Sub | Mark::Link(_) => None,
    }
}

/// What a run of delimiters stands between.
struct Sides {
    outer: char,
    inner: char,
    /// Whether the delimiter itself is the one beside the outer character.
    is_outermost: bool,
}

/// Whether a delimiter is read as one where it stands, whatever Unicode classes the parser knows.
fn can_mark(sides: Sides, delimiter: &str, nested: bool) -> bool {
    let Sides { outer, inner, is_outermost } = sides;
    // One mark right after another would be read as one run of delimiters; inside another, without a space
    // outside, one can be taken for the end of the other.
    let is_ambiguous = delimiter.starts_with(outer) || (nested && is_outermost && !outer.is_whitespace());
    if is_ambiguous || delimiter.starts_with(inner) {
        return false;
    }
    !inner.is_whitespace() && (is_letter(inner) || outer.is_whitespace() || outer.is_ascii_punctuation())
}
