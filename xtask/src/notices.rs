//! The licences of the crates that the wasm is made of, which ask to go wherever it goes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::project::Project;

/// Each licence's text once, under the names of the crates that have it.
pub(crate) fn text(project: &Project) -> Result<String> {
    let metadata = metadata(project)?;
    let mut crates: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in shipped(&metadata)? {
        let said = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let name = format!("{} {} ({})", said("name"), said("version"), said("license"));
        let manifest = said("manifest_path");
        let folder = Path::new(&manifest).parent().context("a crate has no folder")?;
        crates.entry(license_in(folder)?).or_default().insert(name);
    }
    let parts = crates.iter().map(|(license, names)| {
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        format!("{}\n\n{}\n", names.join("\n"), license.trim())
    });
    Ok(format!("Recto's wasm is made of these crates too.\n\n{}", parts.collect::<Vec<_>>().join("\n----\n\n")))
}

fn metadata(project: &Project) -> Result<Value> {
    let mut cargo = project.cargo("metadata --format-version=1 --locked --no-default-features --filter-platform");
    let output = cargo.arg(crate::toolchain::WASM).output().context("cargo could not be started")?;
    if !output.status.success() {
        bail!("cargo metadata failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// All that the library depends on to run; what builds or tests it goes nowhere.
fn shipped(metadata: &Value) -> Result<Vec<&Value>> {
    let list = |value: &'static str, of: &Value| -> Vec<Value> { of[value].as_array().cloned().unwrap_or_default() };
    let packages = metadata["packages"].as_array().context("cargo metadata has an unknown format")?;
    let nodes = metadata["resolve"]["nodes"].as_array().context("cargo metadata has an unknown format")?;
    let recto = packages.iter().find(|package| package["name"] == "recto").context("no package named recto")?;
    let mut found = BTreeSet::new();
    let mut waiting = vec![recto["id"].as_str().unwrap_or_default().to_owned()];
    while let Some(id) = waiting.pop() {
        let node = nodes.iter().find(|node| node["id"] == id.as_str()).context("a crate is not resolved")?;
        for dependency in list("deps", node) {
            let is_normal = list("dep_kinds", &dependency).iter().any(|kind| kind["kind"].is_null());
            let id = dependency["pkg"].as_str().unwrap_or_default().to_owned();
            if is_normal && found.insert(id.clone()) {
                waiting.push(id);
            }
        }
    }
    Ok(packages.iter().filter(|package| package["id"].as_str().is_some_and(|id| found.contains(id))).collect())
}

/// Where there are several to choose from, the shortest: MIT.
fn license_in(folder: &Path) -> Result<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .with_context(|| format!("{} could not be read", folder.display()))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| {
            let upper = name.to_uppercase();
            upper.starts_with("LICEN") || upper.starts_with("COPYING") || upper.starts_with("UNLICENSE")
        })
        .collect();
    names.sort_by_key(|name| (!name.to_uppercase().contains("MIT"), name.clone()));
    match names.first() {
        Some(name) => fs::read_to_string(folder.join(name)).with_context(|| format!("{name} could not be read")),
        // A few crates have it in their manifest only.
        None => Ok(String::new()),
    }
}
