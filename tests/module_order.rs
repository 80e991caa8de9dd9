//! The modules of `src/` use each other in one direction, the pipeline's, and never in a circle.
//!
//! Read are the `use` lines and the paths in the code, but for tests. A name that a module only passes on counts as the
//! module's where it is defined. A module and what is in it may use each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The modules in the direction of the pipeline: each row may use those before it. Modules of one row do not use each
/// other, but for the last, which are the ways in.
const ORDER: &[&[&str]] = &[
    &["lexicon"],
    &["dom"],
    &["words"],
    &["error"],
    &["options"],
    &["address"],
    &["article"],
    &["parse"],
    &["structured"],
    &["metadata"],
    &["blocks"],
    &["media", "notes"],
    &["score"],
    &["trace"],
    &["select"],
    &["hydration_fallback"],
    &["clean"],
    &["sanitise"],
    &["render"],
    &["assemble"],
    &["", "wasm", "main", "batch", "training", "generated"],
];

/// What each module uses, by path: `dom::tree`; the crate's root is empty.
type Uses = BTreeMap<String, BTreeSet<String>>;

#[test]
fn modules_use_each_other_in_one_direction() {
    let row = |module: &str| {
        let top = module.split("::").next().unwrap_or_default();
        ORDER.iter().position(|row| row.contains(&top)).unwrap_or_else(|| panic!("{top} has no place in ORDER"))
    };
    let top = |module: &str| module.split("::").next().unwrap_or_default().to_string();
    let mut arrows = BTreeSet::new();
    for (user, used) in uses() {
        for used in used.iter().filter(|used| top(used) != top(&user)) {
            if row(used) > row(&user) || (row(used) == row(&user) && row(used) + 1 < ORDER.len()) {
                arrows.insert((user.clone(), used.clone()));
            }
        }
    }
    let arrows: Vec<_> = arrows.iter().map(|(user, used)| format!("{user} uses {used}")).collect();
    assert!(arrows.is_empty(), "against the direction of the pipeline:\n{}", arrows.join("\n"));
}

#[test]
fn modules_use_each_other_in_no_circle() {
    let circles: Vec<_> = circles(&uses()).iter().map(|circle| circle.join(", ")).collect();
    assert!(circles.is_empty(), "circles:\n{}", circles.join("\n"));
}

#[test]
fn uses_are_read() {
    let uses = uses();
    assert!(uses.len() > 100, "only {} modules found", uses.len());
    let has =
        |user: &str, used: &str| assert!(uses[user].contains(used), "{user} does not use {used}: {:?}", uses[user]);
    has("sanitise", "sanitise::filter");
    has("render::html", "dom::tree");
    has("render::html", "sanitise");
    has("clean::math::write::token", "clean::math::write");
    has("wasm", "options");
}

#[test]
fn circles_are_found() {
    let uses = |arrows: &[(&str, &str)]| {
        let mut uses = Uses::new();
        for (user, used) in arrows {
            uses.entry(user.to_string()).or_default().insert(used.to_string());
            uses.entry(used.to_string()).or_default();
        }
        uses
    };
    assert!(circles(&uses(&[("a", "a::b"), ("a::b", "a"), ("a::b", "c"), ("a", "c")])).is_empty());
    assert_eq!(circles(&uses(&[("a::b", "a::c"), ("a::c", "d"), ("d", "a::b"), ("e", "d")])), [["a::b", "a::c", "d"]]);
}

/// Groups of modules that each use all others of the group, at least by way of the rest.
fn circles(uses: &Uses) -> Vec<Vec<String>> {
    let is_within = |inner: &str, outer: &str| outer.is_empty() || inner.starts_with(&format!("{outer}::"));
    let reached = |from: &String| {
        let mut reached = BTreeSet::new();
        let mut pending = vec![from.clone()];
        while let Some(user) = pending.pop() {
            let used = uses.get(&user).into_iter().flatten();
            for used in used.filter(|used| !is_within(used, &user) && !is_within(&user, used)) {
                if reached.insert(used.clone()) {
                    pending.push(used.clone());
                }
            }
        }
        reached
    };
    let reached: BTreeMap<&String, BTreeSet<String>> = uses.keys().map(|module| (module, reached(module))).collect();
    let circle_of = |module: &String| {
        let is_back = |other: &&String| reached[module].contains(*other) && reached[other].contains(module);
        reached.keys().copied().filter(is_back).cloned().collect::<Vec<_>>()
    };
    let circles: BTreeSet<Vec<String>> = uses.keys().map(circle_of).filter(|circle| !circle.is_empty()).collect();
    circles.into_iter().collect()
}

fn uses() -> Uses {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.strip_prefix(&root).unwrap().with_extension("");
            let module = name.to_str().unwrap().replace(std::path::MAIN_SEPARATOR, "::");
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs")
                && !module.split("::").any(|part| part == "tests")
            {
                let module = if module == "lib" { String::new() } else { module };
                sources.insert(module, code(&fs::read_to_string(path).unwrap()));
            }
        }
    }
    let paths: BTreeMap<&String, Vec<Vec<String>>> =
        sources.iter().map(|(module, code)| (module, paths(module, code))).collect();
    let uses = |module: &String| {
        let found = paths[module].iter().filter_map(|path| definer(&paths, path, 8)).filter(|used| used != module);
        (module.clone(), found.collect())
    };
    sources.keys().map(uses).collect()
}

/// The module where what the path names is defined.
fn definer(paths: &BTreeMap<&String, Vec<Vec<String>>>, path: &[String], hops: usize) -> Option<String> {
    let module = (0..=path.len()).rev().map(|end| path[..end].join("::")).find(|module| paths.contains_key(module))?;
    let depth = if module.is_empty() { 0 } else { module.split("::").count() };
    if let Some(name) = path.get(depth).filter(|_| hops > 0) {
        // Passed on by a `use` of the same name.
        let is_passed_on = |passed: &&Vec<String>| passed.last() == Some(name) && passed.len() > 1 && *passed != path;
        let passed = paths[&module].iter().find(is_passed_on);
        if let Some(definer) = passed.and_then(|passed| definer(paths, passed, hops - 1)) {
            return Some(definer);
        }
    }
    Some(module)
}

/// The words and signs of the code, without comments, texts and tests.
fn code(source: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            raw.find("\"#").map_or(rest.len(), |end| end + 5)
        } else if let Some(text) = rest.strip_prefix('"') {
            let mut is_escaped = false;
            let is_end = |c: char| {
                let is_end = c == '"' && !is_escaped;
                is_escaped = c == '\\' && !is_escaped;
                is_end
            };
            text.find(is_end).map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = character(rest) {
            length
        } else if rest.starts_with("::") {
            words.push("::".to_string());
            2
        } else if c.is_alphanumeric() || c == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            words.push(rest[..length].to_string());
            length
        } else {
            if !c.is_whitespace() {
                words.push(c.to_string());
            }
            c.len_utf8()
        };
        rest = &rest[length..];
    }
    let test = ["#", "[", "cfg", "(", "test", ")", "]"];
    while let Some(start) = words.windows(test.len()).position(|window| window == test) {
        let mut depth = 0;
        let is_end = |word: &String| {
            depth += i32::from(word == "{") - i32::from(word == "}");
            depth == 0 && (word == "}" || word == ";")
        };
        let end = words[start..].iter().position(is_end).map_or(words.len(), |end| start + end + 1);
        words.drain(start..end);
    }
    words
}

/// How long the character in quotes is that the source begins with, if it does.
fn character(source: &str) -> Option<usize> {
    let mut inside = source.strip_prefix('\'')?.char_indices();
    let (_, first) = inside.next()?;
    if first == '\\' {
        inside.next()?;
    }
    let (end, _) = inside.find(|&(_, c)| c == '\'' || first != '\\')?;
    source[1 + end..].starts_with('\'').then_some(end + 2)
}

/// The paths in the code that may lead to modules, from the crate's root on.
fn paths(module: &str, code: &[String]) -> Vec<Vec<String>> {
    let mut own: Vec<String> = module.split("::").filter(|part| !part.is_empty()).map(str::to_string).collect();
    // How deep in braces the code is, and the modules that lie in this one: each with its own depth.
    let (mut depth, mut inner) = (0, Vec::new());
    let children: BTreeSet<&String> =
        code.windows(2).filter(|words| words[0] == "mod").map(|words| &words[1]).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < code.len() {
        let is_start = at == 0 || code[at - 1] != "::";
        let begins = matches!(code[at].as_str(), "crate" | "super" | "self") || children.contains(&code[at]);
        let leads_on = code.get(at + 1).is_some_and(|next| next == "::");
        if is_start && begins && leads_on {
            let base = match code[at].as_str() {
                "crate" => Vec::new(),
                "super" => own[..own.len().saturating_sub(1)].to_vec(),
                "self" => own.clone(),
                child => [own.clone(), vec![child.to_string()]].concat(),
            };
            at = tree(code, at + 2, base, &mut found);
            continue;
        }
        match code[at].as_str() {
            "{" => {
                depth += 1;
                if at >= 2 && code[at - 2] == "mod" {
                    own.push(code[at - 1].clone());
                    inner.push(depth);
                }
            }
            "}" => {
                if inner.pop_if(|outer| *outer == depth).is_some() {
                    own.pop();
                }
                depth -= 1;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Reads a path on from `at`, with all that stands in braces; where it ends.
fn tree(code: &[String], mut at: usize, mut base: Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    loop {
        match code.get(at).map(String::as_str) {
            Some("super") => {
                base.pop();
            }
            Some("{") => {
                at += 1;
                while code.get(at).is_some_and(|word| word != "}") {
                    at = if code[at] == "," { at + 1 } else { tree(code, at, base.clone(), found) };
                }
                return at + 1;
            }
            Some("self") => {}
            Some(word) => base.push(word.to_string()),
            None => break,
        }
        at += 1;
        if code.get(at).is_none_or(|word| word != "::") {
            break;
        }
        at += 1;
    }
    if code.get(at).is_some_and(|word| word == "as") {
        at += 2;
    }
    found.push(base);
    at
}
