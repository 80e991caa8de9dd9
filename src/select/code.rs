//! Code between what is kept is kept, line by line: a reader would miss it, and nobody puts other things there; so is code
//! beside what is kept that is not unlikely. Headings and labels around it say nothing of it.
//!
//! `<p>` kept `<pre>` unlikely `<p>` kept → all three

use super::decisions::Decisions;
use super::input::SelectInput;
use super::neighbours::kept_beside;
use super::threshold;

/// Code between kept texts that is less likely than this is not kept: chosen to leave out what is surely none.
const MIN_BETWEEN: f32 = 0.1;

/// Likewise, of code with a kept text on one side: chosen as what may well be content.
const MIN_BESIDE: f32 = 0.3;

/// A label between a text and its code, such as a file's name, has at most so many words: more are another text.
const MAX_LABEL_WORDS: u32 = 5;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let is_aside = |place: &crate::blocks::Enclosing, words: u32| {
        place.code_box.is_some() || words <= MAX_LABEL_WORDS || place.heading.is_some()
    };
    let asides: Vec<bool> = input.all().map(|(_, block)| is_aside(input.place(block), block.count.words)).collect();
    for (((id, block), beside), _) in input.all().zip(kept_beside(decisions, &asides)).zip(&asides) {
        let min = if beside == [true; 2] { MIN_BETWEEN } else { MIN_BESIDE };
        let is_code = || input.place(block).code_box.is_some();
        if beside.contains(&true)
            && decisions.is_dropped_by(id, threshold::NAME)
            && input.probability(id) >= min
            && is_code()
        {
            decisions.keep(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Case;
    use super::*;

    /// Whether the code is kept, which is of little probability; what says "Other" is dropped, all else content.
    #[track_caller]
    fn check(html: &str, probability: f32, kept: bool) {
        let of = |text: &str| if text.starts_with("let") { probability } else { 0.9 };
        let case = Case::of(html).each(of).doubts("Other").run(run);
        assert_eq!(case.is_kept("let x = 1;"), kept, "{html}");
    }

    #[test]
    fn code_between_what_is_kept_is_kept() {
        const TEXT: &str = "<p>Five ferries leave the harbour at noon.</p>";
        const OTHER: &str = "<p>Other ferries of the same company leave elsewhere.</p>";
        const CODE: &str = "<pre>let x = 1;</pre>";
        check(&format!("{TEXT}{CODE}{TEXT}"), 0.2, true);
        check(&format!("{TEXT}{CODE}{TEXT}"), 0.05, false);
        check(&format!("{TEXT}<div>Other.css</div>{CODE}<h2>Other things</h2>{TEXT}"), 0.2, true);
        check(&format!("{TEXT}{CODE}{OTHER}"), 0.2, false);
        check(&format!("{TEXT}{CODE}{OTHER}"), 0.35, true);
        check(&format!("{OTHER}{CODE}{OTHER}"), 0.35, false);
    }
}
