//! The core as WebAssembly: compiled, bound to JavaScript, optimised, into www/pkg.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::files;
use crate::npm;
use crate::project::Project;
use crate::toolchain;

const NAME: &str = "recto_core";

/// Makes www/pkg, where it is older than what it is made from.
pub(crate) fn build(project: &Project) -> Result<()> {
    toolchain::add_wasm(project)?;
    project.run(&mut compile(project))?;
    let compiled = project.target(&format!("{}/wasm/recto.wasm", toolchain::WASM));
    let package = project.path("www/pkg");
    let sources = [&compiled, &project.path("package-lock.json"), &project.path("xtask/src/wasm.rs")];
    if is_newer(&script(project), &sources)? && is_newer(&package.join(format!("{NAME}_bg.wasm")), &sources)? {
        return Ok(());
    }
    bind_script(&compiled, &script(project))?;
    let bound = project.target("wasm-bindgen");
    files::remove_dir(&bound)?;
    bind(project, &compiled, &bound, NAME)?;
    files::remove_dir(&package)?;
    files::copy_dir(&bound, &package)?;
    start(project).inspect_err(|_| drop(files::remove_dir(&package)))
}

/// The plain script that drives the wasm, as [`build`] leaves it.
pub(crate) fn script(project: &Project) -> PathBuf {
    project.target("wasm-bindgen-script.js")
}

/// Half as much is inlined as is usual at the profile's level. Over real pages that is an eighth faster than level "s" and
/// a twenty-fifth larger as it travels, where all of the level would be a sixth faster and a tenth larger.
const FLAGS: &str = r#"target.wasm32-unknown-unknown.rustflags = ["-C", "llvm-args=-inline-threshold=100"]"#;

/// What compiles the core, leaving the rest to [`build`].
pub(crate) fn compile(project: &Project) -> Command {
    let mut compile = project.cargo("rustc --profile wasm --package recto --lib --no-default-features --locked");
    compile.args(["--crate-type", "cdylib", "--target", toolchain::WASM, "--config", FLAGS]);
    compile
}

/// Makes a module of what was compiled, and optimises it. Splitting the data on its runs of zeros makes the file smaller
/// but its compressed form, which is what travels, larger.
pub(crate) fn bind(project: &Project, compiled: &Path, out: &Path, name: &str) -> Result<()> {
    // So that the generated module finds the wasm beside it when it is not told where it is.
    glue(compiled, name).web(true)?.omit_default_module_path(false).generate(out).context("wasm-bindgen failed")?;
    let wasm = out.join(format!("{name}_bg.wasm"));
    let mut optimiser = npm::program(project, "binaryen/bin/wasm-opt");
    project.run(optimiser.args(["-O3", "--skip-pass=memory-packing"]).arg(&wasm).arg("-o").arg(&wasm))
}

/// The same as a plain script, for the package's single file. The wasm is that of the module: only the script differs.
fn bind_script(compiled: &Path, out: &Path) -> Result<()> {
    let bound = glue(compiled, NAME)
        .no_modules(true)?
        .no_modules_global(NAME)?
        .generate_output()
        .context("wasm-bindgen failed")?;
    fs::write(out, bound.js()).with_context(|| format!("{} could not be written", out.display()))
}

fn glue(compiled: &Path, name: &str) -> Bindgen {
    let mut glue = Bindgen::new();
    glue.input_path(compiled).out_name(name).typescript(true).remove_name_section(true).remove_producers_section(true);
    glue
}

/// An optimiser may write a file that engines refuse, so what it wrote is run.
fn start(project: &Project) -> Result<()> {
    let script = "import init, { version } from './www/recto.js'; await init(); console.log(version());";
    let output = project.command("node").args(["--input-type=module", "--eval", script]).output()?;
    let answer = String::from_utf8_lossy(&output.stdout);
    if answer.trim() != project.version() {
        bail!(
            "the built wasm does not run: it should say {} but said {answer:?}\n{}",
            project.version(),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(())
}

fn is_newer(made: &Path, sources: &[&PathBuf]) -> Result<bool> {
    let Ok(made) = modified(made) else { return Ok(false) };
    for source in sources {
        if modified(source)? >= made {
            return Ok(false);
        }
    }
    Ok(true)
}

fn modified(path: &Path) -> Result<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).with_context(|| format!("{} could not be read", path.display()))
}
