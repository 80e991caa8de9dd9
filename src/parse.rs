//! HTML text → [`Document`]. The only module that names html5gum and html5ever.

mod custom;
mod encoding;
mod filter;
mod flatten;
mod names;
mod raw_text;
mod reader;
mod sink;
mod streamed;
mod tokens;

use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5gum::Tokenizer;

use crate::dom::Document;
use crate::error::{Error, ErrorKind};
use crate::options::Limits;
use filter::{DepthFilter, Interrupt};
use reader::PageReader;
use sink::LimitedSink;
use tokens::TokenBuilder;

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
    // Without html and body there is no page.
    let limits = limits.depth(limits.depth.max(2));
    let filter = DepthFilter::new(TreeBuilder::new(LimitedSink::new(limits.nodes), options), limits);
    let html = encoding::fix_mojibake(html.strip_prefix('\u{FEFF}').unwrap_or(html));
    Tokenizer::new_with_emitter(PageReader::new(&html, &filter), TokenBuilder::new(&filter)).finish()?;
    if let Some(Interrupt::Limit(limit)) = filter.take_interrupt() {
        return Err(filter.error(limit));
    }
    Ok(flatten::flatten(filter.into_tree(), limits.depth))
}

/// How much of a page is looked at to see whether it is text, in bytes: a file of another kind shows that from its start.
const MAX_SAMPLE: usize = 2048;

/// The largest share of characters that no text has: a page in the wrong encoding has some, a picture or an archive every
/// third character or more.
const MAX_STRANGE: f32 = 0.2;

/// Refuses what is plainly a file of another kind; browsers would show it as noise.
fn check_is_text(html: &str) -> Result<(), Error> {
    let start = html.get(..html.floor_char_boundary(MAX_SAMPLE)).unwrap_or_default();
    let (mut all, mut strange) = (0, 0);
    for c in start.chars() {
        all += 1;
        // What decoding leaves of bytes that are no text: replacement characters, NULs and other controls.
        strange += usize::from(c == '\u{FFFD}' || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{C}')));
    }
    if strange as f32 > MAX_STRANGE * all as f32 {
        return Err(Error::new(ErrorKind::InvalidInput, "this is not HTML but a binary file: open a saved web page"));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
