//! What a kept item lists below itself is kept: it goes on with the item. Lists of links may lead away.
//!
//! `<li>` kept `<ul><li>` unlikely `</ul>` → both

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::dom::NodeMap;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let page = input.page;
    // The words of each list, those of lists in it aside, and those of them in links.
    let mut sums = NodeMap::new(page, (0, 0));
    for (_, block) in input.all() {
        if let Some(list) = input.place(block).list {
            let (all, linked) = &mut sums[list];
            *all += block.count.words;
            *linked += block.linked_words;
        }
    }
    let mut kept = NodeMap::new(page, false);
    for (id, block) in input.all() {
        let place = input.place(block);
        let Some(list) = place.list else { continue };
        let around = input.places().of_element(page.parent(list)).item;
        let (all, linked) = sums[list];
        if super::is_doubtful(decisions, id) && 2 * linked < all && around.is_some_and(|item| kept[item]) {
            decisions.keep(id);
        }
        if let Some(item) = place.item {
            kept[item] |= decisions.is_kept(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Case;
    use super::*;

    /// Whether all is kept, where the first block alone is content.
    #[track_caller]
    fn check(html: &str, kept: bool) {
        let case = Case::of(html).first(1).run(run);
        assert_eq!(case.kept().iter().all(|&kept| kept), kept, "{html}");
    }

    #[test]
    fn what_a_kept_item_lists_is_kept() {
        check("<ul><li>Tea<ul><li>Green<ol><li>Gyokuro</ol><li>Black</ul></ul>", true);
        check("<ul><li>Tea<li>Coffee<ul><li>Mocha</ul></ul>", false);
        check("<ul><li>Tea<ul><li><a href='/green'>Green tea</a><li><a href='/black'>Black</a></ul></ul>", false);
        check("<p>Tea</p><ul><li>Green</ul>", false);
    }
}
