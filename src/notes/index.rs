//! What on the page may be a reference: short labels, and what they lead to.

use std::collections::HashMap;

use super::evidence::{self, Evidence};
use super::label::{self, RefLabel};
use crate::address::Address;
use crate::address::percent_decoded;
use crate::dom::{Attr, Document, InlineStyle, NodeId, NodeRange, Tag};

/// A reference has at most so many nodes: what is set in one is a few letters.
const MAX_NODES: usize = 12;

/// How far above a label in its line what raises it is.
const MAX_LEVELS: usize = 6;

/// The longest text of an element that is a reference by its name only, in bytes.
const MAX_NAMED: usize = 20;

/// The most bytes of signs and labels that stand before a label in its line, and the most letters of each.
const MAX_LEADING: usize = 80;
const MAX_LEADING_WORD: usize = 2;

/// A label in the text.
#[derive(Debug)]
pub(super) struct NoteRef {
    /// The outermost element that shows nothing else.
    pub(super) outer: NodeId,
    pub(super) label: String,
    /// What it leads to, if that is there.
    pub(super) target: Option<NodeId>,
    /// The fragment it leads to.
    pub(super) fragment: Option<String>,
    /// Whether it is set as a reference is: raised, or in square brackets.
    pub(super) is_raised: bool,
    /// How clearly its names mark it.
    pub(super) evidence: Evidence,
    /// Whether nothing but labels stands before it in its line.
    pub(super) is_leading: bool,
    /// Whether square brackets stand right beside it.
    pub(super) is_between_brackets: bool,
}

/// All that is known of the page's labels and links within it.
pub(super) struct NoteRefIndex<'p> {
    pub(super) page: &'p Document,
    /// In document order.
    pub(super) marks: Vec<NoteRef>,
    /// Links within the page in document order: the link, and where it leads, if that is there.
    pub(super) links: Vec<(NodeId, Option<NodeId>)>,
    ids: HashMap<&'p str, NodeId>,
    /// The page's own addresses, without fragments.
    own: Vec<String>,
    address: &'p Address,
}

impl<'p> NoteRefIndex<'p> {
    pub(super) fn of(page: &'p Document, address: &'p Address, canonical: Option<&str>) -> NoteRefIndex<'p> {
        let own = address.page().map(|url| url.as_str()).into_iter().chain(canonical);
        let own = own.map(|url| without_fragment(url).to_string()).collect();
        let mut index = NoteRefIndex { page, marks: Vec::new(), links: Vec::new(), ids: HashMap::new(), own, address };
        for id in page.subtree(page.body()).into_iter().filter(|&id| !page.is_text(id)) {
            let name = page.attr(id, Attr::Name).filter(|_| page.tag(id) == Tag::A);
            // The box that a sidenote's label ticks often has the id of the note itself.
            for name in page.attr(id, Attr::Id).into_iter().chain(name).filter(|_| page.tag(id) != Tag::Input) {
                index.ids.entry(name.trim()).or_insert(id);
            }
        }
        let mut covered = NodeId::ROOT;
        for id in page.subtree(page.body()) {
            if let Some(link) = index.link(id) {
                index.links.push((id, link.1));
                if id >= covered && index.add(id, Some(link)) {
                    covered = page.end(id);
                }
            } else if id >= covered && index.is_bare(id) && index.add(id, None) {
                covered = page.end(id);
            }
        }
        index
    }

    /// The element with that id.
    pub(super) fn by_id(&self, name: &str) -> Option<NodeId> {
        self.ids.get(name).or_else(|| self.ids.get(&*percent_decoded(name))).copied()
    }

    /// The links within the page that lie in the range.
    pub(super) fn links_in(&self, range: NodeRange) -> &[(NodeId, Option<NodeId>)] {
        let from = self.links.partition_point(|link| link.0 < range.first);
        let to = self.links.partition_point(|link| link.0 < range.end);
        self.links.get(from..to).unwrap_or_default()
    }

    /// The marks that lie in the range.
    pub(super) fn marks_in(&self, range: NodeRange) -> &[NoteRef] {
        let from = self.marks.partition_point(|mark| mark.outer < range.first);
        let to = self.marks.partition_point(|mark| mark.outer < range.end);
        self.marks.get(from..to).unwrap_or_default()
    }

    /// The mark that the node lies in.
    pub(super) fn marks_around(&self, id: NodeId) -> Option<&NoteRef> {
        let after = self.marks.partition_point(|mark| mark.outer <= id);
        self.marks.get(after.checked_sub(1)?).filter(|mark| self.page.subtree(mark.outer).contains(id))
    }

    /// What the element leads to within the page: the fragment, and the element there.
    fn link(&self, id: NodeId) -> Option<(&'p str, Option<NodeId>)> {
        let page = self.page;
        if page.is_text(id) {
            return None;
        }
        if page.tag(id) == Tag::A
            && let Some(fragment) = page.attr(id, Attr::Href).and_then(|href| self.fragment(href))
            && !fragment.is_empty()
        {
            return Some((fragment, self.by_id(fragment)));
        }
        page.attributes(id).find_map(|(name, value)| {
            let points = match name {
                Attr::DataDefinition | Attr::Popovertarget | Attr::AriaDetails | Attr::AriaDescribedby => true,
                Attr::For => page.tag(id) == Tag::Label,
                _ => false,
            };
            let value = value.trim().trim_start_matches('#');
            points.then(|| self.by_id(value)).flatten().map(|target| (value, Some(target)))
        })
    }

    /// The fragment of a link within the page.
    fn fragment<'h>(&self, href: &'h str) -> Option<&'h str> {
        let href = href.trim();
        let (address, fragment) = href.split_once('#')?;
        let is_own = || {
            let full = self.address.link(address).unwrap_or_default();
            self.own.iter().any(|own| own == without_fragment(&full))
        };
        (address.is_empty() || is_own()).then_some(fragment)
    }

    /// Whether the element may be a reference that leads nowhere by itself: a raised label, or one named so.
    fn is_bare(&self, id: NodeId) -> bool {
        let page = self.page;
        let is_named = || page.text(id).len() <= MAX_NAMED && evidence::of(page, id) == Evidence::Notes;
        match page.tag(id) {
            Tag::Sup => {}
            Tag::A | Tag::Span | Tag::Button if is_named() => {}
            _ => return false,
        }
        // A link to elsewhere stays one, and what leads to a note is found by itself.
        let inside = start_of(page, id);
        inside.into_iter().all(|id| page.tag(id) != Tag::A || self.leads_nowhere(id))
            && inside.into_iter().all(|id| self.link(id).is_none_or(|(_, target)| target.is_none()))
    }

    fn leads_nowhere(&self, link: NodeId) -> bool {
        let href = self.page.attr(link, Attr::Href).unwrap_or_default().trim();
        href.is_empty()
            || href.starts_with('#')
            || href.get(..11).is_some_and(|s| s.eq_ignore_ascii_case("javascript:"))
    }

    /// Adds what is a label.
    fn add(&mut self, id: NodeId, link: Option<(&'p str, Option<NodeId>)>) -> bool {
        let page = self.page;
        let Some(label) = label::of(page.text(id)) else { return false };
        // In code and formulas nothing can lead anywhere.
        let is_literal = || page.ancestors(id).any(|id| matches!(page.tag(id), Tag::Pre | Tag::Math));
        if page.tag(id).is_block() || evidence::lead_back(page, id) || is_literal() {
            return false;
        }
        let outer = outermost(page, id, &label);
        let is_between_brackets = is_between_brackets(page, outer);
        let names = page.ancestors(id).take_while(|&around| around >= outer).chain([id]).chain([page.parent(outer)]);
        let named = names.filter(|&id| !page.tag(id).is_block()).map(|id| evidence::of(page, id)).max();
        // What points to something without being a link explains itself by it.
        let is_pointer = link.is_some() && page.tag(id) != Tag::A;
        let fragment = link.map(|(fragment, _)| fragment.to_string());
        self.marks.push(NoteRef {
            outer,
            target: link.and_then(|(_, target)| target),
            is_raised: is_pointer || label.is_set_apart || is_among_brackets(page, outer) || is_raised(page, id, outer),
            evidence: if is_pointer {
                Evidence::Notes
            } else {
                named.max(fragment.as_deref().map(evidence::of_name)).unwrap_or(Evidence::Nothing)
            },
            is_leading: is_leading(page, outer),
            label: label.text,
            fragment,
            is_between_brackets,
        });
        true
    }
}

/// The first nodes of an element, as many as a reference may have.
pub(super) fn start_of(page: &Document, id: NodeId) -> NodeRange {
    NodeRange { first: id, end: page.end(id).min(id.plus(MAX_NODES)) }
}

fn without_fragment(url: &str) -> &str {
    url.split_once('#').map_or(url, |(address, _)| address).trim_end_matches('/')
}

/// The outermost inline element that shows nothing but the label.
fn outermost(page: &Document, id: NodeId, label: &RefLabel) -> NodeId {
    let shows_only_it = |&around: &NodeId| {
        !page.tag(around).is_block() && label::of(page.text(around)).is_some_and(|other| other.text == label.text)
    };
    page.ancestors(id).take_while(shows_only_it).last().unwrap_or(id)
}

fn is_raised(page: &Document, id: NodeId, outer: NodeId) -> bool {
    let is_sup = |id: NodeId| {
        page.tag(id) == Tag::Sup
            || page.style(id).has(InlineStyle::RAISED)
            || page
                .attr(id, Attr::Class)
                .is_some_and(|class| class.split([' ', '-', '_']).any(|c| c.starts_with("sup")))
    };
    let around = page.ancestors(id).take_while(|&id| !page.tag(id).is_block()).take(MAX_LEVELS);
    around.chain(start_of(page, outer)).any(is_sup)
}

fn is_between_brackets(page: &Document, outer: NodeId) -> bool {
    let before = text_at(page, before(page, outer)).trim_end();
    let after = text_at(page, Some(page.end(outer))).trim_start();
    before.ends_with('[') && after.starts_with(']')
}

/// Whether the label is one of several between square brackets: `[1, 2]`.
fn is_among_brackets(page: &Document, outer: NodeId) -> bool {
    let before = text_at(page, before(page, outer)).trim();
    let after = text_at(page, Some(page.end(outer))).trim();
    let parts = |text: &str| matches!(text, "," | ";") || label::is_dash(text);
    (before.ends_with('[') || parts(before)) && (after.starts_with(']') || parts(after))
}

/// The text right before the element.
pub(crate) fn before(page: &Document, id: NodeId) -> Option<NodeId> {
    page.before(id).next().filter(|&before| page.is_text(before))
}

fn text_at(page: &Document, id: Option<NodeId>) -> &str {
    id.filter(|&id| id < page.end(NodeId::ROOT) && page.is_text(id)).map_or("", |id| page.text(id))
}

/// Whether what stands before a node in its line are only other labels, signs and short words as "Note".
pub(super) fn is_leading(page: &Document, id: NodeId) -> bool {
    if follows_break(page, id) {
        return true;
    }
    let Some(block) = block_around(page, id) else { return false };
    let before = page.text_of(NodeRange { first: block.plus(1), end: id }).trim();
    let is_short = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).count() <= MAX_LEADING_WORD;
    before.len() <= MAX_LEADING && before.split_whitespace().all(is_short)
}

/// Whether a line break is what stands before the node.
pub(super) fn follows_break(page: &Document, id: NodeId) -> bool {
    page.before(id).find(|&before| !page.is_blank_text(before)).is_some_and(|before| page.tag(before) == Tag::Br)
}

/// The closest block-level element around.
pub(super) fn block_around(page: &Document, id: NodeId) -> Option<NodeId> {
    page.ancestors(id).find(|&id| page.tag(id).is_block())
}
