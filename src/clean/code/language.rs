//! The language of code, from what highlighters, editors and labels call it.

use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::lexicon::code::{
    AMBIGUOUS, HIGHLIGHTER_STARTS, HIGHLIGHTERS, LABELS, LANGUAGES, NO_LANGUAGE, PREFIXES, WEAK_PREFIXES,
};

use super::listing::Listing;
use super::names;

/// Attributes that hold nothing but a language.
const ATTRIBUTES: [Attr; 5] =
    [Attr::DataLang, Attr::DataLanguage, Attr::Language, Attr::DataCodeLanguage, Attr::DataEnlighterLanguage];

/// How far above a listing its highlighter's box is: farther out, names are the page's.
const MAX_LEVELS: usize = 4;

/// The longest name of a language, in bytes; longer words in a class name something else.
const MAX_NAME: usize = 20;

/// The language as named on the code, the listing, or a few elements around it.
pub(super) fn of(tree: &Tree, listing: Listing) -> Option<String> {
    let code = tree.within(listing.root).find(|&id| tree.tag(id) == Tag::Code);
    let own = [listing.code, listing.root].into_iter().chain(code);
    // The cells and rows of a listing's table name no language.
    let around = tree.ancestors(listing.root).filter(|&id| !matches!(tree.tag(id), Tag::Tr | Tag::Tbody | Tag::Table));
    let around = around.take(MAX_LEVELS);
    let around = around.take_while(|&id| !matches!(tree.tag(id), Tag::Article | Tag::Main | Tag::Body));
    own.chain(around).find_map(|id| {
        ATTRIBUTES
            .iter()
            .find_map(|&name| tree.attr(id, name))
            .map(str::to_ascii_lowercase)
            .filter(|name| is_language(name))
            .or_else(|| of_names(tree, id))
            .or_else(|| of_brush(tree.attr(id, Attr::DataSyntaxhighlighterParams)?))
            .or_else(|| {
                // On text it is the language of people.
                let name = tree.attr(id, Attr::Lang).filter(|_| tree.tag(id) == Tag::Pre)?.to_ascii_lowercase();
                Some(name).filter(|name| is_known(name))
            })
    })
}

fn of_names(tree: &Tree, id: TreeId) -> Option<String> {
    let class = tree.attr(id, Attr::Class)?;
    let after = |prefixes: &[&str]| {
        names(tree, id).find_map(|name| Some(prefixes.iter().find_map(|prefix| name.strip_prefix(prefix))?.to_string()))
    };
    let certain = after(PREFIXES).filter(|name| is_language(name));
    let likely = || after(WEAK_PREFIXES).filter(|name| is_known(name) && is_language(name));
    certain.or_else(|| of_brush(class)).or_else(likely).or_else(|| {
        // Beside a highlighter's own name, a language stands by itself.
        let is_place = names(tree, id).any(|name| {
            HIGHLIGHTERS.contains(&name.as_str()) || HIGHLIGHTER_STARTS.iter().any(|start| name.starts_with(start))
        });
        let is_code = matches!(tree.tag(id), Tag::Pre | Tag::Code | Tag::Figure) || is_place;
        names(tree, id).find(|name| is_code && is_known(name) && !AMBIGUOUS.contains(&name.as_str()))
    })
}

/// The language in `brush: js; gutter: false`.
fn of_brush(settings: &str) -> Option<String> {
    let name = settings.split("brush:").nth(1)?.split([';', ' ']).find(|part| !part.is_empty())?.to_ascii_lowercase();
    Some(name).filter(|name| is_language(name))
}

/// The language that a label names, empty for plain text.
pub(super) fn of_label(label: &str) -> Option<String> {
    let label = label.trim().to_lowercase();
    let other = LABELS.iter().find(|(written, _)| *written == label).map(|(_, name)| name.to_string());
    other.or_else(|| Some(label).filter(|label| is_known(label)))
}

/// The language that a file's name ends with.
pub(super) fn of_file(name: &str) -> Option<String> {
    let name = name.trim();
    let (stem, end) = name.rsplit_once('.')?;
    let end = end.to_ascii_lowercase();
    let is_name = !stem.is_empty() && !name.contains(char::is_whitespace) && !name.contains("://");
    (is_name && is_known(&end)).then_some(end)
}

fn is_known(name: &str) -> bool {
    !name.is_empty() && LANGUAGES.split_ascii_whitespace().any(|known| known == name)
}

fn is_language(name: &str) -> bool {
    (1..=MAX_NAME).contains(&name.len())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '#' | '_' | '.'))
        && !NO_LANGUAGE.contains(&name)
}
