//! What the site's service worker keeps: every file of the site with its digest, and a version made of all of them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::files;

/// The worker's own two files, which the browser keeps, looking for newer ones itself; and what only the host reads.
const NOT_KEPT: [&str; 3] = ["service-worker.js", "precache.js", "_headers"];

/// Writes precache.js beside a site that is otherwise complete.
pub(crate) fn write(site: &Path) -> Result<()> {
    let mut kept = Map::new();
    let mut all = Sha256::new();
    for file in files::list(site)? {
        let path = file.to_string_lossy().replace('\\', "/");
        if NOT_KEPT.contains(&path.as_str()) || path.ends_with(".txt") {
            continue;
        }
        let bytes = fs::read(site.join(&file)).with_context(|| format!("{path} could not be read"))?;
        let digest = STANDARD.encode(Sha256::digest(bytes));
        all.update(format!("{path} {digest}\n"));
        // Hosts may send visitors of index.html elsewhere; the folder is the page's address.
        let address = if path == "index.html" { String::from("./") } else { path };
        kept.insert(address, Value::from(format!("sha256-{digest}")));
    }
    let version = all.finalize().iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    let list = json!({ "version": version, "files": kept });
    fs::write(site.join("precache.js"), format!("self.PRECACHE = {list};\n"))
        .context("precache.js could not be written")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(files: &[(&str, &str)]) -> String {
        let site = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(site.path().join(name), text).unwrap();
        }
        write(site.path()).unwrap();
        fs::read_to_string(site.path().join("precache.js")).unwrap()
    }

    #[test]
    fn files_are_listed_with_digests_that_browsers_check() {
        let list = written(&[("index.html", "abc"), ("service-worker.js", ""), ("LICENSE.txt", "")]);
        assert!(list.contains(r#""./":"sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=""#), "{list}");
        assert!(!list.contains("service-worker") && !list.contains("LICENSE"), "{list}");
    }

    #[test]
    fn the_version_is_that_of_the_content() {
        assert_eq!(written(&[("a.js", "1")]), written(&[("a.js", "1")]));
        assert_ne!(written(&[("a.js", "1")]), written(&[("a.js", "2")]));
    }
}
