//! The log-odds of names: how likely text is to be content in an element of a class, id, role or itemprop, learned from
//! how much of it was where the name was seen.

use crate::dom::Attr;

/// The log-odds are kept in whole sixteenths.
const PARTS: f32 = 16.0;

/// Names as hashes in order, and for each the log-odds that text below it is content.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NameOdds {
    pub(crate) keys: Vec<u32>,
    /// As many as [`PARTS`] are one.
    pub(crate) odds: Vec<i8>,
}

/// The log-odds of several names together.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NameScore {
    pub sum: f32,
    pub least: f32,
    pub most: f32,
}

impl NameScore {
    pub(super) fn add(&mut self, score: f32) {
        self.sum += score;
        self.least = self.least.min(score);
        self.most = self.most.max(score);
    }

    pub(super) fn merge(&mut self, own: NameScore) {
        self.sum += own.sum;
        self.least = self.least.min(own.least);
        self.most = self.most.max(own.most);
    }
}

impl NameOdds {
    /// The log-odds of the strongest name in an attribute's value; 0 where none is known.
    pub(super) fn score(&self, attribute: Attr, value: &str) -> f32 {
        let odds = keys(attribute, value).filter_map(|key| {
            let place = self.keys.binary_search(&key).ok()?;
            self.odds.get(place).copied()
        });
        let strongest = odds.max_by_key(|odds| (odds.unsigned_abs(), *odds)).unwrap_or(0);
        f32::from(strongest) / PARTS
    }
}

/// The key of each name in an attribute's value: FNV-1a of the attribute's kind and of the name in lower case, with
/// digits left out, since they number things.
pub fn keys(attribute: Attr, value: &str) -> impl Iterator<Item = u32> + '_ {
    let kind = match attribute {
        Attr::Class => b'c',
        Attr::Id => b'i',
        Attr::Role => b'r',
        _ => b'p',
    };
    value.split_ascii_whitespace().map(move |name| {
        let bytes = name.bytes().filter(|byte| !byte.is_ascii_digit()).map(|byte| byte.to_ascii_lowercase());
        std::iter::once(kind)
            .chain(bytes)
            .fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    })
}
