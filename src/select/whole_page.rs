//! Where the whole page is asked for, all that it shows is kept.

use super::decisions::Decisions;
use super::input::SelectInput;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    for (id, block) in input.all() {
        if block.hidden {
            decisions.drop_for_good(id);
        } else {
            decisions.keep(id);
        }
    }
}
