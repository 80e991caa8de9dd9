//! Recto's developer command. Run it as `cargo xtask`, from anywhere in the repository.

mod bench;
mod browsers;
mod dist;
mod extension;
mod files;
mod fuzz;
mod notices;
mod npm;
mod npm_package;
mod package;
mod precache;
mod project;
mod test;
mod toolchain;
mod vendored;
mod wasm;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use crate::project::Project;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Recto's developer command")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write target/dist/{site,extension,npm}: each complete, static and relocatable
    Build,
    /// Build everything and write the extension's packages for the stores to target/dist/packages
    Package,
    /// Build everything and serve the site
    Serve {
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Install what is missing and run every test, browsers included
    Test {
        /// Run this step alone
        #[arg(long, value_name = "STEP", value_parser = test::step_names())]
        only: Option<String>,
    },
    /// Look for inputs that break something, with libFuzzer
    Fuzz {
        /// Run this target alone
        #[arg(long, value_name = "TARGET", value_parser = fuzz::target_names())]
        only: Option<String>,
        /// How long each target runs
        #[arg(long, default_value_t = 600)]
        seconds: u32,
    },
    /// Measure quality and speed over a local copy of the corpus
    #[command(disable_help_flag = true)]
    Eval(Rest),
    /// Time Recto beside its peers on the tests' pages and those in the folders given, natively and in Chromium
    Bench { folders: Vec<PathBuf> },
    /// Measure how the cost grows with the size of hostile pages
    Scaling,
    /// Write the labelled features of a local copy of the corpus
    #[command(disable_help_flag = true)]
    Features(Rest),
    /// Learn the scorer's weights from a local copy of the corpus
    #[command(disable_help_flag = true)]
    Train(Rest),
}

/// What the measuring program takes itself.
#[derive(Args)]
struct Rest {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let project = Project::find()?;
    match command {
        Command::Build => build(&project),
        Command::Package => {
            build(&project)?;
            package::package(&project)
        }
        Command::Serve { port } => {
            build(&project)?;
            let mut server = project.command("node");
            project.hand_over(server.arg("xtask/serve.js").arg(project.dist("site")).arg(port.to_string()))
        }
        Command::Test { only } => test::test(&project, only.as_deref()),
        Command::Fuzz { only, seconds } => fuzz::fuzz(&project, only.as_deref(), seconds),
        Command::Eval(rest) => measure(&project, "eval", &rest.arguments),
        Command::Bench { folders } => {
            build(&project)?;
            bench::bench(&project, &folders)
        }
        Command::Scaling => measure(&project, "scaling", &[]),
        Command::Features(rest) => measure(&project, "features", &rest.arguments),
        Command::Train(rest) => measure(&project, "train", &rest.arguments),
    }
}

/// Everything people get, from the sources.
fn build(project: &Project) -> Result<()> {
    npm::install(project)?;
    wasm::build(project)?;
    dist::write(project)
}

/// The measuring program links the library, and its figures mean nothing without optimisation, so it is a program
/// of its own.
fn measure(project: &Project, command: &str, arguments: &[String]) -> Result<()> {
    project.run(project.cargo("run --release --package recto-eval --locked --quiet --").arg(command).args(arguments))
}
