//! Who wrote it: names only, several kept apart.

use super::claims::{Claim, Claims, Field};
use super::date::months;
use super::plain::{folded, line_of};

/// The longest name, in characters.
const LONGEST_NAME: usize = 70;

/// More authors than this are not listed.
const MOST: usize = 50;

/// How far apart the names of authors stand, in nodes.
const BESIDE: usize = 12;

/// What stands before names.
const BEFORE: &[&str] = &[
    "written by",
    "posted by",
    "published by",
    "authored by",
    "story by",
    "words by",
    "text by",
    "article by",
    "created by",
    "submitted by",
    "contributed by",
    "a post by",
    "post author",
    "article author",
    "about the author",
    "by author",
    "by",
    "authors",
    "author",
    "posted",
    "written",
    "from",
    "von",
    "autor",
    "autorin",
    "text",
    "par",
    "publié par",
    "escrito por",
    "por",
    "di",
    "scritto da",
    "a cura di",
    "door",
    "geschreven door",
    "av",
    "af",
    "skrevet av",
    "skrevet af",
    "autore",
    "auteur",
    "автор",
    "przez",
    "tekst",
    "redakteur",
    "op",
    "started by",
    "asked by",
    "reviewed by",
    "last updated by",
    "updated by",
    "edited by",
    "photo by",
    "medically reviewed by",
    "fact checked by",
];

/// What never is a name: labels beside names, and buttons.
const NOT_NAMES: &[&str] = &[
    "share",
    "follow",
    "comment",
    "comments",
    "read more",
    "view all posts",
    "more",
    "subscribe",
    "sign in",
    "log in",
    "login",
    "guest",
    "anonymous",
    "unknown",
    "null",
    "none",
    "undefined",
    "true",
    "false",
    "author",
    "authors",
    "about the author",
    "written by",
    "by",
    "published",
    "updated",
    "posted",
    "share this",
    "facebook",
    "twitter",
    "linkedin",
    "instagram",
    "email",
    "print",
    "home",
    "website",
    "follow us",
    "view profile",
    "see full bio",
    "full bio",
    "bio",
    "date",
    "n a",
    "na",
    "contributors",
    "new member",
    "member",
    "share on facebook",
    "about",
    "meet the author",
    "view more",
    "all posts",
    "posts",
    "profile",
    "reply",
    "views",
    "likes",
    "verified",
    "original poster",
    "op",
    "moderator",
    "registered",
    "joined",
    "avatar",
    "contact",
];

/// Names that are no one's: taken where there is nothing better.
const GENERIC: &[&str] = &[
    "admin",
    "administrator",
    "editor",
    "editors",
    "editorial",
    "editorial team",
    "editorial staff",
    "staff",
    "staff writer",
    "team",
    "the team",
    "redaktion",
    "redaccion",
    "redazione",
    "redactie",
    "redakcja",
    "la redaction",
    "webmaster",
    "root",
    "user",
    "newsroom",
    "news desk",
    "newsdesk",
    "web desk",
    "guest author",
    "guest post",
    "guest contributor",
    "wordpress",
    "contributor",
    "super user",
    "superuser",
    "adminuser",
    "content team",
    "marketing",
    "marketing team",
    "web team",
    "author name",
];

/// Words of roles: a part made of these alone is no name.
const ROLES: &[&str] = &[
    "senior",
    "staff",
    "chief",
    "lead",
    "associate",
    "assistant",
    "managing",
    "executive",
    "deputy",
    "contributing",
    "freelance",
    "writer",
    "editor",
    "reporter",
    "correspondent",
    "journalist",
    "columnist",
    "contributor",
    "author",
    "producer",
    "director",
    "manager",
    "analyst",
    "specialist",
    "photographer",
    "in",
    "of",
    "at",
    "and",
    "the",
    "special",
    "to",
    "for",
    "news",
    "political",
    "business",
    "technology",
    "tech",
    "science",
    "health",
    "sports",
    "content",
    "copywriter",
    "copy",
    "founder",
    "co",
    "ceo",
    "cto",
    "president",
    "vice",
    "marketing",
    "product",
    "engineer",
    "software",
    "head",
    "expert",
    "blogger",
    "guest",
    "foreign",
    "national",
    "redakteur",
    "redakteurin",
    "digital",
    "seo",
    "strategist",
    "consultant",
    "web",
    "community",
    "team",
];

/// Titles and degrees that belong to the name before them.
const DEGREES: &[&str] = &[
    "md", "phd", "dvm", "rn", "rd", "rdn", "jr", "sr", "ii", "iii", "mph", "mba", "msc", "ms", "ma", "bsc", "ba",
    "esq", "do", "cpa", "cfp", "jd", "lpc", "lcsw", "lmft", "pharmd", "dds", "np", "pt", "dpt", "cscs", "llc", "inc",
    "ltd", "mn", "bs", "edd", "psyd", "facs", "dacvb", "bvsc", "vmd", "lvt", "vts", "ldn", "mrcvs", "cfa", "ea", "pe",
    "med", "mfa", "mscp", "rvt", "cpnp", "fnp", "facp",
];

/// What stands between names.
const BETWEEN: &[&str] = &[
    ", and ", " and ", " & ", "; ", ";", ", ", " und ", " et ", " y ", " och ", " og ", " en ", " / ", " with ",
    " et al", "、", "，", " и ",
];

/// What ends a byline: a date, a role or a place follows.
const ENDS: &[&str] = &[
    " | ",
    " • ",
    " · ",
    " – ",
    " — ",
    " - ",
    "|",
    " on ",
    " in ",
    " for ",
    " at ",
    " published ",
    " updated ",
    " posted ",
    " last updated",
    " reviewed by",
    " medically reviewed",
    " edited by",
    " photographed by",
    " photos by",
    " follow ",
    " am ",
    " @ ",
    ":",
    "•",
    "·",
    " // ",
    " (",
    " [",
];

/// The authors, and the source they come from.
pub(super) fn choose(claims: &Claims, site: &[String]) -> Option<(Vec<String>, &'static str)> {
    let all: Vec<&Claim> = claims.about(Field::Author).collect();
    let mut fallback = None;
    for group in all.chunk_by(|a, b| a.source == b.source) {
        let Some(source) = group.first().map(|claim| claim.source) else { continue };
        let names = group_names(group);
        if names.is_empty() {
            continue;
        }
        if names.iter().all(|name| is_generic(name, site)) {
            fallback = fallback.or(Some((names, source)));
            continue;
        }
        let named: Vec<String> = names.into_iter().filter(|name| !is_generic(name, site)).collect();
        return Some((named, source));
    }
    fallback
}

/// The names that one source gives: all of them, or where they are shown on the page those nearest the headline.
fn group_names(group: &[&Claim]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: String| {
        let known = names.iter().any(|known| folded(known) == folded(&name));
        if !known && names.len() < MOST {
            names.push(name);
        }
    };
    let mut shown: Vec<(usize, &str)> =
        group.iter().filter_map(|claim| Some((claim.distance?, claim.value.as_str()))).collect();
    if shown.is_empty() {
        group.iter().flat_map(|claim| names_of(&claim.value)).for_each(add);
        return names;
    }
    shown.sort_by_key(|&(distance, _)| distance);
    let mut named =
        shown.into_iter().map(|(distance, byline)| (distance, names_of(byline))).filter(|(_, names)| !names.is_empty());
    if let Some((nearest, first)) = named.next() {
        first.into_iter().for_each(&mut add);
        // Other authors stand right beside the first.
        named.take_while(|&(distance, _)| distance <= nearest + BESIDE).flat_map(|(_, names)| names).for_each(add);
    }
    names
}

fn is_generic(name: &str, site: &[String]) -> bool {
    let name = folded(name);
    GENERIC.contains(&name.as_str()) || site.iter().any(|site| *site == name || *site == name.replace(' ', ""))
}

/// The names in a byline.
pub(super) fn names_of(byline: &str) -> Vec<String> {
    let Some(text) = line_of(byline, 1000) else { return Vec::new() };
    if is_address(&text) {
        return Vec::new();
    }
    let text = up_to_end(without_label(&text));
    let mut names: Vec<String> = Vec::new();
    for part in split(text) {
        let part = without_label(part.trim().trim_matches(|c: char| ",.;:|-–—*\"".contains(c) && c != '.')).trim();
        let bare: String = part.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        if DEGREES.contains(&bare.as_str()) {
            if let Some(name) = names.last_mut() {
                name.push_str(", ");
                name.push_str(part);
            }
            continue;
        }
        if is_name(part) {
            names.push(part.to_string());
        }
    }
    names
}

/// Without "By", "Written by:" and the like.
fn without_label(text: &str) -> &str {
    let mut rest = text.trim();
    for _ in 0..3 {
        let Some(after) = BEFORE.iter().find_map(|label| after_label(rest, label)) else { break };
        rest = after;
    }
    rest
}

fn after_label<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    // Labels in lower case are as long in other cases, in all their scripts.
    let (start, after) = (text.get(..label.len())?, text.get(label.len()..)?);
    if start.to_lowercase() != label {
        return None;
    }
    let rest = after.trim_start_matches([':', ' ', '-', '–', '—', '|', '\u{A0}']);
    (rest.len() < after.len() && !rest.is_empty()).then_some(rest)
}

/// What comes before a date, a role or a place.
fn up_to_end(text: &str) -> &str {
    let lower = text.to_ascii_lowercase();
    let mut end = text.len();
    for mark in ENDS {
        if let Some(at) = lower.find(mark)
            && at > 0
        {
            end = end.min(at);
        }
    }
    // A word that starts with a digit, or names a month before one, starts a date.
    let mut at = 0;
    let mut before = "";
    for word in text.split(' ') {
        let numeric = word.starts_with(|c: char| c.is_ascii_digit());
        if numeric && at > 0 {
            let month = months::month(before.trim_matches(','), "en").is_some() && at > before.len() + 1;
            end = end.min(if month { at - before.len() - 1 } else { at });
        }
        before = word;
        at += word.len() + 1;
    }
    text.get(..end).unwrap_or(text).trim()
}

fn split(text: &str) -> Vec<&str> {
    let mut parts = vec![text];
    for between in BETWEEN {
        parts = parts.into_iter().flat_map(|part| part.split(between)).collect();
    }
    parts
}

/// Whether a text is an address instead of a name: many pages link to their author's profile.
fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.contains("://") || lower.starts_with("www.") || lower.starts_with('/') || lower.contains(".com/")
}

/// Whether a text can be the name of an author.
fn is_name(text: &str) -> bool {
    let name = folded(text);
    let words = name.split(' ').count();
    let is_role = name.split(' ').all(|word| ROLES.contains(&word)) && words > 0;
    !name.is_empty()
        && text.chars().count() <= LONGEST_NAME
        && words <= 7
        && text.chars().any(char::is_alphabetic)
        && !text.contains(['{', '}', '<', '>', '%', '=', '?', '!'])
        && !NOT_NAMES.contains(&name.as_str())
        && (!is_role || GENERIC.contains(&name.as_str()))
        && !(text.bytes().any(|byte| byte.is_ascii_digit())
            && months::month(name.split(' ').next().unwrap_or_default(), "en").is_some())
}
