//! Attribute values that pages repeat, each kept once, with what is known of it.

use super::names::Attr;
use super::style::InlineStyle;
use crate::lexicon::SignalSet;

/// A value of a [naming](is_naming) attribute: its place among those of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValueId(u32);

impl ValueId {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// What is known of a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value {
    hash: u32,
    is_style: bool,
    /// The bytes of the value, in the document's text of values.
    pub(super) from: u32,
    pub(super) to: u32,
    /// What its words suggest; nothing for a style.
    pub(super) signals: SignalSet,
    /// What it says if it is a style.
    pub(super) style: InlineStyle,
}

/// Whether the attribute names its element or styles it: its values are kept once each, and what they mean is worked out
/// once.
pub(super) fn is_naming(name: Attr) -> bool {
    matches!(
        name,
        Attr::Class
            | Attr::Id
            | Attr::Role
            | Attr::Itemprop
            | Attr::Name
            | Attr::DataTestid
            | Attr::DataType
            | Attr::EpubType
            | Attr::Style
    )
}

/// The naming attributes' values of a document.
#[derive(Debug, Default)]
pub(super) struct Values(Vec<Value>);

impl Values {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    #[expect(clippy::indexing_slicing, reason = "ids come from this list only")]
    pub(super) fn get(&self, id: ValueId) -> &Value {
        &self.0[id.0 as usize]
    }
}

/// The values by their hash: ids and one, in the place that the hash gives them or in one of the next.
#[derive(Debug)]
pub(super) struct Interner(Vec<u32>);

/// How many places there are at first: most pages have fewer values than half of them. A power of two.
const PLACES: usize = 1 << 11;

/// How many places are looked at. No page that was not made for it has so many values one behind another; in one that
/// was, some are kept twice.
const MAX_PROBES: usize = 64;

impl Interner {
    pub(super) fn new() -> Interner {
        Interner(vec![0; PLACES])
    }

    /// The id of a value, which is added to the values, and to their text, if it is not there.
    pub(super) fn intern(&mut self, name: Attr, value: &str, values: &mut Values, text: &mut String) -> ValueId {
        let is_style = name == Attr::Style;
        let hash = hash(is_style, value);
        let is_it = |known: &Value| {
            known.hash == hash
                && known.is_style == is_style
                && text.get(known.from as usize..known.to as usize) == Some(value)
        };
        let (id, is_known) = self.find(hash, values, is_it);
        if is_known {
            return id;
        }
        let from = text.len() as u32;
        text.push_str(value);
        let to = text.len() as u32;
        let signals = if is_style { SignalSet::default() } else { SignalSet::of(value) };
        let style = if is_style { InlineStyle::of(value) } else { InlineStyle::default() };
        values.0.push(Value { hash, is_style, from, to, signals, style });
        if 2 * values.len() > self.0.len() {
            self.grow(values);
        }
        id
    }

    /// The id of the value that `is_it`, or else the next one, which gets the place found free.
    fn find(&mut self, hash: u32, values: &Values, is_it: impl Fn(&Value) -> bool) -> (ValueId, bool) {
        let next = ValueId(values.len() as u32);
        let mask = self.0.len() - 1;
        for probe in 0..MAX_PROBES {
            let Some(place) = self.0.get_mut((hash as usize + probe) & mask) else { break };
            let Some(id) = place.checked_sub(1).map(ValueId) else {
                *place = next.0 + 1;
                break;
            };
            if is_it(values.get(id)) {
                return (id, true);
            }
        }
        (next, false)
    }

    fn grow(&mut self, values: &Values) {
        let mask = 2 * self.0.len() - 1;
        self.0 = vec![0; 2 * self.0.len()];
        for (id, value) in values.0.iter().enumerate() {
            let mut places = (0..MAX_PROBES).map(|probe| (value.hash as usize + probe) & mask);
            if let Some(place) = places.find(|&place| self.0.get(place) == Some(&0)).and_then(|at| self.0.get_mut(at)) {
                *place = id as u32 + 1;
            }
        }
    }
}

fn hash(is_style: bool, value: &str) -> u32 {
    let add = |hash: u64, word: u64| {
        let mixed = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ mixed >> 32
    };
    let (words, rest) = value.as_bytes().as_chunks::<8>();
    let hash = words.iter().fold(u64::from(is_style), |hash, word| add(hash, u64::from_le_bytes(*word)));
    let rest = rest.iter().fold(value.len() as u64, |rest, &byte| rest << 8 | u64::from(byte));
    // Once more, as a product's low bits do not depend on the high ones of its factors.
    add(add(hash, rest), 0) as u32
}

#[cfg(test)]
mod tests {
    use super::{Attr, InlineStyle, Interner, MAX_PROBES, PLACES, Values, hash};

    #[test]
    fn values_are_kept_once() {
        let (mut interner, mut values, mut text) = (Interner::new(), Values::default(), String::new());
        let mut intern = |name, value: &str| interner.intern(name, value, &mut values, &mut text);
        let first = intern(Attr::Class, "share bar");
        assert_eq!(intern(Attr::Class, "share bar"), first);
        assert_eq!(intern(Attr::Role, "share bar"), first);
        assert_ne!(intern(Attr::Style, "share bar"), first);
        assert_ne!(intern(Attr::Class, "share-bar"), first);
        assert_ne!(intern(Attr::Class, ""), first);
        assert_eq!(intern(Attr::Class, "share bar"), first);
        let hidden = intern(Attr::Style, "display:none");
        assert!(values.get(hidden).style.has(InlineStyle::HIDDEN));
    }

    #[test]
    fn many_values_are_kept_apart_and_once() {
        let (mut interner, mut values, mut text) = (Interner::new(), Values::default(), String::new());
        for _ in 0..2 {
            for number in 0..3 * PLACES {
                let value = format!("name-{number}");
                let id = interner.intern(Attr::Class, &value, &mut values, &mut text);
                let found = values.get(id);
                assert_eq!(text.get(found.from as usize..found.to as usize), Some(value.as_str()));
            }
        }
        assert_eq!(values.len(), 3 * PLACES);
    }

    #[test]
    fn values_of_one_hash_are_found_or_kept_twice() {
        let (mut interner, mut values, mut text) = (Interner::new(), Values::default(), String::new());
        // All of these come to places right behind one another.
        let of_hash = |value: &String| hash(false, value) as usize & (PLACES - 1) < 4;
        let same = (0..).map(|number| format!("x{number}")).filter(of_hash).take(2 * MAX_PROBES);
        for value in same.collect::<Vec<_>>() {
            let id = interner.intern(Attr::Class, &value, &mut values, &mut text);
            let again = interner.intern(Attr::Class, &value, &mut values, &mut text);
            for id in [id, again] {
                let found = values.get(id);
                assert_eq!(text.get(found.from as usize..found.to as usize), Some(value.as_str()));
            }
        }
    }
}
