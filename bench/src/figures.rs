//! What the calls amount to.

use std::fmt::Write as _;

use serde_json::{Value, json};

/// One reading of one page.
#[derive(Clone, Copy)]
pub(crate) struct Call {
    pub(crate) seconds: f64,
    /// The most bytes in use beyond those before it, where it ran in this process.
    pub(crate) memory: Option<usize>,
    pub(crate) gave: bool,
}

pub(crate) struct Tool {
    name: &'static str,
    /// One for each page.
    pub(crate) calls: Vec<Call>,
}

/// Milliseconds, but for the last four.
struct Figures {
    mean: f64,
    median: f64,
    p95: f64,
    max: f64,
    mb_per_second: f64,
    /// Of the sums.
    ratio: f64,
    /// The median of the pages' ratios.
    median_ratio: f64,
    peak_mb: Option<f64>,
}

impl Tool {
    pub(crate) fn new(name: &'static str) -> Self {
        Tool { name, calls: Vec::new() }
    }

    fn sum(&self) -> f64 {
        self.calls.iter().map(|call| call.seconds).sum()
    }

    fn figures(&self, base: &Tool, bytes: &[usize]) -> Figures {
        let times = sorted(self.calls.iter().map(|call| call.seconds * 1e3));
        let ratios = sorted(self.calls.iter().zip(&base.calls).map(|(own, base)| own.seconds / base.seconds));
        Figures {
            mean: self.sum() * 1e3 / times.len() as f64,
            median: share(&times, 0.5),
            p95: share(&times, 0.95),
            max: share(&times, 1.0),
            mb_per_second: bytes.iter().sum::<usize>() as f64 / 1e6 / self.sum(),
            ratio: self.sum() / base.sum(),
            median_ratio: share(&ratios, 0.5),
            peak_mb: self.calls.iter().filter_map(|call| call.memory).max().map(|bytes| bytes as f64 / 1e6),
        }
    }
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values = values.collect::<Vec<_>>();
    values.sort_by(f64::total_cmp);
    values
}

/// The value that this share of all do not exceed.
fn share(sorted: &[f64], share: f64) -> f64 {
    sorted[((sorted.len() as f64 * share).ceil() as usize).clamp(1, sorted.len()) - 1]
}

pub(crate) fn table(tools: &[Tool], bytes: &[usize]) -> String {
    let mut text =
        format!("{} pages, {:.1} MB; milliseconds a page\n", bytes.len(), bytes.iter().sum::<usize>() as f64 / 1e6);
    let _ = writeln!(
        text,
        "{:22}{:>8}{:>8}{:>8}{:>9}{:>8}{:>10}{:>10}{:>9}{:>7}",
        "", "mean", "median", "p95", "max", "MB/s", "to parse", "(median)", "peak MB", "none"
    );
    for tool in tools {
        let Figures { mean, median, p95, max, mb_per_second, ratio, median_ratio, peak_mb } =
            tool.figures(&tools[0], bytes);
        let peak = peak_mb.map_or_else(|| "-".to_owned(), |peak| format!("{peak:.1}"));
        let none = tool.calls.iter().filter(|call| !call.gave).count();
        let _ = writeln!(
            text,
            "{:22}{mean:8.2}{median:8.2}{p95:8.2}{max:9.2}{mb_per_second:8.1}{ratio:10.2}{median_ratio:10.2}\
             {peak:>9}{none:7}",
            tool.name
        );
    }
    text
}

pub(crate) fn json(tools: &[Tool], bytes: &[usize]) -> Value {
    let rows = tools.iter().map(|tool| {
        let figures = tool.figures(&tools[0], bytes);
        json!({
            "tool": tool.name,
            "meanMs": figures.mean,
            "medianMs": figures.median,
            "p95Ms": figures.p95,
            "maxMs": figures.max,
            "mbPerSecond": figures.mb_per_second,
            "ratioToParse": figures.ratio,
            "medianRatioToParse": figures.median_ratio,
            "peakMb": figures.peak_mb,
            "without": tool.calls.iter().filter(|call| !call.gave).count(),
        })
    });
    json!({ "pages": bytes.len(), "bytes": bytes.iter().sum::<usize>(), "tools": rows.collect::<Vec<_>>() })
}
