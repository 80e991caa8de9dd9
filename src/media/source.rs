//! Which of a picture's addresses to keep: the best there is.

use super::address::{is_picture_file, picture, width};
use super::srcset::{Size, candidates};
use crate::address::{Address, is_data_image};

use crate::dom::{Attr, Elements, Tag};
use crate::lexicon::images::{PLACEHOLDER_EXTENSIONS, PLACEHOLDERS};

/// Where lazy loaders keep the address.
const LAZY: [Attr; 9] = [
    Attr::DataFullSrc,
    Attr::DataHiResSrc,
    Attr::DataSrc,
    Attr::DataLazySrc,
    Attr::DataOriginal,
    Attr::DataOriginalSrc,
    Attr::DataLazy,
    Attr::DataImage,
    Attr::DataUrl,
];

const SETS: [Attr; 5] =
    [Attr::Srcset, Attr::DataSrcset, Attr::DataLazySrcset, Attr::DataOriginalSet, Attr::LoaderSrcset];

/// The widest picture that looks better than a narrower one, in pixels: a full column on a sharp screen.
const MAX_USEFUL_WIDTH: f32 = 2560.0;

/// So many sources are read: pictures and films have fewer.
pub(super) const MAX_SOURCES: usize = 40;

/// The widest blurred preview, in pixels.
const MAX_PREVIEW_WIDTH: f32 = 100.0;

/// The largest pixel density in a set: larger sizes are widths.
const MAX_DENSITY: f32 = 10.0;

/// Pictures held in the page itself are shown from so many bytes on: shorter ones are dots, or blurred previews.
const MIN_DATA_IMAGE: usize = 3000;

/// What a source counts without a size: one for any screen, one for small screens only, and at the least one for large.
const ANY_SCREEN: f32 = 1.0;
const SMALL_SCREEN: f32 = 0.5;
const MIN_LARGE_SCREEN: f32 = 2.0;

/// The pixels of an `em` in media queries, as browsers have it.
const EM: f32 = 16.0;

/// The best address: the widest of the sets that is not needlessly wide, unless a lazy loader's or `src` is known to be
/// wider; else those.
pub(crate) fn best<E: Elements>(elements: &E, id: E::Id, address: &Address) -> Option<String> {
    let single = single(elements, id, address).filter(|url| address.media(url).is_some());
    let from_set = of_sets(elements, id, address);
    let own_width = single.and_then(width).or_else(|| pixels(elements, id, Attr::Width));
    match (from_set, single) {
        (Some((size, url)), Some(single)) => {
            // A set of pixel densities without its own larger picture repeats what `src` has.
            let is_smaller =
                size <= ANY_SCREEN || size > MAX_DENSITY && own_width.is_some_and(|width| worth(width) > size);
            if is_smaller { address.media(single) } else { Some(url) }
        }
        (Some((_, url)), None) => Some(url),
        (None, single) => single.and_then(|url| address.media(url)),
    }
}

/// What a width is worth: beyond what is wide enough, the less the wider.
fn worth(width: f32) -> f32 {
    if width > MAX_USEFUL_WIDTH { MAX_USEFUL_WIDTH * MAX_USEFUL_WIDTH / width } else { width }
}

/// The best of the sets, with its size: pixels of width, or of density.
fn of_sets<E: Elements>(elements: &E, id: E::Id, address: &Address) -> Option<(f32, String)> {
    let in_picture = elements.tag(elements.parent(id)) == Tag::Picture;
    let sources =
        if in_picture { elements.children(elements.parent(id)).take(MAX_SOURCES).collect() } else { vec![id] };
    let mut best: Option<(f32, String)> = None;
    for source in sources {
        let Some(screen) = screen(elements.attr(source, Attr::Media)) else { continue };
        let sets = elements.attributes(source).filter(|(name, _)| SETS.contains(name));
        for (url, size) in sets.flat_map(|(_, set)| candidates(set)) {
            let size = match size {
                Size::Width(width) => width,
                Size::Density(density) => density * screen,
                Size::Unknown => width(url).unwrap_or(screen),
            };
            let size = worth(size);
            if best.as_ref().is_none_or(|(found, _)| size > *found)
                && !is_placeholder(url)
                && let Some(url) = address.media(url)
            {
                best = Some((size, url));
            }
        }
    }
    best
}

/// How wide a screen a `source` is meant for; `None` where it is for the dark or for paper.
fn screen(media: Option<&str>) -> Option<f32> {
    let Some(media) = media else { return Some(ANY_SCREEN) };
    let width = |name: &str| {
        let (_, after) = media.split_once(name)?;
        let after = after.trim_start_matches([':', ' ']);
        let digits = after.get(..after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len()))?;
        let width = digits.parse::<f32>().ok()?;
        Some(if after.get(digits.len()..).is_some_and(|unit| unit.contains("em")) { width * EM } else { width })
    };
    match () {
        () if media.contains("dark") || media.contains("print") => None,
        () if media.contains("min-width") => width("min-width").map(|width| width.max(MIN_LARGE_SCREEN)),
        () if media.contains("max-width") => Some(SMALL_SCREEN),
        () => Some(ANY_SCREEN),
    }
}

/// What a lazy loader would load, else `src`, else what another attribute seems to hold.
fn single<'e, E: Elements>(elements: &'e E, id: E::Id, address: &Address) -> Option<&'e str> {
    let known = LAZY.iter().filter_map(|&name| elements.attr(id, name)).filter(|url| looks_like_image(url));
    let first = known.chain(elements.attr(id, Attr::Src)).map(str::trim).find(|url| !is_placeholder(url));
    let loader = elements.attributes(id).filter(|(name, _)| *name == Attr::LoaderSrc).map(|(_, value)| value.trim());
    let mut loader = loader.filter(|url| looks_like_image(url) && is_file(url) && !is_placeholder(url));
    let Some(first) = first else { return loader.next().or_else(|| named_placeholder(elements, id)) };
    let shows = |url: &str| address.media(url).map(|url| picture(&url));
    let better = |url: &&str| match width(first) {
        Some(small) if small <= MAX_PREVIEW_WIDTH => width(url).is_none_or(|width| width > small),
        Some(small) => shows(url) == shows(first) && width(url).is_none_or(|width| width > small),
        None => false,
    };
    loader.find(better).or(Some(first))
}

/// A picture that is only called a placeholder: no loader has another for it, and it has an alternative text.
fn named_placeholder<E: Elements>(elements: &E, id: E::Id) -> Option<&str> {
    let src = elements.attr(id, Attr::Src).map(str::trim)?;
    let has_words = elements.attr(id, Attr::Alt).is_some_and(|alt| !alt.trim().is_empty());
    let is_loaded = elements.attributes(id).any(|(name, _)| LAZY.contains(&name) || name == Attr::LoaderSrc);
    let is_end = |rest: &str| PLACEHOLDER_EXTENSIONS.iter().any(|end| rest.starts_with(end));
    (has_words && !is_loaded && src.split("placeholder.").skip(1).any(is_end)).then_some(src)
}

/// Whether a lazy loader's attribute holds an address rather than something else.
fn looks_like_image(value: &str) -> bool {
    let value = value.trim();
    !value.is_empty()
        && !value.contains(char::is_whitespace)
        && (value.contains('/') || value.contains('.'))
        && !value.starts_with(['{', '['])
}

/// Whether an attribute of unknown meaning holds a picture's address: by its file's name, or in full.
fn is_file(url: &str) -> bool {
    is_picture_file(url) || url.starts_with("http") && width(url).is_some() || is_data_image(url)
}

/// What is shown until the picture is there.
pub(crate) fn is_placeholder(url: &str) -> bool {
    let url = url.trim();
    if url.is_empty() || url.starts_with("data:") {
        return !is_data_image(url) || url.len() < MIN_DATA_IMAGE;
    }
    let name = url.split(['?', '#']).next().unwrap_or_default();
    let name = name.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default().to_ascii_lowercase();
    PLACEHOLDERS.iter().any(|part| name.contains(part)) || name == "about:blank" || name == "undefined"
}

/// The number of pixels an attribute gives.
pub(crate) fn pixels<E: Elements>(elements: &E, id: E::Id, name: Attr) -> Option<f32> {
    elements.attr(id, name).and_then(|size| size.trim().trim_end_matches("px").parse::<f32>().ok())
}
