//! Whether what stands beside a block is kept.

use super::decisions::Decisions;
use super::hidden;

/// For each block, whether the nearest text before it is kept, and the one after it. What the page hides, and what is set
/// aside, is looked past.
pub(super) fn kept_beside(decisions: &Decisions, is_aside: &[bool]) -> Vec<[bool; 2]> {
    let mut beside = vec![[false; 2]; is_aside.len()];
    // What is looked past says nothing.
    let says: Vec<Option<bool>> = is_aside
        .iter()
        .enumerate()
        .map(|(id, &is_aside)| {
            let is_text = !is_aside && !decisions.is_dropped_by(id, hidden::NAME);
            is_text.then(|| decisions.is_kept(id))
        })
        .collect();
    let mut last = false;
    for ([before, _], says) in beside.iter_mut().zip(&says) {
        *before = last;
        last = says.unwrap_or(last);
    }
    last = false;
    for ([_, after], says) in beside.iter_mut().zip(&says).rev() {
        *after = last;
        last = says.unwrap_or(last);
    }
    beside
}
