//! The keywords.

use crate::metadata::candidates::Candidate;
use crate::metadata::normalize::line_of;

/// The most keywords, and the longest, in characters. Chosen by hand: longer lists are for search engines.
const MAX_TAGS: usize = 30;
const MAX_TAG: usize = 60;

/// The keywords of the first source that has some.
pub(in crate::metadata) fn choose(candidates: &[&Candidate]) -> Option<(Vec<String>, &'static str)> {
    let source = candidates.first()?.source;
    let mut tags: Vec<String> = Vec::new();
    let own = candidates.iter().filter(|candidate| candidate.source == source);
    for tag in own.flat_map(|candidate| candidate.value.split([',', ';'])) {
        if let Some(tag) = line_of(tag, MAX_TAG)
            && tags.len() < MAX_TAGS
            && !tags.contains(&tag)
        {
            tags.push(tag);
        }
    }
    (!tags.is_empty()).then_some((tags, source))
}
