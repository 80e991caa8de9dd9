//! Every test there is, in the order in which they say the most for the least time.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::builder::PossibleValuesParser;

use crate::project::Project;
use crate::{browsers, build, files, npm, toolchain};

struct Step {
    name: &'static str,
    checks: &'static str,
    /// Whether it looks at what people get, so that it must be built first.
    needs_build: bool,
    run: fn(&Project) -> Result<()>,
}

const STEPS: &[Step] = &[
    Step { name: "format", checks: "the Rust code is formatted", needs_build: false, run: format },
    Step { name: "clippy", checks: "no lint speaks up, natively or for wasm", needs_build: false, run: clippy },
    Step { name: "deny", checks: "every crate has a licence and an origin we allow", needs_build: false, run: deny },
    Step { name: "docs", checks: "the documentation builds without a warning", needs_build: false, run: docs },
    Step { name: "rust", checks: "the Rust tests pass", needs_build: false, run: rust },
    Step { name: "build", checks: "the site and the package build", needs_build: false, run: build },
    Step { name: "types", checks: "the JavaScript's types agree", needs_build: true, run: types },
    Step { name: "node", checks: "the JavaScript tests pass, parity included", needs_build: true, run: node },
    Step { name: "browser", checks: "the site works in real browsers", needs_build: true, run: browser },
];

/// The names `--only` takes.
pub(crate) fn step_names() -> PossibleValuesParser {
    STEPS.iter().map(|step| step.name).collect::<Vec<_>>().into()
}

/// Runs all steps, or one. The first that fails ends the run.
pub(crate) fn test(project: &Project, only: Option<&str>) -> Result<()> {
    let steps = STEPS.iter().filter(|step| only.is_none_or(|name| name == step.name));
    let mut times = Vec::new();
    for step in steps {
        println!("\n== {}: {}", step.name, step.checks);
        let start = Instant::now();
        if only.is_some() && step.needs_build {
            build(project)?;
        }
        (step.run)(project).with_context(|| format!("{} FAILED (alone: cargo xtask test --only {0})", step.name))?;
        times.push((step.name, start.elapsed()));
    }
    println!("\nAll passed.");
    for (name, time) in &times {
        println!("{name:>8} {:>7.1} s", time.as_secs_f64());
    }
    println!("{:>8} {:>7.1} s", "total", times.iter().map(|(_, time)| *time).sum::<Duration>().as_secs_f64());
    Ok(())
}

fn format(project: &Project) -> Result<()> {
    toolchain::add_checkers(project)?;
    project.run(&mut project.cargo("fmt --all --check"))
}

fn clippy(project: &Project) -> Result<()> {
    toolchain::add_wasm(project)?;
    toolchain::add_checkers(project)?;
    project.run(&mut project.cargo("clippy --workspace --all-targets --locked --quiet -- --deny warnings"))?;
    let mut for_wasm = project.cargo("clippy --package recto --lib --no-default-features --locked --quiet --target");
    project.run(for_wasm.args([toolchain::WASM, "--", "--deny", "warnings"]))
}

/// Compiling cargo-deny takes minutes, so it is used where it is, and always in the workflow. There it also looks for
/// advisories, which change by the day and come from another host.
fn deny(project: &Project) -> Result<()> {
    if !project.cargo("deny --version").output().is_ok_and(|output| output.status.success()) {
        println!("Left to the workflow: cargo-deny is not installed here (cargo install cargo-deny --locked).");
        return Ok(());
    }
    project.run(&mut project.cargo("deny check bans licenses sources"))
}

fn docs(project: &Project) -> Result<()> {
    let mut doc = project.cargo("doc --package recto --lib --no-deps --locked --quiet");
    project.run(doc.env("RUSTDOCFLAGS", "--deny warnings"))
}

fn rust(project: &Project) -> Result<()> {
    project.run(&mut project.cargo("test --workspace --locked --quiet"))
}

fn types(project: &Project) -> Result<()> {
    project.run(&mut npm::program(project, "typescript/bin/tsc"))
}

/// The native program is what the wasm is compared with.
fn node(project: &Project) -> Result<()> {
    project.run(&mut project.cargo("build --package recto --locked --quiet"))?;
    let tests = files::list(&project.path("tests"))?;
    let is_test = |name: &str| name.ends_with(".test.mjs") || name == "parity.mjs";
    let scripts = tests.iter().filter(|path| is_test(&path.to_string_lossy()));
    project.run(
        project
            .command("node")
            .args(["--test", "--test-reporter=spec"])
            .args(scripts.map(|path| project.path("tests").join(path))),
    )
}

fn browser(project: &Project) -> Result<()> {
    let installed = browsers::install(project)?;
    project.run(npm::program(project, "@playwright/test/cli.js").arg("test").envs(installed))
}
