//! Cleaning rules: each case in `tests/rules/<rule>.txt` is `=== name`, the HTML of a body, `---`, and the content that
//! comes of it when the whole page is kept. Where it begins with `<html>` it is a page, and its content is chosen.
//!
//! Flags after the name say what else is asked for (`[no links]`, `[no images]`, `[no embeds]`), and `[alone]` that
//! nothing but the rule is applied to what is copied from the page: then the tree is shown as the rule leaves it.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{RULES, copy};
use crate::cases::{Case, cases};
use crate::options::Options;
use crate::render::serialise;
use crate::score::MODEL;
use crate::trace::Trace;
use crate::{Prepared, extract};

#[test]
fn rules_give_what_is_expected() {
    let mut failures = String::new();
    for case in cases("rules", 350) {
        let found = if has(&case, "alone") { alone(&case) } else { content(&case) };
        if found != case.expected {
            writeln!(failures, "== {}\n- {}\n+ {found}", case.name, case.expected).unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn every_rule_has_cases_and_all_cases_have_a_rule() {
    let rules: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    let cases = cases("rules", 350);
    let files: BTreeSet<&str> = cases.iter().map(rule_of).collect();
    assert_eq!(files, rules, "files of tests/rules on the left, names in RULES on the right");
    for case in &cases {
        let is_known = |flag: &String| ["alone", "no links", "no images", "no embeds"].contains(&flag.as_str());
        assert!(case.flags.iter().all(is_known), "{}: {:?}", case.name, case.flags);
    }
}

fn has(case: &Case, flag: &str) -> bool {
    case.flags.iter().any(|given| given == flag)
}

/// The rule that a case is of: its file's name.
fn rule_of(case: &Case) -> &str {
    case.name.split(':').next().unwrap()
}

fn options(case: &Case) -> Options {
    Options {
        url: Some("https://example.com/dir/page".to_string()),
        whole_page: !case.input.starts_with("<html>"),
        links: !has(case, "no links"),
        images: !has(case, "no images"),
        embeds: !has(case, "no embeds"),
        ..Options::default()
    }
}

fn page(case: &Case) -> String {
    let start = if case.input.starts_with("<html>") { "" } else { "<title>A page</title><body>" };
    format!("<!doctype html>{start}{}", case.input)
}

/// The content of a case's page.
fn content(case: &Case) -> String {
    match extract(&page(case), &options(case)) {
        Ok(article) => article.content,
        Err(error) => format!("error: {}", error.kind().as_str()),
    }
}

/// What is copied from a case's page, after its rule and no other.
fn alone(case: &Case) -> String {
    let options = options(case);
    let prepared = Prepared::new(&page(case), &options).unwrap();
    let selection = prepared.select(&options, &MODEL, &mut Trace::off()).unwrap();
    let context = prepared.context(&selection, &options);
    let mut tree = copy::copy(&context, &selection);
    for rule in RULES.iter().filter(|rule| rule.name == rule_of(case)) {
        (rule.apply)(&mut tree, &context, &mut Trace::off());
    }
    serialise(&tree)
}
