//! Who wrote it: names only, several kept apart.

mod names;
mod words;

use super::candidates::{Candidate, Candidates, Field};
use super::normalize::folded;
use names::{Place, is_labelled, names_of};
use words::{GENERIC, has};

/// More authors than this are not listed.
const MOST: usize = 50;

/// How far apart the names of authors stand, in nodes.
const BESIDE: usize = 12;

/// How near the headline names that the page shows stand, in nodes: further off they may be anyone's.
const NEAR: usize = 100;

/// How near the headline a byline is right at it, in nodes.
const UNDER: usize = 30;

/// The authors, and the line that shows them.
#[derive(Debug, Default)]
pub(super) struct Byline {
    pub(super) authors: Vec<String>,
    pub(super) line: String,
}

/// The byline of the first source that names someone, and that source.
pub(super) fn choose(candidates: &Candidates, site: &[String]) -> Option<(Byline, &'static str)> {
    let all: Vec<&Candidate> = candidates.about(Field::Author).collect();
    // Data often names who pressed the button. Who a byline right at the headline names in full wrote it.
    if let Some(shown) = under_headline(&all, site) {
        return Some(shown);
    }
    let mut fallback = None;
    for group in all.chunk_by(|a, b| a.source == b.source) {
        let Some(source) = group.first().map(|candidate| candidate.source) else { continue };
        let nearest = group.iter().filter_map(|candidate| candidate.distance).min();
        if fallback.is_some() && nearest.is_some_and(|nearest| nearest > NEAR) {
            continue;
        }
        let mut byline = of_source(group);
        let (generic, named): (Vec<String>, Vec<String>) =
            byline.authors.drain(..).partition(|name| is_generic(name, site));
        if !named.is_empty() {
            let line = if generic.is_empty() { byline.line } else { named.join(", ") };
            let line = shown_line(&all, &named).unwrap_or(line);
            return Some((Byline { authors: named, line }, source));
        }
        if !generic.is_empty() && fallback.is_none() {
            fallback = Some((Byline { line: generic.join(", "), authors: generic }, source));
        }
    }
    fallback
}

/// Whether a text shows the name of someone.
pub(super) fn names_someone(text: &str) -> bool {
    !names_of(text, Place::Line).0.is_empty()
}

/// The full names in a text, folded, where it shows no others: one word may be any.
pub(super) fn full_names(text: &str) -> Option<Vec<String>> {
    let names = names_of(text, Place::Line).0;
    let is_full = |name: &String| name.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count() >= 2;
    let folded_names = names.iter().map(|name| folded(name)).collect();
    (!names.is_empty() && !text.contains('©') && names.iter().all(is_full)).then_some(folded_names)
}

/// The full names in a byline right at the headline, where the page's data has none of them.
fn under_headline(all: &[&Candidate], site: &[String]) -> Option<(Byline, &'static str)> {
    let is_shown = |candidate: &Candidate| matches!(candidate.source, "dom" | "text");
    let data: String = all
        .iter()
        .filter(|candidate| !is_shown(candidate))
        .fold(String::new(), |data, candidate| data + &folded(&candidate.value) + " ");
    let near =
        |candidate: &Candidate| is_shown(candidate) && candidate.distance.is_some_and(|distance| distance <= NEAR);
    let is_byline = |candidate: &&Candidate| {
        candidate.distance.is_some_and(|distance| distance <= UNDER)
            && (candidate.source == "dom" || candidate.source == "text" && is_labelled(&candidate.value))
    };
    if data.is_empty() || !all.iter().any(is_byline) {
        return None;
    }
    let mut shown =
        all.iter().filter(|candidate| near(candidate)).flat_map(|candidate| names_of(&candidate.value, Place::Line).0);
    if shown.any(|name| data.contains(&folded(&name))) {
        return None;
    }
    let nearest = all.iter().copied().filter(is_byline).min_by_key(|candidate| candidate.distance)?;
    let (authors, line) = names_of(&nearest.value, Place::Line);
    let is_full = |name: &String| {
        let folded = folded(name);
        let capitals = name.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count();
        (2..=4).contains(&folded.split(' ').count())
            && capitals >= 2
            && folded.split(' ').all(|word| word.len() == 1 || !data.contains(word))
            && !is_generic(name, site)
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
        bylines.extend(group.iter().take(MOST).map(|candidate| names_of(&candidate.value, Place::Data)));
    }
    let mut named = shown.into_iter().filter_map(|(distance, byline)| {
        let found = names_of(byline, Place::Line);
        (!found.0.is_empty()).then_some((distance, found))
    });
    if let Some((nearest, first)) = named.next() {
        bylines.push(first);
        // Other authors stand right beside the first.
        bylines.extend(named.take_while(|&(distance, _)| distance <= nearest + BESIDE).map(|(_, found)| found));
    }
    let mut byline = Byline::default();
    let mut lines: Vec<String> = Vec::new();
    for (names, line) in bylines {
        let before = byline.authors.len();
        for name in names {
            let known = byline.authors.iter().any(|known| folded(known) == folded(&name));
            if !known && byline.authors.len() < MOST {
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
fn shown_line(all: &[&Candidate], names: &[String]) -> Option<String> {
    let folded_names: Vec<String> = names.iter().map(|name| folded(name)).collect();
    let mut lines = all.iter().filter(|_| names.len() > 1).map(|candidate| names_of(&candidate.value, Place::Line));
    lines.find_map(|(shown, line)| {
        let is_same = shown.len() == names.len() && shown.iter().all(|name| folded_names.contains(&folded(name)));
        is_same.then_some(line)
    })
}

/// Whether a name is that of a role or of the site.
fn is_generic(name: &str, site: &[String]) -> bool {
    let name = folded(name);
    has(GENERIC, &name) || site.iter().any(|site| *site == name || *site == name.replace(' ', ""))
}
