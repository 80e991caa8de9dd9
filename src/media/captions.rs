//! Pictures with their captions, whatever the site makes them of.

use crate::dom::{Attr, CARD, Elements, Tag};
use crate::lexicon::images::CAPTION_WORDS;
use crate::words::Count;

/// The most words a caption has.
pub(crate) const MAX_CAPTION_WORDS: u32 = 120;

/// The most nodes a picture with its caption is made of.
pub(crate) const MAX_FIGURE_NODES: usize = 80;

/// The most pictures that share a caption.
const MAX_PICTURES: usize = 6;

/// How far above a caption the element is that holds it with its picture: the picture is beside it, or a few levels up.
const MAX_LEVELS: usize = 4;

/// The element outside figures that is a picture with this caption, where the element is named one: by its class, as
/// `has_signal` states, or in other languages.
pub(crate) fn captioned<E: Elements>(elements: &E, caption: E::Id, has_signal: bool) -> Option<E::Id> {
    if !is_caption(elements, caption, has_signal)
        || elements.ancestors(caption).any(|id| elements.tag(id) == Tag::Figure)
    {
        return None;
    }
    elements.ancestors(caption).take(MAX_LEVELS).find(|&id| is_picture_with_words(elements, id))
}

fn is_caption<E: Elements>(elements: &E, id: E::Id, has_signal: bool) -> bool {
    use Tag::*;
    matches!(elements.tag(id), Div | Figcaption | P | Span | Dd | Small | Em | I | Td | Section | Aside | Footer | Cite)
        && (has_signal || is_named_caption(elements, id))
        && elements
            .descendants_up_to(id, MAX_FIGURE_NODES)
            .is_some_and(|all| !all.iter().any(|&id| elements.tag(id).is_media()))
        && (1..=MAX_CAPTION_WORDS).contains(&Count::of(&elements.text(id)).words)
}

/// Whether the element is called a caption, in one of several languages, as part of a longer name too.
fn is_named_caption<E: Elements>(elements: &E, id: E::Id) -> bool {
    [Attr::Class, Attr::Itemprop].into_iter().filter_map(|name| elements.attr(id, name)).any(|names| {
        let names = names.to_ascii_lowercase();
        CAPTION_WORDS.iter().any(|word| names.contains(word))
    })
}

fn is_picture_with_words<E: Elements>(elements: &E, id: E::Id) -> bool {
    use Tag::*;
    let is_card = |id| elements.tag(id) == Figure && elements.attr(id, Attr::Class) == Some(CARD);
    matches!(elements.tag(id), Div | P | Dl | Section | Span | Custom | Aside | Table | Article | Header)
        && elements.descendants_up_to(id, MAX_FIGURE_NODES).is_some_and(|all| {
            let pictures = all.iter().filter(|&&id| matches!(elements.tag(id), Img | AmpImg)).count();
            (1..=MAX_PICTURES).contains(&pictures)
                && !all.iter().any(|&id| {
                    matches!(elements.tag(id), H1 | H2 | H3 | H4 | Pre | Ul | Ol | Figure | Th) && !is_card(id)
                })
        })
        && Count::of(&elements.text(id)).words <= MAX_CAPTION_WORDS
}
