//! Backslashes where, and only where, a character would mean something else.

/// Where a text stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextPlace {
    /// The character before it; a line break at the start of a line.
    pub(super) before: char,
    /// The character after it.
    pub(super) after: char,
    pub(super) line: LinePlace,
    pub(super) in_link: bool,
    pub(super) in_cell: bool,
    pub(super) dollars: Dollars,
    /// Whether something follows that would end the name of a link's definition, if a bracket began one.
    pub(super) may_define: bool,
}

/// Where in its line a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LinePlace {
    /// Not at its start, or where lines have no meaning.
    Inside,
    /// At the start of a block.
    First,
    /// At the start of a line of the same block.
    Later,
}

/// What dollar signs could do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dollars {
    /// There is but one: nothing.
    Alone,
    /// Two could enclose a formula.
    Several,
    /// There are formulas, or dollar signs in code: any could enclose something with those.
    Math,
}

/// Writes running text.
pub(super) fn text(text: &str, around: TextPlace, out: &mut String) {
    let mut before = around.before;
    let mut rest = text;
    // Right after a reference to a note, these would make a link or a definition of it.
    if before == ']' && rest.starts_with(['(', '[', ':']) {
        out.push('\\');
        let (first, after) = rest.split_at(1);
        out.push_str(first);
        before = '\\';
        rest = after;
    }
    if around.line != LinePlace::Inside {
        rest = line_start(text, &around, out);
        before = text.get(..text.len() - rest.len()).and_then(|start| start.chars().next_back()).unwrap_or(before);
    }
    while let Some(at) = rest.bytes().position(is_special) {
        let (plain, from) = rest.split_at(at);
        out.push_str(plain);
        before = plain.chars().next_back().unwrap_or(before);
        let c = from.chars().next().unwrap_or(' ');
        // A run of the same character acts as one.
        let after_run = from.trim_start_matches(c);
        let run = from.len() - after_run.len();
        let after = after_run.chars().next().unwrap_or(around.after);
        let escaped = has_meaning(c, run, before, after, after_run, &around);
        for _ in 0..run {
            if escaped {
                out.push('\\');
            }
            out.push(c);
        }
        before = c;
        rest = after_run;
    }
    out.push_str(rest);
}

fn is_special(b: u8) -> bool {
    matches!(b, b'\\' | b'`' | b'*' | b'_' | b'[' | b']' | b'!' | b'<' | b'&' | b'~' | b'$' | b'|')
}

/// Whether a run of the character would be read as more than itself.
fn has_meaning(c: char, run: usize, before: char, after: char, rest: &str, around: &TextPlace) -> bool {
    match c {
        '`' => true,
        '\\' => run > 1 || rest.is_empty() || after.is_ascii_punctuation(),
        '*' => !(before.is_whitespace() && after.is_whitespace()),
        '_' => !(before.is_whitespace() && after.is_whitespace() || is_letter(before) && is_letter(after)),
        // A single one may open, if none may close.
        '~' => run > 1 || !before.is_whitespace() || after == '~',
        '$' => match around.dollars {
            Dollars::Alone => run > 1,
            Dollars::Several => run > 1 || !before.is_whitespace(),
            Dollars::Math => true,
        },
        // What looks like a reference to a note is none.
        '[' => around.in_link || after == '^',
        ']' => around.in_link || matches!(after, '(' | '[' | ':'),
        '!' => after == '[',
        '<' => after.is_ascii_alphabetic() || matches!(after, '/' | '!' | '?'),
        '&' => is_entity(rest),
        '|' => around.in_cell,
        _ => false,
    }
}

/// The most digits of an ordered list's number, as CommonMark has it.
const MAX_NUMBER_DIGITS: usize = 9;

/// Writes what makes a line's start no list, quote, heading or rule. Gives back the rest of the text.
fn line_start<'t>(text: &'t str, around: &TextPlace, out: &mut String) -> &'t str {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    let after_number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - after_number.len();
    if (1..=MAX_NUMBER_DIGITS).contains(&digits) && after_number.strip_prefix(['.', ')']).is_some_and(ends) {
        out.push_str(text.get(..digits).unwrap_or_default());
        out.push('\\');
        // Neither sign is special later on.
        return after_number;
    }
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return text };
    let rest = chars.as_str();
    let has_meaning = match first {
        '#' => ends(rest.trim_start_matches('#')),
        '>' => true,
        '+' => ends(rest),
        '-' | '*' | '_' => ends(rest) || rest.starts_with(first),
        '[' => around.may_define || ["!", "^", " ]", "x]", "X]"].iter().any(|sign| rest.starts_with(sign)),
        // What could underline the line before as a heading, or part a table's head from its body.
        // After an item's dash, on the line after another item, this too could part head from body.
        '|' if rest.chars().all(|c| matches!(c, '-' | ':' | '|' | ' ')) => true,
        '=' | '|' | ':' => around.line == LinePlace::Later,
        _ => false,
    };
    if !has_meaning {
        return text;
    }
    out.push('\\');
    out.push(first);
    rest
}

/// Whether `&` before this begins a character reference.
fn is_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches('#').trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    name.len() < rest.len() && name.starts_with(';')
}

/// Whether the character is certain to count as part of a word.
pub(super) fn is_letter(c: char) -> bool {
    // Letters in circles are letters to Unicode, but symbols too.
    c.is_alphanumeric() && !matches!(c, '\u{2460}'..='\u{24FF}')
}

/// Writes a code span.
pub(super) fn code(code: &str, in_cell: bool, out: &mut String) {
    let fence = "`".repeat(longest_run(code, '`').map_or(1, |run| run + 1));
    let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    out.push_str(&fence);
    out.push_str(pad);
    verbatim(code, in_cell, out);
    out.push_str(pad);
    out.push_str(&fence);
}

/// Writes what is Markdown already; in a table's cell, bars would end it.
pub(super) fn verbatim(markdown: &str, in_cell: bool, out: &mut String) {
    if in_cell && markdown.contains('|') {
        out.push_str(&markdown.replace('|', "\\|"));
    } else {
        out.push_str(markdown);
    }
}

/// How long the longest run of the character is.
pub(super) fn longest_run(text: &str, c: char) -> Option<usize> {
    text.split(|other| other != c).map(str::len).max().filter(|&run| run > 0)
}

/// A formula's LaTeX on one line. Where formulas are not known, it would be a tag after `<` and a link's address after
/// `](`; LaTeX takes a space there for nothing.
pub(super) fn formula(latex: &str) -> String {
    let mut line = String::with_capacity(latex.len());
    for word in latex.split_whitespace() {
        line.push_str(if line.is_empty() { "" } else { " " });
        let mut before = ' ';
        for c in word.chars() {
            let is_tag = before == '<' && (c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
            if is_tag || (before == ']' && c == '(') {
                line.push(' ');
            }
            line.push(c);
            before = c;
        }
    }
    line
}

/// Writes the address of a link or picture.
pub(super) fn destination(address: &str, out: &mut String) {
    let enclosed = address.is_empty()
        || address.starts_with('<')
        || address.contains(|c: char| c <= ' ' || c.is_control())
        || !has_balanced_parentheses(address);
    if enclosed {
        out.push('<');
    }
    for (at, c) in address.char_indices() {
        match c {
            '<' if enclosed => out.push_str("%3C"),
            '>' if enclosed => out.push_str("%3E"),
            '|' => out.push_str("%7C"),
            '\\' => out.push_str("\\\\"),
            '&' if is_entity(address.get(at + 1..).unwrap_or_default()) => out.push_str("\\&"),
            _ => out.push(c),
        }
    }
    if enclosed {
        out.push('>');
    }
}

/// Parsers of Markdown count at least so many open parentheses in an address.
const MAX_PARENTHESES: usize = 8;

fn has_balanced_parentheses(address: &str) -> bool {
    let mut open = 0;
    for b in address.bytes() {
        match b {
            b'(' => open += 1,
            b')' if open == 0 => return false,
            b')' => open -= 1,
            _ => {}
        }
        if open > MAX_PARENTHESES {
            return false;
        }
    }
    open == 0
}
