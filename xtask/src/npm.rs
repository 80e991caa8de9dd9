//! Packages from npm: tools, and the few files of others that the site carries.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::Project;

/// Makes node_modules what package-lock.json says. A copy of the lock inside tells what was installed last.
pub(crate) fn install(project: &Project) -> Result<()> {
    check_node()?;
    let lock = fs::read(project.path("package-lock.json")).context("package-lock.json could not be read")?;
    let installed = project.path("node_modules/.installed-package-lock.json");
    if fs::read(&installed).is_ok_and(|last| last == lock) {
        return Ok(());
    }
    project.run(project.command("npm").args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&installed, lock).with_context(|| format!("{} could not be written", installed.display()))
}

/// An installed package's program, run by this machine's Node.
pub(crate) fn program(project: &Project, script: &str) -> Command {
    let mut node = project.command("node");
    node.arg(project.path("node_modules").join(script));
    node
}

fn check_node() -> Result<()> {
    for name in ["node", "npm"] {
        if !Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success()) {
            bail!("{name} was not found. Install Node.js 20.19 or newer (https://nodejs.org), then run this again.");
        }
    }
    Ok(())
}
