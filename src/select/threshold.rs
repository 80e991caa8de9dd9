//! A block that is likely enough to be content by itself is kept: the threshold is the page's own, see
//! [`cut`](super::cut).
//!
//! threshold .4: `<p>` .9, `<div>` .2, `<p>` .5 → `<p>`, `<p>`

use super::decisions::Decisions;
use super::input::SelectInput;

/// How other rules ask for what this one dropped.
pub(super) const NAME: &str = "threshold";

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    decisions.restart();
    for (id, _) in input.all().filter(|&(id, _)| input.probability(id) >= input.threshold) {
        decisions.keep(id);
    }
}
