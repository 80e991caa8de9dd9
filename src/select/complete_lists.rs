//! Lists, tables and preformatted text are kept whole if more than half of their words are kept; of others nothing is kept
//! but what is sure. In threads they hold posts, and on lists of things, the things: there the one or both do not hold.
//!
//! `<ul><li>` kept `<li>` kept `<li>` dropped `</ul>` → all three

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::dom::{NodeId, NodeMap};

/// How other rules ask for what was dropped with its list.
pub(super) const DROPS: &str = "incomplete_lists";

/// In a list of which less than half is kept, what is less likely than this is not.
const MIN_SURE: f32 = 0.65;

pub(super) fn keep_complete(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let lists = Lists::of(input, decisions);
    for (id, block) in input.all() {
        if let Some(list) = input.place(block).group_or_pre
            && lists.is_mostly_kept(list)
        {
            decisions.keep(id);
        }
    }
}

pub(super) fn drop_incomplete(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let lists = Lists::of(input, decisions);
    for (id, block) in input.all() {
        if let Some(list) = input.place(block).group_or_pre
            && !lists.is_mostly_kept(list)
            && input.probability(id) < MIN_SURE
        {
            decisions.drop(id);
        }
    }
}

/// For each list, the words of it that are kept, and all.
struct Lists(NodeMap<(u32, u32)>);

impl Lists {
    fn of(input: &SelectInput<'_>, decisions: &Decisions) -> Lists {
        let mut words = NodeMap::new(input.page, (0, 0));
        for (id, block) in input.all().filter(|&(id, _)| !decisions.is_locked(id)) {
            if let Some(list) = input.place(block).group_or_pre {
                let (kept, all) = &mut words[list];
                *all += block.count.words;
                *kept += if decisions.is_kept(id) { block.count.words } else { 0 };
            }
        }
        Lists(words)
    }

    fn is_mostly_kept(&self, list: NodeId) -> bool {
        let (kept, all) = self.0[list];
        2 * kept > all
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Case;
    use super::*;

    #[test]
    fn a_list_is_kept_whole_or_not_at_all() {
        let of = |text: &str| if text.contains("sure") { 0.7 } else { 0.55 };
        let case = |html: &str| Case::of(html).each(of).doubts("no");
        case("<ul><li>yes<li>yes<li>no</ul>").run(keep_complete).keeps(&["yes", "yes", "no"]);
        case("<ul><li>yes<li>no<li>no</ul>").run(keep_complete).keeps(&["yes"]);
        case("<ul><li>yes<li>no<li>no</ul>").run(drop_incomplete).keeps(&[]);
        case("<ul><li>sure<li>no<li>no</ul>").run(drop_incomplete).keeps(&["sure"]);
        case("<ul><li>yes<li>yes<li>no</ul>").run(drop_incomplete).keeps(&["yes", "yes"]);
    }
}
