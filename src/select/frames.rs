//! Frames and players that show no content are dropped: advertisements, counters, forms, buttons of networks.
//!
//! `<p>Text</p><iframe src="https://ads.example/slot"></iframe>` → `<p>Text</p>`

use super::content::Content;
use super::decisions::Decisions;
use super::input::SelectInput;
use crate::dom::{Elements, NodeId, Tag};
use crate::media::frames::shown;

/// An object of more nodes than this holds content of its own, not only a player for other browsers.
const MAX_NODES: usize = 30;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let page = input.page;
    let content = decisions.content(page);
    let is_needless = |&id: &NodeId| {
        let tag = page.tag(id);
        tag.is_player()
            && !(tag == Tag::Object && holds_another(content, id))
            && shown(&content, id, input.address).is_none()
    };
    let needless: Vec<NodeId> = content.descendants(page.body()).filter(is_needless).collect();
    needless.into_iter().for_each(|id| decisions.drop_node(page, input.blocks, id));
}

/// Whether the object only wraps a player that more browsers know, or holds a picture for those that know none.
fn holds_another(content: Content<'_>, object: NodeId) -> bool {
    let inside = content.descendants_up_to(object, MAX_NODES);
    inside
        .is_some_and(|inside| inside.into_iter().any(|id| content.tag(id).is_media() && content.tag(id) != Tag::Object))
}
