//! The allow-list: the elements and attributes that content may have, and the values of each.

use std::borrow::Cow;

use crate::address::is_data_image;
use crate::dom::{Attr, CARD, Tag, callout_kind, is_zero_length, note_roles};

/// Put before every id, so that no id of the page can stand for a global name of the page that shows it.
pub(super) const ID_PREFIX: &str = "recto-";

/// Given to every link: the page behind it learns nothing of, and can do nothing to, the page that shows it.
pub(super) const LINK_REL: &str = "noopener noreferrer";

/// What every element may have.
pub(crate) const GLOBAL: &[Attr] = &[Attr::Id, Attr::Lang, Attr::Dir];

/// The longest language tag and `mathvariant`, in bytes: BCP 47 asks readers to take 35 at the least.
const MAX_TAG: usize = 35;

/// The longest name of a programming language, in bytes.
const MAX_LANGUAGE: usize = 40;

/// The largest number of a list's item: Markdown takes nine digits.
pub(crate) const MAX_ITEM_NUMBER: i32 = 999_999_999;

/// The HTML standard's bounds of what a cell spans.
const MAX_COLSPAN: i32 = 1000;
const MAX_ROWSPAN: i32 = 65_534;

/// The largest width or height, in pixels: more would make a page of one picture.
const MAX_PIXELS: i32 = 99_999;

/// The schemes of what a link may lead to.
const LINK_SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// HTML's elements that may stay, with the attributes each may have beside the global ones.
pub(crate) const HTML: &[(&[Tag], &[Attr])] = {
    use Tag::*;
    &[
        (
            &[
                P, Span, Div, Tr, Strong, Em, Br, B, I, H1, H2, H3, H4, H5, H6, Ul, Figcaption, Blockquote, Pre, Sup,
                Sub, Table, Thead, Tbody, Tfoot, Caption, Dl, Dt, Dd, Hr, Article, Address, Summary, Bdi, Bdo, Cite,
                Del, Ins, Kbd, Mark, Q, Rp, Rt, Ruby, S, Samp, Small, U, Var, Wbr,
            ],
            &[],
        ),
        (&[A], &[Attr::Href, Attr::Role]),
        (&[Li], &[Attr::Value]),
        (&[Td], &[Attr::Colspan, Attr::Rowspan]),
        (&[Img], &[Attr::Src, Attr::Alt, Attr::Title, Attr::Width, Attr::Height]),
        (&[Code, Figure, Aside], &[Attr::Class]),
        (&[Ol], &[Attr::Start, Attr::Reversed, Attr::Type]),
        (&[Th], &[Attr::Colspan, Attr::Rowspan, Attr::Scope]),
        (&[Section], &[Attr::Role]),
        (&[Details], &[Attr::Open]),
        (&[Abbr, Dfn], &[Attr::Title]),
        (&[Time], &[Attr::Datetime]),
    ]
};

/// MathML's elements that may stay, all inside `math`: presentation only, nothing that can hold HTML again.
pub(crate) const MATHML: &[(&[Tag], &[Attr])] = {
    use Tag::*;
    &[
        (&[Math], &[Attr::Display, Attr::Alttext]),
        (
            &[
                Merror, Mn, Mover, Mpadded, Mphantom, Mroot, Mrow, Ms, Mspace, Msqrt, Msub, Msubsup, Msup, Mtable, Mtd,
                Mtext, Mtr, Munder, Munderover,
            ],
            &[],
        ),
        (&[Mmultiscripts, Mprescripts], &[]),
        (&[Mfrac], &[Attr::Linethickness]),
        (&[Mi], &[Attr::Mathvariant]),
        (&[Mo], &[Attr::Stretchy]),
        (&[Mstyle], &[Attr::Displaystyle]),
    ]
};

/// What goes with everything in it beside what is never shown: the fallback text of players and frames, and what a
/// formula is annotated with.
const DROPPED: [Tag; 7] =
    [Tag::Iframe, Tag::Audio, Tag::Video, Tag::AmpVideo, Tag::Canvas, Tag::Annotation, Tag::AnnotationXml];

/// Whether the element goes with everything in it.
pub(super) fn is_dropped(tag: Tag) -> bool {
    tag.is_invisible() || DROPPED.contains(&tag)
}

/// The attributes an HTML element may have; `None` where the element may not stay.
pub(super) fn html_attributes(tag: Tag) -> Option<&'static [Attr]> {
    HTML.iter().find(|(tags, _)| tags.contains(&tag)).map(|row| row.1)
}

/// The attributes a MathML element may have; `None` where the element may not stay.
pub(super) fn mathml_attributes(tag: Tag) -> Option<&'static [Attr]> {
    MATHML.iter().find(|(tags, _)| tags.contains(&tag)).map(|row| row.1)
}

/// An attribute's value as it may stay on the element; `None` where the attribute goes.
pub(super) fn value_on(tag: Tag, attr: Attr, text: &str) -> Option<Cow<'_, str>> {
    match (tag, attr) {
        (_, Attr::Role) => role(tag, text),
        (Tag::Aside, Attr::Class) => callout_kind(text).map(|_| Cow::Borrowed(text)),
        (Tag::Figure, Attr::Class) => (text == CARD).then_some(Cow::Borrowed(text)),
        _ => value(attr, text),
    }
}

/// An attribute's value as it may stay on any element that may have it.
pub(super) fn value(attr: Attr, value: &str) -> Option<Cow<'_, str>> {
    match attr {
        Attr::Href => address(value).filter(|href| scheme_is(href, LINK_SCHEMES)),
        Attr::Src => address(value).filter(|src| is_data_image(src) || scheme_is(src, &["http", "https"])),
        Attr::Rel => (value == LINK_REL).then_some(Cow::Borrowed(value)),
        Attr::Id => is_id(value).then_some(Cow::Borrowed(value)),
        Attr::Class => language(value),
        Attr::Lang => {
            is_made_of(value, MAX_TAG, |b| b.is_ascii_alphanumeric() || b == b'-').then_some(Cow::Borrowed(value))
        }
        Attr::Mathvariant => {
            is_made_of(value, MAX_TAG, |b| b.is_ascii_lowercase() || b == b'-').then_some(Cow::Borrowed(value))
        }
        Attr::Dir => one_of(value, &["ltr", "rtl", "auto"]),
        Attr::Display => one_of(value, &["block", "inline"]),
        Attr::Stretchy | Attr::Displaystyle => one_of(value, &["true", "false"]),
        // A fraction without a line is a binomial; how thick a line is has no meaning.
        Attr::Linethickness => is_zero_length(value).then_some(Cow::Borrowed("0")),
        Attr::Scope => one_of(value, &["row", "col", "rowgroup", "colgroup"]),
        Attr::Type => one_of(value, &["1", "a", "A", "i", "I"]),
        Attr::Start | Attr::Value => number(value, -MAX_ITEM_NUMBER..=MAX_ITEM_NUMBER),
        Attr::Colspan => number(value, 2..=MAX_COLSPAN),
        Attr::Rowspan => number(value, 2..=MAX_ROWSPAN),
        Attr::Width | Attr::Height => number(value, 1..=MAX_PIXELS),
        Attr::Open | Attr::Reversed => Some(Cow::Borrowed("")),
        Attr::Alt | Attr::Title | Attr::Alttext | Attr::Datetime => Some(plain(value)),
        _ => None,
    }
}

/// A role as it may stay: those of notes, each on the elements that it is written on.
fn role(tag: Tag, value: &str) -> Option<Cow<'_, str>> {
    let allowed: &[&str] = match tag {
        Tag::A => &[note_roles::REFERENCE, note_roles::BACK_LINK],
        Tag::Section => &[note_roles::LIST],
        _ => &[],
    };
    allowed.contains(&value).then_some(Cow::Borrowed(value))
}

/// Text without control characters: NULs that a parser would drop or change, escape codes for terminals.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    // Past ASCII, only characters that begin with these bytes are looked for: C1 controls and U+FEFF.
    let suspect = |b: u8| (b < b' ' && b != b'\n' && b != b'\t') || matches!(b, 0x7F | 0xC2 | 0xEF);
    if !text.bytes().any(suspect) || !text.contains(is_unwanted) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{C}'], "\n");
    Cow::Owned(text.replace(is_unwanted, ""))
}

/// Control characters, and the byte order mark, which a parser drops at the start of its input.
fn is_unwanted(c: char) -> bool {
    c == '\u{FEFF}' || (c.is_control() && !matches!(c, '\n' | '\t'))
}

/// An address without what browsers ignore in it: spaces around it, line breaks and controls inside.
fn address(value: &str) -> Option<Cow<'_, str>> {
    let value = value.trim_matches(|c: char| c <= ' ');
    let value =
        if value.contains(char::is_control) { Cow::Owned(value.replace(char::is_control, "")) } else { value.into() };
    (!value.is_empty()).then_some(value)
}

/// Whether the address is relative or of one of the schemes.
fn scheme_is(address: &str, schemes: &[&str]) -> bool {
    let Some((scheme, _)) = address.split_once(':') else { return true };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && is_made_of(scheme, usize::MAX, |b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    !is_scheme || schemes.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed))
}

/// Whether a link can lead to the id: spaces and controls would be lost on the way.
fn is_id(value: &str) -> bool {
    value.starts_with(ID_PREFIX) && !value.contains(|c: char| c <= ' ' || c.is_control())
}

/// The language of code, all that a class may be but for those of callouts and cards.
fn language(value: &str) -> Option<Cow<'_, str>> {
    let is_language = |class: &&str| {
        class.strip_prefix("language-").is_some_and(|name| {
            is_made_of(name, MAX_LANGUAGE, |b| {
                b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'+' | b'#' | b'.')
            })
        })
    };
    value.split_ascii_whitespace().find(is_language).map(Cow::Borrowed)
}

fn number(value: &str, range: std::ops::RangeInclusive<i32>) -> Option<Cow<'_, str>> {
    let number = value.trim().parse::<i32>().ok().filter(|number| range.contains(number))?.to_string();
    Some(if number == value { Cow::Borrowed(value) } else { Cow::Owned(number) })
}

fn one_of<'v>(value: &'v str, allowed: &[&'static str]) -> Option<Cow<'v, str>> {
    let exact = allowed.iter().find(|word| **word == value);
    exact
        .or_else(|| allowed.iter().find(|word| word.eq_ignore_ascii_case(value.trim())))
        .map(|word| Cow::Borrowed(*word))
}

fn is_made_of(value: &str, longest: usize, allowed: impl Fn(u8) -> bool) -> bool {
    !value.is_empty() && value.len() <= longest && value.bytes().all(allowed)
}
