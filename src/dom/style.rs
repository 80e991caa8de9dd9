//! What an element's inline style says, as far as anyone asks.

/// What an inline style says: a set of flags.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InlineStyle(u16);

impl InlineStyle {
    /// The element is not displayed, or not visible.
    pub const HIDDEN: InlineStyle = InlineStyle(1);
    /// It is cut to a point and out of the flow: only screen readers say it.
    pub const CLIPPED: InlineStyle = InlineStyle(1 << 1);
    /// It cannot be selected, so that it is not copied with what is around it.
    pub const UNSELECTABLE: InlineStyle = InlineStyle(1 << 2);
    /// Its `display` puts it on lines of its own.
    pub const OWN_LINES: InlineStyle = InlineStyle(1 << 3);
    /// Its `display` is another.
    pub const IN_LINE: InlineStyle = InlineStyle(1 << 4);
    /// Its spaces and line breaks are kept.
    pub const PREFORMATTED: InlineStyle = InlineStyle(1 << 5);
    /// Its letters are of one width.
    pub const MONOSPACE: InlineStyle = InlineStyle(1 << 6);
    /// It is raised, as a reference to a note is.
    pub const RAISED: InlineStyle = InlineStyle(1 << 7);
    /// Its words are bold.
    pub const BOLD: InlineStyle = InlineStyle(1 << 8);
    /// Its words are not bold, whatever the element.
    pub const NOT_BOLD: InlineStyle = InlineStyle(1 << 9);
    /// Its words are slanted.
    pub const ITALIC: InlineStyle = InlineStyle(1 << 10);
    /// Its words are not slanted, whatever the element.
    pub const NOT_ITALIC: InlineStyle = InlineStyle(1 << 11);
    /// Its words are struck out.
    pub const STRUCK: InlineStyle = InlineStyle(1 << 12);

    /// Whether any of `flags` is in the set.
    pub const fn has(self, flags: InlineStyle) -> bool {
        self.0 & flags.0 != 0
    }

    /// Reads an inline style.
    pub fn of(style: &str) -> InlineStyle {
        let mut flags = InlineStyle::default();
        for (property, value) in declarations(style) {
            flags.read(property, value);
        }
        flags.set(InlineStyle::RAISED, holds(style, "super"));
        flags.set(InlineStyle::MONOSPACE, holds(style, "monospace"));
        flags.set(InlineStyle::CLIPPED, holds(style, "clip") && is_clipped(style));
        flags
    }

    fn read(&mut self, property: &str, value: &str) {
        let is = |name: &str| property.eq_ignore_ascii_case(name);
        if is("display") {
            self.set(InlineStyle::HIDDEN, starts_with(value, "none"));
            // The first one counts, as it is mostly the only one.
            if !self.has(InlineStyle(InlineStyle::OWN_LINES.0 | InlineStyle::IN_LINE.0)) {
                let of_blocks = ["block", "flex", "grid", "table", "table-row", "list-item"];
                let is_own = of_blocks.iter().any(|name| value.eq_ignore_ascii_case(name));
                self.set(if is_own { InlineStyle::OWN_LINES } else { InlineStyle::IN_LINE }, true);
            }
        } else if is("visibility") {
            self.set(InlineStyle::HIDDEN, starts_with(value, "hidden"));
        } else if is("font-weight") {
            self.clear(InlineStyle(InlineStyle::BOLD.0 | InlineStyle::NOT_BOLD.0));
            match of_value(value).as_str() {
                "bold" | "bolder" => self.set(InlineStyle::BOLD, true),
                "normal" | "lighter" => self.set(InlineStyle::NOT_BOLD, true),
                number => {
                    if let Ok(number) = number.parse::<u32>() {
                        self.set(if number >= LEAST_BOLD { InlineStyle::BOLD } else { InlineStyle::NOT_BOLD }, true);
                    }
                }
            }
        } else if is("font-style") {
            self.clear(InlineStyle(InlineStyle::ITALIC.0 | InlineStyle::NOT_ITALIC.0));
            let value = of_value(value);
            self.set(InlineStyle::NOT_ITALIC, value == "normal");
            self.set(InlineStyle::ITALIC, value == "italic" || value.starts_with("oblique"));
        } else if is("text-decoration") || is("text-decoration-line") {
            self.clear(InlineStyle::STRUCK);
            self.set(InlineStyle::STRUCK, holds(value, "line-through"));
        } else if ends_with(property, "user-select") {
            self.set(InlineStyle::UNSELECTABLE, starts_with(value, "none"));
        } else if ends_with(property, "white-space") {
            self.set(InlineStyle::PREFORMATTED, starts_with(value, "pre"));
        }
    }

    fn set(&mut self, flags: InlineStyle, is_set: bool) {
        self.0 |= if is_set { flags.0 } else { 0 };
    }

    fn clear(&mut self, flags: InlineStyle) {
        self.0 &= !flags.0;
    }
}

/// The weight from which CSS's own names call letters semi-bold.
const LEAST_BOLD: u32 = 600;

/// The properties of an inline style with their values, without spaces around.
pub(crate) fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
    let declarations = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    declarations.map(|(property, value)| (property.trim(), value.trim()))
}

/// Whether a length is zero, whatever its unit.
pub(crate) fn is_zero_length(length: &str) -> bool {
    length.trim().trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%').parse() == Ok(0.0)
}

fn of_value(value: &str) -> String {
    value.trim_end_matches("!important").trim().to_ascii_lowercase()
}

/// Whether the style cuts the element to a point, or to nothing, and takes it out of the flow.
fn is_clipped(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    let cuts = ["clip:rect(0", "clip:rect(1px,1px", "clip-path:inset(50%)", "clip-path:inset(100%)"];
    style.contains("position:absolute") && cuts.iter().any(|cut| style.contains(cut))
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|text| text.eq_ignore_ascii_case(start))
}

fn ends_with(text: &str, end: &str) -> bool {
    text.len().checked_sub(end.len()).and_then(|at| text.get(at..)).is_some_and(|text| text.eq_ignore_ascii_case(end))
}

fn holds(text: &str, part: &str) -> bool {
    let part = part.as_bytes();
    let begins = |window: &&[u8]| window.first().map(u8::to_ascii_lowercase) == part.first().copied();
    text.as_bytes().windows(part.len()).filter(begins).any(|window| window.eq_ignore_ascii_case(part))
}

#[cfg(test)]
mod tests {
    use super::InlineStyle;

    #[track_caller]
    fn check(style: &str, flags: &[InlineStyle]) {
        assert_eq!(
            InlineStyle::of(style),
            flags.iter().fold(InlineStyle::default(), |set, flag| InlineStyle(set.0 | flag.0)),
            "{style}"
        );
    }

    #[test]
    fn styles_are_read() {
        check("", &[]);
        check("color:red", &[]);
        check("color:red; DISPLAY : None", &[InlineStyle::HIDDEN, InlineStyle::IN_LINE]);
        check("visibility:hidden !important", &[InlineStyle::HIDDEN]);
        check("display:block", &[InlineStyle::OWN_LINES]);
        check("display:inline;display:block", &[InlineStyle::IN_LINE]);
        check("-webkit-user-select: none", &[InlineStyle::UNSELECTABLE]);
        check("white-space: pre-wrap; font-family: Monospace", &[InlineStyle::PREFORMATTED, InlineStyle::MONOSPACE]);
        check("vertical-align:super", &[InlineStyle::RAISED]);
        check("font-weight: 700 !important", &[InlineStyle::BOLD]);
        check("font-weight:bold;font-weight:400", &[InlineStyle::NOT_BOLD]);
        check("font-style:oblique 10deg;text-decoration:line-through red", &[InlineStyle::ITALIC, InlineStyle::STRUCK]);
        check("position:absolute;clip:rect(0 0 0 0)", &[InlineStyle::CLIPPED]);
        check("clip:rect(0 0 0 0)", &[]);
    }
}
