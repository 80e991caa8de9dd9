//! Words of which none are likely to be content and few may be expected to be, such as a log-in form's or the footer of a
//! page that scripts fill, are none: everything is dropped.
//!
//! `<p>Log in</p>` .2 `<p>Imprint</p>` .3 → nothing

use super::decisions::Decisions;
use super::input::SelectInput;

/// One block that is as likely as this is enough: pages without content have none.
const MIN_LIKELY: f32 = 0.4;

/// On lists, one as likely as this is enough: the things of a list are never very likely one by one.
const MIN_LIKELY_ITEM: f32 = 0.15;

/// The fewest words to be expected as content: chosen as one sentence.
const MIN_EXPECTED_WORDS: f32 = 15.0;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    drop_all(input, decisions, MIN_LIKELY);
}

pub(super) fn run_on_lists(input: &SelectInput<'_>, decisions: &mut Decisions) {
    drop_all(input, decisions, MIN_LIKELY_ITEM);
}

fn drop_all(input: &SelectInput<'_>, decisions: &mut Decisions, min: f32) {
    let kept = || input.all().filter(|&(id, _)| decisions.is_kept(id));
    let expected = |(id, block): (usize, &crate::blocks::Block)| input.probability(id) * block.count.words as f32;
    let is_enough =
        kept().any(|(id, _)| input.probability(id) >= min) || kept().map(expected).sum::<f32>() >= MIN_EXPECTED_WORDS;
    if !is_enough {
        input.all().for_each(|(id, _)| decisions.drop_for_good(id));
    }
}
