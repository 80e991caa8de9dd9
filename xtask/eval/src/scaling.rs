//! How the cost of extraction grows with the input, over shapes that make parsers and printers slow.

use std::time::Duration;

use recto::{Limits, Options, extract};

use crate::speed::timed;

/// The sizes, in mebibytes.
const SIZES: &[usize] = &[1, 2, 4, 8, 16];

/// Pages are read so many times, and small ones until this many mebibytes are read. The least time counts: it has the
/// least of other programs' work in it.
const ROUNDS: usize = 3;
const READ: usize = 4;

/// A page that grows: what it begins with, and what is repeated, where `#` stands for a number that grows.
struct Shape {
    name: &'static str,
    start: &'static str,
    repeated: &'static str,
}

const SHAPES: &[Shape] = &[
    Shape {
        name: "an article",
        start: "",
        repeated: include_str!("../../../tests/pages/pull-quotes-and-footnotes/page.html"),
    },
    Shape { name: "a thread", start: "", repeated: include_str!("../../../tests/pages/forum-thread/page.html") },
    Shape {
        name: "a manual",
        start: "",
        repeated: include_str!("../../../tests/pages/docs-code-and-tables/page.html"),
    },
    Shape { name: "deep divs", start: "", repeated: "<div>a " },
    Shape { name: "nested lists", start: "", repeated: "<ul><li>a " },
    Shape { name: "unclosed formatting", start: "", repeated: "<p><b><i>a " },
    Shape { name: "attributes of one tag", start: "<p ", repeated: "a#=b " },
    Shape { name: "one long text", start: "<p>", repeated: "word and word, " },
    Shape { name: "one long table", start: "<table>", repeated: "<tr><td>a<td>b" },
    Shape { name: "links", start: "", repeated: "<a href=/#>link</a> " },
    Shape { name: "comments", start: "", repeated: "<!-- a -->b" },
    Shape { name: "references", start: "<p>", repeated: "&amp;&notin;&#x41; " },
    Shape { name: "references in a value", start: "<p><img src=/a.png alt='", repeated: "&amp;&notin;&#x41; " },
    Shape { name: "foreign content", start: "", repeated: "<svg><g><math><mi>a</mi></math></svg>" },
    Shape { name: "nested tables", start: "", repeated: "<table><tr>a<td>b" },
    Shape {
        name: "structured data",
        start: "<script type=application/ld+json>[",
        repeated: "{\"@type\":\"Article\",\"headline\":\"a#\"},",
    },
];

impl Shape {
    fn page(&self, bytes: usize) -> String {
        let prose = "<p>The kettle had been on the stove for an hour before anyone saw that the water was gone.</p>";
        let mut page = format!("<!DOCTYPE html><title>A page</title>{prose}{prose}{}", self.start);
        let mut number = 0_u64;
        while page.len() < bytes {
            page += &self.repeated.replace('#', &number.to_string());
            number += 1;
        }
        page
    }
}

/// Prints the time for each size of each shape, and how it grows as the size doubles.
pub(crate) fn print() {
    // Whatever its shape, the page is read to its end.
    let limits = Limits::new().nodes(usize::MAX).flattened(usize::MAX);
    let sizes: Vec<_> = SIZES.iter().map(|size| format!("{size} MiB")).collect();
    println!("{:24} {:>9}   mean and most per doubling", "seconds of CPU", sizes.join("    "));
    for shape in SHAPES {
        let times: Vec<_> = SIZES.iter().map(|size| least_time(&shape.page(size << 20), limits)).collect();
        let seconds: Vec<f64> = times.iter().map(|(time, _)| time.as_secs_f64()).collect();
        let growths: Vec<f64> = seconds.windows(2).map(|pair| pair[1] / pair[0]).collect();
        let most = growths.iter().copied().fold(0.0, f64::max);
        let mean = growths.iter().product::<f64>().powf(1.0 / growths.len() as f64);
        let seconds: Vec<_> = seconds.iter().map(|seconds| format!("{seconds:8.3}")).collect();
        println!("{:24} {}   {mean:.2} {most:.2}   {}", shape.name, seconds.join(" "), times[times.len() - 1].1);
    }
}

/// The time that extraction takes, and how it ends.
fn least_time(page: &str, limits: Limits) -> (Duration, &'static str) {
    let options = Options::new().limits(limits);
    let rounds = (0..(READ << 20).div_ceil(page.len()).max(ROUNDS)).map(|_| {
        let (result, time) = timed(|| extract(page, &options));
        (time, result.map_or_else(|error| error.kind().as_str(), |_| "article"))
    });
    rounds.min().unwrap_or_default()
}
