//! Pictures that show a reader nothing: counting pixels, icons, portraits beside names, advertisements.

use super::address::host;
use super::source::pixels;
use crate::dom::{Attr, Elements, Tag};
use crate::lexicon::advertisers::ADVERTISERS;
use crate::lexicon::images::{AUTHORS, COUNTER_HOSTS, COUNTERS, ICONS, PORTRAITS};
use crate::lexicon::math::PICTURE_WORDS;

/// The largest counting pixel, in pixels: some are drawn a little larger, so that blockers do not see them.
pub(super) const MAX_COUNTER: f32 = 3.0;

/// The largest icon, in pixels: about as large as a line of text is high.
const MAX_ICON: f32 = 32.0;

/// The largest picture that is an icon by its name, in pixels: icons are drawn at up to twice their size.
const MAX_NAMED_ICON: f32 = 64.0;

/// The largest portrait beside a name, in pixels.
const MAX_PORTRAIT: f32 = 200.0;

/// How far above a picture its box is.
const MAX_LEVELS: usize = 3;

/// Whether the host of an address is known to serve advertisements.
pub(crate) fn is_advertiser(url: &str) -> bool {
    let host = host(url);
    host.split('.').any(|label| ADVERTISERS.iter().any(|word| label.eq_ignore_ascii_case(word)))
}

/// Whether the picture is no part of the text.
pub(crate) fn is_decorative<E: Elements>(elements: &E, id: E::Id, src: &str) -> bool {
    is_tiny(elements, id)
        || is_counter(src)
        || is_icon(elements, id, src)
        || is_portrait(elements, id, src)
        || is_advert(elements, id, src)
}

/// Whether the page gives it the size of a counting pixel or an icon.
pub(crate) fn is_tiny<E: Elements>(elements: &E, id: E::Id) -> bool {
    match size(elements, id) {
        (Some(width), Some(height)) if width <= MAX_COUNTER || height <= MAX_COUNTER => true,
        (Some(width), Some(height)) => width <= MAX_ICON && height <= MAX_ICON && !is_formula(elements, id),
        (Some(size), None) | (None, Some(size)) => size <= MAX_COUNTER,
        (None, None) => false,
    }
}

/// The width and height that the page gives it.
fn size<E: Elements>(elements: &E, id: E::Id) -> (Option<f32>, Option<f32>) {
    (pixels(elements, id, Attr::Width), pixels(elements, id, Attr::Height))
}

/// Signs of a formula may be as small as icons.
fn is_formula<E: Elements>(elements: &E, id: E::Id) -> bool {
    is_named(elements, id, PICTURE_WORDS)
        || elements.attr(id, Attr::Alt).is_some_and(|alt| alt.contains(['\\', '$', '_', '^', '=']))
}

/// Whether the address is one that only counts readers.
fn is_counter(src: &str) -> bool {
    let path = src.split_once("//").map_or(src, |(_, rest)| rest).split(['?', '#']).next().unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    let last = last.strip_suffix(".gif").unwrap_or(last);
    path.contains('/') && COUNTERS.contains(&last) || host(src).split('.').any(|label| COUNTER_HOSTS.contains(&label))
}

fn is_icon<E: Elements>(elements: &E, id: E::Id, src: &str) -> bool {
    let (width, height) = size(elements, id);
    let largest = [width, height].into_iter().flatten().fold(0.0, f32::max);
    let is_svg = src.split(['?', '#']).next().is_some_and(|path| path.ends_with(".svg"));
    match () {
        () if largest > MAX_NAMED_ICON || is_formula(elements, id) => false,
        () if is_named(elements, id, ICONS) => true,
        () => is_svg && largest > 0.0 && largest <= MAX_ICON,
    }
}

/// An author's or commenter's portrait: named so, or small and square beside a name.
fn is_portrait<E: Elements>(elements: &E, id: E::Id, src: &str) -> bool {
    let size = size(elements, id);
    let is_large = size.0.or(size.1).is_some_and(|size| size > MAX_PORTRAIT);
    let is_square = matches!(size, (Some(width), Some(height)) if width == height && width <= MAX_PORTRAIT);
    let around: Vec<E::Id> = around(elements, id).collect();
    let in_figure = around.iter().any(|&id| elements.tag(id) == Tag::Figure);
    let named =
        |words: &[&str]| is_named(elements, id, words) || around.iter().any(|&id| is_named(elements, id, words));
    match () {
        () if host(src).contains("gravatar.com") => true,
        () if is_large => false,
        () if named(PORTRAITS) => true,
        () => is_square && !in_figure && named(AUTHORS),
    }
}

/// The elements around a picture whose names may describe it; a `noscript` only holds its readable copy.
fn around<E: Elements>(elements: &E, id: E::Id) -> impl Iterator<Item = E::Id> {
    elements.ancestors(id).filter(|&id| elements.tag(id) != Tag::Noscript).take(MAX_LEVELS)
}

/// Whether it comes from an advertiser, or leads to one.
fn is_advert<E: Elements>(elements: &E, id: E::Id, src: &str) -> bool {
    let leads = |id: E::Id| elements.tag(id) == Tag::A && elements.attr(id, Attr::Href).is_some_and(is_advertiser);
    is_advertiser(src) || around(elements, id).any(leads)
}

/// Whether a part of the element's classes or its id is one of the words.
pub(crate) fn is_named<E: Elements>(elements: &E, id: E::Id, words: &[&str]) -> bool {
    let mut names = [elements.attr(id, Attr::Class), elements.attr(id, Attr::Id)].into_iter().flatten();
    names.any(|name| {
        let mut parts = name.split(|c: char| !c.is_ascii_alphanumeric());
        parts.any(|part| words.iter().any(|word| part.eq_ignore_ascii_case(word)))
    })
}
