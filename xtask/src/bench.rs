//! Recto beside its peers on the same pages, natively and in Chromium.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::files;
use crate::project::Project;
use crate::{toolchain, wasm};

/// Prints both tables and leaves the figures in target/bench. The pages are the tests' own and those of the folders
/// given.
pub(crate) fn bench(project: &Project, folders: &[PathBuf]) -> Result<()> {
    let mut pages = vec![project.path("tests/pages")];
    for folder in folders {
        pages.push(folder.canonicalize().with_context(|| format!("{} cannot be read", folder.display()))?);
    }
    let reports = project.target("bench");
    files::make_dir(&reports)?;
    let mut native = project.cargo("run --release --locked --quiet --manifest-path bench/Cargo.toml --target-dir");
    project.run(native.arg(&reports).arg("--").arg(reports.join("native.json")).args(&pages))?;
    let mut peers = project.cargo("build --profile wasm --locked --quiet --manifest-path bench/peers/Cargo.toml");
    project.run(peers.args(["--target", toolchain::WASM, "--target-dir"]).arg(&reports))?;
    let compiled = reports.join(toolchain::WASM).join("wasm/recto_bench_peers.wasm");
    wasm::bind(project, &compiled, &reports.join("peers"), "peers")?;
    let mut browser = project.command("node");
    browser.arg("bench/browser.js").arg(project.target("")).arg(reports.join("browser.json"));
    project.run(browser.args(&pages))
}
