//! The names of tags and attributes, remembered: a page has the same few again and again.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use html5ever::{LocalName, Namespace, ns};

use crate::dom::{Attr, Tag};

/// The names read last, each in the slot that its length and three of its letters give it (a direct-mapped cache). A name
/// replaces the one that has its slot, so that no page makes this grow.
pub(super) struct NameCache(Vec<Option<Remembered>>);

struct Remembered {
    bytes: Box<[u8]>,
    name: Option<LocalName>,
}

/// A power of two, so that dividing by it is cheap.
const SLOTS: usize = 256;

impl NameCache {
    pub(super) fn new() -> NameCache {
        NameCache(std::iter::repeat_with(|| None).take(SLOTS).collect())
    }

    /// The name of these bytes as the tree builder has it, made by `make` where it is not remembered.
    pub(super) fn get(
        &mut self,
        bytes: &[u8],
        make: impl FnOnce(Cow<'_, str>) -> Option<LocalName>,
    ) -> Option<LocalName> {
        let letter = |at: usize| bytes.get(at).copied().map_or(0, usize::from);
        let (length, last) = (bytes.len(), bytes.len().saturating_sub(1));
        let slot = (length ^ letter(0) << 1 ^ letter(last / 2) << 2 ^ letter(last) << 4) % SLOTS;
        let slot = self.0.get_mut(slot)?;
        match slot {
            Some(known) if *known.bytes == *bytes => known.name.clone(),
            _ => {
                let name = make(text(bytes));
                *slot = Some(Remembered { bytes: bytes.into(), name: name.clone() });
                name
            }
        }
    }
}

/// The page is UTF-8, and each name, value and text begins and ends with a character: nothing is lost.
pub(super) fn text(bytes: &[u8]) -> Cow<'_, str> {
    // Checking valid UTF-8 takes less time than repairing it.
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// Every name.
pub(super) fn any(name: Cow<'_, str>) -> Option<LocalName> {
    Some(LocalName::from(name))
}

/// The names of the attributes that are kept: half of all are not. Those with a prefix get names of their own in SVG and
/// MathML, by which the tree asks again.
pub(super) fn kept(name: Cow<'_, str>) -> Option<LocalName> {
    (Attr::kept(&name).is_some() || name.contains(':')).then(|| LocalName::from(name))
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

/// The parser's names → ours, remembered by the parser's own hash.
#[derive(Default)]
pub(super) struct KnownNames {
    tags: HashMap<LocalName, Tag, BuildHasherDefault<AtomHasher>>,
    attrs: HashMap<LocalName, Option<Attr>, BuildHasherDefault<AtomHasher>>,
}

impl KnownNames {
    pub(super) fn tag(&mut self, ns: &Namespace, name: &LocalName) -> Tag {
        let known =
            |name: &LocalName| Tag::known(name).unwrap_or(if name.contains('-') { Tag::Custom } else { Tag::Other });
        // SVG's and MathML's names mean other things than HTML's: svg is kept as one node, math is known by name.
        if *ns == ns!(html) || *ns == ns!(mathml) || **name == *"svg" {
            *self.tags.entry(name.clone()).or_insert_with_key(known)
        } else {
            Tag::Other
        }
    }

    pub(super) fn attr(&mut self, name: &LocalName) -> Option<Attr> {
        *self.attrs.entry(name.clone()).or_insert_with_key(|name| Attr::kept(name))
    }
}

/// Takes over the hash that a name already carries.
#[derive(Default)]
struct AtomHasher(u64);

impl Hasher for AtomHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u32(&mut self, hash: u32) {
        // The map looks at the highest bits too.
        self.0 = u64::from(hash) << 32 | u64::from(hash);
    }
}
