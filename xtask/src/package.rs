//! What the stores get: a zip for each, the same bytes from the same sources.

use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::project::Project;
use crate::{files, npm};

struct Store {
    name: &'static str,
    /// What the manifest has for the other browsers, by its place in it.
    not_for_it: &'static [&'static [&'static str]],
}

const STORES: [Store; 2] = [
    Store { name: "chrome", not_for_it: &[&["background", "scripts"], &["browser_specific_settings"]] },
    // Firefox has no service workers for extensions, and keeps private windows apart by itself.
    Store {
        name: "firefox",
        not_for_it: &[&["background", "service_worker"], &["incognito"], &["minimum_chrome_version"]],
    },
];

/// Writes the zips beside each other into target/dist/packages, and has the one for Firefox's store checked as that does.
pub(crate) fn package(project: &Project) -> Result<()> {
    let packages = project.dist("packages");
    files::remove_dir(&packages)?;
    files::make_dir(&packages)?;
    for Store { name, not_for_it } in STORES {
        let file = packages.join(format!("recto-{name}-{}.zip", project.version()));
        let bytes = zipped(&project.dist("extension"), not_for_it)?;
        fs::write(&file, bytes).with_context(|| format!("{} could not be written", file.display()))?;
        println!("{}", file.display());
        if name == "firefox" {
            lint(project, &file)?;
        }
    }
    Ok(())
}

/// What the store's check warns of, by file and message, and why it may.
const EXPLAINED: [(&str, &str); 2] = [
    // The name comes from the file's own table of languages.
    ("reader/highlight.js", "Unsafe call to import for argument 0"),
    // In the highlighter's own way of showing code, which is never called: Recto makes elements of what it finds.
    ("vendor/cdn-assets/core.min.js", "Unsafe assignment to innerHTML"),
];

fn lint(project: &Project, file: &Path) -> Result<()> {
    let mut lint = npm::program(project, "web-ext/bin/web-ext.js");
    let output = lint
        .args(["lint", "--output=json", "--no-config-discovery", "--source-dir"])
        .arg(file)
        .output()
        .context("web-ext could not be started")?;
    let report: Value = serde_json::from_slice(&output.stdout)
        .with_context(|| format!("web-ext said: {}", String::from_utf8_lossy(&output.stderr)))?;
    let found = unexplained(&report)?;
    ensure!(found.is_empty(), "web-ext lint:\n{}", found.join("\n"));
    Ok(())
}

/// What a report of the check holds, apart from what is explained.
fn unexplained(report: &Value) -> Result<Vec<String>> {
    let kinds = ["errors", "warnings", "notices"].map(|kind| report[kind].as_array().context("an unknown report"));
    let mut found = Vec::new();
    for finding in kinds.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten() {
        let said = |key: &str| finding[key].as_str().unwrap_or_default();
        if !EXPLAINED.contains(&(said("file"), said("message"))) {
            found.push(format!("{}: {}: {}", said("_type"), said("file"), said("message")));
        }
    }
    Ok(found)
}

/// A folder as a zip: files in order, all of the same day.
fn zipped(folder: &Path, not_for_it: &[&[&str]]) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for file in files::list(folder)? {
        let name = file.to_string_lossy().replace('\\', "/");
        let path = folder.join(&file);
        zip.start_file(&name, options)?;
        if name == "manifest.json" {
            let text = fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))?;
            std::io::Write::write_all(&mut zip, manifest(&text, not_for_it)?.as_bytes())?;
        } else {
            let mut from = File::open(&path).with_context(|| format!("{} could not be read", path.display()))?;
            std::io::copy(&mut from, &mut zip)?;
        }
    }
    Ok(zip.finish()?.into_inner())
}

fn manifest(text: &str, not_for_it: &[&[&str]]) -> Result<String> {
    let mut manifest: Value = serde_json::from_str(text).context("the manifest is not JSON")?;
    for place in not_for_it {
        let (key, around) = place.split_last().context("a place in the manifest has a name")?;
        let object = around.iter().try_fold(&mut manifest, |value, name| value.get_mut(name));
        object
            .and_then(Value::as_object_mut)
            .and_then(|object| object.remove(*key))
            .with_context(|| format!("the manifest has no {}", place.join(".")))?;
    }
    Ok(serde_json::to_string_pretty(&manifest)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str =
        r#"{ "background": { "scripts": ["a.js"], "service_worker": "a.js" }, "incognito": "split" }"#;

    fn extension() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("b")).unwrap();
        for (name, text) in [("manifest.json", MANIFEST), ("b/a.js", "1"), ("a.js", "2")] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn the_same_files_give_the_same_bytes_whenever_they_were_written() {
        let (one, other) = (extension(), extension());
        let later = std::time::SystemTime::now() + std::time::Duration::from_secs(100_000);
        File::options().write(true).open(other.path().join("a.js")).unwrap().set_modified(later).unwrap();
        assert_eq!(zipped(one.path(), &[]).unwrap(), zipped(other.path(), &[]).unwrap());
        fs::write(other.path().join("a.js"), "3").unwrap();
        assert_ne!(zipped(one.path(), &[]).unwrap(), zipped(other.path(), &[]).unwrap());
    }

    #[test]
    fn what_the_check_finds_is_told_unless_it_is_explained() {
        let [(file, message), _] = EXPLAINED;
        let explained = serde_json::json!({ "_type": "warning", "file": file, "message": message });
        let other = serde_json::json!({ "_type": "warning", "file": "app.js", "message": message });
        let report = serde_json::json!({ "errors": [], "warnings": [explained, other], "notices": [] });
        assert_eq!(unexplained(&report).unwrap(), [format!("warning: app.js: {message}")]);
        assert!(unexplained(&serde_json::json!({})).is_err());
    }

    #[test]
    fn each_store_gets_the_manifest_without_what_is_for_the_other() {
        let chrome: Value = serde_json::from_str(&manifest(MANIFEST, &[&["background", "scripts"]]).unwrap()).unwrap();
        assert_eq!(chrome, serde_json::json!({ "background": { "service_worker": "a.js" }, "incognito": "split" }));
        assert!(manifest(MANIFEST, &[&["background", "pages"]]).unwrap_err().to_string().contains("background.pages"));
    }
}
