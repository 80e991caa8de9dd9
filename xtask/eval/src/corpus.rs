//! The corpus on disk: compressed pages, and what a reader should find on each.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::Value;

/// A page and where it is.
pub(crate) struct Page {
    pub(crate) id: String,
    pub(crate) url: Option<String>,
    pub(crate) page_type: String,
    /// The language, where the corpus says it.
    pub(crate) language: Option<String>,
    /// The host, of a page whose address the corpus leaves out.
    pub(crate) site: Option<String>,
    path: PathBuf,
}

/// What a reader should find on a page.
pub(crate) struct Truth {
    pub(crate) text: String,
    /// Passages that must be in the text.
    pub(crate) with: Vec<String>,
    /// Passages that must not be.
    pub(crate) without: Vec<String>,
    pub(crate) title: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) date: Option<String>,
}

/// Every page of the corpus that has a truth, in the order of their ids.
pub(crate) fn pages(corpus: &Path) -> Result<Vec<(Page, Truth)>> {
    let folder = corpus.join("ground-truth");
    let entries = fs::read_dir(&folder).with_context(|| format!("{} could not be read", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths
        .iter()
        .map(|path| page(corpus, path).with_context(|| format!("{} could not be read", path.display())))
        .collect()
}

fn page(corpus: &Path, path: &Path) -> Result<(Page, Truth)> {
    let file: Value = serde_json::from_slice(&fs::read(path)?)?;
    let id = path.file_stem().context("the file has no name")?.to_string_lossy().into_owned();
    let page = Page {
        path: corpus.join("html").join(format!("{id}.html.gz")),
        id,
        url: string(&file["url"]),
        page_type: page_type(&file["_internal"]["page_type"]),
        language: string(&file["language"]),
        site: string(&file["site"]),
    };
    let truth = &file["ground_truth"];
    let truth = Truth {
        text: string(&truth["main_content"]).unwrap_or_default(),
        with: strings(&truth["with"]),
        without: strings(&truth["without"]),
        title: string(&truth["title"]),
        author: string(&truth["author"]),
        date: string(&truth["publish_date"]),
    };
    Ok((page, truth))
}

/// Some pages carry an older name for a collection.
fn page_type(value: &Value) -> String {
    match value["primary"].as_str().unwrap_or("article") {
        "category" => "collection".to_owned(),
        name => name.to_owned(),
    }
}

fn string(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(string).collect()
}

impl Page {
    pub(crate) fn html(&self) -> Result<String> {
        let mut bytes = Vec::new();
        File::open(&self.path)
            .and_then(|file| GzDecoder::new(file).read_to_end(&mut bytes))
            .with_context(|| format!("{} could not be read", self.path.display()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}
