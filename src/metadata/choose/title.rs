//! The title: the headline as the page shows it, or the title the page declares where its heading is a marketing
//! tagline; without the site's name, separators and section labels.

use crate::dom::Tag;
use crate::lexicon::titles::{HOME_SUFFIXES, HOME_TITLES, LABEL_SEPARATORS, TITLE_SEPARATORS};
use crate::metadata::candidates::Candidate;
use crate::metadata::normalize::{WordBag, contains_words, fold, line};
use crate::metadata::page_index::PageIndex;

/// The most words of a part of a title that names the site, where no site name equals it. Chosen by hand.
const MAX_SITE_WORDS: usize = 4;

/// A part this many times as long as the site's name in it says more than the name. Chosen by hand.
const MAX_TIMES_SITE: usize = 2;

/// The fewest letters of a site's name that is looked for within words. Chosen by hand: shorter ones are in many words.
const MIN_SITE_LETTERS: usize = 5;

/// The most declared titles that are compared: each is compared with all others. No page of the corpora has so many.
const MAX_DECLARED: usize = 50;

/// The most parts of a title that are told apart. Chosen by hand.
const MAX_PARTS: usize = 10;

/// The least word similarity of a headline with a declared title. Chosen by hand.
const MIN_SIMILARITY: f32 = 0.3;

/// The same for a headline that is a heading of a lower level, most of which are of parts of the page.
const MIN_LOWER_LEVEL_SIMILARITY: f32 = 0.7;

/// How much more similar to the page's address than the heading a declared title must be. Chosen by hand.
const MIN_SLUG_MARGIN: f32 = 0.1;

/// The fewest words of a heading that is the declared title in another order. Chosen by hand.
const MIN_REORDERED_WORDS: usize = 3;

/// The most words of a label, of a date and of a count beside the title in a heading. Chosen by hand.
const MAX_LABEL_WORDS: usize = 2;
const MAX_DATE_WORDS: usize = 5;
const MAX_COUNT_WORDS: usize = 3;

/// What headings end with to link to themselves.
const PERMALINK_MARKS: &[char] = &[' ', '¶', '§', '🔗'];

/// What is known of the page and its site.
#[derive(Debug)]
pub(in crate::metadata) struct TitleContext<'a> {
    /// The names the site goes by, folded.
    site_names: &'a [String],
    /// Whether the page is its site's front page, which is about the site: there the name that starts a title stays.
    is_front_page: bool,
    /// The last part of the page's address, which often spells its title.
    slug: WordBag,
    /// Whether the page's headline is a heading of a lower level.
    is_lower_level: bool,
    /// The type of page that it declares.
    declared: DeclaredType,
}

impl<'a> TitleContext<'a> {
    pub(in crate::metadata) fn of(page: &PageIndex<'_>, site_names: &'a [String], declared: DeclaredType) -> Self {
        let path = page.url.as_ref().map(|url| url.path()).unwrap_or_default();
        let slug = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        TitleContext {
            site_names,
            is_front_page: path == "/",
            slug: WordBag::of(slug),
            is_lower_level: page.headline.is_some_and(|id| matches!(page.document.tag(id), Tag::H2 | Tag::H3)),
            declared,
        }
    }
}

/// The type of page that a page declares.
#[derive(Debug, Clone, Copy)]
pub(in crate::metadata) struct DeclaredType {
    kind: DeclaredKind,
    /// Whether JSON-LD declares a type with a headline.
    is_json_ld: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DeclaredKind {
    Article,
    Website,
    Undeclared,
}

impl DeclaredType {
    /// Reads it from the candidates for the type and for the date of publication.
    pub(in crate::metadata) fn of(types: &[&Candidate], dates: &[&Candidate]) -> DeclaredType {
        let is = |kind: &str| types.iter().any(|candidate| candidate.value.trim().eq_ignore_ascii_case(kind));
        // `article:published_time` belongs to articles only.
        let kind = if is("article") || dates.iter().any(|candidate| candidate.source == "article") {
            DeclaredKind::Article
        } else if is("website") {
            DeclaredKind::Website
        } else {
            DeclaredKind::Undeclared
        };
        DeclaredType { kind, is_json_ld: types.iter().any(|candidate| candidate.source == "json-ld") }
    }
}

/// What was chosen.
#[derive(Debug)]
pub(in crate::metadata) struct ChosenTitle {
    pub(in crate::metadata) text: String,
    pub(in crate::metadata) source: &'static str,
    /// What the page's heading says, where the title is another.
    pub(in crate::metadata) heading: Option<String>,
}

/// A title in the page's head or data, without the site's name.
struct DeclaredTitle<'c> {
    text: String,
    candidate: &'c Candidate,
}

impl DeclaredTitle<'_> {
    /// Whether its source may title something else on the page, or more than the page.
    fn is_loose(&self) -> bool {
        !matches!(self.candidate.source, "open graph" | "title" | "twitter" | "citation")
    }

    fn chosen(&self, context: &TitleContext<'_>, heading: Option<String>) -> ChosenTitle {
        ChosenTitle { text: without_label(&self.text, context).to_string(), source: self.candidate.source, heading }
    }
}

/// The title to believe.
pub(in crate::metadata) fn choose(candidates: &[&Candidate], context: &TitleContext<'_>) -> Option<ChosenTitle> {
    let declared = candidates.iter().filter(|candidate| candidate.distance.is_none()).take(MAX_DECLARED);
    let declared: Vec<DeclaredTitle<'_>> = declared
        .filter_map(|candidate| {
            Some(DeclaredTitle { text: without_site(&line(&candidate.value)?, context), candidate })
        })
        .collect();
    let is_empty_title =
        |title: &str| is_home(title) || (!context.is_front_page && is_site_name(title, context.site_names));
    // Some sites declare one sentence about themselves on every page.
    let is_unlike_others = |title: &str| {
        let title = WordBag::of(title);
        let mut others = declared.iter().map(|other| WordBag::of(&other.text)).filter(|other| other.text != title.text);
        context.slug.similarity(&title) == 0.0 && others.all(|other| other.similarity(&title) == 0.0)
    };
    let best = declared
        .iter()
        .min_by_key(|title| (is_empty_title(&title.text), title.is_loose(), is_unlike_others(&title.text)));
    let Some(shown) = candidates.iter().find(|candidate| candidate.distance.is_some()) else {
        return best.map(|best| best.chosen(context, None));
    };
    let heading = without_site(shown.value.trim_end_matches(PERMALINK_MARKS), context);
    let is_confirmed = is_confirmed(&heading, best, candidates, context);
    if let Some(best) = best
        && !is_confirmed
        && !is_empty_title(&best.text)
        && (is_unlike_declared(&shown.value, &declared, context) || names_front_page(&heading))
    {
        return Some(best.chosen(context, None));
    }
    // A heading may hold more than the headline: a date, a count, a badge. A declared title shows which part is it.
    if let Some(part) = declared.iter().find(|title| is_title_within(&heading, &title.text)) {
        return Some(ChosenTitle { text: part.text.clone(), source: part.candidate.source, heading: None });
    }
    match best {
        Some(best) if !is_confirmed && is_tagline(&heading, best, context) => Some(best.chosen(context, Some(heading))),
        _ => Some(ChosenTitle { text: heading, source: shown.source, heading: None }),
    }
}

/// Whether something else shows that a heading is the title: the page's address spells it word for word, and the
/// declared title does not give it more fully; an article has it for its headline, and it is not the declared title with
/// something before it; the declared title has the site's name before it; or the declared title, of one part, has its
/// words in another order, or with other numbers, which were not kept up to date there.
fn is_confirmed(
    heading: &str,
    best: Option<&DeclaredTitle<'_>>,
    candidates: &[&Candidate],
    context: &TitleContext<'_>,
) -> bool {
    let heading = fold(heading);
    let is_headline = |candidate: &&Candidate| candidate.source == "json-ld" && fold(&candidate.value) == heading;
    let words = |title: &str| -> Vec<String> {
        let words = title.split(' ').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
        let mut words: Vec<String> = words.map(str::to_string).collect();
        words.sort_unstable();
        words
    };
    let own = words(&heading);
    let has_same_words =
        |title: &str| own.len() >= MIN_REORDERED_WORDS && parts(title).len() == 1 && own == words(&fold(title));
    let has_site_before = |title: &str| {
        let before = title.strip_suffix(&heading).and_then(|before| before.strip_suffix(' '));
        before.is_some_and(|before| is_site_name(before, context.site_names))
    };
    let is_fuller = |title: &str| {
        let first = fold(title.split(": ").next().unwrap_or_default());
        contains_words(&fold(title), &heading) && first != heading && !has_site_before(&first)
    };
    let best = best.map(|best| best.text.as_str());
    (context.slug.text == heading && !best.is_some_and(is_fuller))
        || best.is_some_and(|title| has_same_words(title) || has_site_before(&fold(title)))
        || (!best.is_some_and(|title| contains_words(&heading, &fold(title)))
            && context.declared.is_json_ld
            && candidates.iter().any(is_headline))
}

/// Whether a heading has little in common with what the page declares to other sites: a slogan, or a label. A front page
/// has the title it declares, whatever it offers first.
fn is_unlike_declared(heading: &str, declared: &[DeclaredTitle<'_>], context: &TitleContext<'_>) -> bool {
    let heading = WordBag::of(heading);
    let is_unlike = |title: &DeclaredTitle<'_>| {
        let title = WordBag::of(&title.text);
        heading.similarity(&title) < MIN_SIMILARITY && !contains_words(&title.text, &heading.text)
    };
    (context.is_front_page || declared.iter().any(|title| title.candidate.source == "open graph"))
        && declared.iter().filter(|title| !title.is_loose()).all(is_unlike)
}

/// Whether a heading is a marketing tagline for what the declared title names: the pages of products and services,
/// lists, and front pages have such. Articles have headlines, which their declared titles shorten.
fn is_tagline(heading: &str, declared: &DeclaredTitle<'_>, context: &TitleContext<'_>) -> bool {
    let short = WordBag::of(without_label(&declared.text, context));
    let (heading, full) = (WordBag::of(heading), WordBag::of(&declared.text));
    // What follows may be a label of one word, or who wrote it.
    let is_signed = full.text.strip_prefix(&heading.text).is_some_and(|rest| rest.starts_with(" by "));
    let is_same = heading.text == full.text
        || heading.text == short.text
        || is_signed
        || parts(&declared.text).contains(&heading.text);
    if is_same || declared.is_loose() || (!context.is_front_page && is_site_name(&short.text, context.site_names)) {
        return false;
    }
    if context.is_lower_level
        && heading.similarity(&full) < MIN_LOWER_LEVEL_SIMILARITY
        && !contains_words(&full.text, &heading.text)
    {
        return true;
    }
    let margin = context.slug.similarity(&full) - context.slug.similarity(&heading);
    match context.declared.kind {
        // A title with labels after it is one for search engines.
        DeclaredKind::Website => short.text == full.text || margin >= -MIN_SLUG_MARGIN,
        DeclaredKind::Article => false,
        // A headline may go on where its short form ends.
        DeclaredKind::Undeclared if heading.text.starts_with(&full.text) => false,
        DeclaredKind::Undeclared => margin > MIN_SLUG_MARGIN || contains_words(&heading.text, &full.text),
    }
}

/// Whether a heading is a title with a label or a date before it, or a count after it.
fn is_title_within(heading: &str, title: &str) -> bool {
    let Some((before, after)) = heading.split_once(title) else { return false };
    let (before, after) = (before.trim(), after.trim());
    let words = |text: &str| text.split_whitespace().count();
    let is_labelled = before.ends_with(':') && words(before) <= MAX_LABEL_WORDS;
    let is_dated = words(before) <= MAX_DATE_WORDS && before.contains(|c: char| c.is_ascii_digit());
    let is_counted = words(after) <= MAX_COUNT_WORDS && after.ends_with(|c: char| c.is_ascii_digit());
    title.contains(' ')
        && before.len() + after.len() > 0
        && (before.is_empty() || is_labelled || is_dated)
        && (after.is_empty() || is_counted)
}

/// Whether a title says only that the page is the first of its site.
fn is_home(title: &str) -> bool {
    HOME_TITLES.contains(&fold(title).as_str())
}

/// Whether a heading says only whose front page it is: such headings are for screen readers.
fn names_front_page(heading: &str) -> bool {
    let heading = fold(heading);
    HOME_SUFFIXES.iter().any(|suffix| heading.ends_with(suffix))
}

/// A title without the parts that name the site.
fn without_site(text: &str, context: &TitleContext<'_>) -> String {
    let mut title = text.trim();
    for separator in TITLE_SEPARATORS.iter().filter(|separator| text.contains(**separator)) {
        // A path may stand there: the section, then the site.
        if let Some((before, last)) = title.rsplit_once(*separator)
            && names_site(last, context.site_names)
            && !before.trim().is_empty()
        {
            title = if is_home(before) { last.trim() } else { before.trim() };
        } else if let Some((first, after)) = title.split_once(*separator)
            && !context.is_front_page
            && is_site_name(first, context.site_names)
            && !after.trim().is_empty()
        {
            title = after.trim();
        }
    }
    // A colon is part of most headlines.
    if let Some((first, after)) = title.split_once(": ")
        && !context.is_front_page
        && is_site_name(first, context.site_names)
    {
        title = after.trim();
    }
    title.to_string()
}

/// A title without the labels after it: an article's last short part, all but the first part of other pages' titles.
/// The titles of front pages have none.
fn without_label<'t>(title: &'t str, context: &TitleContext<'_>) -> &'t str {
    let words = |part: &str| part.split_whitespace().count();
    let is_article = context.declared.kind == DeclaredKind::Article;
    let separators = LABEL_SEPARATORS.iter().filter(|_| !context.is_front_page);
    let mut parts = separators.filter_map(|separator| match is_article {
        true => title.rsplit_once(separator),
        false => title.split_once(separator),
    });
    let is_label = |(name, label): &(&str, &str)| {
        words(name) > 1 && (!is_article || words(label) <= MAX_SITE_WORDS.min(words(name)))
    };
    parts.find(is_label).map_or(title, |(name, _)| name.trim())
}

/// Whether a part of a title is the name of the site.
fn is_site_name(part: &str, site_names: &[String]) -> bool {
    let part = fold(part);
    let joined: String = part.split(' ').collect();
    site_names.iter().any(|name| *name == part || *name == joined)
}

/// Whether a part of a title names the site, with a word or two more or less.
fn names_site(part: &str, site_names: &[String]) -> bool {
    let part = fold(part);
    let joined: String = part.split(' ').collect();
    let is_short = part.split(' ').count() <= MAX_SITE_WORDS;
    site_names.iter().any(|name| {
        *name == part
            || *name == joined
            || (contains_words(&part, name) && part.len() < name.len() * MAX_TIMES_SITE)
            || (is_short && name.len() >= MIN_SITE_LETTERS && joined.contains(name.as_str()))
            || (is_short && joined.len() >= MIN_SITE_LETTERS && name.contains(&joined))
    })
}

/// The parts of a title between its separators, folded.
pub(in crate::metadata) fn parts(title: &str) -> Vec<String> {
    let mut parts = vec![title];
    for separator in TITLE_SEPARATORS.iter().filter(|separator| title.contains(**separator)) {
        parts = parts.into_iter().flat_map(|part| part.split(*separator)).collect();
    }
    parts.into_iter().map(fold).filter(|part| !part.is_empty()).take(MAX_PARTS).collect()
}
