//! What a frame or player shows, and whether it is content.

use super::super::Context;
use crate::dom::{Attr, Tag, Tree, TreeId};
use crate::lexicon::embeds::{NO_CONTENT, NUMBERS};
use crate::media::{host, is_advertiser};

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
pub(super) fn address(tree: &Tree, id: TreeId, context: &Context<'_>) -> Option<String> {
    let tag = tree.tag(id);
    let number = NUMBERS.iter().filter(|(of, ..)| *of == tag.name()).find_map(|&(_, name, form)| {
        let number = tree.attr(id, Attr::known(name)?)?;
        let is_number =
            !number.is_empty() && number.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        is_number.then(|| form.replace("{}", number))
    });
    let sources = tree.children(id).filter(|&id| tree.tag(id) == Tag::Source).take(20);
    let holders = std::iter::once(id)
        .chain(sources.filter(|_| matches!(tag, Tag::Video | Tag::Audio | Tag::AmpVideo | Tag::AmpAudio)));
    let mut addresses = holders.flat_map(|id| {
        ADDRESSES.iter().flat_map(move |of| {
            tree.node(id).attrs.iter().filter(move |(name, _)| name == of).map(|(_, value)| value.trim())
        })
    });
    let is_address = |value: &&str| {
        !value.is_empty()
            && !value.starts_with("about:")
            && (value.contains('/') || value.contains('.'))
            && !value.contains(char::is_whitespace)
    };
    number.or_else(|| addresses.find_map(|value| Some(value).filter(is_address).and_then(|value| web(value, context))))
}

/// The address in full; one that a page at no known address shares its scheme with is taken as secure.
fn web(value: &str, context: &Context<'_>) -> Option<String> {
    let full = context.address.media(value).filter(|full| !full.starts_with("data:"))?;
    Some(if full.starts_with("//") { format!("https:{full}") } else { full })
}

/// Whether an unknown frame or player may be content: it has a size, and nothing in its address says that it is else.
pub(super) fn is_content(tree: &Tree, id: TreeId, address: &str) -> bool {
    let is_film = matches!(tree.tag(id), Tag::Video | Tag::Audio | Tag::AmpVideo | Tag::AmpAudio);
    let pixels = |name| tree.attr(id, name).and_then(|size| size.trim().trim_end_matches("px").parse::<f32>().ok());
    let is_seen = [Attr::Width, Attr::Height].into_iter().filter_map(pixels).all(|size| size > 3.0);
    let start = address.split(['?', '#']).next().unwrap_or_default();
    let says_other = start
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| NO_CONTENT.iter().any(|other| word.eq_ignore_ascii_case(other)));
    is_film || is_seen && !says_other && !is_advertiser(address) && !host(address).is_empty()
}
