//! What a run gave for each page, kept to be compared with what another gives.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::Row;
use crate::report::mean;

/// Smaller differences of F1 are of a word or two.
const MIN_DIFFERENCE: f64 = 0.001;

/// So many blocks of a page are printed on either side, and so many characters of each.
const MAX_BLOCKS: usize = 4;
const MAX_CHARS: usize = 100;

/// What came out for one page.
pub(crate) struct Outcome {
    f1: f64,
    text: String,
}

/// Writes the F1 and the text of each page, a line of JSON each.
pub(crate) fn write(folder: &Path, rows: &[Row]) -> Result<()> {
    let line =
        |row: &Row| json!({ "id": row.page.id, "f1": row.quality.words.f1, "text": row.text }).to_string() + "\n";
    fs::create_dir_all(folder)?;
    fs::write(path(folder), rows.iter().map(line).collect::<String>())
        .with_context(|| format!("{} could not be written", path(folder).display()))
}

/// Reads what [`write`] wrote, by the pages' ids.
pub(crate) fn read(folder: &Path) -> Result<BTreeMap<String, Outcome>> {
    let path = path(folder);
    let lines = fs::read_to_string(&path)
        .with_context(|| format!("{} could not be read: `eval --save` writes it", path.display()))?;
    let outcome = |line: &str| {
        let page: Value = serde_json::from_str(line)?;
        let id = page["id"].as_str().context("a page without id")?.to_owned();
        let text = page["text"].as_str().unwrap_or_default().to_owned();
        Ok((id, Outcome { f1: page["f1"].as_f64().unwrap_or(0.0), text }))
    };
    lines.lines().map(outcome).collect()
}

fn path(folder: &Path) -> PathBuf {
    folder.join("pages.jsonl")
}

/// Prints how many pages are better and worse than before, and each of them with the blocks that came and went, the worst
/// first.
pub(crate) fn compare(before: &BTreeMap<String, Outcome>, rows: &[Row]) {
    let mut pages: Vec<(f64, &Row, &Outcome)> = rows
        .iter()
        .filter_map(|row| before.get(&row.page.id).map(|outcome| (row.quality.words.f1 - outcome.f1, row, outcome)))
        .collect();
    pages.sort_by(|a, b| a.0.total_cmp(&b.0));
    let better = pages.iter().filter(|page| page.0 >= MIN_DIFFERENCE).count();
    let worse = pages.iter().filter(|page| page.0 <= -MIN_DIFFERENCE).count();
    let change = mean(pages.iter().map(|page| page.0));
    println!("\nof {} pages in both runs {better} are better, {worse} worse; F1 {change:+.4}", pages.len());
    for (change, row, outcome) in pages {
        if change.abs() < MIN_DIFFERENCE {
            continue;
        }
        println!("\n{:<8}{:<15}{:>8.4}{change:>+9.4}", row.page.id, row.page.page_type, row.quality.words.f1);
        print_blocks('-', &missing(&outcome.text, &row.text));
        print_blocks('+', &missing(&row.text, &outcome.text));
    }
}

/// The blocks of a text that the other has not, or less often.
fn missing<'t>(text: &'t str, other: &str) -> Vec<&'t str> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    other.split('\n').for_each(|block| *left.entry(block).or_default() += 1);
    let blocks = text.split('\n').filter(|block| !block.trim().is_empty());
    blocks
        .filter(|&block| match left.get_mut(block) {
            Some(times) if *times > 0 => {
                *times -= 1;
                false
            }
            _ => true,
        })
        .collect()
}

fn print_blocks(sign: char, blocks: &[&str]) {
    for block in blocks.iter().take(MAX_BLOCKS) {
        println!("  {sign} {}", block.chars().take(MAX_CHARS).collect::<String>());
    }
    if let Some(more) = blocks.len().checked_sub(MAX_BLOCKS).filter(|&more| more > 0) {
        println!("  {sign} and {more} more");
    }
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn blocks_count_as_often_as_they_stand() {
        assert_eq!(missing("a\n\nb\n\na", "a\n\nc"), ["b", "a"]);
        assert_eq!(missing("a", "a\n\nc"), [""; 0]);
    }
}
