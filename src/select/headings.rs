//! A heading is kept where what follows it is, up to the next heading, unless it is one of navigation; and in a text, a
//! heading of nothing that is kept is dropped. One that is surely content is a line of text that the page only sets as a
//! heading.
//!
//! `<h2>` unlikely `<p>` kept `<h2>` kept `<p>` dropped → the first heading and paragraph

use super::decisions::Decisions;
use super::input::SelectInput;
use super::{hidden, threshold};
use crate::blocks::{Block, BlockId};

/// A heading that is as likely as this stays, whatever follows it.
const MIN_SURE: f32 = 0.8;

/// How far above a block its heading is: in it, or with one element between, such as a link or a box.
const MAX_WRAPPERS: usize = 2;

pub(super) fn keep_followed(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let mut next_kept = false;
    for (id, block) in lines(input).rev() {
        if is_hidden(decisions, id) {
            continue;
        }
        let is_heading = level(input, block).is_some();
        if is_heading && next_kept && decisions.is_dropped_by(id, threshold::NAME) && !input.place(block).in_nav {
            decisions.keep(id);
        }
        next_kept = decisions.is_kept(id);
    }
}

pub(super) fn drop_empty(input: &SelectInput<'_>, decisions: &mut Decisions) {
    // From the end: for each level, whether text that would belong under a heading of that level is kept.
    let mut kept_below = [false; 7];
    for (id, block) in lines(input).rev() {
        if is_hidden(decisions, id) {
            continue;
        }
        let Some(level) = level(input, block) else {
            if decisions.is_kept(id) {
                kept_below = [true; 7];
            }
            continue;
        };
        if kept_below.get(usize::from(level)) != Some(&true) && input.probability(id) < MIN_SURE {
            decisions.drop(id);
        }
        kept_below.iter_mut().skip(usize::from(level)).for_each(|below| *below = false);
    }
}

fn lines<'a>(input: &SelectInput<'a>) -> impl DoubleEndedIterator<Item = (BlockId, &'a Block)> + use<'a> {
    input.all().filter(|(_, block)| block.count.words > 0)
}

fn is_hidden(decisions: &Decisions, id: BlockId) -> bool {
    decisions.is_dropped_by(id, hidden::NAME)
}

/// The level of the heading that the block is.
fn level(input: &SelectInput<'_>, block: &Block) -> Option<u8> {
    let page = input.page;
    let around = page.ancestors(block.container).take(MAX_WRAPPERS);
    std::iter::once(block.container).chain(around).find_map(|id| page.tag(id).heading_level())
}

#[cfg(test)]
mod tests {
    use super::super::tests::Case;
    use super::*;

    #[test]
    fn a_heading_goes_with_what_follows() {
        let of = |text: &str| if text.contains("sure") { 0.9 } else { 0.6 };
        let case = |html: &str| Case::of(html).each(of).doubts("no");
        case("<h2>no</h2><p>a</p>").run(keep_followed).keeps(&["no", "a"]);
        case("<h2>no</h2><h3>no</h3><p>a</p>").run(keep_followed).keeps(&["no", "no", "a"]);
        case("<h2>no</h2><p>no</p>").run(keep_followed).keeps(&[]);
        case("<nav><h2>no</h2></nav><p>a</p>").run(keep_followed).keeps(&["a"]);
        case("<h2>b</h2><p>no</p><h2>a</h2><p>a</p>").run(drop_empty).keeps(&["a", "a"]);
        case("<h2>b</h2><h3>a</h3><p>a</p>").run(drop_empty).keeps(&["b", "a", "a"]);
        case("<h2>sure</h2><p>no</p>").run(drop_empty).keeps(&["sure"]);
    }
}
