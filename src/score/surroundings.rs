//! What is around an element: landmarks, signals, names.

use super::name_odds::NameScore;
use crate::blocks::SIGNALS;
use crate::dom::Tag;

/// How many kinds of elements there are whose distance above a block is a feature.
pub(super) const LANDMARKS: usize = 14;

/// The number of the kind that an element is of.
fn landmark(tag: Tag) -> Option<usize> {
    Some(match tag {
        Tag::Article => 0,
        Tag::Main => 1,
        Tag::Section => 2,
        Tag::Header => 3,
        Tag::Footer => 4,
        Tag::Nav => 5,
        Tag::Aside => 6,
        Tag::Form => 7,
        Tag::Table => 8,
        Tag::Ul | Tag::Ol => 9,
        Tag::Figure => 10,
        Tag::Blockquote => 11,
        Tag::Details => 12,
        Tag::Dl => 13,
        _ => return None,
    })
}

/// Greater distances are not told apart.
pub(super) const MAX_DISTANCE: u8 = 15;

/// What is around an element, itself included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surroundings {
    /// Steps up to the nearest element of each kind of landmark.
    pub landmarks: [u8; LANDMARKS],
    /// Steps up to the nearest element with each signal.
    pub signals: [u8; SIGNALS],
    /// How many elements have each signal.
    pub counts: [u8; SIGNALS],
    /// The log-odds of its names and of those of all elements around it.
    pub names: NameScore,
    pub depth: u16,
}

impl Default for Surroundings {
    fn default() -> Self {
        Surroundings {
            landmarks: [MAX_DISTANCE; LANDMARKS],
            signals: [MAX_DISTANCE; SIGNALS],
            counts: [0; SIGNALS],
            names: NameScore::default(),
            depth: 0,
        }
    }
}

impl Surroundings {
    /// Takes an element in: the next one down.
    pub(super) fn step(&mut self, tag: Tag, signals: impl Iterator<Item = usize>) {
        self.depth = self.depth.saturating_add(1);
        self.landmarks.iter_mut().for_each(|distance| *distance = (*distance + 1).min(MAX_DISTANCE));
        self.signals.iter_mut().for_each(|distance| *distance = (*distance + 1).min(MAX_DISTANCE));
        if let Some(distance) = landmark(tag).and_then(|landmark| self.landmarks.get_mut(landmark)) {
            *distance = 0;
        }
        for signal in signals {
            if let (Some(distance), Some(count)) = (self.signals.get_mut(signal), self.counts.get_mut(signal)) {
                *distance = 0;
                *count = count.saturating_add(1);
            }
        }
    }
}
