//! Every test there is, in the order in which they say the most for the least time.

use std::process::{Child, Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};
use clap::builder::PossibleValuesParser;

use crate::package::package;
use crate::project::Project;
use crate::{browsers, build, files, fuzz, npm, toolchain, wasm};

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
    Step {
        name: "fuzz",
        checks: "nothing breaks while inputs are made up for a minute",
        needs_build: false,
        run: fuzz,
    },
    Step { name: "build", checks: "the site and the package build", needs_build: false, run: build },
    Step { name: "types", checks: "the JavaScript's types agree", needs_build: true, run: types },
    Step { name: "node", checks: "the JavaScript tests pass, parity included", needs_build: true, run: node },
    Step {
        name: "browser",
        checks: "the site and the extension work in real browsers",
        needs_build: true,
        run: browser,
    },
];

/// The names `--only` takes.
pub(crate) fn step_names() -> PossibleValuesParser {
    STEPS.iter().map(|step| step.name).collect::<Vec<_>>().into()
}

/// Runs all steps, or one. The first that fails ends the run.
pub(crate) fn test(project: &Project, only: Option<&str>) -> Result<()> {
    let steps = STEPS.iter().filter(|step| only.is_none_or(|name| name == step.name));
    let total = Instant::now();
    let _ahead = only.is_none().then(|| Ahead::start(project)).transpose()?;
    for step in steps {
        println!("\n== {}: {}", step.name, step.checks);
        let start = Instant::now();
        if only.is_some() && step.needs_build {
            build(project)?;
        }
        (step.run)(project).with_context(|| format!("{} FAILED (alone: cargo xtask test --only {0})", step.name))?;
        println!("{} took {:.1} s", step.name, start.elapsed().as_secs_f64());
    }
    println!("\nAll passed in {:.1} s.", total.elapsed().as_secs_f64());
    Ok(())
}

/// The wasm, being compiled from the start: the steps before it leave a core idle for much of their time. The build waits
/// for it, and says what went wrong.
struct Ahead(Child);

impl Ahead {
    fn start(project: &Project) -> Result<Self> {
        toolchain::add_wasm(project)?;
        let mut compile = wasm::compile(project);
        let child =
            compile.stdout(Stdio::null()).stderr(Stdio::null()).spawn().context("cargo could not be started")?;
        Ok(Ahead(child))
    }
}

impl Drop for Ahead {
    /// Where a step before the build failed, nobody waits for it any more.
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn format(project: &Project) -> Result<()> {
    toolchain::add_checkers(project)?;
    project.run(&mut project.cargo("fmt --all --check"))?;
    project.run(&mut project.cargo("fmt --check --manifest-path fuzz/Cargo.toml"))?;
    project.run(&mut project.cargo("fmt --all --check --manifest-path bench/Cargo.toml"))
}

fn clippy(project: &Project) -> Result<()> {
    toolchain::add_wasm(project)?;
    toolchain::add_checkers(project)?;
    project.run(&mut linted(project, "build --workspace --all-targets --locked --quiet"))?;
    let mut for_wasm = project.cargo("clippy --package recto --lib --no-default-features --locked --quiet --target");
    project.run(for_wasm.args([toolchain::WASM, "--", "--deny", "warnings"]))
}

/// A cargo that compiles our own crates with Clippy's driver, as `cargo clippy` does, but to the end: so what was linted
/// can be run, and nothing is compiled once for the linter and once for the tests.
fn linted(project: &Project, arguments: &str) -> Command {
    let mut cargo = project.cargo(arguments);
    cargo.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver").env("CLIPPY_ARGS", "--deny__CLIPPY_HACKERY__warnings");
    cargo
}

/// Compiling cargo-deny takes minutes, so it is used where it is, and always in the workflow. There it also looks for
/// advisories, which change by the day and come from another host.
fn deny(project: &Project) -> Result<()> {
    if !project.cargo("deny --version").output().is_ok_and(|output| output.status.success()) {
        println!("Left to the workflow: cargo-deny is not installed here (cargo install cargo-deny --locked).");
        return Ok(());
    }
    project.run(&mut project.cargo("deny check bans licenses sources"))?;
    let for_fuzzing = "deny --manifest-path fuzz/Cargo.toml --config deny.toml check bans licenses sources";
    project.run(&mut project.cargo(for_fuzzing))
}

/// For wasm, whose crates the linter has looked at already.
fn docs(project: &Project) -> Result<()> {
    let mut doc = project.cargo("doc --package recto --lib --no-default-features --no-deps --locked --quiet --target");
    project.run(doc.arg(toolchain::WASM).env("RUSTDOCFLAGS", "--deny warnings"))
}

fn rust(project: &Project) -> Result<()> {
    project.run(&mut linted(project, "test --workspace --all-targets --locked --quiet"))?;
    project.run(&mut linted(project, "test --workspace --doc --locked --quiet"))
}

/// libFuzzer is written in C++.
fn fuzz(project: &Project) -> Result<()> {
    if !project.command("c++").arg("--version").output().is_ok_and(|output| output.status.success()) {
        println!("Left to the workflow: there is no C++ compiler here.");
        return Ok(());
    }
    fuzz::fuzz(project, None, 15)
}

fn types(project: &Project) -> Result<()> {
    project.run(&mut npm::program(project, "typescript/bin/tsc"))
}

/// The native program is what the wasm is compared with; it is the one that the Rust tests ran.
fn node(project: &Project) -> Result<()> {
    project.run(&mut linted(project, "build --workspace --all-targets --locked --quiet"))?;
    let tests = files::list(&project.path("tests"))?;
    let is_test = |name: &str| name.ends_with(".test.mjs") || name == "parity.mjs";
    let scripts = tests.iter().filter(|path| is_test(&path.to_string_lossy()));
    project.run(
        project
            .command("node")
            .args(["--test", "--test-reporter=spec", "--test-concurrency=2"])
            .args(scripts.map(|path| project.path("tests").join(path))),
    )
}

/// The packages first: the tests have the browsers load them.
fn browser(project: &Project) -> Result<()> {
    package(project)?;
    let installed = browsers::install(project)?;
    project.run(npm::program(project, "@playwright/test/cli.js").arg("test").envs(installed))
}
