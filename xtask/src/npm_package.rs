//! The npm package: the entry, the worker, the wasm, and all of it in one file.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project::Project;
use crate::{files, wasm};

/// What it is made of, by its place in www/.
const PARTS: [&str; 7] =
    ["package.json", "recto.js", "recto.d.ts", "worker.js", "worker.d.ts", "worker-thread.js", "inline.d.ts"];

const LICENSES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// Writes target/dist/npm.
pub(crate) fn write(project: &Project) -> Result<()> {
    let (www, package) = (project.path("www"), project.dist("npm"));
    for file in PARTS {
        files::copy(&www.join(file), &package.join(file))?;
    }
    files::copy_dir(&www.join("pkg"), &package.join("pkg"))?;
    for license in LICENSES {
        files::copy(&project.path(license), &package.join(license))?;
    }
    files::copy(&www.join("package-readme.md"), &package.join("README.md"))?;
    write_inline(project)
}

/// What stands around the glue, the wasm and www/inline-init.js in a plain script, and in a module. The script's glue
/// would look for its own address, which a script within a page has none of.
const SINGLE_FILES: [(&str, &str, &str); 2] = [
    (
        "inline.global.js",
        "(() => {\nconst document = undefined;\n",
        "globalThis.recto = { init, extract, isReadable, version };\n})();\n",
    ),
    ("inline.js", "", "export { init as default, extract, isReadable, version };\n"),
];

/// One file with the wasm in it, for where there are modules and where there are none.
fn write_inline(project: &Project) -> Result<()> {
    let package = project.dist("npm");
    let read = |path: PathBuf| fs::read_to_string(&path).with_context(|| format!("{} is missing", path.display()));
    let (glue, start) = (read(wasm::script(project))?, read(project.path("www/inline-init.js"))?);
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&fs::read(package.join("pkg/recto_core_bg.wasm")).context("the core was not built")?)?;
    let packed = BASE64_STANDARD.encode(gzip.finish()?);
    for (name, before, after) in SINGLE_FILES {
        let text = format!("{before}{glue}\nconst packed = '{packed}';\n{start}{after}");
        fs::write(package.join(name), text).with_context(|| format!("{name} could not be written"))?;
    }
    Ok(())
}
