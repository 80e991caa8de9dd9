//! Within a line, what the page hides is no part of any block; within code, all of which is kept, it is dropped here.
//!
//! `<pre>let x<span hidden> copy</span> = 1;</pre>` → `<pre>let x = 1;</pre>`

use super::decisions::Decisions;
use super::input::SelectInput;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    for &id in &input.blocks.hidden_inline {
        if input.places().of_element(id).code_box.is_some() {
            decisions.drop_node(input.page, input.blocks, id);
        }
    }
}
