//! What a script makes a player of: an element that has the address, or the film's number, in its data.

use super::providers::{Known, YOUTUBE_ID_LENGTH, known};
use crate::dom::{Attr, Document, NodeId, Tag};

/// Whether an element of the page that holds nothing stands for something embedded.
pub(crate) fn is_stand_in(page: &Document, id: NodeId) -> bool {
    let is_youtube = page.attr(id, Attr::Class).is_some_and(|class| class.contains("youtube"));
    stand_in_of(page.tag(id), page.attributes(id), is_youtube).is_some()
}

/// What the element embeds, and its address.
pub(crate) fn stand_in_of<'v>(
    tag: Tag,
    mut attrs: impl Iterator<Item = (Attr, &'v str)>,
    is_youtube: bool,
) -> Option<(Known, String)> {
    attrs.find_map(|(name, value)| {
        let address = match (tag, name) {
            (Tag::Script, Attr::Src) if value.starts_with("https://gist.github.com/") => value.to_string(),
            (Tag::Div, Attr::DataId | Attr::DataVideoId | Attr::DataVideoid)
                if is_youtube && value.len() == YOUTUBE_ID_LENGTH =>
            {
                format!("https://www.youtube.com/embed/{value}")
            }
            (Tag::Div, Attr::DataSrc | Attr::DataEmbedUrl | Attr::DataUrl | Attr::DataHref | Attr::LoaderSrc) => {
                let value = value.trim();
                if value.starts_with("//") { format!("https:{value}") } else { value.to_string() }
            }
            _ => return None,
        };
        if !address.starts_with("http") {
            return None;
        }
        known(&address).map(|known| (known, address))
    })
}
