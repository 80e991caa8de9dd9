//! From what a reference leads to, to the whole note.

use std::collections::{HashMap, HashSet};

use super::evidence::{self, Evidence};
use super::index::{block_around, follows_break};
use super::label;
use crate::dom::{Attr, Document, Elements, NodeId, NodeRange, Tag};

/// The most elements that go on with a note after its first; what has more is a section.
pub(super) const MAX_MORE: usize = 12;

/// The longest label that stands before a note's anchor, in bytes.
const MAX_BEFORE: usize = 12;

/// A note has so many letters and digits: fewer are a label, or a way back.
const MIN_LETTERS: usize = 4;

/// Where notes begin, and what no note can hold.
pub(super) struct Bodies<'p> {
    page: &'p Document,
    /// For each node, how many notes begin before it.
    starts: Vec<u32>,
    /// For each node, how many headings and rules stand before it.
    breaks: Vec<u32>,
    /// The last reference of all.
    last_reference: NodeId,
    /// The numbers of ordered lists' items.
    ordinals: HashMap<NodeId, i32>,
}

impl<'p> Bodies<'p> {
    pub(super) fn new(page: &'p Document, targets: &HashSet<NodeId>, last_reference: NodeId) -> Bodies<'p> {
        let counted = |test: &dyn Fn(NodeId) -> bool| {
            let mut sum = 0;
            let mut sums = vec![0];
            for id in page.all() {
                sum += u32::from(test(id));
                sums.push(sum);
            }
            sums
        };
        let lists = page.subtree(page.body()).into_iter().filter(|&id| page.tag(id) == Tag::Ol);
        Bodies {
            page,
            starts: counted(&|id| targets.contains(&id)),
            breaks: counted(&|id| page.tag(id).heading_level().is_some() || page.tag(id) == Tag::Hr),
            last_reference,
            ordinals: lists.flat_map(|list| item_numbers(page, list)).collect(),
        }
    }

    /// The nodes that make up the note that begins at `target`.
    pub(super) fn of(&self, target: NodeId, reference: NodeId) -> Option<Vec<NodeId>> {
        let page = self.page;
        let body = if page.tag(target).is_block() {
            self.of_block(target, reference)
        } else {
            self.of_inline(target, reference)
        }?;
        let is_fit = body.iter().all(|&id| !page.is_within(reference, id));
        let has_words =
            body.iter().any(|&id| page.text(id).chars().filter(|c| c.is_alphanumeric()).count() >= MIN_LETTERS);
        (is_fit && has_words).then_some(body)
    }

    fn of_block(&self, block: NodeId, reference: NodeId) -> Option<Vec<NodeId>> {
        let page = self.page;
        match page.tag(block) {
            tag if tag.heading_level().is_some() => self.below_label(block),
            Tag::Dt => self.below_term(block),
            Tag::Td | Tag::Th | Tag::Tr => self.row(block),
            Tag::Table if self.starts_in(page.subtree(block)) == 1 && evidence::of(page, block) == Evidence::Notes => {
                Some(vec![block])
            }
            Tag::P
            | Tag::Div
            | Tag::Li
            | Tag::Dd
            | Tag::Aside
            | Tag::Blockquote
            | Tag::Section
            | Tag::Custom
            | Tag::Dialog
            | Tag::Details
            | Tag::Footer
            | Tag::Address
                if self.starts_in(page.subtree(block)) == 1 && self.breaks_in(page.subtree(block)) == 0 =>
            {
                if label::of(page.text(block)).is_some() {
                    return self.below_label(block);
                }
                Some(self.whole(block, reference))
            }
            _ => None,
        }
    }

    fn of_inline(&self, target: NodeId, reference: NodeId) -> Option<Vec<NodeId>> {
        let page = self.page;
        let block = block_around(page, target)?;
        let has_lines = page.tag(block) != Tag::Li && page.children(block).any(|id| page.tag(id) == Tag::Br);
        if has_lines || !self.begins(block, target) {
            return self.segment(block, target);
        }
        let is_plain = !matches!(page.tag(block), Tag::Body | Tag::Article | Tag::Main);
        let fits = is_plain && !page.subtree(block).contains(reference) && self.starts_in(page.subtree(block)) == 1;
        if fits && let Some(body) = self.of_block(block, reference) {
            return Some(body);
        }
        self.segment(block, target)
    }

    /// Whether nothing but a label or its brackets stands before the node in the block.
    fn begins(&self, block: NodeId, node: NodeId) -> bool {
        let before = self.page.text_of(NodeRange { first: block.plus(1), end: node.max(block.plus(1)) }).trim();
        before.len() <= MAX_BEFORE && (before.chars().all(|c| !c.is_alphanumeric()) || label::of(before).is_some())
    }

    /// The outermost element that holds the note and no other, and the blocks after it that continue the note.
    fn whole(&self, block: NodeId, reference: NodeId) -> Vec<NodeId> {
        let page = self.page;
        let mut whole = block;
        for around in page.ancestors(block) {
            let is_alone = self.starts_in(page.subtree(around)) == 1 && self.breaks_in(page.subtree(around)) == 0;
            let beside_others = || self.starts_in(page.subtree(page.parent(around))) > 1;
            let is_note = match page.tag(around) {
                Tag::Li | Tag::Dd | Tag::Aside => true,
                Tag::Div | Tag::Section => {
                    beside_others() || evidence::of(page, around) == Evidence::Notes && whole == block
                }
                _ => false,
            };
            if !is_note || !is_alone || !self.begins(around, block) || page.subtree(around).contains(reference) {
                break;
            }
            whole = around;
        }
        let mut body = vec![whole];
        if page.tag(whole) == Tag::P && self.last_reference < whole {
            body.extend(self.further(whole));
        }
        body
    }

    /// The blocks that continue a note, up to where the next begins. Where the last one ends is unknown, unless the
    /// element around holds notes and nothing else.
    fn further(&self, whole: NodeId) -> Vec<NodeId> {
        let page = self.page;
        let around = page.parent(whole);
        let mut more = Vec::new();
        let mut next = page.end(whole);
        while next < page.end(around) {
            if self.starts_in(page.subtree(next)) > 0 {
                return more;
            }
            if self.breaks_in(page.subtree(next)) > 0 || more.len() > MAX_MORE || !goes_on(page.tag(next)) {
                return Vec::new();
            }
            more.push(next);
            next = page.end(next);
        }
        if page.tag(around) != Tag::Body && evidence::of(page, around) >= Evidence::Perhaps { more } else { Vec::new() }
    }

    /// A line of its own for the label, and the blocks under it.
    fn below_label(&self, line: NodeId) -> Option<Vec<NodeId>> {
        let page = self.page;
        label::of(page.text(line))?;
        let around = page.parent(line);
        let mut body = vec![line];
        let mut next = page.end(line);
        while next < page.end(around)
            && self.starts_in(page.subtree(next)) == 0
            && self.breaks_in(page.subtree(next)) == 0
            && body.len() <= MAX_MORE
            && goes_on(page.tag(next))
        {
            body.push(next);
            next = page.end(next);
        }
        (body.len() > 1).then_some(body)
    }

    /// A term that is a label, and its definition.
    fn below_term(&self, term: NodeId) -> Option<Vec<NodeId>> {
        let page = self.page;
        label::of(page.text(term))?;
        let end = page.end(page.parent(term));
        let mut body = vec![term];
        let mut next = page.end(term);
        while next < end && page.tag(next) != Tag::Dt {
            body.push(next);
            next = page.end(next);
        }
        Some(body)
    }

    /// A row of label and note.
    fn row(&self, cell: NodeId) -> Option<Vec<NodeId>> {
        let page = self.page;
        let row = std::iter::once(cell).chain(page.ancestors(cell)).find(|&id| page.tag(id) == Tag::Tr)?;
        let cells: Vec<NodeId> = page.children(row).filter(|&id| !page.is_text(id)).collect();
        let is_note = cells.len() == 2
            && self.starts_in(page.subtree(row)) == 1
            && cells.first().is_some_and(|&first| label::of(page.text(first)).is_some());
        is_note.then(|| vec![row])
    }

    /// From one anchor to the next, within one element.
    fn segment(&self, block: NodeId, target: NodeId) -> Option<Vec<NodeId>> {
        let page = self.page;
        let start = std::iter::once(target).chain(page.ancestors(target)).find(|&id| page.parent(id) == block)?;
        if !(self.begins(block, start) || follows_break(page, start) || follows_block(page, block, start)) {
            return None;
        }
        let mut body = Vec::new();
        let mut next = start;
        let mut is_text = false;
        let mut first_pair = None;
        let mut is_after_break = false;
        while next < page.end(block) {
            if next != start && self.starts_in(page.subtree(next)) > 0 {
                first_pair = None;
                break;
            }
            let tag = page.tag(next);
            if tag.is_block() {
                // An anchor that stands between blocks names the next.
                if !is_text && goes_on(tag) && self.breaks_in(page.subtree(next)) == 0 {
                    body.push(next);
                }
                break;
            }
            let is_blank = page.is_blank_text(next);
            if tag == Tag::Br && is_after_break && first_pair.is_none() {
                first_pair = Some(body.len() + 1);
            }
            is_after_break = tag == Tag::Br || is_blank && is_after_break;
            is_text |= page.text(next).chars().any(char::is_alphanumeric) && label::of(page.text(next)).is_none();
            body.push(next);
            next = page.end(next);
        }
        // After the last, an empty line is all that can end it.
        body.truncate(first_pair.unwrap_or(body.len()));
        Some(body)
    }

    /// Whether the note begins with the label, or is the list's item of that number.
    pub(super) fn show(&self, body: &[NodeId], label: &str) -> bool {
        let page = self.page;
        let (Some(&first), Some(&last)) = (body.first(), body.last()) else { return false };
        let all = NodeRange { first, end: page.end(last) };
        if self.ordinals.get(&first).is_some_and(|ordinal| label::number(label) == Some(*ordinal)) {
            return true;
        }
        let text = page
            .text_of(all)
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '[' | '(' | '^' | '↑' | '{'));
        let rest = text
            .strip_prefix(label)
            .or_else(|| label::leading(text).filter(|l| l.0.text == label).and_then(|l| text.get(l.1..)));
        rest.is_some_and(|rest| {
            !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == ',') || first_leaf_is(page, all, label)
        })
    }

    /// How many notes begin in the range.
    fn starts_in(&self, range: NodeRange) -> u32 {
        in_range(&self.starts, range)
    }

    /// How many headings and rules are in the range.
    fn breaks_in(&self, range: NodeRange) -> u32 {
        in_range(&self.breaks, range)
    }

    /// Whether the nodes hold nothing that only a text of its own has.
    pub(super) fn is_unbroken(&self, nodes: &[NodeId]) -> bool {
        nodes.iter().skip(1).all(|&id| self.breaks_in(self.page.subtree(id)) == 0)
    }
}

fn in_range(sums: &[u32], range: NodeRange) -> u32 {
    let at = |id: NodeId| sums.get(id.index()).copied().unwrap_or(0);
    at(range.end).saturating_sub(at(range.first))
}

/// Whether an element of that name may go on with a note.
fn goes_on(tag: Tag) -> bool {
    matches!(tag, Tag::P | Tag::Ul | Tag::Ol | Tag::Dl | Tag::Blockquote | Tag::Pre | Tag::Div | Tag::Table | Tag::Text)
        || !tag.is_block()
}

/// Whether a block of the same element ends right before the node.
fn follows_block(page: &Document, block: NodeId, node: NodeId) -> bool {
    let before = page.before(node).take_while(|&id| id > block).find(|&id| !page.is_blank_text(id));
    before.is_some_and(|id| page.tag(id).is_block() || block_around(page, id) != Some(block))
}

/// Whether the first text is the label, whatever follows it.
fn first_leaf_is(page: &Document, range: NodeRange, label: &str) -> bool {
    let first = range.into_iter().find(|&id| page.is_text(id) && !page.is_blank_text(id));
    first.and_then(|first| label::of(page.text(first))).is_some_and(|first| first.text == label)
}

/// The items of an ordered list, with their numbers.
pub(crate) fn item_numbers<E: Elements>(page: &E, list: E::Id) -> Vec<(E::Id, i32)> {
    let number = |id: E::Id, name: Attr| page.attr(id, name).and_then(|value| value.trim().parse::<i32>().ok());
    let mut next = number(list, Attr::Start).unwrap_or(1);
    let mut items = Vec::new();
    for item in page.children(list).filter(|&id| page.tag(id) == Tag::Li) {
        let own = number(item, Attr::Value).unwrap_or(next);
        items.push((item, own));
        next = own.saturating_add(1);
    }
    items
}
