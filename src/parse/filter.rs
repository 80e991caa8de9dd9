//! Keeps html5ever's stack of open elements short.
//!
//! html5ever looks through that stack for most tags, so its cost grows with the product of tags and depth
//! (servo/html5ever#788). Between tokenizer and tree builder, start tags past the depth limit are left out, with
//! their end tags: what they hold lands in the element at the limit, as in browsers.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use html5ever::interface::Tracer;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;
use html5ever::{LocalName, local_name};
use markup5ever_rcdom::{Handle, RcDom};

use super::sink::LimitedSink;

/// How many start tags pass between two exact counts of the open elements.
const RECOUNT: usize = 64;

pub(super) struct DepthFilter {
    builder: TreeBuilder<Handle, LimitedSink>,
    limit: usize,
    /// At least the number of open elements, unless one tag reopened many: hence the regular recounts.
    open: Cell<usize>,
    until_recount: Cell<usize>,
    /// For each name, the start tags left out whose end tag is still to come.
    pending_ends: RefCell<HashMap<LocalName, usize>>,
    left_out: Cell<usize>,
    in_noscript: Cell<bool>,
    /// Whether the tokenizer has given anything back lately.
    heard: Cell<bool>,
}

impl DepthFilter {
    pub(super) fn new(builder: TreeBuilder<Handle, LimitedSink>, limit: usize) -> Self {
        DepthFilter {
            builder,
            limit,
            open: Cell::new(0),
            until_recount: Cell::new(RECOUNT),
            pending_ends: RefCell::default(),
            left_out: Cell::new(0),
            in_noscript: Cell::new(false),
            heard: Cell::new(false),
        }
    }

    pub(super) fn nodes(&self) -> usize {
        self.builder.sink.nodes()
    }

    /// The number of start tags left out.
    pub(super) fn left_out(&self) -> usize {
        self.left_out.get()
    }

    /// Whether the tokenizer has given anything back since this was last asked.
    pub(super) fn take_heard(&self) -> bool {
        self.heard.take()
    }

    pub(super) fn into_tree(self) -> RcDom {
        self.builder.sink.into_tree()
    }

    /// Whether the tag is to be left out.
    fn leaves_out(&self, tag: &Tag) -> bool {
        match tag.kind {
            TagKind::StartTag if !nests(&tag.name) => false,
            TagKind::StartTag => {
                self.open.set(self.open.get() + 1);
                self.until_recount.set(self.until_recount.get().saturating_sub(1));
                if self.open.get() >= self.limit || self.until_recount.get() == 0 {
                    self.recount();
                }
                let out = self.open.get() >= self.limit;
                if out {
                    self.left_out.set(self.left_out.get() + 1);
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
        // Errors come from the midst of a tag.
        if matches!(token, Token::ParseError(_)) {
            return TokenSinkResult::Continue;
        }
        self.heard.set(true);
        // Past the node limit nothing is built any more; the caller sees it at the end of the chunk.
        if self.builder.sink.is_full() {
            return TokenSinkResult::Continue;
        }
        match &token {
            Token::TagToken(tag) if self.leaves_out(tag) => TokenSinkResult::Continue,
            Token::TagToken(tag) if self.is_endless(tag) => {
                let end = Tag { kind: TagKind::EndTag, attrs: Vec::new(), self_closing: false, ..tag.clone() };
                // After the frame's start the builder asks for raw text; it has ended before there is any.
                let _ = self.builder.process_token(token, line);
                self.builder.process_token(Token::TagToken(end), line)
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
