//! Each block of a page has one line, and nothing is lost that has none: over the pages and cases of the tests, pages made
//! at random, and a local copy of the corpus.

#[path = "../../tests/random_pages.rs"]
mod random_pages;

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use memchr::memmem;
use proptest::prelude::*;

use super::{Entry, Stage, Trace};
use crate::cases::cases;
use crate::dom::{Document, NodeId, NodeRange, Tag, TreeId};
use crate::sanitise::SafeContent;
use crate::score::MODEL;
use crate::{Limits, NO_CONTENT, Options, choose, clean, hydration_fallback, parse, render, sanitise, select};

/// The environment variable that names a folder of pages: files of lines of JSON with `id`, `html` and `url`.
const CORPUS: &str = "RECTO_CORPUS";

#[test]
fn every_block_of_a_test_page_has_one_line() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path().join("page.html")).collect();
    pages.retain(|path| path.exists());
    pages.sort();
    assert!(pages.len() > 40);
    let mut faults = String::new();
    for path in pages {
        let html = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        for whole_page in [false, true] {
            let name = path.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
            report(&mut faults, &name, &html, &Options::new().url("https://example.com/page").whole_page(whole_page));
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn every_block_of_a_case_has_one_line() {
    let mut faults = String::new();
    for case in cases("rules", 350) {
        for whole_page in [false, true] {
            let options = Options::new().url("https://example.com/dir/page").whole_page(whole_page);
            let html = format!("<!doctype html><title>A page</title><body>{}", case.input);
            report(&mut faults, &case.name, &html, &options.embeds(false));
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_block_of_a_random_page_has_one_line((body, _) in random_pages::page(), whole_page: bool, images: bool) {
        let options = Options::new().url("https://example.com/dir/page").whole_page(whole_page).images(images);
        let faults = faults(&format!("<!doctype html><title>Another title</title><body>{body}"), &options);
        prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

/// Runs only where [`CORPUS`] is set: a folder with a local copy of the corpus is not part of the repository.
#[test]
fn every_block_of_the_corpus_has_one_line() {
    let Some(folder) = std::env::var_os(CORPUS) else { return };
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    assert!(!files.is_empty(), "no *.jsonl in the folder");
    let mut failures = String::new();
    for path in files {
        for line in fs::read_to_string(path).unwrap().lines() {
            let page: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = |key: &str| page.get(key).and_then(|value| value.as_str()).map(str::to_string);
            let options = text("url").into_iter().fold(Options::new(), Options::url);
            report(&mut failures, &text("id").unwrap_or_default(), &text("html").unwrap_or_default(), &options);
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn a_block_dropped_twice_has_the_last_line() {
    let html = "<title>T</title><body><p>Green tea is steeped at eighty degrees, for two or three minutes.</p>\
        <p><img src='/a.jpg'></p>";
    let (_, trace) = crate::explain(html, &Options::new().whole_page(true).images(false));
    let fates: Vec<_> = trace.blocks().iter().map(|entry| (entry.stage, entry.kept, entry.rule)).collect();
    assert_eq!(fates, [(Stage::Select, true, "whole_page"), (Stage::Clean, false, "apply_options")]);
    assert_eq!(trace.entries().count(), 2);
}

fn report(failures: &mut String, name: &str, html: &str, options: &Options) {
    for fault in faults(html, options) {
        writeln!(failures, "{name}: {fault}").unwrap();
    }
}

/// What is wrong with the trace of a page.
fn faults(html: &str, options: &Options) -> Vec<String> {
    let mut trace = Trace::on();
    let Ok((page, selection)) = choose(html, options, &MODEL, &mut trace) else {
        return faults_of_lines(&crate::explain(html, options).1);
    };
    let content = clean::clean(&selection, &page.context(&selection, options), &mut trace);
    let content = sanitise::sanitise(content, &mut trace);
    let mut faults = faults_of_lines(&trace);
    let first = trace.blocks().len() - page.blocks.list.len();
    let written = Written::of(&content, &page.page);
    let cut: Vec<String> = trace.others.iter().filter(|entry| !entry.kept).map(|entry| entry.text.clone()).collect();
    let mut is_shown = vec![false; page.blocks.list.len()];
    let mut chosen: Vec<_> = trace.chosen.iter().map(|(&node, &(block, is_left))| (node, block, is_left)).collect();
    chosen.sort_unstable();
    for (node, block, is_left) in chosen {
        let fate = &trace.blocks()[block];
        if !fate.kept && is_left {
            faults.push(format!("in the content, but {fate}"));
        }
        let is_there = written.has(&page.page, node, &cut);
        is_shown[block - first] |= is_there;
        if is_left && !is_there {
            faults.push(format!("lost {:?} {:?} of {fate}", page.page.tag(node), page.page.text(node)));
        }
    }
    let kept = trace.blocks()[first..].iter().zip(is_shown).filter(|(entry, is_shown)| entry.kept && !is_shown);
    faults.extend(kept.map(|(entry, _)| format!("not in the content, but {entry}")));
    faults
}

/// What is in the content.
struct Written {
    letters: String,
    /// All but white space.
    signs: String,
    /// The nodes of the page that its elements were copied from.
    sources: HashSet<NodeId>,
    /// Where on the page formulas are: what they show is not what they were written as.
    formulas: Vec<NodeRange>,
}

impl Written {
    fn of(content: &SafeContent, page: &Document) -> Written {
        let written = parse::parse(&render::html(content), &Limits::default()).unwrap();
        let text = written.text(written.body());
        let tree = content.tree();
        let source = |id: &TreeId| tree.node(*id).source;
        let formulas = tree.all().into_iter().filter(|&id| tree.tag(id) == Tag::Math);
        Written {
            letters: letters(text),
            signs: signs(text),
            sources: tree.all().iter().filter_map(source).collect(),
            formulas: formulas.filter_map(|id| source(&id)).map(|id| page.subtree(id)).collect(),
        }
    }

    /// Whether a text is in the content but for what was cut out of it, or a picture.
    fn has(&self, page: &Document, node: NodeId, cut: &[String]) -> bool {
        if self.formulas.iter().any(|formula| formula.first <= node && node < formula.end) {
            return true;
        }
        if !page.is_text(node) {
            return self.sources.contains(&node);
        }
        let text = letters(page.text(node));
        if text.is_empty() {
            let text = signs(page.text(node));
            let is_cut = |c: char| cut.iter().any(|cut| letters(cut).is_empty() && cut.contains(c));
            return self.signs.contains(&text) || self.signs.contains(&text.replace(is_cut, ""));
        }
        let has = |text: &str| memmem::find(self.letters.as_bytes(), text.as_bytes()).is_some();
        let is_rest = |cut: &String| {
            let cut = letters(cut);
            text.strip_prefix(cut.as_str()).is_some_and(has) || text.strip_suffix(cut.as_str()).is_some_and(has)
        };
        has(&text) || cut.iter().any(is_rest)
    }
}

/// What is wrong with the lines themselves.
fn faults_of_lines(trace: &Trace) -> Vec<String> {
    let mut rules: BTreeSet<&str> =
        select::RULES.iter().chain(select::PART_RULES).chain(select::WHOLE_PAGE).map(|rule| rule.name).collect();
    rules.extend(clean::RULES.iter().map(|rule| rule.name));
    rules.extend([sanitise::NAME, NO_CONTENT, hydration_fallback::NAME]);
    let is_wrong = |entry: &&Entry| !rules.contains(entry.rule) || entry.reason.is_empty();
    let mut faults: Vec<String> =
        trace.entries().filter(is_wrong).map(|entry| format!("no rule or reason: {entry}")).collect();
    let numbers: Vec<_> = trace.entries().filter_map(|entry| entry.block).collect();
    if numbers != (0..trace.blocks().len()).collect::<Vec<_>>() {
        faults.push(format!("not one line a block: {numbers:?}"));
    }
    faults
}

/// A text without what takes no room.
fn signs(text: &str) -> String {
    text.chars()
        .filter(|c| {
            !c.is_whitespace()
                && !c.is_control()
                && !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
        })
        .collect()
}

/// The letters and digits of a text: what is between them may change.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
