//! Times Recto beside its peers, each on the same pages in turn: `recto-bench REPORT FOLDER...`. Writes the figures as
//! JSON to REPORT and a table of them to the standard output.

mod figures;
mod python;

use std::fs::{self, File};
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use flate2::read::GzDecoder;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::RcDom;
use peak_alloc::PeakAlloc;

use crate::figures::{Call, Tool};
use crate::python::Trafilatura;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The least time of so many is what the work takes without what else the machine does.
const ROUNDS: usize = 3;

/// Where the pages are said to come from.
const ADDRESS: &str = "https://example.com/page";

/// Reads a page, and says whether it gave an article.
type Reading = fn(&str) -> bool;

/// The first is what all others are compared with.
const TOOLS: [(&str, Reading); 5] = [
    ("html5ever into RcDom", parse),
    ("Recto", recto),
    ("dom_smoothie", dom_smoothie),
    ("legible", legible),
    ("rs-trafilatura", rs_trafilatura),
];

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let report = arguments.next().context("usage: recto-bench REPORT FOLDER...")?;
    let mut pages = Vec::new();
    for folder in arguments {
        collect(Path::new(&folder), &mut pages)?;
    }
    ensure!(!pages.is_empty(), "no folder holds an .html or .html.gz file");
    let mut tools: Vec<Tool> = TOOLS.iter().map(|(name, _)| Tool::new(name)).collect();
    let mut trafilatura = Trafilatura::start();
    match trafilatura {
        Some(_) => tools.push(Tool::new("trafilatura (Python)")),
        None => eprintln!("trafilatura is not timed: `pip install trafilatura lxml_html_clean` gives it to python3"),
    }
    // What peers print of their panics says nothing of theirs here.
    std::panic::set_hook(Box::new(|_| {}));
    for (index, page) in pages.iter().enumerate() {
        let mut calls: Vec<Option<Call>> = vec![None; tools.len()];
        for round in 0..ROUNDS {
            for turn in 0..tools.len() {
                // Who comes first finds the page in no cache, and the memory as another left it.
                let place = (turn + round + index) % tools.len();
                let call = match (TOOLS.get(place), &mut trafilatura) {
                    (Some((_, read)), _) => time(*read, page),
                    (None, Some(trafilatura)) => trafilatura.time(page)?,
                    (None, None) => continue,
                };
                let best = calls[place].get_or_insert(call);
                if call.seconds < best.seconds {
                    *best = call;
                }
            }
        }
        for (tool, call) in tools.iter_mut().zip(calls) {
            tool.calls.extend(call);
        }
    }
    let bytes = pages.iter().map(String::len).collect::<Vec<_>>();
    print!("{}", figures::table(&tools, &bytes));
    fs::write(&report, figures::json(&tools, &bytes).to_string()).with_context(|| format!("{report} cannot be written"))
}

fn time(read: Reading, page: &str) -> Call {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let start = Instant::now();
    let ended = catch_unwind(AssertUnwindSafe(|| read(page)));
    let seconds = start.elapsed().as_secs_f64();
    Call { seconds, memory: Some(MEMORY.peak_usage().saturating_sub(before)), gave: ended.unwrap_or(false) }
}

/// All pages in a folder and those below it.
fn collect(folder: &Path, pages: &mut Vec<String>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        if path.is_dir() {
            collect(&path, pages)?;
        } else if name.ends_with(".html.gz") {
            GzDecoder::new(File::open(&path)?).read_to_end(&mut bytes)?;
        } else if name.ends_with(".html") {
            bytes = fs::read(&path)?;
        }
        if !bytes.is_empty() {
            pages.push(String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    Ok(())
}

fn parse(html: &str) -> bool {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    drop(parse_document(RcDom::default(), options).one(html));
    true
}

fn recto(html: &str) -> bool {
    let options = recto::Options::new().url(ADDRESS);
    recto::extract(html, &options).is_ok()
}

fn dom_smoothie(html: &str) -> bool {
    dom_smoothie::Readability::new(html, Some(ADDRESS), None).and_then(|mut reading| reading.parse()).is_ok()
}

fn legible(html: &str) -> bool {
    legible::parse(html, Some(ADDRESS), None).is_ok()
}

fn rs_trafilatura(html: &str) -> bool {
    rs_trafilatura::extract(html).is_ok()
}
