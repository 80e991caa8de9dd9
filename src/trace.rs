//! The ledger: what each stage kept or dropped, and why.

use std::fmt;

/// The stage that decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Choosing blocks.
    Select,
    /// Cleaning what was chosen.
    Clean,
    /// Making it safe.
    Sanitise,
}

impl Stage {
    /// The stage's name.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Select => "select",
            Stage::Clean => "clean",
            Stage::Sanitise => "sanitise",
        }
    }
}

/// One decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Who decided.
    pub stage: Stage,
    /// Whether it was kept.
    pub kept: bool,
    /// Why, in a few words; for a cleaning rule, its name.
    pub reason: &'static str,
    /// The scorer's probability that it is main content, where there is one.
    pub probability: Option<f32>,
    /// The element's name.
    pub tag: &'static str,
    /// The text decided on, its beginning if it is long.
    pub text: String,
}

impl Entry {
    /// A choice about the page as a whole.
    pub(crate) fn of_page(reason: &'static str) -> Entry {
        Entry { stage: Stage::Select, kept: true, reason, probability: None, tag: "html", text: String::new() }
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.kept { "kept" } else { "dropped" };
        let probability = self.probability.map(|p| format!("{p:.2}")).unwrap_or_default();
        write!(f, "{}\t{verdict}\t{probability}\t{}\t<{}>\t{}", self.stage.name(), self.reason, self.tag, self.text)
    }
}

/// Decisions in the order they were made. A trace that is off costs nothing.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    on: bool,
    rule: &'static str,
    entries: Vec<Entry>,
}

impl Trace {
    /// A trace that keeps nothing.
    pub(crate) fn off() -> Self {
        Trace::default()
    }

    /// A trace that keeps every decision.
    pub(crate) fn on() -> Self {
        Trace { on: true, ..Trace::default() }
    }

    /// The decisions.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// From now on the rule of that name is at work.
    pub(crate) fn begin(&mut self, rule: &'static str) {
        self.rule = rule;
    }

    /// The rule at work.
    pub(crate) fn rule(&self) -> &'static str {
        self.rule
    }

    /// Notes a decision; `entry` is only called if the trace is on.
    pub(crate) fn note(&mut self, entry: impl FnOnce() -> Entry) {
        if self.on {
            self.entries.push(entry());
        }
    }
}

/// The beginning of a text, white space folded, short enough for a line.
pub(crate) fn beginning(text: &str) -> String {
    let mut short = String::new();
    for word in text.split_whitespace() {
        if !short.is_empty() {
            short.push(' ');
        }
        short.extend(word.chars().take(80));
        if short.len() > 100 {
            short.push('…');
            break;
        }
    }
    short
}
