//! A short text as numbers, words and marks, of which dates are made.

/// A piece of text. `spaced`: white space comes before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Number { value: u64, digits: usize, spaced: bool },
    Word { word: &'a str },
    Mark { mark: char },
}

impl Token<'_> {
    /// Whether it is this word (without regard to case) or mark.
    pub(super) fn is(&self, known: &str) -> bool {
        match self {
            Token::Word { word } => word.eq_ignore_ascii_case(known) || *word == known,
            Token::Mark { mark } => known.chars().eq([*mark]),
            Token::Number { .. } => false,
        }
    }
}

/// The tokens that are left to read.
pub(super) type Tokens<'t, 'a> = &'t [Token<'a>];

/// The most words and marks that are skipped at a time. Chosen by hand: `5 de. ` has two.
const MAX_SKIPPED: usize = 3;

/// What follows the words and marks in `known`.
pub(super) fn skip<'t, 'a>(tokens: Tokens<'t, 'a>, known: &[&str]) -> Tokens<'t, 'a> {
    let mut rest = tokens;
    for _ in 0..MAX_SKIPPED {
        let [first, after @ ..] = rest else { break };
        if !known.iter().any(|known| first.is(known)) {
            break;
        }
        rest = after;
    }
    rest
}

/// A number of one or two digits, and what follows it.
pub(super) fn small_number<'t, 'a>(tokens: Tokens<'t, 'a>) -> Option<(u64, Tokens<'t, 'a>)> {
    match *tokens {
        [Token::Number { digits: 1 | 2, value, .. }, ref rest @ ..] => Some((value, rest)),
        _ => None,
    }
}

/// A number of four digits, and what follows it.
pub(super) fn year<'t, 'a>(tokens: Tokens<'t, 'a>) -> Option<(u64, Tokens<'t, 'a>)> {
    match *tokens {
        [Token::Number { digits: 4, value, .. }, ref rest @ ..] => Some((value, rest)),
        _ => None,
    }
}

pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut spaced = false;
    while let Some((at, c)) = chars.next() {
        if let Some(first) = digit(c) {
            let (mut value, mut digits) = (first, 1);
            while let Some(next) = chars.peek().and_then(|&(_, c)| digit(c)) {
                value = value.saturating_mul(10).saturating_add(next);
                digits += 1;
                chars.next();
            }
            tokens.push(Token::Number { value, digits, spaced });
        } else if is_letter(c) {
            let mut end = at + c.len_utf8();
            while let Some(&(next_at, next)) = chars.peek() {
                // A full stop between letters belongs to the word: `a.m.`, `ม.ค.`
                let after = text.get(next_at + next.len_utf8()..).and_then(|after| after.chars().next());
                if !(is_letter(next) || next == '.' && after.is_some_and(is_letter)) {
                    break;
                }
                end = next_at + next.len_utf8();
                chars.next();
            }
            tokens.push(Token::Word { word: text.get(at..end).unwrap_or_default() });
        } else if !c.is_whitespace() {
            tokens.push(Token::Mark { mark: c });
        }
        spaced = c.is_whitespace();
    }
    tokens
}

/// The value of a digit of the scripts that pages write dates in.
fn digit(c: char) -> Option<u64> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{966}'..='\u{96F}' => '\u{966}',
        '\u{9E6}'..='\u{9EF}' => '\u{9E6}',
        '\u{E50}'..='\u{E59}' => '\u{E50}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    Some(u64::from(u32::from(c) - u32::from(zero)))
}

/// Letters, and the signs that Indic and Thai words have between them.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || (('\u{900}'..='\u{EFF}').contains(&c) && digit(c).is_none())
}
