//! The names of tags and attributes, remembered: a page has the same few again and again.

use std::borrow::Cow;

use html5ever::LocalName;

use crate::dom::Attr;

/// The names read last, each in the place that its length and some of its letters give it. A name that comes to a taken
/// place takes it over, so that no page makes this grow.
pub(super) struct Memory(Vec<Option<Remembered>>);

struct Remembered {
    bytes: Box<[u8]>,
    name: Option<LocalName>,
}

/// A power of two, so that dividing by it is cheap.
const PLACES: usize = 256;

impl Memory {
    pub(super) fn new() -> Memory {
        Memory(std::iter::repeat_with(|| None).take(PLACES).collect())
    }

    /// The name of these bytes as the tree builder has it, made by `make` where it is not remembered.
    pub(super) fn get(
        &mut self,
        bytes: &[u8],
        make: impl FnOnce(Cow<'_, str>) -> Option<LocalName>,
    ) -> Option<LocalName> {
        let letter = |place: usize| bytes.get(place).copied().map_or(0, usize::from);
        let (length, last) = (bytes.len(), bytes.len().saturating_sub(1));
        let place = (length ^ letter(0) << 1 ^ letter(last / 2) << 2 ^ letter(last) << 4) % PLACES;
        let place = self.0.get_mut(place)?;
        match place {
            Some(known) if *known.bytes == *bytes => known.name.clone(),
            _ => {
                let name = make(text(bytes));
                *place = Some(Remembered { bytes: bytes.into(), name: name.clone() });
                name
            }
        }
    }
}

/// The page is UTF-8, and each name, value and text begins and ends with a character: nothing is lost.
pub(super) fn text(bytes: &[u8]) -> Cow<'_, str> {
    // What is right is told in less time than what may be wrong.
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// Every name.
pub(super) fn any(name: Cow<'_, str>) -> Option<LocalName> {
    Some(LocalName::from(name))
}

/// The names of attributes, but for those that nobody asks for, which are half of all. Those with a prefix get names of their own in SVG
/// and MathML.
pub(super) fn asked_for(name: Cow<'_, str>) -> Option<LocalName> {
    let is_kept = Attr::known(&name).is_some() || Attr::of_loader(&name).is_some() || name.contains(':');
    is_kept.then(|| LocalName::from(name))
}

/// The tags whose attributes the tree builder compares, and leaves out the fourth open one that is like the others: all
/// formatting elements but `a`, of which it has one open at most.
pub(super) fn is_compared(tag: &[u8]) -> bool {
    matches!(
        tag,
        b"b" | b"big"
            | b"code"
            | b"em"
            | b"font"
            | b"i"
            | b"nobr"
            | b"s"
            | b"small"
            | b"strike"
            | b"strong"
            | b"tt"
            | b"u"
    )
}
