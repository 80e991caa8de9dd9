//! Pictures that show a reader nothing are dropped: counting pixels, icons, portraits beside names, advertisements.
//!
//! `<p>Text <img src="pixel.gif" width=1 height=1></p>` → `<p>Text</p>`

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::dom::{NodeId, Tag};
use crate::media::{best, emoji, is_decorative};

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let page = input.page;
    let content = decisions.content(page);
    let is_needless = |&id: &NodeId| {
        matches!(page.tag(id), Tag::Img | Tag::AmpImg)
            && emoji(page, id).is_none()
            && best(&content, id, input.address).is_some_and(|src| is_decorative(page, id, &src))
    };
    let needless: Vec<NodeId> = content.descendants(page.body()).filter(is_needless).collect();
    needless.into_iter().for_each(|id| decisions.drop_node(page, input.blocks, id));
}
