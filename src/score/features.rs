//! What the scorer sees of a block: the [`FEATURES`] table. No feature depends on one language.

use crate::blocks::{Block, BlockId, Blocks, Signal, share};
use crate::document::{Document, NodeId, NodeMap, Tag, fold_spaces};

/// A number about a block, from about 0 to 1 where it can be.
pub struct Feature {
    /// Its name: how weights refer to it.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that matches weights with features"))]
    pub name: &'static str,
    /// Its value for a block.
    pub of: fn(&Context<'_>, &At<'_>) -> f32,
}

/// How many features there are.
pub const COUNT: usize = 37;

/// The features of one block, in the order of [`FEATURES`].
pub type Values = [f32; COUNT];

/// All features, in the order that scorers take them.
pub const FEATURES: [Feature; COUNT] = [
    Feature { name: "words", of: |_, at| log_words(at.block.count.words) },
    Feature { name: "link_density", of: |_, at| at.block.link_density() },
    Feature { name: "stops", of: |_, at| (at.block.count.stops as f32).min(4.0) / 4.0 },
    Feature { name: "commas", of: |_, at| (at.block.count.commas as f32).min(6.0) / 6.0 },
    Feature { name: "ends_sentence", of: |_, at| flag(at.ends_sentence) },
    Feature { name: "digits", of: |_, at| share(at.block.count.digits, at.block.count.letters) },
    Feature { name: "capitals", of: |_, at| share(at.block.count.capitals, at.block.count.letters) },
    Feature { name: "no_words", of: |_, at| flag(at.block.count.words == 0) },
    Feature { name: "hidden", of: |_, at| flag(at.block.hidden) },
    Feature { name: "in_paragraph", of: |_, at| flag(at.tag == Tag::P) },
    Feature { name: "in_heading", of: |_, at| flag(at.tag.heading_level().is_some()) },
    Feature { name: "in_item", of: |_, at| flag(matches!(at.tag, Tag::Li | Tag::Dd | Tag::Dt)) },
    Feature { name: "in_cell", of: |_, at| flag(matches!(at.tag, Tag::Td | Tag::Th)) },
    Feature { name: "in_pre", of: |_, at| flag(at.tag == Tag::Pre) },
    Feature { name: "linked_item", of: |_, at| flag(matches!(at.tag, Tag::Li | Tag::Dd)) * at.block.link_density() },
    Feature { name: "repeated", of: |_, at| flag(at.repeated) },
    Feature { name: "position", of: |context, at| at.id as f32 / context.blocks.list.len().max(1) as f32 },
    Feature { name: "before_prose", of: |_, at| flag(at.before_prose) },
    Feature { name: "after_prose", of: |_, at| flag(at.after_prose) },
    Feature { name: "words_near", of: |_, at| log_words(at.near.words) },
    Feature { name: "link_density_near", of: |_, at| share(at.near.linked, at.near.words) },
    Feature { name: "best_share", of: |context, at| context.best_share(at.block.container) },
    Feature { name: "in_best", of: |context, at| flag(context.page.is_within(at.block.first, context.best)) },
    Feature { name: "parent_prose", of: |context, at| context.parent_prose(at.block.container) },
    Feature { name: "parent_links", of: |context, at| context.parent_links(at.block.container) },
    Feature { name: "content", of: |_, at| at.signal(Signal::Content) },
    Feature { name: "comment", of: |_, at| at.signal(Signal::Comment) },
    Feature { name: "navigation", of: |_, at| at.signal(Signal::Navigation) },
    Feature { name: "related", of: |_, at| at.signal(Signal::Related) },
    Feature { name: "advert", of: |_, at| at.signal(Signal::Advert) },
    Feature { name: "share", of: |_, at| at.signal(Signal::Share) },
    Feature { name: "side", of: |_, at| at.signal(Signal::Side) },
    Feature { name: "footer", of: |_, at| at.signal(Signal::Footer) },
    Feature { name: "consent", of: |_, at| at.signal(Signal::Consent) },
    Feature { name: "subscribe", of: |_, at| at.signal(Signal::Subscribe) },
    Feature { name: "byline", of: |_, at| at.signal(Signal::Byline) },
    Feature { name: "title", of: |_, at| flag(at.is_title) },
];

/// One block, and what is known of it beyond itself.
pub struct At<'a> {
    id: BlockId,
    block: &'a Block,
    tag: Tag,
    signals: crate::blocks::SignalSet,
    ends_sentence: bool,
    repeated: bool,
    before_prose: bool,
    after_prose: bool,
    is_title: bool,
    near: Near,
}

impl At<'_> {
    fn signal(&self, signal: Signal) -> f32 {
        flag(self.signals.has(signal))
    }
}

/// Words in the blocks within two places.
#[derive(Clone, Copy, Default)]
struct Near {
    words: u32,
    linked: u32,
}

/// What features of all blocks of a page share.
pub struct Context<'a> {
    page: &'a Document,
    blocks: &'a Blocks,
    /// For each element, how much prose its children and grandchildren hold.
    body_score: NodeMap<f32>,
    /// The element with the most.
    best: NodeId,
    /// How often each block's text occurs.
    repeats: std::collections::HashMap<String, u32>,
    title: String,
}

impl<'a> Context<'a> {
    pub(super) fn new(page: &'a Document, blocks: &'a Blocks, title: Option<&str>) -> Self {
        let body_score = body_scores(page, blocks);
        let mut best = page.body();
        for id in page.subtree(page.body()) {
            if body_score[id] > body_score[best] {
                best = id;
            }
        }
        let mut repeats = std::collections::HashMap::new();
        for block in blocks.list.iter().filter(|block| is_short(block)) {
            *repeats.entry(text(page, block)).or_default() += 1;
        }
        Context { page, blocks, body_score, best, repeats, title: fold_spaces(title.unwrap_or_default()) }
    }

    pub(super) fn values(&self, id: BlockId) -> Values {
        let at = self.at(id);
        FEATURES.each_ref().map(|feature| (feature.of)(self, &at))
    }

    fn at(&self, id: BlockId) -> At<'a> {
        let block = self.blocks.block(id);
        let short = is_short(block);
        let text = if short { text(self.page, block) } else { String::new() };
        let neighbours = |range: std::ops::Range<usize>| self.blocks.list.get(range).unwrap_or_default();
        let before = neighbours(id.saturating_sub(2)..id);
        let after = neighbours((id + 1).min(self.blocks.list.len())..(id + 3).min(self.blocks.list.len()));
        let mut near = Near { words: block.count.words, linked: block.linked_words };
        for other in before.iter().chain(after) {
            near.words += other.count.words;
            near.linked += other.linked_words;
        }
        At {
            id,
            block,
            tag: self.page.tag(block.container),
            signals: self.blocks.signals[block.container].around,
            ends_sentence: ends_sentence(self.page, block),
            repeated: short && self.repeats.get(&text).is_some_and(|&times| times > 1),
            before_prose: after.iter().any(Block::is_prose),
            after_prose: before.iter().any(Block::is_prose),
            is_title: short && !text.is_empty() && text == self.title,
            near,
        }
    }

    /// The highest body score around the block, as a share of the page's best.
    fn best_share(&self, container: NodeId) -> f32 {
        let best = self.body_score[self.best];
        if best <= 0.0 {
            return 0.0;
        }
        let around = std::iter::once(container).chain(self.page.ancestors(container)).take(4);
        around.map(|id| self.body_score[id]).fold(0.0, f32::max) / best
    }

    fn parent_prose(&self, container: NodeId) -> f32 {
        let totals = self.blocks.totals[self.page.parent(container)];
        share(totals.prose_words, totals.words)
    }

    fn parent_links(&self, container: NodeId) -> f32 {
        self.blocks.totals[self.page.parent(container)].link_density()
    }
}

/// Each prose block counts for its container's parent, and half for the parent's parent: the score by which
/// Arc90's Readability found the body of an article.
fn body_scores(page: &Document, blocks: &Blocks) -> NodeMap<f32> {
    let mut scores = NodeMap::new(page, 0.0);
    for block in blocks.list.iter().filter(|block| block.is_prose()) {
        let score = 1.0 + block.count.commas as f32 * 0.2 + (block.count.words as f32 / 20.0).min(5.0);
        let parent = page.parent(block.container);
        scores[block.container] += 0.5 * score;
        scores[parent] += score;
        scores[page.parent(parent)] += 0.5 * score;
    }
    scores
}

fn is_short(block: &Block) -> bool {
    (1..20).contains(&block.count.words)
}

fn text(page: &Document, block: &Block) -> String {
    fold_spaces(page.text_of(crate::document::NodeRange { first: block.first, end: block.last.plus(1) }))
}

fn ends_sentence(page: &Document, block: &Block) -> bool {
    let text = page.text_of(crate::document::NodeRange { first: block.first, end: block.last.plus(1) });
    let closing = ['"', '\'', '”', '’', '»', '«', ')', ']', '」', '』', '）'];
    let text = text.trim_end().trim_end_matches(closing);
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '：', ':'])
}

fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// 0 for no words, 1 for about 100.
fn log_words(words: u32) -> f32 {
    libm::logf(1.0 + words as f32) / 4.6
}
