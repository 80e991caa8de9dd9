//! How good one result is.

use std::collections::HashMap;
use std::sync::LazyLock;

use recto::Article;
use regex::Regex;
use unicode_normalization::UnicodeNormalization;

use crate::corpus::Truth;

/// One page's measures, each from 0 to 1. Metadata counts only where the truth has it.
pub(crate) struct Quality {
    pub(crate) words: WordMatch,
    pub(crate) with: f64,
    /// The share of unwanted passages that are there.
    pub(crate) without: f64,
    pub(crate) title_exact: Option<f64>,
    pub(crate) title_f1: Option<f64>,
    pub(crate) author: Option<f64>,
    pub(crate) date: Option<f64>,
    pub(crate) is_empty: bool,
}

/// Precision, recall and their harmonic mean.
#[derive(Clone, Copy)]
pub(crate) struct WordMatch {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
    pub(crate) f1: f64,
}

/// Compares what was found with the truth. Nothing found counts as an empty text.
pub(crate) fn quality(article: Option<&Article>, truth: &Truth) -> Quality {
    let text = article.map_or("", |article| &article.text);
    let title = article.and_then(|article| article.title.as_deref()).unwrap_or_default();
    let author = article.and_then(|article| article.byline.as_deref()).unwrap_or_default();
    let date = article.and_then(|article| article.published.as_deref()).unwrap_or_default();
    let share = |holds: bool| f64::from(u8::from(holds));
    Quality {
        words: word_match(text, &truth.text),
        with: passages_found(text, &truth.with),
        without: passages_found(text, &truth.without),
        title_exact: truth.title.as_ref().map(|wanted| share(folded(title) == folded(wanted))),
        title_f1: truth.title.as_ref().map(|wanted| token_f1(&folded(title), &folded(wanted))),
        author: truth.author.as_ref().map(|wanted| share(same_author(&folded(author), &folded(wanted)))),
        date: truth.date.as_deref().and_then(day).map(|wanted| share(day(date) == Some(wanted))),
        is_empty: text.trim().is_empty(),
    }
}

/// Words as multisets, whatever their order.
fn word_match(found: &str, wanted: &str) -> WordMatch {
    static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[\p{L}\p{N}_]+").unwrap());
    let (found, wanted) = (found.to_lowercase(), wanted.to_lowercase());
    let found: Vec<_> = WORD.find_iter(&found).map(|word| word.as_str()).collect();
    let wanted: Vec<_> = WORD.find_iter(&wanted).map(|word| word.as_str()).collect();
    if found.is_empty() && wanted.is_empty() {
        return WordMatch { precision: 1.0, recall: 1.0, f1: 1.0 };
    }
    let both = shared(&found, &wanted);
    if both == 0.0 {
        return WordMatch { precision: 0.0, recall: 0.0, f1: 0.0 };
    }
    let (precision, recall) = (both / found.len() as f64, both / wanted.len() as f64);
    WordMatch { precision, recall, f1: 2.0 * precision * recall / (precision + recall) }
}

/// How many words two texts share, a word as often as both have it.
fn shared(left: &[&str], right: &[&str]) -> f64 {
    let mut left_over: HashMap<&str, usize> = HashMap::new();
    for word in left {
        *left_over.entry(word).or_default() += 1;
    }
    let mut both = 0;
    for word in right {
        if let Some(count) = left_over.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            both += 1;
        }
    }
    f64::from(both)
}

fn passages_found(text: &str, passages: &[String]) -> f64 {
    if passages.is_empty() {
        return 1.0;
    }
    let text = text.to_lowercase();
    let found = passages.iter().filter(|passage| text.contains(&passage.to_lowercase())).count();
    found as f64 / passages.len() as f64
}

/// A name or title without what people write differently: case, punctuation, symbols, spacing.
fn folded(text: &str) -> String {
    static BETWEEN_WORDS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[\p{P}\p{S}\p{Z}\p{C}]").unwrap());
    let text = text.nfkc().collect::<String>().to_lowercase();
    BETWEEN_WORDS.replace_all(&text, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn token_f1(found: &str, wanted: &str) -> f64 {
    let (found, wanted): (Vec<_>, Vec<_>) = (found.split_whitespace().collect(), wanted.split_whitespace().collect());
    if found.is_empty() || wanted.is_empty() {
        return 0.0;
    }
    2.0 * shared(&found, &wanted) / (found.len() + wanted.len()) as f64
}

/// One name within the other, and not much longer.
fn same_author(found: &str, wanted: &str) -> bool {
    !found.is_empty()
        && !wanted.is_empty()
        && (found.contains(wanted) || wanted.contains(found))
        && token_f1(found, wanted) >= 0.5
}

/// The calendar day of an ISO 8601 date, as written there.
fn day(date: &str) -> Option<&str> {
    static DAY: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\d{4}-\d{2}-\d{2}").unwrap());
    DAY.find(date).map(|found| found.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_words(found: &str, wanted: &str, f1: f64) {
        assert!((word_match(found, wanted).f1 - f1).abs() < 1e-9, "{}", word_match(found, wanted).f1);
    }

    #[test]
    fn words_count_as_often_as_both_have_them() {
        check_words("The cat. The dog.", "the cat, the dog", 1.0);
        check_words("cat cat", "cat dog", 0.5);
        check_words("", "", 1.0);
        check_words("cat", "", 0.0);
        check_words("", "cat", 0.0);
        check_words("Straße 7", "STRAßE 7", 1.0);
        // Python's \w ends a word at a combining mark, and so must this.
        check_words("हि", "ह", 1.0);
    }

    #[test]
    fn passages_are_found_in_any_case() {
        assert_eq!(passages_found("Hello World", &["hello".into(), "moon".into()]), 0.5);
        assert_eq!(passages_found("Hello", &[]), 1.0);
    }

    #[test]
    fn names_fold_case_punctuation_and_width() {
        assert_eq!(folded("  Ｊane  O’Neil—Doe! "), "jane o neil doe");
        assert!(same_author("jane doe", "jane doe smith"));
        assert!(!same_author("jane doe", "jane a doe"));
        assert!(!same_author("jane", "jane doe smith of the times"));
        assert!(!same_author("", ""));
    }

    #[test]
    fn a_day_is_the_one_written() {
        assert_eq!(day("2025-09-04T23:30:00-08:00"), Some("2025-09-04"));
        assert_eq!(day("2025-09"), None);
    }
}
