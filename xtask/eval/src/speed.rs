//! What extraction costs beside parsing alone.

use std::time::Duration;

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::RcDom;
use rustix::time::{ClockId, clock_gettime};

/// CPU time spent on one page.
pub(crate) struct Cost {
    pub(crate) extraction: Duration,
    /// html5ever building its own tree, and dropping it.
    pub(crate) parsing: Duration,
}

/// Runs the extraction and a bare parse of the same page. Which comes first changes from page to page, as the second
/// finds the page in the processor's cache.
pub(crate) fn compare<T>(index: usize, html: &str, extract: impl FnOnce() -> T) -> (T, Cost) {
    if index.is_multiple_of(2) {
        let ((), parsing) = timed(|| parse(html));
        let (result, extraction) = timed(extract);
        (result, Cost { extraction, parsing })
    } else {
        let (result, extraction) = timed(extract);
        let ((), parsing) = timed(|| parse(html));
        (result, Cost { extraction, parsing })
    }
}

fn parse(html: &str) {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    drop(parse_document(RcDom::default(), options).one(html));
}

/// The thread's own clock stands still while other work has the processor.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = thread_time();
    let result = work();
    (result, thread_time() - start)
}

fn thread_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec as u32)
}
