//! Files of small cases: `=== name`, what goes in, `---`, and what should come of it. A name may end in flags that say how
//! the case is run: `=== name [alone, no links]`.

use std::fs;
use std::path::Path;

pub(crate) struct Case {
    /// The file, without its folder and ending, a colon and the case in it.
    pub name: String,
    /// What the name ends in, between brackets.
    pub flags: Vec<String>,
    pub input: String,
    pub expected: String,
}

/// The cases of a folder below `tests`, in the order of their files. There must be at least so many.
pub(crate) fn cases(folder: &str, at_least: usize) -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut files: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut cases = Vec::new();
    for path in files {
        let file = path.file_stem().unwrap().to_string_lossy();
        let text = fs::read_to_string(&path).unwrap();
        for case in text.split("=== ").skip(1) {
            let (header, case) = case.split_once('\n').unwrap();
            let (name, flags) = header.strip_suffix(']').and_then(|h| h.split_once(" [")).unwrap_or((header, ""));
            let (input, expected) =
                case.split_once("\n---\n").unwrap_or_else(|| panic!("{file}: {name} has no expectation"));
            cases.push(Case {
                name: format!("{file}: {name}"),
                flags: flags.split(", ").filter(|flag| !flag.is_empty()).map(str::to_string).collect(),
                input: input.to_string(),
                expected: expected.trim_end().to_string(),
            });
        }
    }
    assert!(cases.len() >= at_least, "only {} cases found in {folder}", cases.len());
    cases
}
