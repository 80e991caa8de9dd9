//! The figures, for people.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::Row;

/// Languages with fewer pages share a line: their means are mostly chance.
const MIN_LANGUAGE_PAGES: usize = 10;

/// Prints quality over all pages and by page type, metadata, speed, failures and the worst pages.
pub(crate) fn print(rows: &[Row], worst: usize) {
    print_quality(rows);
    print_metadata(rows);
    print_sources(rows);
    print_confidence(rows);
    print_speed(rows);
    print_failures(rows);
    print_worst(rows, worst);
}

fn print_quality(rows: &[Row]) {
    let (mut types, mut languages) = (BTreeMap::<&str, Vec<&Row>>::new(), BTreeMap::<&str, Vec<&Row>>::new());
    for row in rows {
        types.entry(&row.page.page_type).or_default().push(row);
        languages.entry(&row.language).or_default().push(row);
    }
    let (common, rare): (Vec<_>, Vec<_>) =
        languages.into_iter().partition(|(name, group)| !name.is_empty() && group.len() >= MIN_LANGUAGE_PAGES);
    let rare: Vec<&Row> = rare.into_iter().flat_map(|(_, group)| group).collect();
    println!(
        "{:<15}{:>6}{:>8}{:>8}{:>8}{:>8}{:>8}{:>9}{:>7}",
        "type", "pages", "f1", "p", "r", "median", "with", "without", "empty"
    );
    print_group("all", &rows.iter().collect::<Vec<_>>());
    for (name, group) in &types {
        print_group(name, group);
    }
    println!();
    for (name, group) in &common {
        print_group(name, group);
    }
    if !rare.is_empty() {
        print_group("other languages", &rare);
    }
}

fn print_group(name: &str, rows: &[&Row]) {
    let mean_of = |value: fn(&Row) -> f64| mean(rows.iter().map(|row| value(row)));
    println!(
        "{:<15}{:>6}{:>8.4}{:>8.4}{:>8.4}{:>8.4}{:>8.4}{:>9.4}{:>7}",
        name,
        rows.len(),
        mean_of(|row| row.quality.words.f1),
        mean_of(|row| row.quality.words.precision),
        mean_of(|row| row.quality.words.recall),
        median(rows.iter().map(|row| row.quality.words.f1).collect()),
        mean_of(|row| row.quality.with),
        mean_of(|row| row.quality.without),
        rows.iter().filter(|row| row.quality.is_empty).count(),
    );
}

fn print_metadata(rows: &[Row]) {
    println!("\n{:<15}{:>6}{:>8}", "metadata", "pages", "right");
    let print = |name: &str, value: fn(&Row) -> Option<f64>| {
        let values: Vec<_> = rows.iter().filter_map(value).collect();
        println!("{name:<15}{:>6}{:>8.4}", values.len(), mean(values.iter().copied()));
    };
    print("title, exact", |row| row.quality.title_exact);
    print("title, f1", |row| row.quality.title_f1);
    print("author", |row| row.quality.author);
    print("date", |row| row.quality.date);
}

/// For each field, how often each source was chosen, and how often it was right where the truth has the field.
fn print_sources(rows: &[Row]) {
    println!("\n{:<15}{:<15}{:>6}{:>8}", "field", "source", "pages", "right");
    let print = |name: &str, field: &str, value: fn(&Row) -> Option<f64>| {
        let mut sources: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        for row in rows {
            if let Some(right) = value(row) {
                sources.entry(row.sources.get(field).map_or("none", String::as_str)).or_default().push(right);
            }
        }
        let mut sources: Vec<_> = sources.into_iter().collect();
        sources.sort_by_key(|(_, values)| std::cmp::Reverse(values.len()));
        for (source, values) in sources {
            println!("{name:<15}{source:<15}{:>6}{:>8.4}", values.len(), mean(values.iter().copied()));
        }
    };
    print("title, exact", "title", |row| row.quality.title_exact);
    print("author", "byline", |row| row.quality.author);
    print("date", "published", |row| row.quality.date);
}

/// Of the pages of each tenth of confidence, how good they are; and how often the type is right.
fn print_confidence(rows: &[Row]) {
    println!("\n{:<15}{:>6}{:>12}{:>8}{:>14}", "confidence", "pages", "mean", "f1", "f1 below 0.5");
    let mut error = 0.0;
    for tenth in 0..10 {
        let of_tenth = |row: &&Row| ((row.confidence * 10.0) as usize).min(9) == tenth;
        let group: Vec<&Row> = rows.iter().filter(of_tenth).collect();
        if group.is_empty() {
            continue;
        }
        let confidence = mean(group.iter().map(|row| row.confidence));
        let f1 = mean(group.iter().map(|row| row.quality.words.f1));
        let failed = group.iter().filter(|row| row.quality.words.f1 < 0.5).count();
        error += (confidence - f1).abs() * group.len() as f64 / rows.len() as f64;
        let range = format!("{:.1} to {:.1}", tenth as f64 / 10.0, (tenth + 1) as f64 / 10.0);
        println!("{range:<15}{:>6}{confidence:>12.3}{f1:>8.3}{failed:>14}", group.len());
    }
    println!("{:<15}{error:>18.4}", "mean error");
    let typed: Vec<_> = rows.iter().filter_map(|row| Some(row.page_type?.as_str() == row.page.page_type)).collect();
    println!(
        "{:<15}{:>6}{:>12.4}",
        "page type",
        typed.len(),
        mean(typed.iter().map(|&right| f64::from(u8::from(right))))
    );
}

fn print_speed(rows: &[Row]) {
    let per_page =
        |time: fn(&Row) -> Duration| rows.iter().map(time).sum::<Duration>().as_secs_f64() * 1000.0 / rows.len() as f64;
    let (extraction, parsing) = (per_page(|row| row.cost.extraction), per_page(|row| row.cost.parsing));
    println!("\n{:<15}{:>14}", "CPU", "ms per page");
    println!("{:<15}{extraction:>14.2}", "extraction");
    println!("{:<15}{parsing:>14.2}", "parsing alone");
    println!("{:<15}{:>14.2}", "ratio", extraction / parsing);
}

fn print_failures(rows: &[Row]) {
    let mut failures: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows {
        if let Some(failure) = &row.failure {
            failures.entry(failure).or_default().push(&row.page.id);
        }
    }
    for (failure, ids) in failures {
        println!("\n{} pages: {failure}\n{}", ids.len(), ids.join(" "));
    }
}

fn print_worst(rows: &[Row], worst: usize) {
    let mut rows: Vec<_> = rows.iter().collect();
    rows.sort_by(|left, right| left.quality.words.f1.total_cmp(&right.quality.words.f1));
    for (place, row) in rows.iter().take(worst).enumerate() {
        if place == 0 {
            println!("\n{:<8}{:<15}{:>8}{:>8}{:>8}  address", "worst", "type", "f1", "p", "r");
        }
        let words = row.quality.words;
        println!(
            "{:<8}{:<15}{:>8.4}{:>8.4}{:>8.4}  {}",
            row.page.id,
            row.page.page_type,
            words.f1,
            words.precision,
            words.recall,
            row.page.url.as_deref().unwrap_or_default(),
        );
    }
}

pub(crate) fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (count, sum) = values.fold((0.0, 0.0), |(count, sum), value| (count + 1.0, sum + value));
    sum / count
}

/// Of an even number of values, the mean of the two in the middle.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len().is_multiple_of(2) { (values[middle - 1] + values[middle]) / 2.0 } else { values[middle] }
}
