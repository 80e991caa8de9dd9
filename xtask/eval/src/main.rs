//! Measures the library over a local copy of the corpus: how much of each page's main text it finds, how much else
//! it takes along, how often title, author and date are right, and what that costs beside parsing alone.

mod corpus;
mod measure;
mod report;
mod speed;

use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::Parser;
use rayon::prelude::*;
use recto::Options;

use crate::corpus::{Page, Truth};
use crate::measure::Quality;
use crate::speed::Cost;

#[derive(Parser)]
#[command(bin_name = "cargo xtask eval", about = "Measure quality and speed over a local copy of the corpus")]
struct Cli {
    /// The folder with html/*.html.gz and ground-truth/*.json
    #[arg(long, value_name = "DIR")]
    corpus: PathBuf,
    /// List the N pages with the lowest F1
    #[arg(long, value_name = "N", default_value_t = 0)]
    worst: usize,
}

/// What came out for one page.
struct Row {
    page: Page,
    quality: Quality,
    cost: Cost,
    failure: Option<String>,
}

fn main() -> Result<()> {
    let cli = Cli::parse();
    let pages = corpus::pages(&cli.corpus)?;
    ensure!(!pages.is_empty(), "{} holds no pages with a truth", cli.corpus.display());
    let rows = pages
        .into_par_iter()
        .enumerate()
        .map(|(index, (page, truth))| read(index, page, &truth))
        .collect::<Result<Vec<_>>>()?;
    report::print(&rows, cli.worst);
    Ok(())
}

fn read(index: usize, page: Page, truth: &Truth) -> Result<Row> {
    let html = page.html()?;
    let options = Options { url: page.url.clone(), ..Options::default() };
    let (result, cost) = speed::compare(index, &html, || recto::extract(&html, &options));
    let failure = result.as_ref().err().map(ToString::to_string);
    let quality = measure::quality(result.ok().as_ref(), truth);
    Ok(Row { page, quality, cost, failure })
}
