//! What an element's inline style says, as far as anyone asks.

/// What an inline style says: a set of flags.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Style(u16);

impl Style {
    /// The element is not displayed, or not visible.
    pub const HIDDEN: Style = Style(1);
    /// It is cut to a point and out of the flow: only screen readers say it.
    pub const CLIPPED: Style = Style(1 << 1);
    /// It cannot be selected, so that it is not copied with what is around it.
    pub const UNSELECTABLE: Style = Style(1 << 2);
    /// Its `display` puts it on lines of its own.
    pub const OWN_LINES: Style = Style(1 << 3);
    /// Its `display` is another.
    pub const IN_LINE: Style = Style(1 << 4);
    /// Its spaces and line breaks are kept.
    pub const PREFORMATTED: Style = Style(1 << 5);
    /// Its letters are of one width.
    pub const MONOSPACE: Style = Style(1 << 6);
    /// It is raised, as a reference to a note is.
    pub const RAISED: Style = Style(1 << 7);
    /// Its words are bold.
    pub const BOLD: Style = Style(1 << 8);
    /// Its words are not bold, whatever the element.
    pub const NOT_BOLD: Style = Style(1 << 9);
    /// Its words are slanted.
    pub const ITALIC: Style = Style(1 << 10);
    /// Its words are not slanted, whatever the element.
    pub const NOT_ITALIC: Style = Style(1 << 11);
    /// Its words are struck out.
    pub const STRUCK: Style = Style(1 << 12);

    /// Whether any of `flags` is in the set.
    pub const fn has(self, flags: Style) -> bool {
        self.0 & flags.0 != 0
    }

    /// Reads an inline style.
    pub fn of(style: &str) -> Style {
        let mut flags = Style::default();
        for (property, value) in declarations(style) {
            flags.read(property, value);
        }
        flags.set(Style::RAISED, holds(style, "super"));
        flags.set(Style::MONOSPACE, holds(style, "monospace"));
        flags.set(Style::CLIPPED, holds(style, "clip") && is_clipped(style));
        flags
    }

    fn read(&mut self, property: &str, value: &str) {
        let is = |name: &str| property.eq_ignore_ascii_case(name);
        if is("display") {
            self.set(Style::HIDDEN, starts_with(value, "none"));
            // The first one counts, as it is mostly the only one.
            if !self.has(Style(Style::OWN_LINES.0 | Style::IN_LINE.0)) {
                let of_blocks = ["block", "flex", "grid", "table", "table-row", "list-item"];
                let is_own = of_blocks.iter().any(|name| value.eq_ignore_ascii_case(name));
                self.set(if is_own { Style::OWN_LINES } else { Style::IN_LINE }, true);
            }
        } else if is("visibility") {
            self.set(Style::HIDDEN, starts_with(value, "hidden"));
        } else if is("font-weight") {
            self.clear(Style(Style::BOLD.0 | Style::NOT_BOLD.0));
            match of_value(value).as_str() {
                "bold" | "bolder" => self.set(Style::BOLD, true),
                "normal" | "lighter" => self.set(Style::NOT_BOLD, true),
                number => {
                    if let Ok(number) = number.parse::<u32>() {
                        self.set(if number >= LEAST_BOLD { Style::BOLD } else { Style::NOT_BOLD }, true);
                    }
                }
            }
        } else if is("font-style") {
            self.clear(Style(Style::ITALIC.0 | Style::NOT_ITALIC.0));
            let value = of_value(value);
            self.set(Style::NOT_ITALIC, value == "normal");
            self.set(Style::ITALIC, value == "italic" || value.starts_with("oblique"));
        } else if is("text-decoration") || is("text-decoration-line") {
            self.clear(Style::STRUCK);
            self.set(Style::STRUCK, holds(value, "line-through"));
        } else if ends_with(property, "user-select") {
            self.set(Style::UNSELECTABLE, starts_with(value, "none"));
        } else if ends_with(property, "white-space") {
            self.set(Style::PREFORMATTED, starts_with(value, "pre"));
        }
    }

    fn set(&mut self, flags: Style, is_set: bool) {
        self.0 |= if is_set { flags.0 } else { 0 };
    }

    fn clear(&mut self, flags: Style) {
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
    use super::Style;

    #[track_caller]
    fn check(style: &str, flags: &[Style]) {
        assert_eq!(Style::of(style), flags.iter().fold(Style::default(), |set, flag| Style(set.0 | flag.0)), "{style}");
    }

    #[test]
    fn styles_are_read() {
        check("", &[]);
        check("color:red", &[]);
        check("color:red; DISPLAY : None", &[Style::HIDDEN, Style::IN_LINE]);
        check("visibility:hidden !important", &[Style::HIDDEN]);
        check("display:block", &[Style::OWN_LINES]);
        check("display:inline;display:block", &[Style::IN_LINE]);
        check("-webkit-user-select: none", &[Style::UNSELECTABLE]);
        check("white-space: pre-wrap; font-family: Monospace", &[Style::PREFORMATTED, Style::MONOSPACE]);
        check("vertical-align:super", &[Style::RAISED]);
        check("font-weight: 700 !important", &[Style::BOLD]);
        check("font-weight:bold;font-weight:400", &[Style::NOT_BOLD]);
        check("font-style:oblique 10deg;text-decoration:line-through red", &[Style::ITALIC, Style::STRUCK]);
        check("position:absolute;clip:rect(0 0 0 0)", &[Style::CLIPPED]);
        check("clip:rect(0 0 0 0)", &[]);
    }
}
