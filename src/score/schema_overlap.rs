//! What a page says of its text outside its text: descriptions and bodies in structured data and `meta`. A block
//! that is found there too is rather the text than its frame.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;

use super::context::{Fnv, text};
use super::text::words;
use crate::blocks::Block;
use crate::dom::{Attr, Document, Tag};

/// Keys of strings in data that hold text for readers, and those that hold what others say.
const KEYS: [(&str, bool); 5] =
    [("articleBody", false), ("description", false), ("text", false), ("abstract", false), ("reviewBody", true)];

type Runs = HashSet<u64, BuildHasherDefault<Fnv>>;

/// Runs of three words in what the page says of itself.
#[derive(Debug, Default)]
pub(super) struct Said {
    own: Runs,
    reviews: Runs,
}

impl Said {
    pub(super) fn of(page: &Document) -> Said {
        let mut said = Said::default();
        let structured = |id| page.attr(id, Attr::Type).is_some_and(|kind| kind.contains("ld+json"));
        for (_, script) in page.data_scripts().filter(|(id, _)| structured(*id)) {
            for (key, review) in KEYS {
                for value in strings(script, key) {
                    let runs = if review { &mut said.reviews } else { &mut said.own };
                    runs.extend(self::runs(value));
                }
            }
        }
        for id in page.all() {
            let tag = page.tag(id);
            if tag == Tag::Body {
                break;
            }
            let name = page.attr(id, Attr::Name).or_else(|| page.attr(id, Attr::Property)).unwrap_or_default();
            if tag == Tag::Meta && name.to_ascii_lowercase().ends_with("description") {
                said.own.extend(runs(page.attr(id, Attr::Content).unwrap_or_default()));
            }
        }
        said
    }

    /// The share of the block's runs that the page says of itself, and that reviews say.
    pub(super) fn shares(&self, page: &Document, block: &Block) -> [f32; 2] {
        if self.own.is_empty() && self.reviews.is_empty() || block.count.words < 3 {
            return [-1.0; 2];
        }
        let (mut all, mut own, mut reviews) = (0u32, 0u32, 0u32);
        for run in runs(text(page, block)) {
            all += 1;
            own += u32::from(self.own.contains(&run));
            reviews += u32::from(self.reviews.contains(&run));
        }
        let share = |part: u32| part as f32 / all.max(1) as f32;
        [share(own), share(reviews)]
    }
}

/// The values of all strings of that key in JSON, as they are written.
pub(crate) fn strings<'s>(json: &'s str, key: &str) -> impl Iterator<Item = &'s str> {
    let quoted = format!("\"{key}\"");
    let places: Vec<usize> = json.match_indices(&quoted).map(|(place, _)| place + quoted.len()).collect();
    places.into_iter().filter_map(move |place| {
        let value = json.get(place..)?.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        let mut escaped = false;
        let end = value.bytes().position(|byte| {
            let ends = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            ends
        })?;
        value.get(..end)
    })
}

/// Each run of three words, hashed. Escapes in JSON (`\n`, `\"`) part words as the characters they stand for do.
fn runs(text: &str) -> impl Iterator<Item = u64> + '_ {
    let (mut before, mut last) = (0u64, 0u64);
    text.split("\\n").flat_map(words).filter_map(move |word| {
        let run = before.wrapping_mul(31).wrapping_add(last).wrapping_mul(31).wrapping_add(word);
        let whole = before != 0;
        (before, last) = (last, word);
        whole.then_some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::{runs, strings};

    #[test]
    fn strings_of_a_key() {
        let json = r#"{"text": "one \"two\" three", "n": {"text":"four"}, "text": 5, "text":"cut"#;
        assert_eq!(strings(json, "text").collect::<Vec<_>>(), [r#"one \"two\" three"#, "four"]);
    }

    #[test]
    fn escapes_part_words() {
        assert!(runs(r"one two\nthree four").eq(runs("One, two. Three four")));
        assert_eq!(runs("one two").count(), 0);
    }
}
