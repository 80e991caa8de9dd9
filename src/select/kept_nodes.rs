//! From the blocks that are kept to the nodes that are content: their texts and pictures, the elements around them, and
//! all that is in a box of code, which is kept to the byte.

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::dom::NodeId;
use crate::dom::code_box::is_code_box;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let (page, blocks) = (input.page, input.blocks);
    let kept_blocks: Vec<bool> = decisions.iter().map(|decision| decision.kept).collect();
    let is_kept = |id| blocks.block_of(id).is_some_and(|block| kept_blocks.get(block) == Some(&true));
    // Up to where all is content: a picture has its sources, and code its blank lines before the first word.
    let mut all_of = NodeId::ROOT;
    let mut looked_at = NodeId::ROOT;
    for id in page.subtree(page.body()) {
        let kept = is_kept(id);
        if kept && !page.is_text(id) {
            all_of = all_of.max(page.end(id));
        }
        if id >= looked_at && !page.is_text(id) && is_code_box(page, id) {
            looked_at = page.end(id);
            if page.descendants(id).into_iter().any(is_kept) {
                all_of = all_of.max(looked_at);
            }
        }
        if kept || (id < all_of && !page.tag(id).is_invisible()) {
            decisions.add(page, blocks, id);
            decisions.add_around(page, id);
        }
    }
}
