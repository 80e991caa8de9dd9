//! Which words of each block are in the true text: the labels that the scorer learns from.
//!
//! The true text is used up once. Long blocks find their place in it first, by runs of three words or more; blocks
//! that occur more than once and short ones must then fit in the gap between their placed neighbours, so that a
//! menu's "Pricing" does not pass for the heading "Pricing" of the text. Where the truth has another order than the page
//! and there is no such gap, they must stand close to one of the two.

use std::collections::HashMap;

/// A block's words in all, and those of them that are in the truth.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Label {
    pub(crate) words: u32,
    pub(crate) true_words: u32,
}

const RUN: usize = 3;

/// How far from its neighbours a short block may stand where the truth has another order than the page.
const NEAR: usize = 40;

struct Truth {
    words: Vec<u32>,
    used: Vec<bool>,
    runs: HashMap<[u32; RUN], Vec<usize>>,
}

/// Labels the blocks, which are texts and whether they are hidden, in document order.
pub(crate) fn labels(blocks: &[(String, bool)], truth: &str) -> Vec<Label> {
    let mut known = HashMap::new();
    let words: Vec<Vec<u32>> = blocks.iter().map(|(text, _)| words(text, &mut known)).collect();
    let mut truth = Truth::new(self::words(truth, &mut known));
    let mut times: HashMap<&[u32], u32> = HashMap::new();
    for words in &words {
        *times.entry(words).or_default() += 1;
    }
    let mut labels: Vec<Label> = words.iter().map(|words| Label { words: words.len() as u32, true_words: 0 }).collect();
    let mut places: Vec<Option<(usize, usize)>> = vec![None; words.len()];
    let mut order: Vec<usize> = (0..words.len()).collect();
    order.sort_by_key(|&id| (blocks[id].1, std::cmp::Reverse(words[id].len()), id));
    for &id in &order {
        if words[id].len() > RUN && times[words[id].as_slice()] == 1 {
            let expected = expected(id, &places);
            let (count, place) = truth.place(&words[id], expected);
            labels[id].true_words = count as u32;
            places[id] = place.filter(|_| 2 * count >= words[id].len());
        }
    }
    for id in 0..words.len() {
        if words[id].is_empty() || labels[id].true_words > 0 || blocks[id].1 {
            continue;
        }
        if words[id].len() <= RUN || times[words[id].as_slice()] > 1 {
            let before = places[..id].iter().rev().flatten().next().map_or(0, |&(_, end)| end);
            let after = places[id + 1..].iter().flatten().next().map_or(truth.words.len(), |&(start, _)| start);
            let gaps = if before <= after {
                [before..after, 0..0]
            } else {
                [before..before + NEAR, after.saturating_sub(NEAR)..after]
            };
            if let Some(place) = gaps.into_iter().find_map(|gap| truth.find(&words[id], gap.start, gap.end)) {
                labels[id].true_words = words[id].len() as u32;
                places[id] = Some(place);
            }
        }
    }
    // Copies of which none stands in order, hidden ones last: the first may have what is left.
    for &id in &order {
        if words[id].len() > RUN && times[words[id].as_slice()] > 1 && labels[id].true_words == 0 {
            let (count, _) = truth.place(&words[id], expected(id, &places));
            labels[id].true_words = count as u32;
        }
    }
    labels
}

impl Truth {
    fn new(words: Vec<u32>) -> Truth {
        let mut runs: HashMap<[u32; RUN], Vec<usize>> = HashMap::new();
        for (place, run) in words.windows(RUN).enumerate() {
            if let Ok(run) = run.try_into() {
                runs.entry(run).or_default().push(place);
            }
        }
        Truth { used: vec![false; words.len()], words, runs }
    }

    /// Uses up the longest runs that the words share with the truth. How many words these are, and where they lie.
    fn place(&mut self, words: &[u32], expected: usize) -> (usize, Option<(usize, usize)>) {
        let mut free = vec![true; words.len()];
        let (mut count, mut span) = (0, None);
        loop {
            let mut best: Option<(usize, std::cmp::Reverse<usize>, usize, usize)> = None;
            let mut at = 0;
            while at + RUN <= words.len() {
                let run: [u32; RUN] = words[at..at + RUN].try_into().unwrap_or_default();
                let mut longest = 0;
                for &place in self.runs.get(&run).into_iter().flatten().take(200) {
                    let length = (0..words.len() - at)
                        .take_while(|&n| {
                            free[at + n] && self.words.get(place + n) == Some(&words[at + n]) && !self.used[place + n]
                        })
                        .count();
                    longest = longest.max(length);
                    let candidate = (length, std::cmp::Reverse(place.abs_diff(expected)), at, place);
                    if length >= RUN && best.is_none_or(|best| candidate > best) {
                        best = Some(candidate);
                    }
                }
                // No run that starts within this one is longer.
                at += longest.max(1);
            }
            let Some((length, _, at, place)) = best else { return (count, span) };
            free[at..at + length].fill(false);
            self.used[place..place + length].fill(true);
            count += length;
            let (start, end) = span.unwrap_or((place, place + length));
            span = Some((start.min(place), end.max(place + length)));
        }
    }

    /// Uses up the words where they stand, whole, within a range.
    fn find(&mut self, words: &[u32], from: usize, to: usize) -> Option<(usize, usize)> {
        let place = (from..to.min(self.words.len())).find(|&place| {
            place + words.len() <= to
                && words.iter().enumerate().all(|(n, word)| self.words[place + n] == *word && !self.used[place + n])
        })?;
        self.used[place..place + words.len()].fill(true);
        Some((place, place + words.len()))
    }
}

/// Where a block would stand in the truth, by its nearest neighbour that has a place.
fn expected(id: usize, places: &[Option<(usize, usize)>]) -> usize {
    let before = places[..id].iter().rev().enumerate().find_map(|(steps, place)| Some((steps, place.as_ref()?.1)));
    let after = places[id + 1..].iter().enumerate().find_map(|(steps, place)| Some((steps, place.as_ref()?.0)));
    match (before, after) {
        (Some((steps, place)), Some((other_steps, _))) if steps <= other_steps => place,
        (_, Some((_, place))) | (Some((_, place)), None) => place,
        (None, None) => 0,
    }
}

/// The words of a text.
pub(crate) fn count(text: &str) -> u32 {
    words(text, &mut HashMap::new()).len() as u32
}

/// The words as numbers; in scripts that write without spaces, each character is one.
fn words(text: &str, known: &mut HashMap<String, u32>) -> Vec<u32> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars().flat_map(char::to_lowercase).chain([' ']) {
        let alone = matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
        if (alone || !(c.is_alphanumeric() || c == '_')) && !word.is_empty() {
            let next = known.len() as u32;
            words.push(*known.entry(std::mem::take(&mut word)).or_insert(next));
        }
        if alone {
            let next = known.len() as u32;
            words.push(*known.entry(c.to_string()).or_insert(next));
        } else if c.is_alphanumeric() || c == '_' {
            word.push(c);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::labels;

    #[track_caller]
    fn check(blocks: &[&str], truth: &str, true_words: &[u32]) {
        let blocks: Vec<_> =
            blocks.iter().map(|text| (text.trim_start_matches('~').to_owned(), text.starts_with('~'))).collect();
        let found: Vec<_> = labels(&blocks, truth).iter().map(|label| label.true_words).collect();
        assert_eq!(found, true_words);
    }

    #[test]
    fn each_word_of_the_truth_is_used_once() {
        check(&["Home", "The cat sat on the mat.", "Footer words are here"], "The cat sat on the mat.", &[0, 6, 0]);
        check(
            &["Pricing", "One two three four.", "Pricing", "Five six seven eight."],
            "One two three four. Pricing Five six seven eight.",
            &[0, 4, 1, 4],
        );
        // The second part stands first in the truth.
        check(
            &["One two three four.", "Pricing", "Five six seven eight."],
            "Five six seven eight. One two three four. Pricing",
            &[4, 1, 4],
        );
        check(&["one two three four", "~one two three four"], "one two three four", &[4, 0]);
        check(&["日本語の文章です"], "日本語の文章です", &[8]);
        check(&["a b c d nothing e f g"], "a b c d. e f g.", &[7]);
    }
}
