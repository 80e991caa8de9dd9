//! Recto finds a web page's main content and gives it back clean, safe and readable, with what the page says about
//! itself: the title, the authors, the dates.
//!
//! ```
//! use recto::{Options, extract};
//!
//! let html = "<title>Tea</title><nav><a href=/>Home</a></nav><main><h1>Tea</h1>
//!     <p>Green tea is steeped at eighty degrees, for two or three minutes, or it turns bitter.</p></main>";
//! let article = extract(html, &Options::new().url("https://example.com/tea"))?;
//!
//! assert_eq!(article.title.as_deref(), Some("Tea"));
//! assert!(article.markdown.starts_with("Green tea is steeped"));
//! # Ok::<(), recto::Error>(())
//! ```
//!
//! # How it works
//!
//! Each stage is a module, and none depends on a later one:
//!
//! ```text
//! HTML → parse → Document ┬→ structured ─→ metadata ───────────────────────────────┐
//!                         └→ blocks → score → select → clean → sanitise → render → Article
//! ```
//!
//! A page is parsed once, into flat arrays in document order that nothing changes afterwards. What its data say is read
//! once, into typed values. It is divided into blocks, runs of inline content, which are the units that are kept or
//! dropped. Two learned forests score each block by itself and by what is around it, and classify the page; the threshold
//! is the page's own, where the expected F1 is highest, and a table of rules keeps together what belongs together. What is
//! chosen is copied into a tree, brought into form by another table of rules and made safe by an allow-list. All
//! formats are written from that one tree. Words, phrases and hosts that any stage asks for are data, in one lexicon.
//!
//! Both the tree that html5ever builds and that of the content are of one type, an arena of our own, and not
//! markup5ever_rcdom's: that is made for html5ever's tests, allocates each node by itself, and clones nested
//! ones by recursion. It is the reference: a test compares the tree of each page with its.
//!
//! # What always holds
//!
//! - Nothing is read but the input: no file, no network, no clock. Nothing is logged.
//! - The same input gives the same output, natively and in WebAssembly, byte for byte.
//! - Whatever the input, there is a result or an [`Error`]: never a panic, and no walk is recursive.
//! - Each block has one line in the [`Trace`]: kept, or dropped by a rule. What is dropped of a kept block has one, too.
//! - The content is safe to show: [`Article::content`] holds allowed elements, attributes and addresses only.
//!
//! # Where the weights come from
//!
//! The weights were learned from the development pages of WCXB, the Web Content Extraction Benchmark, by Murrough
//! Foley (CC BY 4.0), with CatBoost; their file begins with where they come from.
//!
//! # Confidence
//!
//! [`Article::confidence`] is the expected word F1, learned from how good the choice was on pages of sites that the
//! weights had not seen. Over 1,497 such pages, it is off by 0.03 on average:
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

// No page may make the library panic; tests may.
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable, clippy::indexing_slicing)
)]

mod address;
mod article;
mod assemble;
mod blocks;
#[cfg(test)]
#[path = "../tests/cases.rs"]
mod cases;
mod clean;
mod dom;
mod error;
#[cfg(test)]
mod generated;
mod hydration_fallback;
mod lexicon;
mod media;
mod metadata;
mod notes;
mod options;
mod parse;
mod render;
mod sanitise;
mod score;
mod select;
mod structured;
mod trace;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod training;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod words;

pub use article::{Article, Direction, Heading, Image, ImageSize, PageType};
pub use error::{Error, ErrorKind};
pub use options::{Format, Limits, Options};
pub use trace::{Entry, Stage, Trace};
pub use words::ReadingMinutes;

/// The README, whose examples are doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

use address::Address;
use blocks::Blocks;
use dom::Document;
use metadata::Metadata;
use score::{MODEL, Model, ScoreInput};
use select::{SelectInput, Selection};
use structured::Structured;

/// Finds the main content of a page.
///
/// # Errors
///
/// [`NoContent`](ErrorKind::NoContent) if nothing looks like main content, [`TooLarge`](ErrorKind::TooLarge) and
/// [`TooDeep`](ErrorKind::TooDeep) beyond the [`Limits`], [`InvalidInput`](ErrorKind::InvalidInput) if the text is no
/// HTML or the address no web address.
pub fn extract(html: &str, options: &Options) -> Result<Article, Error> {
    read(html, options, &MODEL, &mut Trace::off())
}

/// Like [`extract`], with the trace of all decisions: one line for each block of the page, and one for each part of a block
/// that was dropped or changed. There is a trace even if there is no article.
pub fn explain(html: &str, options: &Options) -> (Result<Article, Error>, Trace) {
    let mut trace = Trace::on();
    (read(html, options, &MODEL, &mut trace), trace)
}

/// Whether a page has main content worth opening in a reader: whether [`extract`] would give an article of at least 60
/// words with a confidence of at least 0.4. With [`Options::whole_page`], where nothing is chosen, only the words count.
///
/// On long pages it takes about two thirds of the time of `extract`, as nothing is cleaned.
pub fn is_readable(html: &str, options: &Options) -> bool {
    const MIN_WORDS: u32 = 60;
    // The confidence of a text from a page's data, which is all there is to read on such a page.
    const MIN_CONFIDENCE: f64 = 0.4;
    // Cleaning removed up to three quarters of the words chosen, over 5,000 pages; so many are enough without counting.
    const ENOUGH_WORDS: u32 = 8 * MIN_WORDS;
    let mut trace = Trace::off();
    let Ok((page, selection)) = choose(html, options, &MODEL, &mut trace) else { return false };
    if !options.whole_page && selection.confidence() < MIN_CONFIDENCE {
        return false;
    }
    if selection.words(&page.blocks) >= ENOUGH_WORDS {
        return true;
    }
    let article = page.render(&selection, &options.clone().formats([]), &mut trace);
    article.is_some_and(|article| article.word_count >= MIN_WORDS)
}

/// How the trace refers to an article that comes to nothing.
const NO_CONTENT: &str = "no_content";

fn read(html: &str, options: &Options, model: &Model, trace: &mut Trace) -> Result<Article, Error> {
    let article = choose(html, options, model, trace)
        .and_then(|(page, selection)| page.render(&selection, options, trace).ok_or_else(Error::no_content));
    if article.is_err() {
        trace.drop_all(NO_CONTENT, "nothing to read is left");
    }
    article
}

/// Chooses the main content, up to the point where it would be cleaned and written.
fn choose(html: &str, options: &Options, model: &Model, trace: &mut Trace) -> Result<(Prepared, Selection), Error> {
    let page = Prepared::new(html, options)?;
    let shown = page.select(options, model, trace);
    let Some(body) = page.longer_body(shown.as_ref()) else {
        return Ok((page, shown.ok_or_else(Error::no_content)?));
    };
    trace.drop_all(hydration_fallback::NAME, "the page's data hold more text than the page shows");
    let page = page.with_body(&body, options)?;
    let page_type = shown.map_or(PageType::Article, |shown| shown.page_type);
    let all = page.select_all(page_type, hydration_fallback::EXPECTED_F1, trace).ok_or_else(Error::no_content)?;
    Ok((page, all))
}

/// A page that is read up to its blocks.
pub(crate) struct Prepared {
    page: Document,
    address: Address,
    structured: Structured,
    metadata: Metadata,
    blocks: Blocks,
}

impl Prepared {
    fn new(html: &str, options: &Options) -> Result<Prepared, Error> {
        let page = parse::parse(html, &options.limits)?;
        let address = Address::of(&page, options.url.as_deref())?;
        let structured = Structured::of(&page);
        let metadata = metadata::collect(&page, &address, &structured);
        let blocks = Blocks::of(&page);
        Ok(Prepared { page, address, structured, metadata, blocks })
    }

    /// The same page with another body: text that its data hold.
    fn with_body(self, html: &str, options: &Options) -> Result<Prepared, Error> {
        let page = parse::parse(html, &options.limits)?;
        let blocks = Blocks::of(&page);
        Ok(Prepared { page, blocks, ..self })
    }

    /// The text in the page's data, where that is much longer than what the page shows and what of it was chosen.
    fn longer_body(&self, shown: Option<&Selection>) -> Option<String> {
        let chosen = shown.map_or(0, |shown| shown.words(&self.blocks));
        let prose = self.blocks.totals[self.page.body()].prose_words;
        hydration_fallback::longest(&self.page, &self.structured, chosen.max(prose))
    }

    /// What the scorer looks at.
    fn input<'a>(&'a self, options: &'a Options) -> ScoreInput<'a> {
        let Prepared { page, structured, blocks, .. } = self;
        ScoreInput { page, blocks, structured, title: self.metadata.shown_title(), url: options.url.as_deref() }
    }

    fn select(&self, options: &Options, model: &Model, trace: &mut Trace) -> Option<Selection> {
        if options.whole_page {
            return self.select_all(PageType::Article, 0.0, trace);
        }
        let scores = score::score(&self.input(options), model);
        select::select(self.select_input(), &scores, &model.quality, trace)
    }

    fn select_all(&self, page_type: PageType, expected_f1: f32, trace: &mut Trace) -> Option<Selection> {
        select::select_all(self.select_input(), page_type, expected_f1, trace)
    }

    fn select_input(&self) -> SelectInput<'_> {
        SelectInput::of(&self.page, &self.blocks, &self.address, &self.metadata)
    }

    fn context<'a>(&'a self, selection: &'a Selection, options: &'a Options) -> clean::Context<'a> {
        let Prepared { page, address, blocks, .. } = self;
        clean::Context { page, blocks, address, notes: &selection.notes, options }
    }

    fn render(self, selection: &Selection, options: &Options, trace: &mut Trace) -> Option<Article> {
        let context = self.context(selection, options);
        let content = sanitise::sanitise(clean::clean(selection, &context, trace), trace);
        assemble::assemble(self.metadata.article, selection, content, &options.formats)
    }
}
