//! What a frame or player shows, and whether it is content.

use super::address::host;
use super::decorative::{MAX_COUNTER, is_advertiser};
use super::providers::{Known, known};
use super::source::{MAX_SOURCES, pixels};
use crate::address::Address;
use crate::dom::{Attr, Elements, Tag};
use crate::lexicon::embeds::{NO_CONTENT, NUMBERS};

/// Where players have their address, the sure ones first; lazy loaders keep it beside `src`.
const ADDRESSES: [Attr; 8] = [
    Attr::Src,
    Attr::DataSrc,
    Attr::DataLazySrc,
    Attr::DataEmbedUrl,
    Attr::DataUrl,
    Attr::DataHref,
    Attr::ObjectData,
    Attr::LoaderSrc,
];

/// The address of what the element shows.
fn address_of<E: Elements>(elements: &E, id: E::Id, address: &Address) -> Option<String> {
    let tag = elements.tag(id);
    let number = NUMBERS.iter().filter(|(of, ..)| *of == tag.name()).find_map(|&(_, name, form)| {
        let number = elements.attr(id, Attr::known(name)?)?;
        let is_number =
            !number.is_empty() && number.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        is_number.then(|| form.replace("{}", number))
    });
    let sources = elements.children(id).filter(|&id| elements.tag(id) == Tag::Source).take(MAX_SOURCES);
    let holders = std::iter::once(id)
        .chain(sources.filter(|_| matches!(tag, Tag::Video | Tag::Audio | Tag::AmpVideo | Tag::AmpAudio)));
    let mut addresses = holders.flat_map(|id| {
        ADDRESSES.iter().flat_map(move |of| {
            elements.attributes(id).filter(move |(name, _)| name == of).map(|(_, value)| value.trim())
        })
    });
    let is_address = |value: &&str| {
        !value.is_empty()
            && !value.starts_with("about:")
            && (value.contains('/') || value.contains('.'))
            && !value.contains(char::is_whitespace)
    };
    number.or_else(|| addresses.find_map(|value| Some(value).filter(is_address).and_then(|value| web(value, address))))
}

/// The address in full; one that a page at no known address shares its scheme with is taken as secure.
fn web(value: &str, address: &Address) -> Option<String> {
    let full = address.media(value).filter(|full| !full.starts_with("data:"))?;
    Some(if full.starts_with("//") { format!("https:{full}") } else { full })
}

/// The address of what a frame or player shows, and its provider where that is known; `None` where it is no content.
pub(crate) fn shown<E: Elements>(elements: &E, id: E::Id, address: &Address) -> Option<(String, Option<Known>)> {
    let shown = address_of(elements, id, address)?;
    let known = known(&shown);
    (known.is_some() || is_content(elements, id, &shown)).then_some((shown, known))
}

/// Whether an unknown frame or player may be content: it has a size, and no word in its address names another use.
fn is_content<E: Elements>(elements: &E, id: E::Id, address: &str) -> bool {
    let is_film = matches!(elements.tag(id), Tag::Video | Tag::Audio | Tag::AmpVideo | Tag::AmpAudio);
    let sizes = [Attr::Width, Attr::Height].into_iter().filter_map(|name| pixels(elements, id, name));
    let is_seen = sizes.into_iter().all(|size| size > MAX_COUNTER);
    let start = address.split(['?', '#']).next().unwrap_or_default();
    let is_other = start
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| NO_CONTENT.iter().any(|other| word.eq_ignore_ascii_case(other)));
    is_film || is_seen && !is_other && !is_advertiser(address) && !host(address).is_empty()
}
