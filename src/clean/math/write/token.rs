//! Names, numbers, operators and text in LaTeX.

use crate::dom::{Tag, Tree, TreeId};

use super::super::symbols::{self, Style};
use super::style;

/// The token as LaTeX.
pub(super) fn latex(tree: &Tree, id: TreeId) -> String {
    let text = tree.text(id);
    let tag = tree.tag(id);
    if matches!(tag, Tag::Mtext | Tag::Ms) {
        return prose(&text);
    }
    let text = text.trim();
    if symbols::is_function(text) {
        return format!("\\{text}");
    }
    let words = text.chars().filter(|c| c.is_ascii_alphabetic()).count();
    let own = match style(tree, id) {
        // Names of several letters are upright without saying so.
        Style::Plain if tag != Tag::Mn && words > 1 && words == text.chars().count() => Style::Roman,
        // Upright is what signs and digits are anyway.
        Style::Roman if words == 0 => Style::Plain,
        style => style,
    };
    let mut out = String::new();
    let mut current = Style::Plain;
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        let (c, styled) = symbols::plain(c);
        let style = if styled == Style::Plain { own } else { styled };
        let style = if style == Style::Roman && !c.is_ascii_alphanumeric() { Style::Plain } else { style };
        if style != current {
            if current != Style::Plain {
                out.push('}');
            }
            out.push_str(style.command().unwrap_or_default());
            current = style;
        }
        match symbols::command(c) {
            Some(command) => {
                out.push_str(command);
                if command.len() > 2 && command.ends_with(|c: char| c.is_ascii_alphabetic()) {
                    out.push(' ');
                }
            }
            None => out.push(c),
        }
    }
    let length = out.trim_end().len();
    out.truncate(length);
    if current != Style::Plain {
        out.push('}');
    }
    out
}

/// Text between formulas.
fn prose(text: &str) -> String {
    if text.chars().all(char::is_whitespace) {
        return if text.is_empty() { String::new() } else { "\\ ".to_string() };
    }
    let mut out = String::from("\\text{");
    for c in text.chars() {
        match c {
            '{' | '}' | '#' | '%' | '&' | '_' => out.extend(['\\', c]),
            '\\' => out.push_str("\\textbackslash "),
            '\u{A0}' => out.push(' '),
            _ if is_invisible(c) => {}
            _ => out.push(c),
        }
    }
    out.push('}');
    out
}

/// LaTeX's spaces, each from the least width that it is written for, in em: a little less than its own, as converters
/// round.
const SPACES: [(f32, &str); 3] = [(1.9, "\\qquad"), (0.9, "\\quad"), (0.25, "\\;")];

/// The space of a width.
pub(super) fn space(width: &str) -> &'static str {
    let number = width.trim().trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let width = number.parse::<f32>().unwrap_or(0.0);
    let wide = SPACES.iter().find(|(least, _)| width >= *least).map(|(_, command)| *command);
    wide.unwrap_or(if width > 0.0 { "\\," } else { "" })
}

/// Characters without a shape: function application, joiners, variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{2060}'..='\u{2064}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{AD}')
}
