//! Recto finds a web page's main content and gives it back clean, safe and readable, with what the page says about
//! itself: the title, the authors, the dates.
//!
//! ```
//! use recto::{Options, extract};
//!
//! let html = "<title>Tea</title><nav><a href=/>Home</a></nav><main><h1>Tea</h1>
//!     <p>Green tea is steeped at eighty degrees, for two or three minutes, or it turns bitter.</p></main>";
//! let article = extract(html, &Options { url: Some("https://example.com/tea".into()), ..Options::default() })?;
//!
//! assert_eq!(article.title.as_deref(), Some("Tea"));
//! assert!(article.markdown.starts_with("Green tea is steeped"));
//! # Ok::<(), recto::Error>(())
//! ```
//!
//! # How it works
//!
//! One direction, one decision, each stage a module:
//!
//! ```text
//! HTML → parse → Document → metadata ───────────────────────────┐
//!                    │                                          ├→ Article
//!                    └→ blocks → score → select → clean → sanitise → render
//! ```
//!
//! A page is parsed once, into flat arrays in document order that nothing changes afterwards. It falls into blocks,
//! runs of inline content, which are the units that are kept or dropped. Two learned forests score each by itself and
//! by what is around it, and tell the type of the page; the page is cut where that promises most, and what belongs
//! together is kept together. What is chosen is copied into a small tree,
//! cleaned by a table of rules and made safe by an allow-list. All formats are written from that one tree.
//!
//! Both the tree that html5ever builds and that small tree are of one type, an arena of our own, and not
//! markup5ever_rcdom's: that is made for html5ever's tests, allocates each node by itself, and clones nested
//! ones by recursion. It is the reference: a test compares the tree of each page with its.
//!
//! # What always holds
//!
//! - Nothing is read but the input: no file, no network, no clock. Nothing is logged.
//! - The same input gives the same output, natively and in WebAssembly, byte for byte.
//! - Whatever the input, there is a result or an [`Error`]: never a panic, and no walk is recursive.
//! - What is dropped has a line in the [`Trace`].
//! - The content is safe to show: [`Article::content`] holds allowed elements, attributes and addresses only.
//!
//! # Where the weights come from
//!
//! The weights were learned from the development pages of WCXB, the Web Content Extraction Benchmark, by Murrough
//! Foley (CC BY 4.0), with CatBoost; their file begins with where they come from.
//!
//! # How sure it is
//!
//! [`Article::confidence`] is the word F1 to be expected, learned from how good the choice was on pages of sites that
//! the weights had not seen. Over 1,497 such pages, it is off by 0.03 on average:
//!
//! | confidence | pages | mean confidence | mean F1 | F1 below 0.5 |
//! |---|---:|---:|---:|---:|
//! | no content | 15 | 0.00 | 0.60 | 6 |
//! | 0.3 to 0.4 | 8 | 0.36 | 0.66 | 2 |
//! | 0.4 to 0.5 | 58 | 0.45 | 0.48 | 30 |
//! | 0.5 to 0.6 | 90 | 0.55 | 0.66 | 21 |
//! | 0.6 to 0.7 | 108 | 0.65 | 0.71 | 19 |
//! | 0.7 to 0.8 | 115 | 0.75 | 0.79 | 16 |
//! | 0.8 to 0.9 | 193 | 0.86 | 0.87 | 12 |
//! | 0.9 to 1.0 | 910 | 0.96 | 0.97 | 5 |
//!
//! # Scope
//!
//! Recto reads the HTML it is given. It does not fetch pages, run scripts or read PDF files, and it does not go
//! around paywalls.

// A page must never bring its reader down; tests may fail loudly.
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable, clippy::indexing_slicing)
)]

mod address;
mod article;
mod blocks;
mod clean;
mod dom;
mod error;
mod hydration_fallback;
mod metadata;
mod options;
mod parse;
mod render;
mod sanitise;
mod score;
mod select;
mod trace;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod training;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod words;

pub use article::{Article, Heading, Image};
pub use error::{Error, ErrorKind};
pub use metadata::ImageSize;
pub use options::{Formats, Limits, Options};
pub use trace::{Entry, Stage, Trace};
pub use words::ReadingMinutes;

/// The README's examples are tests too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

use address::Address;
use blocks::Blocks;
use dom::Document;
use metadata::Metadata;
use score::{Input, MODEL, Model};
use select::Selection;

/// Finds the main content of a page.
///
/// # Errors
///
/// [`NoContent`](ErrorKind::NoContent) where nothing looks like main content, [`TooLarge`](ErrorKind::TooLarge) and
/// [`TooDeep`](ErrorKind::TooDeep) beyond the [`Limits`], [`InvalidInput`](ErrorKind::InvalidInput) where the text
/// is no HTML or the address no address.
pub fn extract(html: &str, options: &Options) -> Result<Article, Error> {
    read(html, options, &MODEL, &mut Trace::off())
}

/// As [`extract`], with the ledger of all decisions. The ledger is there even where no article comes out.
pub fn explain(html: &str, options: &Options) -> (Result<Article, Error>, Trace) {
    let mut trace = Trace::on();
    (read(html, options, &MODEL, &mut trace), trace)
}

/// Whether a page has main content worth opening in a reader: some text, and a confidence of at least one half.
/// Cheaper than [`extract`]: nothing is cleaned or written.
pub fn is_readable(html: &str, options: &Options) -> bool {
    const FEWEST_WORDS: u32 = 60;
    let decide = || {
        let page = parse::parse(html, &options.limits).ok()?;
        let address = Address::of(&page, options.url.as_deref()).ok()?;
        let metadata = metadata::collect(&page, &address);
        let blocks = Blocks::of(&page);
        let selection = choose(&page, &blocks, &metadata, options, &MODEL, &mut Trace::off())?;
        Some(selection.expected_f1 >= 0.5 && selection.words(&blocks) >= FEWEST_WORDS)
    };
    decide().unwrap_or(false)
}

fn read(html: &str, options: &Options, model: &Model, trace: &mut Trace) -> Result<Article, Error> {
    let page = parse::parse(html, &options.limits)?;
    let address = Address::of(&page, options.url.as_deref())?;
    let metadata = metadata::collect(&page, &address);
    let blocks = Blocks::of(&page);
    let selection = choose(&page, &blocks, &metadata, options, model, trace);
    let shown = selection.as_ref().map_or(0, |selection| selection.words(&blocks));
    let (page, blocks, selection) =
        match hydration_fallback::longest(&page, shown.max(blocks.totals[page.body()].prose_words)) {
            None => (page, blocks, selection.ok_or_else(Error::no_content)?),
            Some(html) => {
                trace.note(|| Entry::of_page("the page's data hold more text than the page shows"));
                let carried = parse::parse(&html, &options.limits)?;
                let blocks = Blocks::of(&carried);
                let all = select::select_all(&blocks).ok_or_else(Error::no_content)?;
                let page_type = selection.map_or(all.page_type, |shown| shown.page_type);
                (carried, blocks, Selection { page_type, expected_f1: hydration_fallback::EXPECTED_F1, ..all })
            }
        };
    let notes = clean::footnotes::Notes::of(&page, &address, metadata.canonical_url.as_deref());
    let context = clean::Context {
        page: &page,
        blocks: &blocks,
        address: &address,
        metadata: &metadata,
        notes: &notes,
        page_type: selection.page_type,
        options,
    };
    let tree = clean::clean(&selection, &context, trace);
    let content = sanitise::sanitise(tree, trace);
    Article::new(metadata, &selection, content, options.formats).ok_or_else(Error::no_content)
}

fn choose(
    page: &Document,
    blocks: &Blocks,
    metadata: &Metadata,
    options: &Options,
    model: &Model,
    trace: &mut Trace,
) -> Option<Selection> {
    if options.whole_page {
        return select::select_all(blocks);
    }
    let input = Input { page, blocks, title: metadata.shown_title(), url: options.url.as_deref() };
    let scores = score::score(&input, model);
    select::select(page, blocks, &scores, &model.quality, trace)
}
