//! Where to cut, and how good the choice is likely to be.

use crate::blocks::Blocks;
use crate::score::{Columns, Forest, Scores};

/// How many measures there are: of a choice, and of its page.
const MEASURES: usize = 16 + 9;

/// What is less likely than that is never content by itself, however little else there is.
const MIN_THRESHOLD: f32 = 0.1;

/// What is as likely as that is always content by itself: more likely than not.
const MAX_THRESHOLD: f32 = 0.5;

/// Fewer words than any page has, so that there is no division by zero.
const MIN_WORDS: f32 = 1e-3;

/// Blocks from this probability on count as surely content where a choice is measured, ...
const MIN_SURE: f32 = 0.9;

/// ... and those below this as surely none: the learned forest weighs how many words are neither.
const MAX_SURELY_NOT: f32 = 0.1;

/// Kept blocks count as hardly kept up to so many times the threshold, ...
const MAX_HARDLY_KEPT: f32 = 1.3;

/// ... and dropped ones as hardly dropped from so many times on: a threshold a little off would change these.
const MIN_HARDLY_DROPPED: f32 = 0.7;

/// The threshold with the highest F1 by words to be expected, and the F1 that a learned forest expects of it.
///
/// Where all is doubtful, keeping more pays: the best threshold is half the F1 that it reaches (Lewis, "Evaluating and
/// optimizing autonomous text classification systems", 1995).
pub(super) fn cut(blocks: &Blocks, scores: &Scores, quality: &Forest) -> (f32, f32) {
    let all = All::of(blocks, &scores.probabilities);
    let expected = quality.sums(&columns_of(blocks, scores, &all));
    (all.threshold, expected.first().copied().unwrap_or(0.0).clamp(0.0, 1.0))
}

/// The threshold of a page, and what its quality is judged by: one row.
#[cfg(feature = "train")]
pub(crate) fn columns(blocks: &Blocks, scores: &Scores) -> (f32, Columns) {
    let all = All::of(blocks, &scores.probabilities);
    (all.threshold, columns_of(blocks, scores, &all))
}

fn columns_of(blocks: &Blocks, scores: &Scores, all: &All) -> Columns {
    let mut columns = Columns::new(1);
    let measures = measure(blocks, &scores.probabilities, all.threshold, all);
    let values = measures.into_iter().chain(scores.types).chain(scores.page.iter().copied());
    for (feature, value) in values.enumerate() {
        columns.add(feature, |values| values.push(value));
    }
    columns
}

/// What holds for the page, whatever is chosen.
struct All {
    words: f32,
    expected: f32,
    prose: f32,
    /// The threshold with the highest F1 if blocks were content as probably as they seem, and that F1.
    threshold: f32,
    f1: f32,
}

impl All {
    fn of(blocks: &Blocks, probabilities: &[f32]) -> All {
        let mut all = All { words: MIN_WORDS, expected: 0.0, prose: 0.0, threshold: MAX_THRESHOLD, f1: 0.0 };
        let mut order: Vec<(f32, f32)> = Vec::with_capacity(probabilities.len());
        for (block, &p) in blocks.list.iter().zip(probabilities) {
            let words = block.count.words as f32;
            all.words += words;
            all.expected += p * words;
            all.prose += if block.is_prose() { words } else { 0.0 };
            order.push((p, words));
        }
        order.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (mut taken, mut right) = (0.0, 0.0);
        for (p, words) in order {
            taken += words;
            right += p * words;
            let f1 = 2.0 * right / (taken + all.expected).max(1.0);
            if f1 > all.f1 {
                (all.f1, all.threshold) = (f1, p.clamp(MIN_THRESHOLD, MAX_THRESHOLD));
            }
        }
        all
    }
}

fn measure(blocks: &Blocks, probabilities: &[f32], threshold: f32, all: &All) -> [f32; MEASURES] {
    let (mut words, mut expected, mut prose, mut linked, mut hidden) = (MIN_WORDS, 0.0, 0.0, 0.0, 0.0);
    let (mut just_out, mut just_in, mut sure, mut surely_not, mut certain) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let (mut runs, mut kept_blocks, mut before) = (0.0, 0.0, false);
    let (mut span, mut gap, mut begun) = (0.0, 0.0, false);
    for (block, &p) in blocks.list.iter().zip(probabilities) {
        let own = block.count.words as f32;
        certain += own * (p - 0.5).abs();
        sure += if p > MIN_SURE { own } else { 0.0 };
        surely_not += if p < MAX_SURELY_NOT { own } else { 0.0 };
        let kept = p >= threshold;
        gap += own;
        if kept {
            words += own;
            expected += own * p;
            prose += if block.is_prose() { own } else { 0.0 };
            linked += block.linked_words as f32;
            hidden += if block.hidden { own } else { 0.0 };
            kept_blocks += 1.0;
            runs += if before { 0.0 } else { 1.0 };
            just_in += if p < threshold * MAX_HARDLY_KEPT { own } else { 0.0 };
            span += if begun { gap } else { own };
            (begun, gap) = (true, 0.0);
        } else if p >= threshold * MIN_HARDLY_DROPPED {
            just_out += own;
        }
        before = kept;
    }
    [
        threshold,
        2.0 * expected / (words + all.expected),
        words / all.words,
        libm::logf(1.0 + words),
        expected / words,
        (all.expected - expected) / all.expected.max(1.0),
        words / all.expected.max(1.0),
        prose / words,
        prose / all.prose.max(1.0),
        linked / words,
        runs,
        runs / (kept_blocks + 1.0),
        words / span.max(1.0),
        hidden / words,
        just_out / words,
        just_in / words,
        libm::logf(1.0 + all.words),
        all.expected / all.words,
        libm::logf(1.0 + all.expected),
        all.f1,
        all.threshold,
        libm::logf(1.0 + blocks.list.len() as f32),
        certain / all.words,
        sure / all.words,
        surely_not / all.words,
    ]
}
