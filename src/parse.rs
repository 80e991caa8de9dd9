//! HTML text → [`Document`]. The only module that names html5ever and its tree.

mod filter;
mod flatten;
mod sink;
mod streamed;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use crate::document::Document;
use crate::error::{Error, ErrorKind};
use crate::options::Limits;
use filter::DepthFilter;
use sink::LimitedSink;

/// How much is fed to the parser between two looks at the limits, in bytes.
const CHUNK: usize = 64 << 10;

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
    // Scripting off reads `noscript` as content; what scripts would have shown is not there to lose.
    let options = TreeBuilderOpts { scripting_enabled: false, drop_doctype: true, ..Default::default() };
    let builder = TreeBuilder::new(LimitedSink::new(limits.nodes), options);
    let tokenizer = Tokenizer::new(DepthFilter::new(builder, limits.depth), TokenizerOpts::default());
    let input = BufferQueue::default();
    let mut rest = html;
    while !rest.is_empty() {
        let (chunk, after) = rest.split_at(rest.floor_char_boundary(CHUNK.min(rest.len())));
        rest = after;
        input.push_back(StrTendril::from_slice(chunk));
        while !input.is_empty() {
            // The tokenizer stops at each script's end and at each declared encoding; neither concerns us.
            let _ = tokenizer.feed(&input);
        }
        check_limits(&tokenizer.sink, limits)?;
    }
    tokenizer.end();
    check_limits(&tokenizer.sink, limits)?;
    Ok(flatten::flatten(&tokenizer.sink.into_tree(), limits.depth))
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
