//! The name of the site.

use crate::metadata::candidates::Candidate;
use crate::metadata::normalize::{fold, line};
use crate::metadata::page_index::PageIndex;

/// Labels of hosts that are no shorter than this are names: others are `co`, `de` and the like.
const MIN_HOST_LABEL: usize = 3;

/// The name that Open Graph gives, which is meant for readers of other sites, or else the first.
pub(in crate::metadata) fn choose(candidates: &[&Candidate]) -> Option<(String, &'static str)> {
    let open_graph = candidates.iter().filter(|candidate| candidate.source == "open graph");
    open_graph.chain(candidates).find_map(|candidate| Some((line(&candidate.value)?, candidate.source)))
}

/// All names the site goes by, folded: those it gives, and those in its address.
pub(in crate::metadata) fn all<'c>(
    page: &PageIndex<'_>,
    candidates: impl Iterator<Item = &'c Candidate>,
) -> Vec<String> {
    let mut names: Vec<String> = candidates.map(|candidate| fold(&candidate.value)).collect();
    if let Some(host) = page.host() {
        let host = host.strip_prefix("www.").unwrap_or(host);
        names.extend(host.split('.').filter(|label| label.len() >= MIN_HOST_LABEL).map(fold));
        names.push(host.chars().filter(|c| c.is_alphanumeric()).collect());
    }
    names.retain(|name| !name.is_empty());
    names
}
