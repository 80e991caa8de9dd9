//! html5gum's tokens, sent to html5ever's tree builder.
//!
//! Both follow the HTML standard. html5gum's tokenizer takes a third of the time of html5ever's, which reads names and
//! attributes letter by letter.

use std::collections::HashSet;
use std::convert::Infallible;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::{Attribute, QualName};
use html5gum::{Emitter, Error, State};

use super::filter::DepthFilter;
use super::names::{self, NameCache, text};

/// Lines are for error messages, of which there are none.
const NO_LINE: u64 = 0;

/// The token being read. It is sent when it ends.
pub(super) struct TokenBuilder<'f> {
    filter: &'f DepthFilter,
    text: Vec<u8>,
    kind: TagKind,
    name: Vec<u8>,
    self_closing: bool,
    /// Those that are kept.
    attributes: Vec<Attribute>,
    /// How many attributes the tag has in all.
    attribute_count: usize,
    /// Whether an attribute is being read, which the next or the tag's end completes.
    in_attribute: bool,
    attribute_name: Vec<u8>,
    attribute_value: Vec<u8>,
    last_start_tag: Vec<u8>,
    doctype: Doctype,
    tag_names: NameCache,
    attribute_names: NameCache,
}

impl<'f> TokenBuilder<'f> {
    pub(super) fn new(filter: &'f DepthFilter) -> Self {
        TokenBuilder {
            filter,
            text: Vec::new(),
            kind: TagKind::StartTag,
            name: Vec::new(),
            self_closing: false,
            attributes: Vec::new(),
            attribute_count: 0,
            in_attribute: false,
            attribute_name: Vec::new(),
            attribute_value: Vec::new(),
            last_start_tag: Vec::new(),
            doctype: Doctype::default(),
            tag_names: NameCache::new(),
            attribute_names: NameCache::new(),
        }
    }

    /// Sends a token after which the tokenizer's state stays.
    fn send(&self, token: Token) {
        let _ = self.filter.process_token(token, NO_LINE);
    }

    fn end_text(&mut self) {
        let mut rest = self.text.as_slice();
        while !rest.is_empty() {
            let end = memchr::memchr(0, rest);
            let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
            if !part.is_empty() {
                self.send(Token::CharacterTokens(StrTendril::from_slice(&text(part))));
            }
            // The tree builder drops NULs in some places and replaces them in others.
            if end.is_some() {
                self.send(Token::NullCharacterToken);
            }
            rest = after.get(1..).unwrap_or_default();
        }
        self.text.clear();
    }

    fn end_attribute(&mut self) {
        if std::mem::take(&mut self.in_attribute) && self.kind == TagKind::StartTag {
            self.attribute_count += 1;
            self.filter.note_attributes(self.attribute_count);
            let name = if names::is_compared(&self.name) {
                names::any(text(&self.attribute_name))
            } else {
                self.attribute_names.get(&self.attribute_name, names::kept)
            };
            if let Some(name) = name {
                let name = QualName::new(None, Default::default(), name);
                self.attributes.push(Attribute { name, value: StrTendril::from_slice(&text(&self.attribute_value)) });
            }
        }
        self.attribute_name.clear();
        self.attribute_value.clear();
    }
}

/// Up to so many names, comparing each with all takes less time than a set.
const MAX_COMPARED: usize = 16;

/// Drops attributes whose names the tag has had before; whether there were any.
fn drop_repeated(attributes: &mut Vec<Attribute>) -> bool {
    let all = attributes.len();
    let is_repeated = |(place, attribute): (usize, &Attribute)| {
        attributes.iter().take(place).any(|other| other.name.local == attribute.name.local)
    };
    if all > MAX_COMPARED || attributes.iter().enumerate().any(is_repeated) {
        let mut seen = HashSet::with_capacity(all);
        attributes.retain(|attribute| seen.insert(attribute.name.local.clone()));
    }
    attributes.len() < all
}

impl Emitter for TokenBuilder<'_> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start_tag.clear();
        self.last_start_tag.extend_from_slice(name.unwrap_or_default());
    }

    fn emit_eof(&mut self) {
        self.end_text();
        self.send(Token::EOFToken);
        self.filter.end();
    }

    // Errors are not kept: a page may have one for every byte.
    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_string(&mut self, text: &[u8]) {
        self.text.extend_from_slice(text);
    }

    fn init_start_tag(&mut self) {
        self.kind = TagKind::StartTag;
        self.name.clear();
        self.self_closing = false;
        self.attribute_count = 0;
    }

    fn init_end_tag(&mut self) {
        self.kind = TagKind::EndTag;
        self.name.clear();
        self.self_closing = false;
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend_from_slice(name);
    }

    fn set_self_closing(&mut self) {
        self.self_closing = true;
    }

    fn init_attribute(&mut self) {
        self.end_attribute();
        self.in_attribute = true;
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute_name.extend_from_slice(name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.attribute_value.extend_from_slice(value);
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_attribute();
        self.end_text();
        if self.kind == TagKind::StartTag {
            self.last_start_tag.clone_from(&self.name);
        }
        let mut attrs = std::mem::take(&mut self.attributes);
        let had_duplicate_attributes = drop_repeated(&mut attrs);
        let name = self.tag_names.get(&self.name, names::any).unwrap_or_default();
        let tag = Tag { kind: self.kind, name, self_closing: self.self_closing, attrs, had_duplicate_attributes };
        match self.filter.process_token(Token::TagToken(tag), NO_LINE) {
            TokenSinkResult::RawData(RawKind::Rcdata) => Some(State::RcData),
            TokenSinkResult::RawData(RawKind::Rawtext) => Some(State::RawText),
            TokenSinkResult::RawData(RawKind::ScriptData | RawKind::ScriptDataEscaped(_)) => Some(State::ScriptData),
            TokenSinkResult::Plaintext => Some(State::PlainText),
            TokenSinkResult::Continue | TokenSinkResult::Script(_) | TokenSinkResult::EncodingIndicator(_) => None,
        }
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.kind == TagKind::EndTag && self.name == self.last_start_tag
    }

    fn init_comment(&mut self) {
        self.end_text();
    }

    fn push_comment(&mut self, _: &[u8]) {}

    fn emit_current_comment(&mut self) {
        self.send(Token::CommentToken(StrTendril::new()));
    }

    fn init_doctype(&mut self) {
        self.end_text();
        self.doctype = Doctype::default();
    }

    fn push_doctype_name(&mut self, name: &[u8]) {
        self.doctype.name.get_or_insert_default().push_slice(&text(name));
    }

    fn set_doctype_public_identifier(&mut self, identifier: &[u8]) {
        self.doctype.public_id = Some(StrTendril::from_slice(&text(identifier)));
    }

    fn push_doctype_public_identifier(&mut self, identifier: &[u8]) {
        self.doctype.public_id.get_or_insert_default().push_slice(&text(identifier));
    }

    fn set_doctype_system_identifier(&mut self, identifier: &[u8]) {
        self.doctype.system_id = Some(StrTendril::from_slice(&text(identifier)));
    }

    fn push_doctype_system_identifier(&mut self, identifier: &[u8]) {
        self.doctype.system_id.get_or_insert_default().push_slice(&text(identifier));
    }

    fn set_force_quirks(&mut self) {
        self.doctype.force_quirks = true;
    }

    fn emit_current_doctype(&mut self) {
        let doctype = std::mem::take(&mut self.doctype);
        self.send(Token::DoctypeToken(doctype));
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.filter.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
