//! Probabilities + tree → [`Selection`]: which blocks are the main content.
//!
//! The decision is made over the tree. Every block votes for or against all elements around it, by how sure the
//! scorer is and how much text it holds. The content is the element whose children together have the best votes,
//! without those children whose own votes are against. Then what belongs together is kept together: headings
//! with what follows, lists and tables whole, pictures with the text around them.

mod together;

use crate::blocks::{BlockId, Blocks, Signal, Totals};
use crate::document::{Document, NodeId, NodeMap, NodeRange, Tag};
use crate::trace::{Entry, Stage, Trace, beginning};

/// What kind of page it is; it chooses the [`Policy`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageType {
    /// One text, with a beginning and an end.
    #[default]
    Article,
}

impl PageType {
    /// The name in the contract.
    pub fn name(self) -> &'static str {
        match self {
            PageType::Article => "article",
        }
    }
}

/// How strictly a page is cut, by its type.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    /// The probability from which a block speaks for the elements around it.
    threshold: f32,
    /// The share of an element's votes that one child must have for the content to be sought in it alone.
    narrowing: f32,
    /// How much of a block's verdict comes from the blocks it stands among, 0 to 1.
    company: f32,
    /// The words of prose that a page must have outside its comments for them to be left out.
    text_without_comments: u32,
}

impl Policy {
    /// The policy for a type of page.
    pub fn of(page_type: PageType) -> Policy {
        match page_type {
            PageType::Article => Policy { threshold: 0.5, narrowing: 0.9, company: 0.3, text_without_comments: 80 },
        }
    }
}

/// The blocks chosen as main content.
#[derive(Debug)]
pub struct Selection {
    /// For each block, whether it is chosen.
    pub kept: Vec<bool>,
    /// How sure the scorer is of the choice, 0 to 1.
    pub confidence: f32,
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
    Rejected,
    Outside,
    Hidden,
    FloorKept,
    FloorNamed,
    WholeKept,
    WholeDropped,
    HeadingKept,
    HeadingOfNothing,
    PictureBeside,
    PictureAlone,
}

impl Verdict {
    fn kept(self) -> bool {
        use Verdict::*;
        matches!(self, Content | FloorKept | WholeKept | HeadingKept | PictureBeside)
    }

    fn reason(self) -> &'static str {
        match self {
            Verdict::Content => "main content",
            Verdict::Alone => "not content by itself",
            Verdict::Edge => "a stray line before or after the text",
            Verdict::Rejected => "in a part that is not content",
            Verdict::Outside => "outside the main content",
            Verdict::Hidden => "hidden by the page",
            Verdict::FloorKept => "too little text without it",
            Verdict::FloorNamed => "in a part named as not content",
            Verdict::WholeKept => "part of a list or table that is kept",
            Verdict::WholeDropped => "part of a list or table that is not kept",
            Verdict::HeadingKept => "the heading of what follows",
            Verdict::HeadingOfNothing => "a heading of nothing that is kept",
            Verdict::PictureBeside => "a picture beside what is kept",
            Verdict::PictureAlone => "a picture beside nothing that is kept",
        }
    }
}

/// Chooses the main content. `None` where nothing on the page looks like it.
pub fn select(
    page: &Document,
    blocks: &Blocks,
    probabilities: &[f32],
    policy: Policy,
    trace: &mut Trace,
) -> Option<Selection> {
    let votes = Votes::count(page, blocks, probabilities, policy);
    let container = votes.container(page, policy);
    let mut verdicts = votes.verdicts(page, blocks, probabilities, container, policy);
    if kept_words(blocks, &verdicts) < kept_words(blocks, &floor(blocks)) / 10 {
        verdicts = floor(blocks);
    }
    if kept_words(blocks, &verdicts) == 0 {
        verdicts = prose_only(blocks);
    }
    together::keep_together(page, blocks, probabilities, &mut verdicts);
    let words = kept_words(blocks, &verdicts);
    note_all(page, blocks, probabilities, &verdicts, trace);
    if words == 0 {
        return None;
    }
    let confidence = confidence(blocks, probabilities, &verdicts);
    let kept: Vec<bool> = verdicts.iter().map(|verdict| verdict.kept()).collect();
    Some(Selection { kept, confidence })
}

/// Everything the page shows.
pub fn select_all(blocks: &Blocks) -> Option<Selection> {
    let kept: Vec<bool> = blocks.list.iter().map(|block| !block.hidden).collect();
    let any = blocks.list.iter().any(|block| !block.hidden && block.count.words > 0);
    any.then_some(Selection { kept, confidence: 0.0 })
}

/// For and against each element: the votes of all blocks in it.
struct Votes {
    all: NodeMap<f32>,
    /// The votes of an element's own blocks and of those of its children that have votes for them.
    best: NodeMap<f32>,
}

impl Votes {
    fn count(page: &Document, blocks: &Blocks, probabilities: &[f32], policy: Policy) -> Votes {
        let mut all = NodeMap::new(page, 0.0);
        let mut best = NodeMap::new(page, 0.0);
        for (block, &probability) in blocks.list.iter().zip(probabilities) {
            if !block.hidden {
                let vote = block.count.words as f32 * (probability - policy.threshold);
                // A caption reads like a stray line, but says nothing against the text it stands in.
                let in_figure = closest(page, block.container, &[Tag::Figure]).is_some();
                let vote = if in_figure { vote.max(0.0) } else { vote };
                all[block.container] += vote;
                best[block.container] += vote;
            }
        }
        for id in page.all().into_iter().rev() {
            if id != NodeId::ROOT {
                let votes: f32 = all[id];
                let parent = page.parent(id);
                all[parent] += votes;
                best[parent] += votes.max(0.0);
            }
        }
        Votes { all, best }
    }

    /// The innermost element that has nearly all votes that can be had.
    fn container(&self, page: &Document, policy: Policy) -> NodeId {
        let mut container = page.body();
        loop {
            let enough = self.best[container] * policy.narrowing;
            let inner = page
                .children(container)
                .filter(|&child| self.all[child] > 0.0 && self.best[child] >= enough)
                .max_by(|&a, &b| self.best[a].total_cmp(&self.best[b]));
            match inner {
                Some(child) => container = child,
                None => return container,
            }
        }
    }

    /// Goes down from the container: parts with votes against them are left, and what is in them.
    fn verdicts(
        &self,
        page: &Document,
        blocks: &Blocks,
        probabilities: &[f32],
        container: NodeId,
        policy: Policy,
    ) -> Vec<Verdict> {
        let Totals { prose_words: prose, words, .. } = blocks.totals[page.body()];
        // On a forum what is called a comment may be all there is to read.
        let is_forum = |id: NodeId| 2 * blocks.totals[id].words > words && blocks.signals[id].own.has(Signal::Forum);
        let forum = page.all().into_iter().any(is_forum);
        let is_comments = |id: NodeId| {
            !forum
                && blocks.signals[id].own.has(Signal::Comment)
                && prose - blocks.totals[id].prose_words >= policy.text_without_comments
        };
        let mut rejected = NodeMap::new(page, false);
        for id in page.descendants(container) {
            rejected[id] = rejected[page.parent(id)]
                || self.all[id] < 0.0 && blocks.totals[id].blocks > 1
                || blocks.totals[id].blocks > 0 && is_comments(id);
        }
        let judge = |(id, &probability): (BlockId, &f32)| {
            let block = blocks.block(id);
            if block.hidden {
                return Verdict::Hidden;
            }
            if !page.is_within(block.first, container) {
                return Verdict::Outside;
            }
            if rejected[block.container] {
                return Verdict::Rejected;
            }
            let company = self.mean(page, blocks, block.container, policy);
            if probability * (1.0 - policy.company) + company * policy.company >= policy.threshold {
                Verdict::Content
            } else {
                Verdict::Alone
            }
        };
        probabilities.iter().enumerate().map(judge).collect()
    }

    /// The mean probability of the words that the block's container stands among.
    fn mean(&self, page: &Document, blocks: &Blocks, container: NodeId, policy: Policy) -> f32 {
        let parent = page.parent(container);
        let words = blocks.totals[parent].words.max(1) as f32;
        (self.all[parent] / words + policy.threshold).clamp(0.0, 1.0)
    }
}

fn kept_words(blocks: &Blocks, verdicts: &[Verdict]) -> u32 {
    blocks.list.iter().zip(verdicts).filter(|(_, verdict)| verdict.kept()).map(|(block, _)| block.count.words).sum()
}

/// The choice of last resort, which keeps a page from total loss: all that names do not speak against.
fn floor(blocks: &Blocks) -> Vec<Verdict> {
    let judge = |block: &crate::blocks::Block| {
        let around = blocks.signals[block.container].around;
        let named = [Signal::Navigation, Signal::Header, Signal::Footer, Signal::Side, Signal::Consent]
            .iter()
            .any(|&signal| around.has(signal));
        match (block.hidden, named) {
            (true, _) => Verdict::Hidden,
            (_, true) => Verdict::FloorNamed,
            _ => Verdict::FloorKept,
        }
    };
    blocks.list.iter().map(judge).collect()
}

/// Where names speak against everything, the sentences on the page are all there is to go by.
fn prose_only(blocks: &Blocks) -> Vec<Verdict> {
    blocks.list.iter().map(|block| if block.is_prose() { Verdict::FloorKept } else { Verdict::FloorNamed }).collect()
}

/// The mean certainty of the verdicts, by words.
fn confidence(blocks: &Blocks, probabilities: &[f32], verdicts: &[Verdict]) -> f32 {
    let (mut sure, mut words) = (0.0, 0.0);
    for ((block, &probability), verdict) in blocks.list.iter().zip(probabilities).zip(verdicts) {
        if verdict.kept() {
            sure += probability * block.count.words as f32;
            words += block.count.words as f32;
        }
    }
    if words > 0.0 { sure / words } else { 0.0 }
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
}

/// The element's closest ancestor, itself included, that is one of `tags`.
fn closest(page: &Document, id: NodeId, tags: &[Tag]) -> Option<NodeId> {
    std::iter::once(id).chain(page.ancestors(id)).find(|&id| tags.contains(&page.tag(id)))
}
