//! HTML text → [`Document`]. The only module that names html5ever and its tree.

mod filter;
mod flatten;
mod long_tags;
mod sink;
mod streamed;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use crate::document::Document;
use crate::error::{Error, ErrorKind};
use crate::options::Limits;
use filter::DepthFilter;
use long_tags::LongTags;
use sink::LimitedSink;

/// How much is fed to the parser between two looks at the limits, in bytes.
const CHUNK: usize = 64 << 10;

/// After so many bytes of which the parser gives nothing back, they may be one tag's, and its attributes are counted.
const LONG_TAG: usize = 128 << 10;

/// Parses a page as a browser with scripting off would, so that `noscript` is read as content.
///
/// Fails only beyond `limits`, or where the text cannot be HTML: a file of another kind.
pub fn parse(html: &str, limits: &Limits) -> Result<Document, Error> {
    if html.len() > limits.bytes {
        let message =
            format!("the page is {} bytes long, over the limit of {}: try a part of it", html.len(), limits.bytes);
        return Err(Error::new(ErrorKind::TooLarge, message));
    }
    check_is_text(html)?;
    let mut reading = Reading::new(limits);
    if reading.by_chunks(html)? == Silence::Long {
        // Seldom: counting takes smaller pieces, and so more time.
        reading = Reading::new(limits);
        reading.by_tags(html)?;
    }
    reading.end()
}

/// Whether there was a long part of the page for which the parser gave nothing back.
#[derive(PartialEq)]
enum Silence {
    Short,
    Long,
}

/// html5ever at work on a page.
struct Reading<'l> {
    tokenizer: Tokenizer<DepthFilter>,
    limits: &'l Limits,
}

impl<'l> Reading<'l> {
    fn new(limits: &'l Limits) -> Self {
        // Scripting off reads `noscript` as content; what scripts would have shown is not there to lose.
        let options = TreeBuilderOpts { scripting_enabled: false, drop_doctype: true, ..Default::default() };
        let builder = TreeBuilder::new(LimitedSink::new(limits.nodes), options);
        let tokenizer = Tokenizer::new(DepthFilter::new(builder, limits.depth), TokenizerOpts::default());
        Reading { tokenizer, limits }
    }

    /// Reads the page, or its beginning as far as a long silence.
    fn by_chunks(&self, mut html: &str) -> Result<Silence, Error> {
        let mut silence = 0;
        while !html.is_empty() {
            let (chunk, after) = html.split_at(html.floor_char_boundary(CHUNK));
            html = after;
            silence = if self.feed(chunk)? { 0 } else { silence + chunk.len() };
            if silence >= LONG_TAG {
                return Ok(Silence::Long);
            }
        }
        Ok(Silence::Short)
    }

    /// Reads the page in pieces that each begin with what may be a tag, and counts the attributes of long ones.
    fn by_tags(&self, mut html: &str) -> Result<(), Error> {
        let mut tags = LongTags::default();
        while !html.is_empty() {
            let next_tag = html.bytes().take(CHUNK).skip(1).position(|byte| byte == b'<').map(|place| place + 1);
            let (piece, after) = html.split_at(next_tag.unwrap_or(html.floor_char_boundary(CHUNK)));
            html = after;
            let heard = self.feed(piece)?;
            if tags.read(piece, heard) > self.limits.attributes {
                let message = format!("a tag has over {} attributes: try a part of the page", self.limits.attributes);
                return Err(Error::new(ErrorKind::TooLarge, message));
            }
        }
        Ok(())
    }

    /// Whether the parser has given anything back.
    fn feed(&self, piece: &str) -> Result<bool, Error> {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(piece));
        while !input.is_empty() {
            // The tokenizer stops at each script's end and at each declared encoding; neither concerns us.
            let _ = self.tokenizer.feed(&input);
        }
        check_limits(&self.tokenizer.sink, self.limits)?;
        Ok(self.tokenizer.sink.take_heard())
    }

    fn end(self) -> Result<Document, Error> {
        self.tokenizer.end();
        check_limits(&self.tokenizer.sink, self.limits)?;
        Ok(flatten::flatten(&self.tokenizer.sink.into_tree(), self.limits.depth))
    }
}

/// Refuses what is plainly a file of another kind; browsers would show it as noise.
fn check_is_text(html: &str) -> Result<(), Error> {
    let start = html.get(..html.floor_char_boundary(2048)).unwrap_or_default();
    let (mut all, mut strange) = (0, 0);
    for c in start.chars() {
        all += 1;
        // What decoding leaves of bytes that are no text: replacement characters, NULs and other controls.
        strange += usize::from(c == '\u{FFFD}' || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{C}')));
    }
    // A page in the wrong encoding has some of these, a picture or an archive every third character or more.
    if strange * 5 > all {
        return Err(Error::new(ErrorKind::InvalidInput, "this is not HTML but a binary file: open a saved web page"));
    }
    Ok(())
}

fn check_limits(filter: &DepthFilter, limits: &Limits) -> Result<(), Error> {
    if filter.nodes() > limits.nodes {
        let message = format!("the page has over {} nodes, the limit: try a part of it", limits.nodes);
        return Err(Error::new(ErrorKind::TooLarge, message));
    }
    if filter.left_out() > limits.flattened {
        let message = format!("over {} elements of the page are nested deeper than {}", limits.flattened, limits.depth);
        return Err(Error::new(ErrorKind::TooDeep, message));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
