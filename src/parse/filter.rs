//! Keeps html5ever's stack of open elements short.
//!
//! html5ever looks through that stack for most tags, so its cost grows with the product of tags and depth
//! (servo/html5ever#788). Between tokenizer and tree builder, start tags past the depth limit are left out, with
//! their end tags: what they hold lands in the element at the limit, as in browsers.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use html5ever::interface::Tracer;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;
use html5ever::{LocalName, local_name};

use super::raw_text::RawText;
use super::sink::{Handle, LimitedSink, ParsedTree};
use crate::error::{Error, ErrorKind};
use crate::options::Limits;

/// How many start tags pass between two exact counts of the open elements.
const RECOUNT: usize = 64;

pub(super) struct DepthFilter {
    builder: TreeBuilder<Handle, LimitedSink>,
    limits: Limits,
    /// At least the number of open elements, unless one tag reopened many: hence the regular recounts.
    open: Cell<usize>,
    until_recount: Cell<usize>,
    /// Whether nothing was handed on since the last count: tags left out one after another need no count each.
    is_exact: Cell<bool>,
    /// For each name, the start tags left out whose end tag is still to come.
    pending_ends: RefCell<HashMap<LocalName, usize>>,
    left_out: Cell<usize>,
    in_noscript: Cell<bool>,
    interrupt: Cell<Option<Interrupt>>,
}

/// Why the page is not simply read on.
#[derive(Debug, Clone, Copy)]
pub(super) enum Interrupt {
    /// A script or style sheet begins.
    RawText(RawText),
    /// The page has too much of something.
    Limit(Limit),
}

/// What a page may have too much of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Limit {
    Nodes,
    Flattened,
    Attributes,
}

impl DepthFilter {
    pub(super) fn new(builder: TreeBuilder<Handle, LimitedSink>, limits: Limits) -> Self {
        DepthFilter {
            builder,
            limits,
            open: Cell::new(0),
            until_recount: Cell::new(RECOUNT),
            is_exact: Cell::new(false),
            pending_ends: RefCell::default(),
            left_out: Cell::new(0),
            in_noscript: Cell::new(false),
            interrupt: Cell::new(None),
        }
    }

    /// Whether something has happened since that was last asked.
    #[inline]
    pub(super) fn is_interrupted(&self) -> bool {
        self.interrupt.get().is_some()
    }

    /// What has happened since this was last asked. The page is to be read no further than to a limit.
    pub(super) fn take_interrupt(&self) -> Option<Interrupt> {
        self.interrupt.take()
    }

    /// What to tell of a page that goes beyond the limit.
    pub(super) fn error(&self, limit: Limit) -> Error {
        let Limits { nodes, depth, flattened, attributes, .. } = self.limits;
        let (kind, message) = match limit {
            Limit::Nodes => {
                (ErrorKind::TooLarge, format!("the page has over {nodes} nodes, the limit: try a part of it"))
            }
            Limit::Flattened => {
                (ErrorKind::TooDeep, format!("over {flattened} elements of the page are nested deeper than {depth}"))
            }
            Limit::Attributes => {
                (ErrorKind::TooLarge, format!("a tag has over {attributes} attributes: try a part of the page"))
            }
        };
        Error::new(kind, message)
    }

    /// Takes note of how many attributes the tag being read has.
    pub(super) fn note_attributes(&self, count: usize) {
        if count > self.limits.attributes {
            self.interrupt.set(Some(Interrupt::Limit(Limit::Attributes)));
        }
    }

    /// Takes the text of a script that was skipped.
    pub(super) fn text_of_script(&self, text: StrTendril) {
        let _ = self.process_token(Token::CharacterTokens(text), 0);
    }

    pub(super) fn into_tree(self) -> ParsedTree {
        self.builder.sink.into_tree()
    }

    /// Whether the tag is to be left out.
    fn leaves_out(&self, tag: &Tag) -> bool {
        match tag.kind {
            TagKind::StartTag if !nests(&tag.name) => false,
            TagKind::StartTag => {
                self.until_recount.set(self.until_recount.get().saturating_sub(1));
                let may_be_out = self.open.get() + 1 >= self.limits.depth && !self.is_exact.get();
                if may_be_out || self.until_recount.get() == 0 {
                    self.recount();
                }
                let out = self.open.get() >= self.limits.depth;
                if !out {
                    self.open.set(self.open.get() + 1);
                } else {
                    self.left_out.set(self.left_out.get() + 1);
                    if self.left_out.get() > self.limits.flattened {
                        self.interrupt.set(Some(Interrupt::Limit(Limit::Flattened)));
                    }
                    *self.pending_ends.borrow_mut().entry(tag.name.clone()).or_default() += 1;
                }
                out
            }
            TagKind::EndTag => {
                if let Some(pending) = self.pending_ends.borrow_mut().get_mut(&tag.name)
                    && *pending > 0
                {
                    *pending -= 1;
                    return true;
                }
                self.open.set(self.open.get().saturating_sub(1));
                false
            }
        }
    }

    /// Whether the tag is an `<iframe/>` in `noscript`. Browsers read `noscript` as text and no more, so nobody notices
    /// that the frame has no end there.
    fn is_endless(&self, tag: &Tag) -> bool {
        if tag.name == local_name!("noscript") {
            self.in_noscript.set(tag.kind == TagKind::StartTag);
        }
        tag.name == local_name!("iframe") && tag.self_closing && self.in_noscript.get()
    }

    /// Counts what the tree builder holds: open elements, and the formatting elements it would reopen.
    fn recount(&self) {
        let counter = Counter(Cell::new(0));
        self.builder.trace_handles(&counter);
        self.open.set(counter.0.get());
        self.until_recount.set(RECOUNT);
        self.is_exact.set(true);
    }
}

/// Whether a start tag can open a level. Void and raw text elements cannot, and leaving out a raw text
/// element's start tag would turn its text into markup.
fn nests(name: &LocalName) -> bool {
    !matches!(
        *name,
        local_name!("area")
            | local_name!("base")
            | local_name!("br")
            | local_name!("col")
            | local_name!("embed")
            | local_name!("hr")
            | local_name!("iframe")
            | local_name!("img")
            | local_name!("input")
            | local_name!("link")
            | local_name!("meta")
            | local_name!("noembed")
            | local_name!("noframes")
            | local_name!("param")
            | local_name!("plaintext")
            | local_name!("script")
            | local_name!("source")
            | local_name!("style")
            | local_name!("textarea")
            | local_name!("title")
            | local_name!("track")
            | local_name!("wbr")
            | local_name!("xmp")
    )
}

struct Counter(Cell<usize>);

impl Tracer for Counter {
    type Handle = Handle;

    fn trace_handle(&self, _: &Handle) {
        self.0.set(self.0.get() + 1);
    }
}

impl TokenSink for DepthFilter {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        if self.builder.sink.is_full() {
            self.interrupt.set(Some(Interrupt::Limit(Limit::Nodes)));
            return TokenSinkResult::Continue;
        }
        if let Token::TagToken(tag) = &token {
            if self.leaves_out(tag) {
                return TokenSinkResult::Continue;
            }
            self.is_exact.set(false);
        }
        match &token {
            Token::TagToken(tag) if self.is_endless(tag) => {
                let end = Tag { kind: TagKind::EndTag, attrs: Vec::new(), self_closing: false, ..tag.clone() };
                // After the frame's start the builder asks for raw text; it has ended before there is any.
                let _ = self.builder.process_token(token, line);
                self.builder.process_token(Token::TagToken(end), line)
            }
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let raw_text = RawText::of(tag);
                match (self.builder.process_token(token, line), raw_text) {
                    // The tokenizer goes on as after any tag.
                    (TokenSinkResult::RawData(_), Some(raw_text)) => {
                        self.interrupt.set(Some(Interrupt::RawText(raw_text)));
                        TokenSinkResult::Continue
                    }
                    (result, _) => result,
                }
            }
            _ => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
