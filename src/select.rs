//! Probabilities + tree → [`Selection`]: the only place that keeps or drops.
//!
//! The scorer has seen each block in its surroundings; the threshold is the page's own, where the F1 to be expected is
//! highest. Then a table of [`RULES`] changes single decisions by what surrounds them: what belongs together is kept
//! together, headings with what follows, lists and tables whole, pictures with the text around them.

mod bare_formulas;
mod belongings;
mod code;
mod comments;
mod complete_lists;
mod content;
mod controls;
pub(crate) mod cut;
mod decisions;
mod decorative_images;
mod edges;
mod fallback;
mod formulas;
mod frames;
mod gaps;
mod headings;
mod hidden;
mod hidden_parts;
mod input;
mod kept_nodes;
mod lead_image;
mod long_texts;
mod neighbours;
mod nested_lists;
mod noscript_notice;
mod noscript_pictures;
mod notes;
mod page_chrome;
mod pictures;
mod promos;
mod repeated_title;
mod repeats;
mod share_bars;
mod tables;
#[cfg(test)]
mod tests;
mod threshold;
mod too_little;
mod visually_hidden;
mod whole_page;

use crate::article::PageType;
use crate::blocks::{BlockId, Blocks};
use crate::dom::NodeId;
use crate::notes::Notes;
use crate::score::{Forest, Scores};
use crate::trace::{Entry, Stage, Trace, beginning};
use decisions::Decisions;
pub use input::SelectInput;

/// A rule that keeps or drops.
pub struct Rule {
    /// Its name: how decisions refer to it.
    pub name: &'static str,
    /// Why it keeps, in a few words for the trace; empty where it never does.
    keeps: &'static str,
    /// Why it drops, likewise.
    drops: &'static str,
    /// The pages it holds for.
    pages: Pages,
    /// Applies it to the page.
    run: fn(&SelectInput<'_>, &mut Decisions),
}

impl Rule {
    const fn new(
        name: &'static str,
        keeps: &'static str,
        drops: &'static str,
        pages: Pages,
        run: fn(&SelectInput<'_>, &mut Decisions),
    ) -> Rule {
        Rule { name, keeps, drops, pages, run }
    }

    /// A rule that only keeps.
    const fn keeps(
        name: &'static str,
        why: &'static str,
        pages: Pages,
        run: fn(&SelectInput<'_>, &mut Decisions),
    ) -> Rule {
        Rule::new(name, why, "", pages, run)
    }

    /// A rule that only drops.
    const fn drops(
        name: &'static str,
        why: &'static str,
        pages: Pages,
        run: fn(&SelectInput<'_>, &mut Decisions),
    ) -> Rule {
        Rule::new(name, "", why, pages, run)
    }
}

/// The types of pages that a rule holds for.
pub enum Pages {
    /// All.
    All,
    /// Those of these types.
    Of(&'static [PageType]),
    /// Those of other types than these.
    Except(&'static [PageType]),
}

impl Pages {
    fn hold(&self, page_type: PageType) -> bool {
        match self {
            Pages::All => true,
            Pages::Of(types) => types.contains(&page_type),
            Pages::Except(types) => !types.contains(&page_type),
        }
    }
}

use PageType::{Article, Collection, Documentation, Forum, Listing};
use Pages::{All, Except, Of};

/// Pages that are one text, whose headings head something.
const TEXTS: Pages = Of(&[Article, Documentation]);

/// Lists of things that have pages of their own.
const LISTS: [PageType; 2] = [Collection, Listing];

/// All rules, in the order they are applied.
pub const RULES: &[Rule] = &[
    Rule::new(threshold::NAME, "main content", "not content by itself", All, threshold::run),
    Rule::drops(hidden::NAME, "hidden by the page", Of(&[Article]), hidden::run_on_articles),
    Rule::drops(hidden::NAME, "hidden by the page", Except(&[Article]), hidden::run_elsewhere),
    Rule::drops(noscript_notice::NAME, "asks to turn scripts on", All, noscript_notice::run),
    Rule::drops("footer", "in the page's footer", All, page_chrome::drop_footer),
    Rule::drops("consent", "asks for consent", All, page_chrome::drop_consent),
    Rule::drops("signatures", "a signature under a post", Of(&[Forum]), page_chrome::drop_signatures),
    Rule::drops("comments", "in comments on the text", Of(&[Article]), comments::run),
    Rule::new("fallback", ONLY_TEXT, "in a part named as not content", TEXTS, fallback::keep_unnamed),
    Rule::new("prose_fallback", ONLY_TEXT, "not a sentence", All, fallback::keep_prose),
    // In manuals, examples repeat each other.
    Rule::drops("repeats", "said before", Except(&[Documentation]), repeats::run),
    // In threads, lists and tables hold posts; on lists of things, the things.
    Rule::keeps(
        "complete_lists",
        "part of a list or table that is kept",
        Except(&[Forum]),
        complete_lists::keep_complete,
    ),
    Rule::drops(
        complete_lists::DROPS,
        "part of a list or table that is not kept",
        Except(&[Forum, Collection, Listing]),
        complete_lists::drop_incomplete,
    ),
    Rule::keeps("nested_lists", "part of a kept item's own list", TEXTS, nested_lists::run),
    Rule::keeps("code", "code beside what is kept", TEXTS, code::run),
    Rule::keeps("tables", "part of a table beside what is kept", TEXTS, tables::run),
    Rule::keeps("gaps", "between kept parts of the text", TEXTS, gaps::run),
    // Manuals end with lists of links.
    Rule::drops("edges", "a stray line before or after the text", Of(&[Article]), edges::run),
    Rule::keeps("long_texts", "one of many paragraphs, of which enough are kept", All, long_texts::run),
    Rule::keeps("formulas", "a formula beside what is kept, or around one", All, formulas::run),
    Rule::drops("empty_headings", "a heading of nothing that is kept", TEXTS, headings::drop_empty),
    Rule::keeps("headings", "the heading of what follows", All, headings::keep_followed),
    Rule::new("pictures", "a picture beside what is kept", "a picture beside nothing that is kept", All, pictures::run),
    Rule::drops("too_little", TOO_LITTLE, Except(&LISTS), too_little::run),
    Rule::drops("too_little", TOO_LITTLE, Of(&LISTS), too_little::run_on_lists),
];

/// The rules about what is smaller than a block or holds no text, in the order they are applied after the others. They hold
/// for the whole page too, where that is asked for.
pub const PART_RULES: &[Rule] = &[
    Rule::keeps("kept_nodes", "in a box of code that is kept", All, kept_nodes::run),
    Rule::keeps("bare_formulas", "a formula beside what is kept", All, bare_formulas::run),
    Rule::keeps("noscript_pictures", NOSCRIPT, All, noscript_pictures::keep_wrapped),
    Rule::keeps("noscript_pictures", NOSCRIPT, All, noscript_pictures::keep_between),
    Rule::keeps(notes::NAME, "a note that what is kept refers to", All, notes::keep_referred),
    Rule::keeps("belongings", "belongs to what is kept", All, belongings::run),
    Rule::drops("note_copies", "only repeats a note", All, notes::drop_copies),
    Rule::drops("hidden_parts", "hidden by the page", All, hidden_parts::run),
    Rule::keeps("lead_image", "the lead picture", All, lead_image::run),
    Rule::drops("decorative_images", "a picture that shows nothing", All, decorative_images::run),
    Rule::drops("noscript_copies", "a copy of a picture that is shown", All, noscript_pictures::drop_copies),
    Rule::drops("frames", "a frame that shows no content", All, frames::run),
    Rule::drops("share_bars", "links that share or follow", All, share_bars::run),
    Rule::drops("visually_hidden", "for screen readers only", All, visually_hidden::run),
    Rule::drops("controls", "a button", Except(&LISTS), controls::run),
    Rule::drops("controls", "a button", Of(&LISTS), controls::run_on_lists),
    Rule::drops("repeated_title", TITLE, Except(&[Forum, Collection, Listing]), repeated_title::run),
    Rule::drops("repeated_title", TITLE, Of(&[Forum, Collection, Listing]), repeated_title::run_on_items),
    // Lists of links to other pages are what lists are for.
    Rule::drops("promos", PROMO, Except(&[Documentation, Collection, Listing]), promos::run),
    Rule::drops("promos", PROMO, Of(&[Documentation]), promos::run_on_documentation),
    Rule::drops("unreferred_notes", "a note that nothing kept refers to", All, notes::drop_unreferred),
];

const TITLE: &str = "repeats the title, byline or date";
const PROMO: &str = "leads away from the text";
const NOSCRIPT: &str = "a picture for browsers without scripts, beside what is kept";

/// The one rule where the whole page is asked for.
pub const WHOLE_PAGE: &[Rule] =
    &[Rule::new("whole_page", "the whole page is asked for", "hidden by the page", All, whole_page::run)];

const ONLY_TEXT: &str = "too little text without it";
const TOO_LITTLE: &str = "too little that is likely to be content";

/// What is chosen as main content.
#[derive(Debug)]
pub struct Selection {
    decisions: Decisions,
    /// The page's notes.
    pub notes: Notes,
    /// The type of the page.
    pub page_type: PageType,
    /// The F1 by words that may be expected, 0 to 1.
    pub expected_f1: f32,
}

impl Selection {
    /// The F1 to be expected, as an article states it: to three decimals.
    pub fn confidence(&self) -> f64 {
        (f64::from(self.expected_f1) * 1000.0).round() / 1000.0
    }

    /// The words chosen.
    pub fn words(&self, blocks: &Blocks) -> u32 {
        self.decisions.kept_words(blocks)
    }

    /// Whether the node is content: then what is around it is, too.
    pub fn is_content(&self, id: NodeId) -> bool {
        self.decisions.is_content(id)
    }

    /// The element to be put above all else, wherever it stands.
    pub fn lead(&self) -> Option<NodeId> {
        self.decisions.lead()
    }
}

/// Chooses the main content. `None` where nothing on the page looks like it.
pub fn select(input: SelectInput<'_>, scores: &Scores, quality: &Forest, trace: &mut Trace) -> Option<Selection> {
    let (threshold, expected_f1) = cut::cut(input.blocks, scores, quality);
    let input = input.scored(scores, threshold);
    let mut decisions = Decisions::new(input.page, input.blocks);
    apply(RULES, &input, scores.page_type(), &mut decisions);
    finish(input, decisions, scores.page_type(), expected_f1, trace)
}

/// Everything the page shows. Nothing is scored, so its type and how good the choice is are given.
pub fn select_all(
    input: SelectInput<'_>,
    page_type: PageType,
    expected_f1: f32,
    trace: &mut Trace,
) -> Option<Selection> {
    let mut decisions = Decisions::new(input.page, input.blocks);
    apply(WHOLE_PAGE, &input, page_type, &mut decisions);
    finish(input, decisions, page_type, expected_f1, trace)
}

fn apply(rules: &[Rule], input: &SelectInput<'_>, page_type: PageType, decisions: &mut Decisions) {
    for rule in rules.iter().filter(|rule| rule.pages.hold(page_type)) {
        decisions.begin(rule.name);
        (rule.run)(input, decisions);
    }
}

/// Decides on parts, where there is something to read.
fn finish(
    input: SelectInput<'_>,
    mut decisions: Decisions,
    page_type: PageType,
    expected_f1: f32,
    trace: &mut Trace,
) -> Option<Selection> {
    let has_content = decisions.kept_words(input.blocks) > 0;
    if has_content {
        apply(PART_RULES, &input, page_type, &mut decisions);
    }
    note_all(&input, &decisions, trace);
    has_content.then(|| Selection { decisions, notes: input.into_notes(), page_type, expected_f1 })
}

/// Whether the block was dropped as not likely enough, by itself or with its list: what surrounds it may speak for it.
fn is_doubtful(decisions: &Decisions, block: BlockId) -> bool {
    decisions.is_dropped_by(block, threshold::NAME) || decisions.is_dropped_by(block, complete_lists::DROPS)
}

fn note_all(input: &SelectInput<'_>, decisions: &Decisions, trace: &mut Trace) {
    let page = input.page;
    trace.note_blocks(|| {
        let entries = input.all().zip(decisions.iter()).map(|((id, block), decision)| Entry {
            stage: Stage::Select,
            kept: decision.kept,
            rule: decision.by,
            reason: reason(decision.by, decision.kept),
            probability: input.scores.map(|_| input.probability(id)),
            block: Some(id),
            tag: page.tag(block.container).name(),
            text: beginning(input.text(block)),
        });
        (entries.collect(), decisions.shown(page, input.blocks))
    });
    let note = |node: NodeId, kept: bool, by: &'static str| Entry {
        stage: Stage::Select,
        kept,
        rule: by,
        reason: reason(by, kept),
        probability: None,
        block: None,
        tag: page.tag(node).name(),
        text: beginning(page.text(node)),
    };
    for &id in input.blocks.hidden_inline.iter().filter(|&&id| !decisions.is_content(id)) {
        trace.note(|| note(id, false, hidden::NAME));
    }
    for part in decisions.parts() {
        trace.note(|| note(part.node, part.kept, part.by));
    }
}

/// Why the rule of that name keeps or drops.
fn reason(rule: &str, kept: bool) -> &'static str {
    let rule = RULES.iter().chain(PART_RULES).chain(WHOLE_PAGE).find(|other| other.name == rule);
    rule.map_or("", |rule| if kept { rule.keeps } else { rule.drops })
}
