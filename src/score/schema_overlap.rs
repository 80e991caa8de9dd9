//! What a page says of its text outside its text: descriptions and bodies in structured data and meta tags. A block
//! that stands there too is rather the text than its frame.

use super::hash::Set;
use super::text::words;
use crate::blocks::Block;
use crate::dom::Document;
use crate::lexicon::schema_org::{REVIEW_KEY, TEXT_KEYS};
use crate::structured::Structured;

/// How many words in a row are compared. A block of fewer has none.
const RUN: u32 = 3;

/// Hashes of [`RUN`] words in a row.
type Trigrams = Set<u64>;

/// The word trigrams of what the page says of itself, and of reviews in it.
#[derive(Debug, Default)]
pub(super) struct SchemaOverlap {
    own: Trigrams,
    reviews: Trigrams,
}

impl SchemaOverlap {
    pub(super) fn of(page: &Document, structured: &Structured) -> SchemaOverlap {
        let json_ld = &structured.json_ld;
        let mut overlap = SchemaOverlap::default();
        overlap.own.extend(TEXT_KEYS.iter().flat_map(|key| json_ld.strings(key)).flat_map(trigrams));
        overlap.reviews.extend(json_ld.strings(REVIEW_KEY).flat_map(trigrams));
        let in_head = structured.meta.iter().take_while(|meta| meta.node < page.body());
        let descriptions = in_head.filter(|meta| meta.name.ends_with("description"));
        overlap.own.extend(descriptions.flat_map(|meta| trigrams(&meta.content)));
        overlap
    }

    /// The share of a block's trigrams that the page says of itself, and that reviews have; `None` where there are none.
    pub(super) fn shares(&self, block: &Block, text: &str) -> Option<[f32; 2]> {
        if self.own.is_empty() && self.reviews.is_empty() || block.count.words < RUN {
            return None;
        }
        let (mut all, mut own, mut reviews) = (0u32, 0u32, 0u32);
        for trigram in trigrams(text) {
            all += 1;
            own += u32::from(self.own.contains(&trigram));
            reviews += u32::from(self.reviews.contains(&trigram));
        }
        let share = |part: u32| part as f32 / all.max(1) as f32;
        Some([share(own), share(reviews)])
    }
}

/// Each run of three words, hashed.
fn trigrams(text: &str) -> impl Iterator<Item = u64> + '_ {
    let (mut before, mut last) = (0u64, 0u64);
    words(text).filter_map(move |word| {
        let trigram = before.wrapping_mul(31).wrapping_add(last).wrapping_mul(31).wrapping_add(word);
        let is_whole = before != 0;
        (before, last) = (last, word);
        is_whole.then_some(trigram)
    })
}

#[cfg(test)]
mod tests {
    use super::trigrams;

    #[test]
    fn case_and_punctuation_do_not_count() {
        assert!(trigrams("one two\nthree four").eq(trigrams("One, two. Three four")));
        assert_eq!(trigrams("one two").count(), 0);
    }
}
