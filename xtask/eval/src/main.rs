//! Measures the library over a local copy of the corpus: how much of each page's main text it finds, how much else
//! it takes along, how often title, author and date are right, and what that costs beside parsing alone.

mod corpus;
mod label;
mod measure;
mod report;
mod run;
mod scaling;
mod speed;
mod train;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use clap::Parser;
use rayon::prelude::*;
use recto::training::{self, Model};
use recto::{Options, PageType};

use crate::corpus::{Page, Truth};
use crate::measure::Quality;
use crate::speed::Cost;

#[derive(Parser)]
#[command(
    bin_name = "cargo xtask",
    about = "Learn the weights, and measure quality and speed, over a local copy of the corpus"
)]
enum Cli {
    /// Measure quality and speed
    Eval {
        /// The folder with html/*.html.gz and ground-truth/*.json
        #[arg(long, value_name = "DIR")]
        corpus: PathBuf,
        /// List the N pages with the lowest F1
        #[arg(long, value_name = "N", default_value_t = 0)]
        worst: usize,
        /// Measure each page with the model that has seen no page of its site; `train` left these
        #[arg(long)]
        folds: bool,
        /// Leave the addresses out, as pasted pages come
        #[arg(long)]
        no_address: bool,
        /// Write what came out for each page to this folder
        #[arg(long, value_name = "FOLDER")]
        save: Option<PathBuf>,
        /// Compare page by page with what an earlier run wrote to this folder
        #[arg(long, value_name = "FOLDER")]
        against: Option<PathBuf>,
    },
    /// Measure how the cost grows with the size of hostile pages
    Scaling,
    /// Write the labelled features of all blocks to target/train
    Features {
        #[arg(long, value_name = "DIR")]
        corpus: PathBuf,
    },
    /// Learn the weights and write them to src/score/weights.bin; the folds' own go to target/train
    Train {
        #[arg(long, value_name = "DIR")]
        corpus: PathBuf,
    },
}

/// What came out for one page.
struct Row {
    page: Page,
    quality: Quality,
    cost: Cost,
    page_type: Option<PageType>,
    text: String,
    /// The language of the page by its truth, or as extracted: "en", or "" where unknown.
    language: String,
    confidence: f64,
    /// Where each field came from.
    sources: BTreeMap<String, String>,
    failure: Option<String>,
}

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = root.join("target/train");
    match Cli::parse() {
        Cli::Eval { corpus, worst, folds, no_address, save, against } => {
            let models = if folds { train::folded(&folder)? } else { Vec::new() };
            let rows = eval(&corpus, no_address, &models)?;
            report::print(&rows, worst);
            if let Some(folder) = against {
                run::compare(&run::read(&folder)?, &rows);
            }
            save.map_or(Ok(()), |folder| run::write(&folder, &rows))
        }
        Cli::Scaling => {
            scaling::print();
            Ok(())
        }
        Cli::Features { corpus } => train::features(&corpus, &folder),
        Cli::Train { corpus } => train::train(&corpus, &folder, &root.join("src/score/weights.bin")),
    }
}

fn eval(corpus: &Path, no_address: bool, models: &[Model]) -> Result<Vec<Row>> {
    let pages = corpus::pages(corpus)?;
    ensure!(!pages.is_empty(), "{} holds no pages with a truth", corpus.display());
    let rows = pages.into_par_iter().enumerate();
    rows.map(|(index, (page, truth))| read(index, page, &truth, no_address, models)).collect()
}

fn read(index: usize, page: Page, truth: &Truth, no_address: bool, models: &[Model]) -> Result<Row> {
    let html = page.html()?;
    let mut options = Options::new();
    options.url = page.url.clone().filter(|_| !no_address);
    let fold = train::fold_of(&page);
    let model = models.get(fold).unwrap_or_else(|| training::model());
    let (result, cost) = speed::compare(index, &html, || training::extract_with(&html, &options, model));
    let failure = result.as_ref().err().map(ToString::to_string);
    let article = result.ok();
    let quality = measure::quality(article.as_ref(), truth);
    let page_type = article.as_ref().map(|article| article.page_type);
    let article = article.unwrap_or_default();
    let extracted = || article.lang.as_deref().and_then(|lang| lang.split('-').next()).map(str::to_lowercase);
    Ok(Row {
        language: page.language.clone().or_else(extracted).unwrap_or_default(),
        page,
        quality,
        cost,
        page_type,
        text: article.text,
        confidence: article.confidence,
        sources: article.sources,
        failure,
    })
}
