//! Who wrote it: names only, several of them apart.

mod names;

use crate::lexicon::bylines::GENERIC_NAMES;
use crate::metadata::candidates::Candidate;
use crate::metadata::normalize::fold;
use names::{BylineOrigin, is_labelled, names_of};

/// The most authors that are listed. Chosen by hand.
const MAX_AUTHORS: usize = 50;

/// How far apart in the page the names of authors stand, in nodes. Chosen by hand.
const MAX_GAP: usize = 12;

/// How near the headline names stand that the page shows, in nodes: further off they may be anyone's. Chosen by hand.
const MAX_DISTANCE: usize = 100;

/// How near the headline a byline is right at it, in nodes. Chosen by hand.
const MAX_BYLINE_DISTANCE: usize = 30;

/// The words of a full name, and the fewest that begin with a capital. Chosen by hand.
const FULL_NAME_WORDS: std::ops::RangeInclusive<usize> = 2..=4;
const MIN_CAPITALS: usize = 2;

/// The authors, and the line that shows them.
#[derive(Debug, Default)]
pub(in crate::metadata) struct Byline {
    pub(in crate::metadata) authors: Vec<String>,
    pub(in crate::metadata) line: String,
}

/// The byline of the first source that names someone, and that source.
pub(in crate::metadata) fn choose(candidates: &[&Candidate], site_names: &[String]) -> Option<(Byline, &'static str)> {
    // Data often names who published it. Who a byline right at the headline names in full wrote it.
    if let Some(shown) = under_headline(candidates, site_names) {
        return Some(shown);
    }
    let mut fallback = None;
    for group in candidates.chunk_by(|a, b| a.source == b.source) {
        let Some(source) = group.first().map(|candidate| candidate.source) else { continue };
        let nearest = group.iter().filter_map(|candidate| candidate.distance).min();
        if fallback.is_some() && nearest.is_some_and(|nearest| nearest > MAX_DISTANCE) {
            continue;
        }
        let mut byline = of_source(group);
        let (generic, named): (Vec<String>, Vec<String>) =
            byline.authors.drain(..).partition(|name| is_generic(name, site_names));
        if !named.is_empty() {
            let line = if generic.is_empty() { byline.line } else { named.join(", ") };
            let line = shown_line(candidates, &named).unwrap_or(line);
            return Some((Byline { authors: named, line }, source));
        }
        if !generic.is_empty() && fallback.is_none() {
            fallback = Some((Byline { line: generic.join(", "), authors: generic }, source));
        }
    }
    fallback
}

/// Whether a text shows a name.
pub(in crate::metadata) fn has_name(text: &str) -> bool {
    !names_of(text, BylineOrigin::Line).0.is_empty()
}

/// The full names in a text, folded, where it shows no others: a single word may be any.
pub(in crate::metadata) fn full_names(text: &str) -> Option<Vec<String>> {
    let names = names_of(text, BylineOrigin::Line).0;
    let is_full = |name: &String| capitals(name) >= MIN_CAPITALS;
    let folded_names = names.iter().map(|name| fold(name)).collect();
    (!names.is_empty() && !text.contains('©') && names.iter().all(is_full)).then_some(folded_names)
}

/// The full names in a byline right at the headline, where the page's data has none of them.
fn under_headline(candidates: &[&Candidate], site_names: &[String]) -> Option<(Byline, &'static str)> {
    let is_shown = |candidate: &Candidate| matches!(candidate.source, "dom" | "text");
    let data: String = candidates
        .iter()
        .filter(|candidate| !is_shown(candidate))
        .fold(String::new(), |data, candidate| data + &fold(&candidate.value) + " ");
    let near = |candidate: &Candidate| {
        is_shown(candidate) && candidate.distance.is_some_and(|distance| distance <= MAX_DISTANCE)
    };
    let is_byline = |candidate: &&Candidate| {
        candidate.distance.is_some_and(|distance| distance <= MAX_BYLINE_DISTANCE)
            && (candidate.source == "dom" || candidate.source == "text" && is_labelled(&candidate.value))
    };
    if data.is_empty() || !candidates.iter().any(is_byline) {
        return None;
    }
    let mut shown = candidates
        .iter()
        .filter(|candidate| near(candidate))
        .flat_map(|candidate| names_of(&candidate.value, BylineOrigin::Line).0);
    if shown.any(|name| data.contains(&fold(&name))) {
        return None;
    }
    let nearest = candidates.iter().copied().filter(is_byline).min_by_key(|candidate| candidate.distance)?;
    let (authors, line) = names_of(&nearest.value, BylineOrigin::Line);
    let is_full = |name: &String| {
        let folded = fold(name);
        FULL_NAME_WORDS.contains(&folded.split(' ').count())
            && capitals(name) >= MIN_CAPITALS
            && folded.split(' ').all(|word| word.len() == 1 || !data.contains(word))
            && !is_generic(name, site_names)
    };
    (!authors.is_empty() && authors.iter().all(is_full)).then_some((Byline { authors, line }, nearest.source))
}

/// The names that one source gives: all of them, or where they are shown on the page those nearest the headline.
fn of_source(group: &[&Candidate]) -> Byline {
    let mut bylines: Vec<(Vec<String>, String)> = Vec::new();
    let mut shown: Vec<(usize, &str)> =
        group.iter().filter_map(|candidate| Some((candidate.distance?, candidate.value.as_str()))).collect();
    shown.sort_by_key(|&(distance, _)| distance);
    if shown.is_empty() {
        bylines.extend(group.iter().take(MAX_AUTHORS).map(|candidate| names_of(&candidate.value, BylineOrigin::Data)));
    }
    let mut named = shown.into_iter().filter_map(|(distance, byline)| {
        let found = names_of(byline, BylineOrigin::Line);
        (!found.0.is_empty()).then_some((distance, found))
    });
    if let Some((nearest, first)) = named.next() {
        bylines.push(first);
        // Other authors stand right beside the first.
        bylines.extend(named.take_while(|&(distance, _)| distance <= nearest + MAX_GAP).map(|(_, found)| found));
    }
    let mut byline = Byline::default();
    let mut lines: Vec<String> = Vec::new();
    for (names, line) in bylines {
        let before = byline.authors.len();
        for name in names {
            let known = byline.authors.iter().any(|known| fold(known) == fold(&name));
            if !known && byline.authors.len() < MAX_AUTHORS {
                byline.authors.push(name);
            }
        }
        if byline.authors.len() > before {
            lines.push(line);
        }
    }
    // A line that shows several authors is kept as it is; those given apart are joined.
    byline.line = if let [line] = &*lines { line.clone() } else { byline.authors.join(", ") };
    byline
}

/// The line in which the page shows these same names.
fn shown_line(candidates: &[&Candidate], names: &[String]) -> Option<String> {
    let folded_names: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let mut lines =
        candidates.iter().filter(|_| names.len() > 1).map(|candidate| names_of(&candidate.value, BylineOrigin::Line));
    lines.find_map(|(shown, line)| {
        let is_same = shown.len() == names.len() && shown.iter().all(|name| folded_names.contains(&fold(name)));
        is_same.then_some(line)
    })
}

/// How many words of a name begin with a capital.
fn capitals(name: &str) -> usize {
    name.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count()
}

/// Whether a name is that of a role or of the site.
fn is_generic(name: &str, site_names: &[String]) -> bool {
    let name = fold(name);
    GENERIC_NAMES.contains(&name.as_str())
        || site_names.iter().any(|site| *site == name || *site == name.replace(' ', ""))
}
