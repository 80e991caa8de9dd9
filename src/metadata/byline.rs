//! Who wrote it: names only, several kept apart.

mod names;
mod words;

use super::claims::{Claim, Claims, Field};
use super::plain::folded;
use names::{Place, names_of};
use words::{GENERIC, has};

/// More authors than this are not listed.
const MOST: usize = 50;

/// How far apart the names of authors stand, in nodes.
const BESIDE: usize = 12;

/// The authors, and the line that shows them.
#[derive(Debug, Default)]
pub(super) struct Byline {
    pub(super) authors: Vec<String>,
    pub(super) line: String,
}

/// The byline of the first source that names someone, and that source.
pub(super) fn choose(claims: &Claims, site: &[String]) -> Option<(Byline, &'static str)> {
    let all: Vec<&Claim> = claims.about(Field::Author).collect();
    let mut fallback = None;
    for group in all.chunk_by(|a, b| a.source == b.source) {
        let Some(source) = group.first().map(|claim| claim.source) else { continue };
        let mut byline = of_source(group);
        let (generic, named): (Vec<String>, Vec<String>) =
            byline.authors.drain(..).partition(|name| is_generic(name, site));
        if !named.is_empty() {
            let line = if generic.is_empty() { byline.line } else { named.join(", ") };
            return Some((Byline { authors: named, line }, source));
        }
        if !generic.is_empty() && fallback.is_none() {
            fallback = Some((Byline { line: generic.join(", "), authors: generic }, source));
        }
    }
    fallback
}

/// The names that one source gives: all of them, or where they are shown on the page those nearest the headline.
fn of_source(group: &[&Claim]) -> Byline {
    let mut bylines: Vec<(Vec<String>, String)> = Vec::new();
    let mut shown: Vec<(usize, &str)> =
        group.iter().filter_map(|claim| Some((claim.distance?, claim.value.as_str()))).collect();
    shown.sort_by_key(|&(distance, _)| distance);
    if shown.is_empty() {
        bylines.extend(group.iter().take(MOST).map(|claim| names_of(&claim.value, Place::Data)));
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

/// Whether a name is that of a role or of the site.
fn is_generic(name: &str, site: &[String]) -> bool {
    let name = folded(name);
    has(GENERIC, &name) || site.iter().any(|site| *site == name || *site == name.replace(' ', ""))
}
