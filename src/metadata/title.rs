//! The title: the headline as the page shows it, or what the page calls itself where its heading is a pitch; without
//! the site's name, separators and section labels.

use super::candidates::{Candidate, Candidates, Field};
use super::normalize::{Words, folded, holds, line};

/// What stands between a headline and the name of the site, the strongest first.
const SEPARATORS: &[&str] = &[
    " | ", " || ", " — ", " – ", " - ", " · ", " • ", " :: ", " » ", " « ", " › ", " ‹ ", " > ", " ~ ", " / ", "｜",
    "|", " : ",
];

/// Those of them that stand between a title and a label after it.
const BEFORE_LABELS: &[&str] = &[" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » "];

/// The most words that a part of a title has which names the site, where nothing says that it does.
const LONGEST_SITE: usize = 4;

/// What is known of the page and its site.
#[derive(Debug)]
pub(super) struct Site<'a> {
    /// The names it goes by, folded.
    pub(super) names: &'a [String],
    /// Whether the page is its front page, which is about the site: there the name that starts a title stays.
    pub(super) is_front: bool,
    /// The last part of the page's address, which often spells its title.
    pub(super) slug: Words,
    /// Whether the page's headline is a heading of a lower level: most of those are of parts of the page.
    pub(super) is_lower_level: bool,
}

/// What was chosen.
#[derive(Debug)]
pub(super) struct Title {
    pub(super) text: String,
    pub(super) source: &'static str,
    /// What the page's heading says, where the title is another.
    pub(super) heading: Option<String>,
}

/// What headings end with to link to themselves.
const ANCHORS: &[char] = &[' ', '¶', '§', '🔗'];

/// What front pages are called that do not say whose.
const HOME: &str =
    "home|homepage|home page|index|main|main page|start|startseite|accueil|inicio|início|strona główna|главная";

/// The share of words that a headline has in common with the page's other titles, at least.
const LEAST_ALIKE: f32 = 0.3;

/// Likewise of a headline that is a heading of a lower level.
const MUCH_ALIKE: f32 = 0.7;

/// How much more of its words the page's address must share with one title than with another to speak for it.
const NEARER: f32 = 0.1;

/// What a page says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Article,
    Website,
    Unsaid,
}

/// The title, and its source.
pub(super) fn choose(candidates: &Candidates, site: &Site<'_>) -> Option<Title> {
    let said: Vec<(String, &Candidate)> = candidates
        .about(Field::Title)
        .filter(|candidate| candidate.distance.is_none())
        .filter_map(|candidate| Some((without_site(&line(&candidate.value)?, site), candidate)))
        .collect();
    let kind = kind(candidates);
    let says_little = |title: &str| is_home(title) || (!site.is_front && is_site(title, site.names));
    // Some sites say one sentence of theirs on every page.
    let is_alone = |title: &str| {
        let title = Words::of(title);
        let mut others = said.iter().map(|(other, _)| Words::of(other)).filter(|other| other.text != title.text);
        site.slug.similarity(&title) == 0.0 && others.all(|other| other.similarity(&title) == 0.0)
    };
    let name = said.iter().min_by_key(|(title, candidate)| (says_little(title), is_loose(candidate), is_alone(title)));
    let name = name.map(|(title, candidate)| (title.as_str(), without_label(title, kind, site), *candidate));
    let of_name = |(_, own, candidate): (&str, &str, &Candidate), heading| Title {
        text: own.to_string(),
        source: candidate.source,
        heading,
    };
    let Some(shown) = candidates.about(Field::Title).find(|candidate| candidate.distance.is_some()) else {
        return name.map(|name| of_name(name, None));
    };
    let title = without_site(shown.value.trim_end_matches(ANCHORS), site);
    let is_confirmed = is_confirmed(&title, name.map(|name| name.0), candidates, site);
    if let Some(name) = name
        && !is_confirmed
        && !says_little(name.0)
        && (is_slogan(&shown.value, &said, site) || names_front_page(&title))
    {
        return Some(of_name(name, None));
    }
    // A heading may hold more than the headline: a date, a count, a badge. Another source tells which part is it.
    if let Some((part, candidate)) = said.iter().find(|(said, _)| is_title_within(&title, said)) {
        return Some(Title { text: part.clone(), source: candidate.source, heading: None });
    }
    match name {
        Some(name) if !is_confirmed && is_pitch(&title, name, kind, site) => Some(of_name(name, Some(title))),
        _ => Some(Title { text: title, source: shown.source, heading: None }),
    }
}

/// What the page says it is.
fn kind(candidates: &Candidates) -> Kind {
    let says =
        |kind: &str| candidates.about(Field::Kind).any(|candidate| candidate.value.trim().eq_ignore_ascii_case(kind));
    // `article:published_time` belongs to articles only.
    if says("article") || candidates.about(Field::Published).any(|candidate| candidate.source == "article") {
        Kind::Article
    } else if says("website") {
        Kind::Website
    } else {
        Kind::Unsaid
    }
}

/// Whether something else says that a heading is the title: the page's address spells it word for word, and the name
/// does not say it more fully; an article has it for its headline, and it is not the name with something before it; the
/// name has the site's before it; or the name, of one part, has its words in another order, or with other numbers, which
/// were not kept up to date there.
fn is_confirmed(heading: &str, name: Option<&str>, candidates: &Candidates, site: &Site<'_>) -> bool {
    let heading = folded(heading);
    let is_headline = |candidate: &Candidate| candidate.source == "json-ld" && folded(&candidate.value) == heading;
    let is_article = || candidates.about(Field::Kind).any(|candidate| candidate.source == "json-ld");
    let words = |title: &str| -> Vec<String> {
        let words = title.split(' ').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
        let mut words: Vec<String> = words.map(str::to_string).collect();
        words.sort_unstable();
        words
    };
    let own = words(&heading);
    let has_same_words = |name: &str| own.len() >= 3 && parts(name).len() == 1 && own == words(&folded(name));
    let is_of_site = |name: &str| {
        let before = name.strip_suffix(&heading).and_then(|before| before.strip_suffix(' '));
        before.is_some_and(|before| is_site(before, site.names))
    };
    let is_fuller = |name: &str| {
        let first = folded(name.split(": ").next().unwrap_or_default());
        holds(&folded(name), &heading) && first != heading && !is_of_site(&first)
    };
    (site.slug.text == heading && !name.is_some_and(is_fuller))
        || name.is_some_and(|name| has_same_words(name) || is_of_site(&folded(name)))
        || (!name.is_some_and(|name| holds(&heading, &folded(name)))
            && is_article()
            && candidates.about(Field::Title).any(is_headline))
}

/// Whether a heading says something else than what the page calls itself for others: a slogan, or a label. A front page
/// is called by its title, whatever it offers first.
fn is_slogan(heading: &str, said: &[(String, &Candidate)], site: &Site<'_>) -> bool {
    let heading = Words::of(heading);
    let is_other = |title: &str| {
        let title = Words::of(title);
        heading.similarity(&title) < LEAST_ALIKE && !holds(&title.text, &heading.text)
    };
    (site.is_front || said.iter().any(|(_, candidate)| candidate.source == "open graph"))
        && said.iter().filter(|(_, candidate)| !is_loose(candidate)).all(|(title, _)| is_other(title))
}

/// Whether a heading recommends what the page calls by its name: the pages of products and services, lists, and front
/// pages do. Articles have headlines, which their titles for others shorten.
fn is_pitch(heading: &str, (full, own, candidate): (&str, &str, &Candidate), kind: Kind, site: &Site<'_>) -> bool {
    let (heading, name, own) = (Words::of(heading), Words::of(full), Words::of(own));
    // What follows may be a label of one word, or who wrote it.
    let is_signed = name.text.strip_prefix(&heading.text).is_some_and(|rest| rest.starts_with(" by "));
    let is_same =
        heading.text == name.text || heading.text == own.text || is_signed || parts(full).contains(&heading.text);
    if is_same || is_loose(candidate) || (!site.is_front && is_site(&own.text, site.names)) {
        return false;
    }
    if site.is_lower_level && heading.similarity(&name) < MUCH_ALIKE && !holds(&name.text, &heading.text) {
        return true;
    }
    let nearer = site.slug.similarity(&name) - site.slug.similarity(&heading);
    match kind {
        // A title with labels after it is one for search engines.
        Kind::Website => own.text == name.text || nearer >= -NEARER,
        Kind::Article => false,
        // A headline may go on where its short form ends.
        Kind::Unsaid if heading.text.starts_with(&name.text) => false,
        Kind::Unsaid => nearer > NEARER || holds(&heading.text, &name.text),
    }
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
fn is_loose(candidate: &Candidate) -> bool {
    !matches!(candidate.source, "open graph" | "title" | "twitter" | "citation")
}

/// Whether a title says no more than that the page is the first of its site.
fn is_home(title: &str) -> bool {
    let title = folded(title);
    HOME.split('|').any(|home| home == title)
}

/// Whether a heading says no more than whose front page it is: it is there for those who hear the page.
fn names_front_page(heading: &str) -> bool {
    let heading = folded(heading);
    ["homepage", "home page", "startseite"].iter().any(|home| heading.strip_suffix(home).is_some())
}

/// A title without the parts that name the site.
fn without_site(text: &str, site: &Site<'_>) -> String {
    let mut title = text.trim();
    for separator in SEPARATORS.iter().filter(|separator| text.contains(**separator)) {
        // A path may stand there: the section, then the site.
        if let Some((before, last)) = title.rsplit_once(*separator)
            && names_site(last, site.names)
            && !before.trim().is_empty()
        {
            title = if is_home(before) { last.trim() } else { before.trim() };
        } else if let Some((first, after)) = title.split_once(*separator)
            && !site.is_front
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

/// A title without the labels after it: an article's last short part, all but the first part of what is no article.
/// Front pages are called all of it.
fn without_label<'t>(title: &'t str, kind: Kind, site: &Site<'_>) -> &'t str {
    let words = |part: &str| part.split_whitespace().count();
    let separators = BEFORE_LABELS.iter().filter(|_| !site.is_front);
    let mut parts = separators.filter_map(|separator| match kind {
        Kind::Article => title.rsplit_once(separator),
        _ => title.split_once(separator),
    });
    let is_label = |(name, label): &(&str, &str)| match kind {
        Kind::Article => words(name) > 1 && words(label) <= LONGEST_SITE.min(words(name)),
        _ => words(name) > 1,
    };
    parts.find(is_label).map_or(title, |(name, _)| name.trim())
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

/// The parts of a title between its separators, folded.
pub(super) fn parts(title: &str) -> Vec<String> {
    let mut parts = vec![title];
    for separator in SEPARATORS.iter().filter(|separator| title.contains(**separator)) {
        parts = parts.into_iter().flat_map(|part| part.split(*separator)).collect();
    }
    parts.into_iter().map(folded).filter(|part| !part.is_empty()).take(10).collect()
}
