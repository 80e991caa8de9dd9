//! The lines of a text: what becomes a paragraph, a heading or an item. A line is an element, or a part of one between
//! blocks or double line breaks.

use std::collections::HashSet;

use super::MAX_LINE_WORDS;
use crate::address::Address;
use crate::blocks::callouts::{is_documentation, kind_of};
use crate::blocks::{Signal, is_layout_table};
use crate::dom::{Attr, Elements, NodeId, Tag, fold_spaces};
use crate::media::captions::captioned;
use crate::select::content::Content;
use crate::select::decisions::Decisions;
use crate::select::input::SelectInput;
use crate::select::notes::NoteRanges;
use crate::words::Count;

/// A line of more words than this is prose, unless half of them are links: headings, captions and teasers are shorter.
const MIN_PROSE_WORDS: u32 = 20;

/// Fewer letters in capitals are an abbreviation.
const MIN_CAPITALS: u32 = 12;

/// The last part of a story's address has so many hyphens, since it is made of the story's title, ...
const MIN_SLUG_HYPHENS: usize = 3;

/// ... or so many digits: a year and shorter numbers stand in the addresses of sections too.
const MIN_STORY_DIGITS: usize = 5;

/// A line.
pub(super) struct Line {
    /// What it is made of.
    pub(super) nodes: Vec<NodeId>,
    pub(super) is_heading: bool,
    /// The list that it is an item of.
    pub(super) list: Option<NodeId>,
    /// Its text in lower case, spaces folded, without signs at its start; empty where it has more than
    /// [`MAX_LINE_WORDS`].
    pub(super) text: String,
    pub(super) ends_in_colon: bool,
    pub(super) count: Count,
    pub(super) linked_words: u32,
    /// Whether it has links, and all lead to other pages of the site.
    pub(super) leads_away: bool,
    /// Whether it has a link to what looks like a story, by the last part of its address.
    pub(super) leads_to_story: bool,
    /// How much of the text's words come before it, 0 to 1.
    pub(super) place: f32,
}

impl Line {
    pub(super) fn is_prose(&self) -> bool {
        self.count.words >= MIN_PROSE_WORDS && 2 * self.linked_words < self.count.words
    }

    /// Whether it is nothing but a link, or hardly more.
    pub(super) fn is_link(&self) -> bool {
        self.count.words > 0 && 5 * self.linked_words >= 4 * self.count.words
    }

    pub(super) fn is_in_capitals(&self) -> bool {
        self.count.letters >= MIN_CAPITALS && 5 * self.count.capitals >= 4 * (self.count.letters - self.count.digits)
    }
}

/// All lines outside tables, quotes, code, figures, notes and the like, in order.
pub(super) fn lines(input: &SelectInput<'_>, decisions: &Decisions) -> Vec<Line> {
    let content = decisions.content(input.page);
    let notes = NoteRanges::of(input, decisions);
    let mut apart = data_tables(input, content);
    apart.extend(captioned_pictures(input, content));
    apart.extend(callouts(input, content));
    let mut reader = LineReader { input, content, notes, apart, lines: Vec::new(), words: 0, words_of_notes: 0 };
    let mut next = vec![Part::Element(input.page.body())];
    while let Some(part) = next.pop() {
        match part {
            Part::Run(nodes) => reader.read(nodes, false, None),
            Part::Element(id) => {
                let mut parts = reader.open(id);
                parts.reverse();
                next.append(&mut parts);
            }
        }
    }
    let words = reader.words + reader.words_of_notes;
    for line in &mut reader.lines {
        line.place /= words.max(1) as f32;
    }
    reader.lines
}

fn data_tables(input: &SelectInput<'_>, content: Content<'_>) -> HashSet<NodeId> {
    let mut tables: Vec<NodeId> =
        content.descendants(input.page.body()).filter(|&id| content.tag(id) == Tag::Table).collect();
    // Inner ones first: what they are decides of the outer ones.
    tables.reverse();
    let mut of_data = HashSet::new();
    for table in tables {
        if !is_layout_table(&content, table, |id| of_data.contains(&id)) {
            of_data.insert(table);
        }
    }
    of_data
}

fn captioned_pictures<'a>(input: &'a SelectInput<'_>, content: Content<'a>) -> impl Iterator<Item = NodeId> + 'a {
    let signals = &input.blocks.signals;
    let captioned = move |id: NodeId| captioned(&content, id, signals[id].own.has(Signal::Caption));
    content.descendants(input.page.body()).filter_map(captioned)
}

fn callouts<'a>(input: &'a SelectInput<'_>, content: Content<'a>) -> impl Iterator<Item = NodeId> + 'a {
    let all = || content.descendants(input.page.body());
    let in_documentation = is_documentation(all().map(|id| content.tag(id)));
    all().filter(move |&id| kind_of(&content, id, in_documentation).is_some())
}

/// A part of an element: a block, or what stands between blocks.
enum Part {
    Element(NodeId),
    Run(Vec<NodeId>),
}

struct LineReader<'a> {
    input: &'a SelectInput<'a>,
    content: Content<'a>,
    notes: NoteRanges,
    /// Tables of data, pictures with their captions, and callouts.
    apart: HashSet<NodeId>,
    lines: Vec<Line>,
    /// The words before what is read next.
    words: u32,
    /// Notes are set below the text in the end.
    words_of_notes: u32,
}

impl LineReader<'_> {
    /// Reads the element where it is a line, or counts its words where it holds none. Otherwise these are its parts.
    fn open(&mut self, id: NodeId) -> Vec<Part> {
        let content = self.content;
        let tag = content.tag(id);
        if self.notes.contain(id) {
            self.words_of_notes += Count::of(&content.text(id)).words;
        } else if self.is_set_apart(id) {
            self.words += Count::of(&content.text(id)).words;
        } else if tag.heading_level().is_some() && !is_unclosed(content, id) {
            self.read(vec![id], true, None);
        } else if tag == Tag::Li && self.is_line(self.only_part(id)) {
            self.read(vec![id], false, Some(content.parent(id)));
        } else if tag == Tag::P && self.is_line(id) {
            self.read(vec![id], false, None);
        } else if is_list(tag) || tag == Tag::Li && has_lists_below(content, id) && !has_double_break(content, id) {
            return content.children(id).filter(|&id| is_block(content, id)).map(Part::Element).collect();
        } else {
            return parts(content, id);
        }
        Vec::new()
    }

    fn is_line(&self, id: NodeId) -> bool {
        !self.content.children(id).any(|child| is_block(self.content, child)) && !has_double_break(self.content, id)
    }

    /// What of an item holds all of it: the item itself, or a paragraph or the like in it.
    fn only_part(&self, item: NodeId) -> NodeId {
        let content = self.content;
        let mut part = item;
        loop {
            let mut children = content.children(part).filter(|&id| !content.is_blank_text(id));
            match (children.next(), children.next()) {
                (Some(only), None) if is_block(content, only) && self.may_be_paragraph(only) => part = only,
                _ => return part,
            }
        }
    }

    fn may_be_paragraph(&self, id: NodeId) -> bool {
        let tag = self.content.tag(id);
        tag.heading_level().is_none() && tag != Tag::Li && !is_list(tag) && !self.is_set_apart(id)
    }

    /// Whether what is in the element is part of something else than the running text.
    fn is_set_apart(&self, id: NodeId) -> bool {
        use Tag::*;
        let tag = self.content.tag(id);
        matches!(tag, Blockquote | Pre | Figure | Dl)
            || tag == Details && self.content.children(id).any(|child| self.content.tag(child) == Summary)
            || tag.is_player()
            || self.input.blocks.enclosing(id).code_box == Some(id)
            || self.apart.contains(&id)
    }

    fn read(&mut self, nodes: Vec<NodeId>, is_heading: bool, list: Option<NodeId>) {
        let (content, address) = (self.content, self.input.address);
        let (page, blocks) = (self.input.page, self.input.blocks);
        let (mut text, mut linked) = (String::new(), String::new());
        let (mut links, mut away, mut stories) = (0, 0, 0);
        let mut link_end = NodeId::ROOT;
        // Blocks stand apart, and style sheets set links apart from elements beside them, but not from text.
        let mut last_text = NodeId::ROOT;
        let is_beside_text = |link: NodeId, text: NodeId| content.parent(link) == content.parent(text);
        for id in nodes.iter().flat_map(|&id| std::iter::once(id).chain(content.descendants(id))) {
            match content.tag(id) {
                Tag::Text if self.notes.contain(id) => self.words_of_notes += Count::of(page.text(id)).words,
                Tag::Text => {
                    if blocks.block_of(id) != blocks.block_of(last_text) {
                        text.push(' ');
                        linked.push(' ');
                    }
                    text.push_str(page.text(id));
                    if id < link_end {
                        linked.push_str(page.text(id));
                    }
                    last_text = id;
                }
                Tag::Br => text.push(' '),
                tag => {
                    let target = || content.attr(id, Attr::Href).and_then(|href| address.link(href));
                    if let Some(target) = (tag == Tag::A).then(target).flatten() {
                        links += 1;
                        linked.push(' ');
                        away += usize::from(is_of_site(&target, address));
                        stories += usize::from(is_story(&target));
                        link_end = page.end(id);
                        if !is_beside_text(id, last_text) {
                            text.push(' ');
                        }
                    } else if id == link_end {
                        text.push(' ');
                    }
                }
            }
        }
        let count = Count::of(&text);
        let folded = if count.words <= MAX_LINE_WORDS { fold_spaces(&text).to_lowercase() } else { String::new() };
        self.lines.push(Line {
            nodes,
            is_heading,
            list,
            text: folded.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©').to_string(),
            ends_in_colon: text.trim_end().ends_with([':', '：']),
            count,
            linked_words: Count::of(&linked).words,
            leads_away: links > 0 && away == links,
            leads_to_story: stories > 0,
            place: self.words as f32,
        });
        self.words += count.words;
    }
}

/// The blocks in an element, and what stands between them or between double line breaks.
fn parts(content: Content<'_>, id: NodeId) -> Vec<Part> {
    let children: Vec<NodeId> = content.children(id).collect();
    let mut parts = Vec::new();
    let mut run = Vec::new();
    for (at, &child) in children.iter().enumerate() {
        if is_block(content, child) || is_wrapper(content, child) {
            parts.extend(trimmed(content, std::mem::take(&mut run)));
            parts.push(Part::Element(child));
        } else if is_double_break(content, children.get(at..).unwrap_or_default().iter().copied()) {
            parts.extend(trimmed(content, std::mem::take(&mut run)));
        } else {
            run.push(child);
        }
    }
    parts.extend(trimmed(content, run));
    parts
}

/// The run without line breaks and spaces around it. A picture by itself is no line.
fn trimmed(content: Content<'_>, mut run: Vec<NodeId>) -> Option<Part> {
    let is_edge = |&id: &NodeId| content.tag(id) == Tag::Br || content.is_blank_text(id);
    while run.last().is_some_and(is_edge) {
        run.pop();
    }
    let run: Vec<NodeId> = run.into_iter().skip_while(is_edge).collect();
    let is_picture = |id: NodeId| matches!(content.tag(id), Tag::Img | Tag::AmpImg | Tag::Picture | Tag::Math);
    match run.as_slice() {
        [] => None,
        [only] if is_picture(*only) => None,
        _ => Some(Part::Run(run)),
    }
}

fn is_block(content: Content<'_>, id: NodeId) -> bool {
    let tag = content.tag(id);
    tag.is_block() || tag.is_player() || tag == Tag::Math && content.attr(id, Attr::Display) == Some("block")
}

/// Whether the element only styles or groups, and has blocks in it.
fn is_wrapper(content: Content<'_>, id: NodeId) -> bool {
    use Tag::*;
    matches!(content.tag(id), Span | Font | Label | Button | Nobr | Data | Output | Slot | Big | Other)
        && content.descendants(id).any(|id| is_block(content, id))
}

fn is_list(tag: Tag) -> bool {
    matches!(tag, Tag::Ul | Tag::Ol | Tag::Menu)
}

/// Whether an item is a line of its own with lists below.
fn has_lists_below(content: Content<'_>, item: NodeId) -> bool {
    let mut parts = content.children(item).filter(|&id| !content.is_blank_text(id)).peekable();
    parts.peek().is_some_and(|&id| !is_block(content, id))
        && parts.skip_while(|&id| !is_block(content, id)).all(|id| is_list(content.tag(id)))
}

/// Whether a heading was never closed, so that the text that follows is in it.
fn is_unclosed(content: Content<'_>, heading: NodeId) -> bool {
    const TEXTS: [Tag; 7] = [Tag::P, Tag::Ul, Tag::Ol, Tag::Dl, Tag::Table, Tag::Pre, Tag::Blockquote];
    let parts = content.children(heading).filter(|&id| !content.is_blank_text(id));
    parts.skip(1).any(|id| TEXTS.contains(&content.tag(id)))
}

fn has_double_break(content: Content<'_>, id: NodeId) -> bool {
    let mut children = content.children(id).filter(|&id| !content.is_blank_text(id)).peekable();
    while let Some(child) = children.next() {
        if content.tag(child) == Tag::Br && children.peek().is_some_and(|&next| content.tag(next) == Tag::Br) {
            return true;
        }
    }
    false
}

/// Whether the nodes begin with two line breaks, with nothing but spaces between.
fn is_double_break(content: Content<'_>, nodes: impl Iterator<Item = NodeId>) -> bool {
    let mut tags = nodes.filter(|&id| !content.is_blank_text(id)).map(|id| content.tag(id));
    tags.next() == Some(Tag::Br) && tags.next() == Some(Tag::Br)
}

/// Whether the address is of another page of the same site.
fn is_of_site(target: &str, address: &Address) -> bool {
    let Some(page) = address.page() else { return !target.starts_with('#') && !target.contains("://") };
    page.join(target).is_ok_and(|target| target.domain() == page.domain() && target.path() != page.path())
}

/// Whether the last part of the address is a slug of four words or more, or has a long number in it.
fn is_story(target: &str) -> bool {
    let path = target.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or_default();
    let digits = last.bytes().filter(u8::is_ascii_digit).count();
    target.contains('/') && (last.matches(['-', '_']).count() >= MIN_SLUG_HYPHENS || digits >= MIN_STORY_DIGITS)
}
