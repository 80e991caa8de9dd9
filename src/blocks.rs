//! [`Document`] → [`Blocks`]: the units that are kept or dropped, and facts about them and about each element.
//!
//! A block is a maximal run of inline content inside one block-level element. Everything here is found in one
//! pass down the page and one up, so that the cost is linear in the number of nodes.

pub(crate) mod callouts;
mod enclosing;
mod layout_tables;
mod signals;

pub use crate::lexicon::Signal;
pub use enclosing::Enclosing;
pub(crate) use layout_tables::{is_layout_table, table_parts};
pub use signals::{SIGNALS, Signals};

use enclosing::EnclosingIndex;

use crate::dom::hidden::{is_hidden, is_undisplayed};
use crate::dom::{Attr, Document, NodeId, NodeMap, NodeRange, Tag};
use crate::words::Count;

/// A block with fewer words is a label, a caption or a teaser's line, not running text.
const MIN_PROSE_WORDS: u32 = 15;

/// Running text has a smaller share of its words in links: lines of links have sentences too.
const MAX_PROSE_LINKS: f32 = 0.35;

/// Text that the page hides is the page itself where it has more than so many times the words that are shown.
const MIN_HIDDEN_TO_SHOWN: u32 = 2;

/// A block's place in the page's list of blocks.
pub type BlockId = usize;

/// A maximal run of inline content inside one block-level element.
#[derive(Debug, Clone)]
pub struct Block {
    /// The block-level element it is in.
    pub container: NodeId,
    /// Its first node: text or a picture.
    pub first: NodeId,
    /// Its last node, which may lie in an inline element.
    pub last: NodeId,
    /// What its text holds.
    pub count: Count,
    /// The words that are links.
    pub linked_words: u32,
    /// Pictures, films and the like in it.
    pub media: u32,
    /// Links in it.
    pub links: u32,
    /// Whether the page's markup hides it.
    pub hidden: bool,
    /// Whether it lies in `noscript`.
    pub noscript: bool,
}

impl Block {
    /// The share of its words that are links, 0 to 1.
    pub fn link_density(&self) -> f32 {
        share(self.linked_words, self.count.words)
    }

    /// Its raw text.
    pub fn text<'p>(&self, page: &'p Document) -> &'p str {
        page.text_of(NodeRange { first: self.first, end: self.last.plus(1) })
    }

    /// Whether it is shown, and reads as running text: a sentence or more, and few links.
    pub fn is_prose(&self) -> bool {
        !self.hidden && self.reads_as_prose()
    }

    /// Whether it reads as running text, be it hidden or not.
    pub fn reads_as_prose(&self) -> bool {
        self.count.words >= MIN_PROSE_WORDS && self.count.stops > 0 && self.link_density() < MAX_PROSE_LINKS
    }
}

/// What an element holds in all.
#[derive(Debug, Clone, Copy, Default)]
pub struct Totals {
    /// Words in it.
    pub words: u32,
    /// The words that are links.
    pub linked_words: u32,
    /// Words in blocks that read as prose: sentences, few links.
    pub prose_words: u32,
    /// Blocks in it.
    pub blocks: u32,
}

impl Totals {
    /// The share of its words that are links, 0 to 1.
    pub fn link_density(&self) -> f32 {
        share(self.linked_words, self.words)
    }
}

/// A page's blocks, in document order, and side arrays about its nodes.
#[derive(Debug)]
pub struct Blocks {
    /// The blocks.
    pub list: Vec<Block>,
    /// The block each text and picture belongs to.
    pub of: NodeMap<Option<u32>>,
    /// What each element holds.
    pub totals: NodeMap<Totals>,
    /// Elements within lines that the page's markup hides: their text is in no block.
    pub hidden_inline: Vec<NodeId>,
    /// What names on the element itself and on those around it suggest.
    pub signals: NodeMap<Signals>,
    enclosing: EnclosingIndex,
}

impl Blocks {
    /// Finds a page's blocks.
    pub fn of(page: &Document) -> Blocks {
        let mut blocks = Blocks {
            list: Vec::new(),
            of: NodeMap::new(page, None),
            totals: NodeMap::new(page, Totals::default()),
            hidden_inline: Vec::new(),
            signals: NodeMap::new(page, Signals::default()),
            enclosing: EnclosingIndex::new(page),
        };
        blocks.find(page);
        blocks.decide_hidden(page);
        blocks.add_up(page);
        blocks.signals = signals::collect(page, &blocks.totals);
        blocks
    }

    /// The block.
    #[expect(clippy::indexing_slicing, reason = "block ids come from this list only")]
    pub fn block(&self, id: BlockId) -> &Block {
        &self.list[id]
    }

    /// The block that a text or picture belongs to.
    pub fn block_of(&self, node: NodeId) -> Option<BlockId> {
        self.of[node].map(|id| id as BlockId)
    }

    /// In which list, table, figure and the like an element lies: any that blocks lie in.
    pub fn enclosing(&self, id: NodeId) -> &Enclosing {
        self.enclosing.get(id)
    }

    fn find(&mut self, page: &Document) {
        let mut open: Vec<OpenElement> = vec![OpenElement::around(page, page.body())];
        let mut run: Option<Block> = None;
        let mut last_link = None;
        let mut id = page.body().plus(1);
        let end = page.end(page.body());
        while id < end {
            while open.len() > 1 && open.last().is_some_and(|element| element.end <= id) {
                if open.pop().is_some_and(|element| element.breaks) {
                    self.list.extend(run.take());
                }
            }
            let around = open.last().copied().unwrap_or_else(|| OpenElement::around(page, page.body()));
            let tag = page.tag(id);
            if tag == Tag::Text {
                let text = page.text(id);
                let blank = text.chars().all(char::is_whitespace);
                if !blank || run.is_some() {
                    let block = run.get_or_insert_with(|| around.block(id));
                    if !blank {
                        let count = Count::of(text);
                        block.count = block.count.plus(count);
                        block.linked_words += if around.link.is_some() { count.words } else { 0 };
                        block.links += u32::from(around.link.is_some() && around.link != last_link);
                        last_link = around.link;
                        block.last = id;
                        block.hidden &= around.hidden;
                    }
                    self.of[id] = Some(self.list.len() as u32);
                }
                id = id.plus(1);
                continue;
            }
            if tag.is_invisible() {
                id = page.end(id);
                continue;
            }
            if tag.is_media() || matches!(tag, Tag::Math | Tag::Input) {
                if tag != Tag::Input {
                    let block = run.get_or_insert_with(|| around.block(id));
                    block.hidden &= around.hidden;
                    block.media += u32::from(tag.is_media());
                    block.count.words += u32::from(tag == Tag::Math);
                    block.last = id;
                    self.of[id] = Some(self.list.len() as u32);
                }
                // What browsers show instead of a film they cannot play, or beside a formula, is not text.
                id = page.end(id);
                continue;
            }
            if matches!(tag, Tag::Br | Tag::Wbr) && run.is_some() {
                self.of[id] = Some(self.list.len() as u32);
            }
            if tag.is_block() {
                self.list.extend(run.take());
            } else if !around.hidden && is_undisplayed(page, id) && !holds_blocks(page, id) {
                // Within a line, what is hidden is no part of it.
                self.hidden_inline.push(id);
                id = page.end(id);
                continue;
            }
            self.enclosing.add(page, id, tag);
            open.push(around.inner(page, id, tag));
            id = id.plus(1);
        }
        self.list.extend(run);
    }

    /// Where most of the page's text is hidden, or in `noscript`, that text is the page: a script would have shown it.
    /// Elsewhere `noscript` repeats text or asks for scripts, and counts as hidden.
    fn decide_hidden(&mut self, page: &Document) {
        let words = |test: fn(&Block) -> bool| self.list.iter().filter(|b| test(b)).map(|b| b.count.words).sum::<u32>();
        let shown = words(|b| !b.hidden && !b.noscript);
        let hidden_is_page = words(|b| b.hidden && !b.noscript) > MIN_HIDDEN_TO_SHOWN * shown;
        let noscript_is_page = words(|b| b.noscript) > shown;
        for block in &mut self.list {
            block.hidden = (block.hidden && !hidden_is_page) || (block.noscript && !noscript_is_page);
        }
        debug_assert!(self.list.iter().all(|b| b.first <= b.last && b.last < page.end(NodeId::ROOT)));
    }

    fn add_up(&mut self, page: &Document) {
        for block in &self.list {
            if block.hidden {
                continue;
            }
            let totals = &mut self.totals[block.container];
            totals.words += block.count.words;
            totals.linked_words += block.linked_words;
            totals.blocks += 1;
            if block.is_prose() {
                totals.prose_words += block.count.words;
            }
        }
        for id in page.all().into_iter().rev() {
            let inner = self.totals[id];
            if id != NodeId::ROOT && inner.blocks > 0 {
                let outer = &mut self.totals[page.parent(id)];
                outer.words += inner.words;
                outer.linked_words += inner.linked_words;
                outer.prose_words += inner.prose_words;
                outer.blocks += inner.blocks;
            }
        }
    }
}

/// An element that the walk is in, and what the elements in it inherit.
#[derive(Clone, Copy)]
struct OpenElement {
    end: NodeId,
    container: NodeId,
    /// Whether its end ends a run.
    breaks: bool,
    /// The link it is in.
    link: Option<NodeId>,
    hidden: bool,
    noscript: bool,
}

impl OpenElement {
    fn around(page: &Document, body: NodeId) -> OpenElement {
        OpenElement { end: page.end(body), container: body, breaks: true, link: None, hidden: false, noscript: false }
    }

    fn inner(self, page: &Document, id: NodeId, tag: Tag) -> OpenElement {
        let is_link = tag == Tag::Button || tag == Tag::A && page.attr(id, Attr::Href).is_some();
        OpenElement {
            end: page.end(id),
            container: if tag.is_block() { id } else { self.container },
            breaks: tag.is_block(),
            link: if is_link { Some(id) } else { self.link },
            hidden: self.hidden || is_hidden(page, id),
            noscript: self.noscript || tag == Tag::Noscript,
        }
    }

    fn block(self, first: NodeId) -> Block {
        Block {
            container: self.container,
            first,
            last: first,
            count: Count::default(),
            linked_words: 0,
            media: 0,
            links: 0,
            hidden: self.hidden,
            noscript: self.noscript,
        }
    }
}

fn holds_blocks(page: &Document, id: NodeId) -> bool {
    page.descendants(id).into_iter().any(|id| page.tag(id).is_block())
}

/// `part / whole`, 0 where there is no whole.
pub(crate) fn share(part: u32, whole: u32) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

#[cfg(test)]
mod tests;
