//! What holds code to the byte: `pre`, `code`, editors, and the boxes and tables of highlighters.

use super::Tag;

/// Editors: what names the whole, and what in it holds the lines.
pub(crate) const EDITORS: [(&str, &str); 4] = [
    ("codemirror", "codemirror-code"),
    ("cm-editor", "cm-content"),
    ("monaco-editor", "view-lines"),
    ("ace_editor", "ace_text-layer"),
];

/// Boxes of lines that are code whatever they are made of.
pub(crate) const BOXES: [&str; 5] = ["syntaxhighlighter", "crayon-main", "enlighter", "rouge-table", "lntable"];

/// Names of a line of code.
pub(crate) const LINES: [&str; 12] = [
    "line",
    "code-line",
    "codeline",
    "code_line",
    "token-line",
    "cm-line",
    "view-line",
    "ace_line",
    "codemirror-line",
    "crayon-line",
    "ec-line",
    "data-line",
];

/// Names of a cell that holds a line of code, in a table of lines.
pub(crate) const CELLS: [&str; 6] =
    ["blob-code", "blob-code-inner", "hljs-ln-code", "js-file-line", "line_content", "code-cell"];

/// Whether the element holds code to the byte, by its tag and class: all in it is copied and kept together.
pub(crate) fn is_code_box(tag: Tag, class: Option<&str>) -> bool {
    match tag {
        Tag::Pre | Tag::Code => true,
        Tag::Div | Tag::Table | Tag::Td | Tag::Figure | Tag::Section => class.is_some_and(|class| {
            class.split_ascii_whitespace().any(|name| {
                let is = |other: &str| name.eq_ignore_ascii_case(other);
                EDITORS.iter().any(|editor| is(editor.1))
                    || BOXES.iter().chain(&CELLS).any(|&name| is(name))
                    || LINES.iter().skip(1).any(|&name| is(name))
            })
        }),
        _ => false,
    }
}

/// Whether a `code` element with no text between others is a blank line of theirs.
pub(crate) fn is_block_code(class: Option<&str>) -> bool {
    class.is_some_and(|class| class.split_ascii_whitespace().any(|name| name == "block"))
}
