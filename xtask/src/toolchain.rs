//! The parts of the Rust toolchain that a fresh machine may lack.

use std::path::Path;

use anyhow::{Context, Result};

use crate::project::Project;

/// What browsers run.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The platform that this machine compiles for.
pub(crate) fn host(project: &Project) -> Result<String> {
    let output = project.command("rustc").arg("-vV").output().context("rustc could not be started")?;
    let version = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc does not say its host")?;
    Ok(host.to_string())
}

/// Adds the wasm target. Asking rustc instead of rustup also suits toolchains from elsewhere.
pub(crate) fn add_wasm(project: &Project) -> Result<()> {
    let output = project.command("rustc").args(["--print", "target-libdir", "--target", WASM]).output()?;
    if Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir() {
        return Ok(());
    }
    rustup(project, &["target", "add", WASM])
}

/// Adds the formatter and the linter, which rustup's minimal profile leaves out.
pub(crate) fn add_checkers(project: &Project) -> Result<()> {
    for (component, probe) in [("rustfmt", "fmt --version"), ("clippy", "clippy --version")] {
        if !project.cargo(probe).output().is_ok_and(|output| output.status.success()) {
            rustup(project, &["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(project: &Project, arguments: &[&str]) -> Result<()> {
    project.run(project.command("rustup").args(arguments)).with_context(|| {
        format!("the Rust toolchain is incomplete; with rustup (https://rustup.rs): rustup {}", arguments.join(" "))
    })
}
