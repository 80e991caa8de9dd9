//! Learned names: what a class, an id, a role or an itemprop says about the text in the element, by how much of
//! that text was content where the name was seen.

use crate::dom::Attr;

/// The learned names, as hashes in order, and the log-odds of each that text under it is content.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Names {
    pub(crate) keys: Vec<u32>,
    /// In sixteenths.
    pub(crate) odds: Vec<i8>,
}

/// What the names around a block say.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NamesScore {
    pub sum: f32,
    pub least: f32,
    pub most: f32,
}

impl NamesScore {
    pub(super) fn add(&mut self, score: f32) {
        self.sum += score;
        self.least = self.least.min(score);
        self.most = self.most.max(score);
    }

    pub(super) fn merge(&mut self, own: NamesScore) {
        self.sum += own.sum;
        self.least = self.least.min(own.least);
        self.most = self.most.max(own.most);
    }
}

impl Names {
    /// The log-odds of the strongest name in an attribute's value; 0 where none is known.
    pub(super) fn score(&self, attribute: Attr, value: &str) -> f32 {
        let odds = keys(attribute, value).filter_map(|key| {
            let place = self.keys.binary_search(&key).ok()?;
            self.odds.get(place).copied()
        });
        let strongest = odds.max_by_key(|odds| (odds.unsigned_abs(), *odds)).unwrap_or(0);
        f32::from(strongest) / 16.0
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
