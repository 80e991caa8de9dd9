//! Learns the weights: labels, columns, forests, and the packing of it all.
//!
//! Whatever is judged on a page comes from models that have seen no page of its site: the folds are grouped by site,
//! and the second pass learns from what the first said of pages it had not seen.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use rayon::prelude::*;
use recto::PageType;
use recto::training::{self, Columns, DEPTH, DecisionTree, Forest, Model, NameOdds, Split};
use serde_json::{Value, json};

use crate::corpus::{self, Page};
use crate::label::{self, Label, labels};

/// How many folds the pages fall into.
pub(crate) const FOLDS: usize = 5;

/// A page with its labels.
struct Example {
    page: training::Page,
    labels: Vec<Label>,
    truth_words: u32,
    page_type: usize,
    fold: usize,
    site: String,
}

/// Learns from the corpus and writes the folds' models to `folder`, and the one that has seen all pages to `weights`.
pub(crate) fn train(corpus: &Path, folder: &Path, weights: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let examples = examples(corpus)?;
    eprintln!("{} pages, {} blocks", examples.len(), examples.iter().map(|e| e.labels.len()).sum::<usize>());
    let name_odds: Vec<NameOdds> = (0..=FOLDS).map(|fold| learn_names(&examples, fold)).collect();

    let first: Vec<Columns> = examples.par_iter().map(|e| e.page.first(&name_odds[e.fold])).collect();
    write_blocks(folder, "first", &examples, &first, 1.0)?;
    drop(first);
    let first = boost(
        folder,
        "first",
        &json!({ "loss_function": "CrossEntropy", "iterations": 120, "depth": 6,
        "learning_rate": 0.12, "border_count": 64, "rsm": 0.3, "l2_leaf_reg": 10, "subsample": 0.7, "bootstrap_type": "Bernoulli" }),
    )?;
    let mut start = 0;
    let firsts: Vec<&[f32]> = examples.iter().map(|e| next(&first.folded, &mut start, e.labels.len())).collect();

    let pages: Vec<Vec<f32>> =
        examples.par_iter().zip(&firsts).map(|(e, first)| e.page.page(&name_odds[e.fold], first)).collect();
    write_pages(folder, "types", &examples, &pages)?;
    let types = boost(
        folder,
        "types",
        &json!({ "loss_function": "MultiClass", "iterations": 60, "depth": 4,
        "learning_rate": 0.15, "border_count": 32, "rsm": 0.5, "l2_leaf_reg": 3, "classes_count": 7 }),
    )?;

    let second: Vec<Columns> = (examples.par_iter().zip(&firsts).enumerate())
        .map(|(id, (e, first))| e.page.second(&name_odds[e.fold], first, &types.folded[7 * id..7 * id + 7]))
        .collect();
    write_blocks(folder, "second", &examples, &second, 0.5)?;
    drop(second);
    let second = boost(
        folder,
        "second",
        &json!({ "loss_function": "CrossEntropy", "iterations": 600, "depth": 6,
        "learning_rate": 0.04, "border_count": 64, "rsm": 0.3, "l2_leaf_reg": 10, "subsample": 0.7, "bootstrap_type": "Bernoulli" }),
    )?;

    let mut start = 0;
    let seconds: Vec<&[f32]> = examples.iter().map(|e| next(&second.folded, &mut start, e.labels.len())).collect();
    let f1 = write_quality(folder, &examples, &seconds, &types.folded, &pages)?;
    let quality = boost(
        folder,
        "quality",
        &json!({ "loss_function": "RMSE", "iterations": 80, "depth": 4,
        "learning_rate": 0.08, "border_count": 64, "rsm": 0.5, "l2_leaf_reg": 10 }),
    )?;

    let provenance = provenance(folder, &examples, &f1)?;
    for (fold, name_odds) in name_odds.into_iter().enumerate() {
        let model = Model {
            provenance: provenance.clone(),
            name_odds,
            first: first.forests[fold][0].clone(),
            types: types.forests[fold].clone(),
            second: second.forests[fold][0].clone(),
            quality: quality.forests[fold][0].clone(),
        };
        let path = if fold == FOLDS { weights.to_owned() } else { fold_path(folder, fold) };
        fs::write(path, model.write())?;
    }
    Ok(())
}

/// Writes the first pass's features of every block, with the labels, and the features' names.
pub(crate) fn features(corpus: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let examples = examples(corpus)?;
    let name_odds: Vec<NameOdds> = (0..=FOLDS).map(|fold| learn_names(&examples, fold)).collect();
    let first: Vec<Columns> = examples.par_iter().map(|e| e.page.first(&name_odds[e.fold])).collect();
    write_blocks(folder, "first", &examples, &first, 1.0)?;
    let count = first.first().map_or(0, Columns::features);
    let names: Vec<String> = training::feature_names().into_iter().take(count).collect();
    fs::write(folder.join("first.names"), names.join("\n") + "\n")?;
    println!(
        "{} blocks, {count} features: {}",
        examples.iter().map(|e| e.labels.len()).sum::<usize>(),
        folder.display()
    );
    Ok(())
}

fn fold_path(folder: &Path, fold: usize) -> PathBuf {
    folder.join(format!("fold{fold}.bin"))
}

/// The folds' models, as training left them.
pub(crate) fn folded(folder: &Path) -> Result<Vec<Model>> {
    let read = |fold| {
        let path = fold_path(folder, fold);
        let model = fs::read(&path).ok().and_then(|bytes| Model::read(&bytes));
        model.with_context(|| format!("{} holds no model: run cargo xtask train first", path.display()))
    };
    (0..FOLDS).map(read).collect()
}

/// The fold of a page, by FNV-1a of its site.
pub(crate) fn fold_of(page: &Page) -> usize {
    let site = site(page);
    let hash = site.bytes().fold(0x811c_9dc5u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash >> 8) as usize % FOLDS
}

/// The domain that someone registered, as far as can be told without a list.
fn site(page: &Page) -> String {
    let url = page.url.as_deref().or(page.site.as_deref()).unwrap_or(&page.id);
    let host = url.split("://").nth(1).unwrap_or(url).split(['/', ':', '?']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let keep = match labels.as_slice() {
        [.., second, top] if second.len() <= 3 && top.len() == 2 => 3,
        _ => 2,
    };
    labels[labels.len().saturating_sub(keep)..].join(".")
}

fn examples(corpus: &Path) -> Result<Vec<Example>> {
    let pages = corpus::pages(corpus)?;
    let examples = pages.into_par_iter().map(|(page, truth)| {
        let html = page.html()?;
        let Ok(read) = training::Page::read(&html, page.url.as_deref()) else { return Ok(None) };
        let labels = labels(&read.texts(), &truth.text);
        let truth_words = label::count(&truth.text);
        let page_type = PageType::ALL.iter().position(|kind| kind.as_str() == page.page_type).unwrap_or(0);
        Ok(Some(Example { page: read, labels, truth_words, page_type, fold: fold_of(&page), site: site(&page) }))
    });
    Ok(examples.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// The log-odds of names, from all pages but those of one fold. A name counts if six pages of three sites have it.
fn learn_names(examples: &[Example], without: usize) -> NameOdds {
    #[derive(Default)]
    struct Seen<'s> {
        pages: u32,
        sites: BTreeSet<&'s str>,
        content: f64,
    }
    let mut seen: BTreeMap<u32, Seen<'_>> = BTreeMap::new();
    let (mut base, mut pages) = (0.0, 0.0);
    for example in examples.iter().filter(|example| example.fold != without) {
        let mut of_page: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
        for (names, from, to) in example.page.named() {
            let labels = &example.labels[from..to];
            let words: u32 = labels.iter().map(|label| label.words).sum();
            let content: u32 = labels.iter().map(|label| label.true_words).sum();
            for name in names {
                let (all, inside) = of_page.entry(name).or_default();
                *all += words;
                *inside += content;
            }
        }
        let words: u32 = example.labels.iter().map(|label| label.words).sum();
        let content: u32 = example.labels.iter().map(|label| label.true_words).sum();
        base += f64::from(content) / f64::from(words.max(1));
        pages += 1.0;
        for (name, (all, content)) in of_page {
            if all > 0 {
                let seen = seen.entry(name).or_default();
                seen.pages += 1;
                seen.sites.insert(&example.site);
                seen.content += f64::from(content) / f64::from(all);
            }
        }
    }
    let base: f64 = base / f64::max(pages, 1.0);
    let odds = |share: f64| (share / (1.0 - share)).ln();
    let odds = seen.into_iter().filter(|(_, seen)| seen.pages >= 6 && seen.sites.len() >= 4).map(|(name, seen)| {
        const DOUBT: f64 = 2.0;
        let share = (seen.content + DOUBT * base) / (f64::from(seen.pages) + DOUBT);
        let odds = odds(share.clamp(0.005, 0.995)) - odds(base);
        (name, (odds * 16.0).round().clamp(-127.0, 127.0) as i8)
    });
    training::name_odds(odds.filter(|(_, odds)| odds.unsigned_abs() >= 6).collect())
}

/// A block weighs by its words as a share of the true text, which is what a wrong decision on it costs; in the second
/// pass by the root of that, so that the longest blocks do not silence the rest.
fn write_blocks(folder: &Path, name: &str, examples: &[Example], columns: &[Columns], power: f64) -> Result<()> {
    let mut rows: Vec<f32> = Vec::new();
    let mut matrix: Vec<u8> = Vec::new();
    for (id, (example, columns)) in examples.iter().zip(columns).enumerate() {
        let truth: u32 = example.labels.iter().map(|label| label.true_words).sum();
        let words: u32 = example.labels.iter().map(|label| label.words).sum();
        let scale = f64::from(truth.max(words / 8).max(50));
        for (row, label) in example.labels.iter().enumerate() {
            let share = f64::from(label.true_words) / f64::from(label.words.max(1));
            let cost = f64::from(label.words) / scale;
            let weight = if truth == 0 { 0.0 } else { 100.0 * cost.powf(power) };
            rows.extend([share as f32, weight as f32, example.fold as f32, label.words as f32, id as f32]);
            let features = columns.features();
            matrix.extend((0..features).flat_map(|feature| columns.column(feature)[row].to_le_bytes()));
        }
    }
    write_rows(folder, name, &rows)?;
    Ok(fs::write(folder.join(format!("{name}.columns")), matrix)?)
}

fn write_pages(folder: &Path, name: &str, examples: &[Example], pages: &[Vec<f32>]) -> Result<()> {
    let rows: Vec<f32> =
        examples.iter().flat_map(|example| [example.page_type as f32, 1.0, example.fold as f32, 0.0, 0.0]).collect();
    write_rows(folder, name, &rows)?;
    let matrix: Vec<u8> = pages.iter().flatten().flat_map(|value| value.to_le_bytes()).collect();
    Ok(fs::write(folder.join(format!("{name}.columns")), matrix)?)
}

/// Where the weights come from, and how good they were in each fold on pages of sites they had not seen: the mean F1
/// by words of what is cut, before anything is cleaned.
fn provenance(folder: &Path, examples: &[Example], f1: &[f64]) -> Result<String> {
    let today = Command::new(python(folder)?).args(["-c", "import datetime; print(datetime.date.today())"]).output()?;
    let of_fold = |fold| {
        let values = examples.iter().zip(f1).filter(|(example, _)| example.fold == fold).map(|(_, f1)| f1);
        let (count, sum) = values.fold((0.0, 0.0), |(count, sum), f1| (count + 1.0, sum + f1));
        (sum / f64::max(count, 1.0) * 1e4).round() / 1e4
    };
    let header = json!({
        "corpus": "WCXB, the Web Content Extraction Benchmark, development pages, by Murrough Foley",
        "licence": "CC BY 4.0",
        "pages": examples.len(),
        "learner": "CatBoost 1.2.10, seed 1",
        "date": String::from_utf8(today.stdout)?.trim(),
        "foldF1": (0..FOLDS).map(of_fold).collect::<Vec<_>>(),
    });
    Ok(header.to_string())
}

/// A row for each page, with the F1 by words that its cut gives.
fn write_quality(
    folder: &Path,
    examples: &[Example],
    seconds: &[&[f32]],
    types: &[f32],
    pages: &[Vec<f32>],
) -> Result<Vec<f64>> {
    let mut rows: Vec<f32> = Vec::new();
    let mut matrix: Vec<u8> = Vec::new();
    let mut all = Vec::new();
    for (id, ((example, second), page)) in examples.iter().zip(seconds).zip(pages).enumerate() {
        let (threshold, columns) = example.page.cut(second, &types[7 * id..7 * id + 7], page);
        let kept = example.labels.iter().zip(*second).filter(|(_, p)| **p >= threshold);
        let (words, right) = kept.fold((0, 0), |(w, r), (label, _)| (w + label.words, r + label.true_words));
        let f1 = 2.0 * f64::from(right) / f64::from((words + example.truth_words).max(1));
        rows.extend([f1 as f32, 1.0, example.fold as f32, 0.0, id as f32]);
        matrix.extend((0..columns.features()).flat_map(|feature| columns.column(feature)[0].to_le_bytes()));
        all.push(f1);
    }
    write_rows(folder, "quality", &rows)?;
    fs::write(folder.join("quality.columns"), matrix)?;
    Ok(all)
}

fn write_rows(folder: &Path, name: &str, rows: &[f32]) -> Result<()> {
    let bytes: Vec<u8> = rows.iter().flat_map(|value| value.to_le_bytes()).collect();
    Ok(fs::write(folder.join(format!("{name}.rows")), bytes)?)
}

fn next<'v>(values: &'v [f32], start: &mut usize, count: usize) -> &'v [f32] {
    *start += count;
    &values[*start - count..*start]
}

/// What boosting gave.
struct Boosted {
    /// The folds' forests, and the one of all pages; one forest for each class.
    forests: Vec<Vec<Forest>>,
    /// What each row was given by the model that has not seen it.
    folded: Vec<f32>,
}

fn boost(folder: &Path, name: &str, settings: &Value) -> Result<Boosted> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("train.py");
    let status = Command::new(python(folder)?).arg(script).arg(folder).arg(name).arg(settings.to_string()).status()?;
    ensure!(status.success(), "training {name} failed");
    let models = (0..FOLDS).map(|fold| format!("fold{fold}")).chain(["all".to_owned()]);
    let forests = models
        .map(|model| {
            let path = folder.join(format!("{name}.{model}.json"));
            forests(&serde_json::from_slice(&fs::read(&path)?)?).with_context(|| path.display().to_string())
        })
        .collect::<Result<_>>()?;
    let folded = fs::read(folder.join(format!("{name}.folded")))?;
    let folded = folded.as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
    Ok(Boosted { forests, folded })
}

/// A Python with CatBoost in it, made on first use.
fn python(folder: &Path) -> Result<PathBuf> {
    let home = folder.join("python");
    let python = home.join("bin/python");
    if !python.exists() {
        let made =
            Command::new("python3").args(["-m", "venv"]).arg(&home).status().context("training needs Python 3")?;
        ensure!(made.success(), "python3 -m venv failed");
        let installed = Command::new(&python).args(["-m", "pip", "install", "--quiet", "catboost==1.2.10"]).status()?;
        ensure!(installed.success(), "CatBoost could not be installed");
    }
    Ok(python)
}

/// CatBoost's own form of a model, as forests: one, or one for each class.
fn forests(model: &Value) -> Result<Vec<Forest>> {
    let biases = model["scale_and_bias"][1].as_array().context("no bias")?;
    let classes = biases.len();
    let mut trees = vec![Vec::new(); classes];
    for tree in model["oblivious_trees"].as_array().context("no oblivious trees")? {
        let splits = tree["splits"].as_array().into_iter().flatten();
        let splits = splits
            .map(|split| {
                let feature = split["float_feature_index"].as_u64().context("a split without feature")?;
                let border = split["border"].as_f64().context("a split without border")?;
                Ok(Split { feature: u16::try_from(feature)?, border: border as f32 })
            })
            .collect::<Result<Vec<_>>>()?;
        let leaves: Vec<f32> =
            tree["leaf_values"].as_array().into_iter().flatten().map(|v| v.as_f64().unwrap_or(0.0) as f32).collect();
        ensure!(leaves.len() == classes << splits.len(), "a tree of {} leaves", leaves.len());
        ensure!(splits.len() <= DEPTH, "a tree of {} splits", splits.len());
        for (class, trees) in trees.iter_mut().enumerate() {
            let mut tree = DecisionTree { splits: splits.clone(), leaves: [0.0; 1 << DEPTH] };
            tree.leaves.iter_mut().zip(leaves.iter().skip(class).step_by(classes)).for_each(|(leaf, of)| *leaf = *of);
            trees.push(tree);
        }
    }
    let forest = |(bias, trees): (&Value, Vec<DecisionTree>)| Forest::new(bias.as_f64().unwrap_or(0.0) as f32, trees);
    Ok(biases.iter().zip(trees).map(forest).collect())
}
