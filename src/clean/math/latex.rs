//! LaTeX as pages write it, without delimiters and comments; and whether a text looks like LaTeX.

/// A formula's LaTeX, and whether it asks for a line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Latex {
    pub(super) text: String,
    pub(super) is_display: bool,
}

/// The LaTeX without delimiters, comments and the style that an encyclopedia wraps it in; `None` where nothing is left.
pub(super) fn tidy(latex: &str) -> Option<Latex> {
    let latex = without_comments(latex);
    let (inner, is_display) = without_delimiters(latex.trim());
    let text = without_style(inner.trim()).trim();
    (!text.is_empty()).then(|| Latex { text: without_dollars(text), is_display })
}

/// The delimiters of formulas in text, and whether what is between stands on a line of its own.
pub(super) const DELIMITERS: [(&str, &str, bool); 4] =
    [("\\(", "\\)", false), ("\\[", "\\]", true), ("$$", "$$", true), ("$", "$", false)];

fn without_delimiters(latex: &str) -> (&str, bool) {
    // GitHub's own: a formula in code.
    let latex = latex.strip_prefix("$`").and_then(|inner| inner.strip_suffix("`$")).unwrap_or(latex);
    for (open, close, is_display) in DELIMITERS {
        let inner = latex.strip_prefix(open).and_then(|inner| inner.strip_suffix(close));
        if let Some(inner) = inner.filter(|inner| !inner.contains(close)) {
            return (inner, is_display);
        }
    }
    (latex, false)
}

/// A comment reaches to the end of its line, and lines are joined later.
fn without_comments(latex: &str) -> String {
    let latex = latex.replace("% <![CDATA[", "").replace("%<![CDATA[", "");
    let mut out = String::with_capacity(latex.len());
    for line in latex.lines() {
        let mut escaped = false;
        let end = line.find(|c| {
            let is_comment = c == '%' && !escaped;
            escaped = c == '\\' && !escaped;
            is_comment
        });
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(line.get(..end.unwrap_or(line.len())).unwrap_or_default());
    }
    out
}

/// `{\displaystyle x}` → `x`.
fn without_style(latex: &str) -> &str {
    let styled = ["{\\displaystyle", "{\\textstyle", "{\\scriptstyle"].iter().find_map(|style| {
        let inner = latex.strip_prefix(style)?.strip_suffix('}')?;
        inner.starts_with([' ', '\\', '{']).then_some(inner)
    });
    styled.filter(|inner| is_balanced(inner)).unwrap_or(latex)
}

/// `\text{if $x$}` → `\text{if }x\text{}`: Markdown can show no dollar signs inside a formula.
fn without_dollars(latex: &str) -> String {
    const TEXTS: [&str; 5] = ["\\text", "\\mbox", "\\hbox", "\\textrm", "\\textnormal"];
    if !latex.contains('$') {
        return latex.to_string();
    }
    let mut out = String::with_capacity(latex.len());
    // For each open brace, whether it holds text; and how many were open where a formula in text began.
    let mut open: Vec<bool> = Vec::new();
    let mut inner: Option<usize> = None;
    let mut escaped = false;
    for c in latex.chars() {
        match c {
            '$' if !escaped && inner == Some(open.len()) => {
                out.push_str("\\text{");
                inner = None;
            }
            '$' if !escaped && inner.is_none() && open.last() == Some(&true) => {
                out.push('}');
                inner = Some(open.len());
            }
            _ => {
                if c == '{' && !escaped {
                    open.push(TEXTS.iter().any(|text| out.ends_with(text)));
                } else if c == '}' && !escaped {
                    open.pop();
                }
                out.push(c);
            }
        }
        escaped = c == '\\' && !escaped;
    }
    out
}

/// Whether each brace has its other one.
fn is_balanced(latex: &str) -> bool {
    let mut depth = 0_i32;
    let mut escaped = false;
    for c in latex.chars() {
        match c {
            '{' if !escaped => depth += 1,
            '}' if !escaped => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
        escaped = c == '\\' && !escaped;
    }
    depth == 0
}

/// Whether it has a command, which no prose has: of more than one letter, as escapes in strings are (`\n`).
pub(super) fn has_command(text: &str) -> bool {
    const MIN_LETTERS: usize = 2;
    let letters = |rest: &str| rest.bytes().take(MIN_LETTERS).filter(u8::is_ascii_alphabetic).count();
    text.split('\\').skip(1).any(|rest| letters(rest) == MIN_LETTERS)
}

/// How many words of plain letters it has: names of variables and units are shorter.
pub(super) fn words(text: &str) -> usize {
    const MIN_LETTERS: usize = 3;
    let is_word = |word: &&str| word.len() >= MIN_LETTERS && word.bytes().all(|b| b.is_ascii_alphabetic());
    text.split_whitespace().filter(is_word).count()
}

/// Whether it has signs that hardly stand in anything but LaTeX.
pub(super) fn looks_like_latex(text: &str) -> bool {
    has_command(text) || ["^{", "_{"].iter().any(|sign| text.contains(sign))
}

/// Whether it may be a formula that needs no command: few letters in a row, and signs between what is spaced.
pub(super) fn may_be_formula(text: &str) -> bool {
    /// In bytes: without commands, longer texts are prose.
    const MAX_LENGTH: usize = 200;
    /// Letters in a row: names of variables and functions have few, words more.
    const MAX_LETTERS: usize = 3;
    let words = text.split(|c: char| !c.is_alphabetic()).map(|word| word.chars().count());
    let longest = words.max().unwrap_or(0);
    let has_sign = text.contains(['=', '+', '-', '<', '>', '*', '/', '^', '_', '|', '(', ',']);
    // An amount, and the words after it.
    let is_amount = text.starts_with(|c: char| c.is_ascii_digit()) && longest > 1 && !text.contains(['^', '_', '=']);
    text.len() <= MAX_LENGTH
        && longest <= MAX_LETTERS
        && !is_amount
        && text.chars().any(char::is_alphanumeric)
        && (has_sign || !text.contains(char::is_whitespace))
}

/// Whether it is the formula in words, for screen readers: such have several, and no signs.
pub(super) fn is_speech(text: &str) -> bool {
    const MIN_WORDS: usize = 3;
    !text.contains(['\\', '^', '_', '=', '{']) && words(text) >= MIN_WORDS
}
