//! A linear model, one weight for each feature.
//!
//! The weights were set by hand and then moved one at a time, in steps of 0.4, while that raised the mean word F1
//! over the development pages of WCXB, the Web Content Extraction Benchmark (Murrough Foley, CC BY 4.0).

use super::features::{COUNT, Values};

/// What an average block starts from.
const BIAS: f32 = -1.6;

/// The weight of each feature, by its name and in the order of [`FEATURES`](super::FEATURES).
const WEIGHTS: [(&str, f32); COUNT] = [
    ("words", 1.2),
    ("link_density", -0.6),
    ("stops", 1.0),
    ("commas", 0.4),
    ("ends_sentence", 0.7),
    ("digits", -0.1),
    ("capitals", -0.5),
    ("no_words", 0.2),
    ("hidden", -3.0),
    ("in_paragraph", 0.8),
    ("in_heading", 0.7),
    ("in_item", 1.6),
    ("in_cell", 2.4),
    ("in_pre", 1.5),
    ("linked_item", -0.8),
    ("repeated", -1.0),
    ("position", -1.4),
    ("before_prose", -0.2),
    ("after_prose", 0.1),
    ("words_near", 0.5),
    ("link_density_near", -1.0),
    ("best_share", 2.0),
    ("in_best", 0.8),
    ("parent_prose", 1.0),
    ("parent_links", -1.0),
    ("content", 0.5),
    ("comment", -1.6),
    ("navigation", -1.8),
    ("related", -1.2),
    ("advert", -4.4),
    ("share", -1.2),
    ("side", -0.7),
    ("footer", -1.2),
    ("consent", -5.0),
    ("subscribe", -2.8),
    ("byline", -0.6),
    ("title", -1.8),
];

/// The logistic function of the weighted sum.
pub(super) fn probability(values: &Values) -> f32 {
    let sum: f32 = WEIGHTS.iter().zip(values).map(|((_, weight), value)| weight * value).sum();
    1.0 / (1.0 + libm::expf(-(BIAS + sum)))
}

#[cfg(test)]
mod tests {
    use super::WEIGHTS;
    use crate::score::features::FEATURES;

    #[test]
    fn weights_are_for_the_features_in_their_order() {
        let names: Vec<_> = WEIGHTS.iter().map(|(name, _)| *name).collect();
        let features: Vec<_> = FEATURES.iter().map(|feature| feature.name).collect();
        assert_eq!(names, features);
    }
}
