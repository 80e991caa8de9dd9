//! The title: the headline as the page shows it, without the site's name, separators and section labels.

use super::claims::{Claim, Claims, Field};
use super::plain::{Words, folded, holds, line};

/// What stands between a headline and the name of the site, the strongest first.
const SEPARATORS: &[&str] = &[
    " | ", " || ", " — ", " – ", " - ", " · ", " • ", " :: ", " » ", " « ", " › ", " ‹ ", " > ", " ~ ", " / ", "｜",
    "|", " : ",
];

/// The most words that a part of a title has which names the site, where nothing says that it does.
const LONGEST_SITE: usize = 4;

/// What is known of the site.
#[derive(Debug)]
pub(super) struct Site<'a> {
    /// The names it goes by, folded.
    pub(super) names: &'a [String],
    /// Whether the page is its front page, which is about the site: there the name that starts a title stays.
    pub(super) is_front: bool,
}

/// The share of words that a headline has in common with the page's other titles, at least.
const LEAST_ALIKE: f32 = 0.3;

/// The title, and its source.
pub(super) fn choose(claims: &Claims, site: &Site<'_>) -> Option<(String, &'static str)> {
    let said: Vec<(String, &Claim)> = claims
        .about(Field::Title)
        .filter(|claim| claim.distance.is_none())
        .filter_map(|claim| Some((without_site(&line(&claim.value)?, site), claim)))
        .collect();
    let shown = claims.about(Field::Title).find(|claim| claim.distance.is_some());
    let Some(shown) = shown.filter(|shown| !is_slogan(&shown.value, &said)) else {
        let (title, claim) = said.into_iter().min_by_key(|(_, claim)| is_loose(claim))?;
        return Some((without_label(&title).to_string(), claim.source));
    };
    let title = without_site(&shown.value, site);
    // A heading may hold more than the headline: a date, a count, a badge. Another source tells which part is it.
    let part = said.iter().find(|(said, _)| is_title_within(&title, said));
    Some(part.map_or((title.clone(), shown.source), |(said, claim)| (said.clone(), claim.source)))
}

/// Whether a heading says something else than what the page calls itself for others: a slogan, or a label.
fn is_slogan(heading: &str, said: &[(String, &Claim)]) -> bool {
    let heading = Words::of(heading);
    let is_other = |title: &str| {
        let title = Words::of(title);
        heading.likeness(&title) < LEAST_ALIKE && !holds(&title.text, &heading.text)
    };
    said.iter().any(|(_, claim)| claim.source == "open graph")
        && said.iter().filter(|(_, claim)| !is_loose(claim)).all(|(title, _)| is_other(title))
}

/// Whether a heading is a title with a label or a date before it, or a count after it.
fn is_title_within(heading: &str, title: &str) -> bool {
    let Some((before, after)) = heading.split_once(title) else { return false };
    let (before, after) = (before.trim(), after.trim());
    let labelled = before.ends_with(':') && before.split_whitespace().count() <= 2;
    let dated = before.split_whitespace().count() <= 5 && before.contains(|c: char| c.is_ascii_digit());
    let counted = after.split_whitespace().count() <= 3 && after.ends_with(|c: char| c.is_ascii_digit());
    title.contains(' ')
        && before.len() + after.len() > 0
        && (before.is_empty() || labelled || dated)
        && (after.is_empty() || counted)
}

/// Whether a title is likely to be that of something on the page, or to have more in it than the title.
fn is_loose(claim: &Claim) -> bool {
    !matches!(claim.source, "open graph" | "title" | "twitter" | "citation")
}

/// A title without the parts that name the site.
fn without_site(title: &str, site: &Site<'_>) -> String {
    let mut title = title.trim();
    for separator in SEPARATORS {
        // A path may stand there: the section, then the site.
        if let Some((before, last)) = title.rsplit_once(separator)
            && names_site(last, site.names)
            && !before.trim().is_empty()
        {
            title = before.trim();
        } else if let Some((first, after)) = title.split_once(separator)
            && !(site.is_front && *separator != " | ")
            && is_site(first, site.names)
            && !after.trim().is_empty()
        {
            title = after.trim();
        }
    }
    // A colon is part of most headlines.
    if let Some((first, after)) = title.split_once(": ")
        && !site.is_front
        && is_site(first, site.names)
    {
        title = after.trim();
    }
    title.to_string()
}

/// A title without a short last part: the site or the section, where there is no headline to compare with.
fn without_label(title: &str) -> &str {
    for separator in [" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » "] {
        if let Some((before, last)) = title.rsplit_once(separator) {
            let (words, label) = (before.split_whitespace().count(), last.split_whitespace().count());
            if words > 1 && label <= LONGEST_SITE && label <= words {
                return before.trim();
            }
        }
    }
    title
}

/// Whether a part of a title is the name of the site.
fn is_site(part: &str, site: &[String]) -> bool {
    let part = folded(part);
    let joined: String = part.split(' ').collect();
    site.iter().any(|name| *name == part || *name == joined)
}

/// Whether a part of a title names the site, with a word or two more or less.
fn names_site(part: &str, site: &[String]) -> bool {
    let part = folded(part);
    let joined: String = part.split(' ').collect();
    let few = part.split(' ').count() <= LONGEST_SITE;
    site.iter().any(|name| {
        let long = name.len() >= 5;
        *name == part
            || *name == joined
            || (holds(&part, name) && part.len() < name.len() * 2)
            || (few && long && joined.contains(name.as_str()))
            || (few && joined.len() >= 5 && name.contains(&joined))
    })
}
