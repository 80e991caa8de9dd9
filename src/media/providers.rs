//! Where what a frame shows has a page of its own: a row for each form of address.

use url::Url;
use url::form_urlencoded::byte_serialize;

use crate::lexicon::embeds::{PROVIDERS, STILLS};

/// The characters of a film's id at YouTube.
pub(crate) const YOUTUBE_ID_LENGTH: usize = 11;

/// What an address embeds.
pub(crate) struct Known {
    /// The provider.
    pub(crate) name: &'static str,
    /// The page of what is embedded.
    pub(crate) page: String,
}

/// What the address embeds, where its provider is known.
pub(crate) fn known(address: &str) -> Option<Known> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    let is_of =
        |of: &str| of == "*" || host.strip_suffix(of).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    PROVIDERS.iter().filter(|(_, of, ..)| is_of(of)).find_map(|&(name, _, form, page)| {
        let (path, query) = form.split_once('?').unwrap_or((form, ""));
        let mut found = in_path(url.path(), path)?;
        if let Some((key, _)) = query.split_once('=') {
            let value = url.query_pairs().find(|(name, _)| name == key)?.1;
            if page == "{}" {
                let target = Url::parse(&value).ok().filter(|target| matches!(target.scheme(), "http" | "https"));
                // Programs' addresses show a reader nothing.
                let target = target.filter(|target| target.host_str().is_some_and(|host| !host.starts_with("api")));
                return Some(Known { name, page: target.map_or_else(|| address.to_string(), String::from) });
            }
            found = vec![byte_serialize(value.as_bytes()).collect()];
        }
        let page = match page {
            "" => map_of(address).unwrap_or_else(|| address.to_string()),
            page => filled(&page.replace('*', host), &found),
        };
        Some(Known { name, page })
    })
}

/// The map's page, where the address of its frame has coordinates (`!2d` and `!3d`).
fn map_of(address: &str) -> Option<String> {
    let number = |mark: &str| {
        let (_, after) = address.split_once(mark)?;
        let number = after.split('!').next()?;
        number.parse::<f64>().is_ok().then_some(number)
    };
    let (east, north) = (number("!2d")?, number("!3d")?);
    Some(format!("https://www.google.com/maps/search/?api=1&query={north}%2C{east}"))
}

/// The still picture of what has this page.
pub(crate) fn still(page: &str) -> Option<String> {
    STILLS.iter().find_map(|(start, still)| page.strip_prefix(start).map(|id| still.replace("{}", id)))
}

/// The parts of the path that the form leaves open; `None` where it has another form.
fn in_path(path: &str, form: &str) -> Option<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = path.trim_start_matches('/');
    for part in form.split('/').filter(|part| !part.is_empty()) {
        if part == "{*}" {
            found.push(rest.to_string());
            return Some(found);
        }
        let (segment, after) = rest.split_once('/').unwrap_or((rest, ""));
        match part.split_once("{}") {
            Some((start, end)) => {
                let inner = segment.strip_prefix(start)?.strip_suffix(end)?;
                if inner.is_empty() {
                    return None;
                }
                found.push(inner.to_string());
            }
            None if segment == part => {}
            None => return None,
        }
        rest = after;
    }
    Some(found)
}

fn filled(page: &str, found: &[String]) -> String {
    found.iter().fold(page.to_string(), |page, part| page.replacen("{}", part, 1))
}
