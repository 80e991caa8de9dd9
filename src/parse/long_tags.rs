//! Counts the attributes of very long tags, while they are read.
//!
//! html5ever compares each attribute's name with all those before it in its tag, and gives nothing back until the tag
//! ends. So the count is kept beside it, by the HTML standard's tokenizer states for attributes. Only html5ever knows
//! whether a `<` begins a tag; but a piece of the page that begins with one and makes it give nothing back may.

/// Where the reading of a tag stands.
#[derive(Debug, Clone, Copy)]
enum State {
    TagName,
    BeforeName,
    Name,
    AfterName,
    BeforeValue,
    Unquoted,
    Quoted(u8),
}

/// A tag, if it is one, from its `<` on.
#[derive(Debug, Clone, Copy)]
struct Tag {
    state: State,
    attributes: usize,
}

impl Tag {
    /// Reads on. There is nothing more if the tag has ended.
    fn read(mut self, piece: &[u8]) -> Option<Tag> {
        for &byte in piece {
            let is_space = byte.is_ascii_whitespace();
            self.state = match self.state {
                State::Quoted(quote) if byte == quote => State::BeforeName,
                State::Quoted(quote) => State::Quoted(quote),
                _ if byte == b'>' => return None,
                State::TagName | State::BeforeName | State::Name | State::AfterName if byte == b'/' => {
                    State::BeforeName
                }
                State::TagName | State::BeforeName | State::Unquoted if is_space => State::BeforeName,
                State::Name | State::AfterName if is_space => State::AfterName,
                State::Name | State::AfterName if byte == b'=' => State::BeforeValue,
                State::BeforeName | State::AfterName => {
                    self.attributes += 1;
                    State::Name
                }
                State::BeforeValue if is_space => State::BeforeValue,
                State::BeforeValue if matches!(byte, b'"' | b'\'') => State::Quoted(byte),
                State::BeforeValue => State::Unquoted,
                state @ (State::TagName | State::Name | State::Unquoted) => state,
            };
        }
        Some(self)
    }
}

/// The tags that the page may be inside of.
#[derive(Debug, Default)]
pub(super) struct LongTags {
    /// One that began in the last piece that gave something back.
    after_heard: Option<Tag>,
    /// One that began in the first piece, since then, that can have begun one.
    after_silence: Option<Tag>,
    has_begun: bool,
}

impl LongTags {
    /// The most attributes that the tag may have by now, in whose midst the piece ends.
    ///
    /// Each `<` of the page begins a piece. `heard` says whether html5ever has given anything back for it.
    pub(super) fn read(&mut self, piece: &str, heard: bool) -> usize {
        let piece = piece.as_bytes();
        let begins =
            matches!(piece, [b'<', b'a'..=b'z' | b'A'..=b'Z', ..] | [b'<', b'/', b'a'..=b'z' | b'A'..=b'Z', ..]);
        let begun = || Tag { state: State::TagName, attributes: 0 }.read(piece.get(2..).unwrap_or_default());
        if heard {
            *self = LongTags { after_heard: if begins { begun() } else { None }, ..LongTags::default() };
        } else {
            self.after_heard = self.after_heard.and_then(|tag| tag.read(piece));
            self.after_silence = match self.after_silence {
                None if begins && !self.has_begun => begun(),
                tag => tag.and_then(|tag| tag.read(piece)),
            };
            // Where no tag can have begun before, this is a comment, and what is in it is none.
            let is_comment = matches!(piece, [b'<', b'!' | b'?', ..]) && self.after_heard.is_none();
            self.has_begun |= begins || is_comment;
        }
        [self.after_heard, self.after_silence].into_iter().flatten().map(|tag| tag.attributes).max().unwrap_or(0)
    }
}
