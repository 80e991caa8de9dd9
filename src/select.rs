//! Probabilities + tree → [`Selection`]: which blocks are the main content.
//!
//! The scorer has seen each block in its surroundings; the threshold is the page's own, where the F1 to be expected is
//! highest. Then what belongs together is kept together: headings with what follows, lists and tables whole, pictures
//! with the text around them.

mod coherence;
pub(crate) mod cut;
mod formulas;
mod gaps;
mod page_chrome;
mod panels;
mod pictures;
mod repeats;

use crate::blocks::{Block, Blocks, Signal};
use crate::dom::{Document, NodeId, NodeMap, NodeRange};
use crate::score::{Forest, PageType, Scores};
use crate::trace::{Entry, Stage, Trace, beginning};

/// How a page is cut, by its type.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    /// Whether comments are left out where the page has a text of its own.
    drops_comments: bool,
    /// Whether it is one text, which begins and ends with prose and whose headings head something.
    is_text: bool,
    /// Whether stray lines before its first and after its last prose are none of it; manuals end with lists of links.
    drops_edges: bool,
    /// Whether lists and tables are content as a whole; in threads they hold posts.
    keeps_wholes: bool,
    /// Whether they are otherwise none of it; on lists of things they hold the things.
    drops_wholes: bool,
    /// Whether what the page says twice counts once; in manuals, examples repeat each other.
    drops_repeats: bool,
    /// Whether what is likely content counts also where the page hides it: shops hide descriptions behind tabs.
    opens_hidden: bool,
}

impl Policy {
    /// The policy for a page of these scores.
    fn of(scores: &Scores) -> Policy {
        // What looks a little like a thread may be one, and then its comments are all there is.
        const PERHAPS: f32 = 0.15;
        let is_article = scores.page_type() == PageType::Article;
        let is_text = matches!(scores.page_type(), PageType::Article | PageType::Documentation);
        Policy {
            drops_comments: is_article && scores.probability(PageType::Forum) < PERHAPS,
            is_text,
            drops_edges: is_article,
            keeps_wholes: scores.page_type() != PageType::Forum,
            drops_wholes: !scores.page_type().is_list(),
            drops_repeats: scores.page_type() != PageType::Documentation,
            opens_hidden: !is_article,
        }
    }
}

/// The blocks chosen as main content.
#[derive(Debug)]
pub struct Selection {
    /// For each block, whether it is chosen.
    pub kept: Vec<bool>,
    /// The type of the page.
    pub page_type: PageType,
    /// The F1 by words that may be expected, 0 to 1.
    pub expected_f1: f32,
}

impl Selection {
    /// The words chosen.
    pub fn words(&self, blocks: &Blocks) -> u32 {
        let chosen = blocks.list.iter().zip(&self.kept).filter(|(_, kept)| **kept);
        chosen.map(|(block, _)| block.count.words).sum()
    }
}

/// Why a block is kept or dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Content,
    Alone,
    Edge,
    Comment,
    Footer,
    Consent,
    Signature,
    Hidden,
    Scripts,
    Repeat,
    FloorKept,
    FloorNamed,
    WholeKept,
    WholeDropped,
    HeadingKept,
    HeadingOfNothing,
    PictureBeside,
    PictureAlone,
    FormulaBeside,
    ParagraphKept,
    ParagraphBeside,
    TextBetween,
}

impl Verdict {
    fn kept(self) -> bool {
        use Verdict::*;
        matches!(
            self,
            Content
                | FloorKept
                | WholeKept
                | HeadingKept
                | PictureBeside
                | FormulaBeside
                | ParagraphKept
                | ParagraphBeside
                | TextBetween
        )
    }

    fn reason(self) -> &'static str {
        match self {
            Verdict::Content => "main content",
            Verdict::Alone => "not content by itself",
            Verdict::Edge => "a stray line before or after the text",
            Verdict::Comment => "in comments on the text",
            Verdict::Footer => "in the page's footer",
            Verdict::Consent => "asks for consent",
            Verdict::Signature => "a signature under a post",
            Verdict::Hidden => "hidden by the page",
            Verdict::Scripts => "asks to turn scripts on",
            Verdict::Repeat => "said before",
            Verdict::FloorKept => "too little text without it",
            Verdict::FloorNamed => "in a part named as not content",
            Verdict::WholeKept => "part of a list or table that is kept",
            Verdict::WholeDropped => "part of a list or table that is not kept",
            Verdict::HeadingKept => "the heading of what follows",
            Verdict::HeadingOfNothing => "a heading of nothing that is kept",
            Verdict::PictureBeside => "a picture beside what is kept",
            Verdict::FormulaBeside => "a formula beside what is kept",
            Verdict::ParagraphKept => "part of a paragraph with formulas that is kept",
            Verdict::ParagraphBeside => "one of many paragraphs, of which enough are kept",
            Verdict::TextBetween => "between kept parts of the text",
            Verdict::PictureAlone => "a picture beside nothing that is kept",
        }
    }
}

/// Words of which none are likely to be content and few may be expected to be, such as a log-in form's or the footer
/// of a page that scripts fill, are none: how likely, and how few.
const LIKELY: f32 = 0.4;
/// The things of a list are never very likely one by one.
const LIKELY_THING: f32 = 0.15;
const FEW_WORDS: f32 = 15.0;

/// Chooses the main content. `None` where nothing on the page looks like it.
pub fn select(
    page: &Document,
    blocks: &Blocks,
    scores: &Scores,
    quality: &Forest,
    trace: &mut Trace,
) -> Option<Selection> {
    let policy = Policy::of(scores);
    let probabilities = &scores.probabilities;
    let (threshold, expected_f1) = cut::cut(blocks, scores, quality);
    let mut verdicts = verdicts(page, blocks, probabilities, threshold, policy);
    page_chrome::drop_page_chrome(page, blocks, scores.page_type() == PageType::Forum, &mut verdicts);
    if policy.drops_comments {
        comments(page, blocks, &mut verdicts);
    }
    if policy.is_text && lost(page, blocks, &verdicts) {
        verdicts = floor(page, blocks);
    }
    if kept_words(blocks, &verdicts) == 0 {
        verdicts = prose_only(page, blocks);
    }
    if policy.drops_repeats {
        repeats::drop_repeats(page, blocks, &mut verdicts);
    }
    coherence::keep_together(page, blocks, probabilities, policy, &mut verdicts);
    let kept = || blocks.list.iter().zip(&verdicts).zip(probabilities).filter(|((_, verdict), _)| verdict.kept());
    let enough = if scores.page_type().is_list() { LIKELY_THING } else { LIKELY };
    let likely = kept().any(|(_, &p)| p >= enough);
    if !likely && kept().map(|((block, _), &p)| p * block.count.words as f32).sum::<f32>() < FEW_WORDS {
        verdicts.fill(Verdict::Alone);
    }
    note_all(page, blocks, probabilities, &verdicts, trace);
    if kept_words(blocks, &verdicts) == 0 {
        return None;
    }
    let kept: Vec<bool> = verdicts.iter().map(|verdict| verdict.kept()).collect();
    Some(Selection { kept, page_type: scores.page_type(), expected_f1 })
}

/// Everything the page shows.
pub fn select_all(blocks: &Blocks) -> Option<Selection> {
    let kept: Vec<bool> = blocks.list.iter().map(|block| !block.hidden).collect();
    let any = blocks.list.iter().any(|block| !block.hidden && block.count.words > 0);
    any.then_some(Selection { kept, page_type: PageType::Article, expected_f1: 0.0 })
}

/// Each block by itself. What the page hides may be content where it is much, as behind "read more", or in what readers
/// open: tabs, accordions. Another hidden line never is.
fn verdicts(page: &Document, blocks: &Blocks, probabilities: &[f32], threshold: f32, policy: Policy) -> Vec<Verdict> {
    const MUCH: u32 = 40;
    const LIKELY: f32 = 0.5;
    let mut hiders = NodeMap::new(page, None);
    let mut hidden_words = NodeMap::new(page, 0u32);
    let opened = panels::opened(page);
    if blocks.list.iter().any(|block| block.hidden) {
        for id in page.subtree(page.body()) {
            let outer: Option<NodeId> = hiders[page.parent(id)];
            hiders[id] = outer.or_else(|| (!page.is_text(id) && crate::dom::hidden::is_hidden(page, id)).then_some(id));
        }
        for block in blocks.list.iter().filter(|block| block.hidden) {
            if let Some(hider) = hiders[block.container] {
                hidden_words[hider] += block.count.words;
            }
        }
    }
    let judge = |(block, &probability): (&Block, &f32)| {
        let shown = !block.hidden
            || policy.opens_hidden && probability >= LIKELY
            || hiders[block.container]
                .is_some_and(|hider| hidden_words[hider] >= MUCH || panels::is_panel(page, hider, &opened));
        match () {
            () if !shown => Verdict::Hidden,
            () if asks_for_scripts(page, blocks, block) => Verdict::Scripts,
            () if probability >= threshold => Verdict::Content,
            () => Verdict::Alone,
        }
    };
    blocks.list.iter().zip(probabilities).map(judge).collect()
}

/// Whether it is a line for those whose browser runs no scripts; the language's name is the same in all languages. What is
/// long holds the page.
fn asks_for_scripts(page: &Document, blocks: &Blocks, block: &Block) -> bool {
    const LONGEST: u32 = 40;
    const LONG: usize = 2000;
    block.noscript
        && block.count.words <= LONGEST
        && blocks.enclosing(block.container).noscript.is_none_or(|all| page.text(all).len() < LONG)
        && page
            .text_of(NodeRange { first: block.first, end: block.last.plus(1) })
            .to_ascii_lowercase()
            .contains("javascript")
}

/// Takes out what names call comments, where enough is left to read without them.
fn comments(page: &Document, blocks: &Blocks, verdicts: &mut [Verdict]) {
    const ENOUGH_PROSE: u32 = 40;
    let mut inside = NodeMap::new(page, false);
    for id in page.all() {
        inside[id] = id != NodeId::ROOT && inside[page.parent(id)] || blocks.signals[id].telling.has(Signal::Comment);
    }
    let left =
        blocks.list.iter().zip(verdicts.iter()).filter(|(b, v)| v.kept() && b.is_prose() && !inside[b.container]);
    if left.map(|(block, _)| block.count.words).sum::<u32>() < ENOUGH_PROSE {
        return;
    }
    for (block, verdict) in blocks.list.iter().zip(verdicts) {
        if inside[block.container] && verdict.kept() {
            *verdict = Verdict::Comment;
        }
    }
}

/// Whether nearly nothing is kept of what no name speaks against.
fn lost(page: &Document, blocks: &Blocks, verdicts: &[Verdict]) -> bool {
    kept_words(blocks, verdicts) < kept_words(blocks, &floor(page, blocks)) / 20
}

fn kept_words(blocks: &Blocks, verdicts: &[Verdict]) -> u32 {
    blocks.list.iter().zip(verdicts).filter(|(_, verdict)| verdict.kept()).map(|(block, _)| block.count.words).sum()
}

/// The choice of last resort, which keeps a page from total loss: all that names do not speak against.
fn floor(page: &Document, blocks: &Blocks) -> Vec<Verdict> {
    let judge = |block: &Block| {
        let around = blocks.signals[block.container].around;
        let named = [Signal::Navigation, Signal::Header, Signal::Footer, Signal::Side, Signal::Consent]
            .iter()
            .any(|&signal| around.has(signal));
        match () {
            () if block.hidden => Verdict::Hidden,
            () if asks_for_scripts(page, blocks, block) => Verdict::Scripts,
            () if named => Verdict::FloorNamed,
            () => Verdict::FloorKept,
        }
    };
    blocks.list.iter().map(judge).collect()
}

/// Where names speak against everything, the sentences on the page are all there is to go by.
fn prose_only(page: &Document, blocks: &Blocks) -> Vec<Verdict> {
    let judge = |block: &Block| match () {
        () if asks_for_scripts(page, blocks, block) => Verdict::Scripts,
        () if block.is_prose() => Verdict::FloorKept,
        () => Verdict::FloorNamed,
    };
    blocks.list.iter().map(judge).collect()
}

fn note_all(page: &Document, blocks: &Blocks, probabilities: &[f32], verdicts: &[Verdict], trace: &mut Trace) {
    for ((block, &probability), verdict) in blocks.list.iter().zip(probabilities).zip(verdicts) {
        trace.note(|| Entry {
            stage: Stage::Select,
            kept: verdict.kept(),
            reason: verdict.reason(),
            probability: Some(probability),
            tag: page.tag(block.container).name(),
            text: beginning(page.text_of(NodeRange { first: block.first, end: block.last.plus(1) })),
        });
    }
    for &id in &blocks.hidden_inline {
        trace.note(|| Entry {
            stage: Stage::Select,
            kept: false,
            reason: Verdict::Hidden.reason(),
            probability: None,
            tag: page.tag(id).name(),
            text: beginning(page.text(id)),
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::{ErrorKind, Options, extract};

    #[track_caller]
    fn check_no_content(html: &str) {
        let error = extract(html, &Options::default()).expect_err(html);
        assert_eq!(error.kind(), ErrorKind::NoContent, "{html}");
    }

    #[test]
    fn a_page_that_scripts_fill_has_no_content() {
        check_no_content(
            "<title>Shop</title><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
        );
        check_no_content(
            "<title>Shop</title><div id=app></div><noscript><strong>We're sorry, but the shop does not work properly \
             without JavaScript enabled. Please enable it to continue, or call us and order by telephone.</strong>",
        );
    }
}
