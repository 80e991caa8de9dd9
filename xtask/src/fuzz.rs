//! Fuzzing: each target of `fuzz/` under libFuzzer, on any toolchain.

use anyhow::{Context, Result};
use clap::builder::PossibleValuesParser;

use crate::project::Project;
use crate::toolchain;

/// The targets, each with the folder below `tests` that it sets out from.
const TARGETS: &[(&str, &str)] =
    &[("extract", "pages"), ("dates", "metadata"), ("srcset", "hostile"), ("json_ld", "metadata")];

/// Longer inputs find nothing that shorter ones do not, and slow the search.
const LONGEST_INPUT: &str = "-max_len=4096";

/// What lets libFuzzer see which branches an input takes. `cargo fuzz` has the same, without a sanitiser: there is no
/// `unsafe` code of ours to watch.
const COVERAGE: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// The names `--only` takes.
pub(crate) fn target_names() -> PossibleValuesParser {
    TARGETS.iter().map(|(name, _)| *name).collect::<Vec<_>>().into()
}

/// Runs all targets or one, each for so many seconds. What one finds is kept for the next time; an input that breaks
/// something ends the run, and is named.
pub(crate) fn fuzz(project: &Project, only: Option<&str>, seconds: u32) -> Result<()> {
    let host = toolchain::host(project)?;
    let folder = project.target("fuzz");
    let mut build = project.cargo("build --release --locked --quiet --manifest-path fuzz/Cargo.toml --target");
    // With a target named, build scripts and macros are compiled without these flags.
    project.run(build.arg(&host).arg("--target-dir").arg(&folder).env("RUSTFLAGS", COVERAGE))?;
    for (name, seeds) in TARGETS.iter().filter(|(name, _)| only.is_none_or(|only| only == *name)) {
        let found = folder.join("found").join(name);
        std::fs::create_dir_all(&found).context("the folder for what the fuzzer finds cannot be made")?;
        let mut run = project.command(folder.join(&host).join("release").join(name));
        run.args([LONGEST_INPUT, "-print_final_stats=1", &format!("-max_total_time={seconds}")]);
        run.arg(format!("-artifact_prefix={}/{name}-", folder.display()));
        project.run(run.arg(found).arg(project.path("tests").join(seeds)))?;
    }
    Ok(())
}
