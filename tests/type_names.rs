//! No two types of `src/` have one name: who searches for a type finds it, and a name in a message is one type's.
//!
//! Read are structs, enums, traits and aliases of modules; those in functions and in tests are not seen from elsewhere.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn each_type_has_a_name_of_its_own() {
    let mut files_of: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            match path.file_name().and_then(|name| name.to_str()) {
                Some("tests" | "tests.rs") => {}
                _ if path.is_dir() => folders.push(path),
                _ if path.extension().is_none_or(|extension| extension != "rs") => {}
                _ => {
                    for name in fs::read_to_string(&path).unwrap().lines().filter_map(type_name) {
                        files_of.entry(name.to_string()).or_default().push(path.clone());
                    }
                }
            }
        }
    }
    assert!(files_of.len() > 150, "only {} types found", files_of.len());
    files_of.retain(|_, files| files.len() > 1);
    assert!(files_of.is_empty(), "types of one name: {files_of:#?}");
}

/// The type that a line begins the definition of; what is indented is in a function, or belongs to a trait.
fn type_name(line: &str) -> Option<&str> {
    let line = match line.strip_prefix("pub") {
        Some(rest) => {
            rest.strip_prefix('(').and_then(|rest| Some(rest.split_once(')')?.1)).unwrap_or(rest).trim_start()
        }
        None => line,
    };
    let name = ["struct ", "enum ", "trait ", "type "].iter().find_map(|keyword| line.strip_prefix(keyword))?;
    name.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}
