//! Files of small cases: `=== name`, what goes in, `---`, and what should come of it.

use std::fs;
use std::path::Path;

pub(crate) struct Case {
    /// The file, without its folder, and the case in it.
    pub name: String,
    pub input: String,
    pub expected: String,
}

/// The cases of a folder below `tests`, in the order of their files. There must be at least so many.
pub(crate) fn cases(folder: &str, at_least: usize) -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut files: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let file = file.file_name().unwrap().to_string_lossy();
        for case in text.split("=== ").skip(1) {
            let (name, case) = case.split_once('\n').unwrap();
            let (input, expected) =
                case.split_once("\n---\n").unwrap_or_else(|| panic!("{file}: {name} has no expectation"));
            let name = format!("{file}: {name}");
            cases.push(Case { name, input: input.to_string(), expected: expected.to_string() });
        }
    }
    assert!(cases.len() >= at_least, "only {} cases found in {folder}", cases.len());
    cases
}
