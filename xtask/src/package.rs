//! What the stores get: a zip for each, the same bytes from the same sources.

use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context, Result};
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

fn lint(project: &Project, file: &Path) -> Result<()> {
    let mut lint = npm::program(project, "web-ext/bin/web-ext.js");
    project.run(lint.args(["lint", "--warnings-as-errors", "--no-config-discovery", "--source-dir"]).arg(file))
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
    fn each_store_gets_the_manifest_without_what_is_for_the_other() {
        let chrome: Value = serde_json::from_str(&manifest(MANIFEST, &[&["background", "scripts"]]).unwrap()).unwrap();
        assert_eq!(chrome, serde_json::json!({ "background": { "service_worker": "a.js" }, "incognito": "split" }));
        assert!(manifest(MANIFEST, &[&["background", "pages"]]).unwrap_err().to_string().contains("background.pages"));
    }
}
