//! The npm package: the entry, the worker, the wasm, and all of it in one file.

use std::fs;
use std::io::Write;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::files;
use crate::project::Project;

/// What it is made of, by its place in www/.
const PARTS: [&str; 5] = ["recto.js", "recto.d.ts", "worker.js", "worker.d.ts", "worker-thread.js"];

const LICENSES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// The template's version, replaced by the library's.
const NO_VERSION: &str = "\"version\": \"0.0.0\"";

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
    let template = fs::read_to_string(www.join("package.json")).context("www/package.json could not be read")?;
    ensure!(template.contains(NO_VERSION), "www/package.json must hold {NO_VERSION}, which the build replaces");
    let manifest = template.replace(NO_VERSION, &format!("\"version\": \"{}\"", project.version()));
    fs::write(package.join("package.json"), manifest).context("the package's package.json could not be written")?;
    write_inline(project)
}

/// One file with the wasm in it: a module, and the same as a plain script for where there are no modules.
fn write_inline(project: &Project) -> Result<()> {
    let package = project.dist("npm");
    let glue = fs::read_to_string(package.join("pkg/recto_core.js")).context("the core was not built")?;
    let wasm = fs::read(package.join("pkg/recto_core_bg.wasm")).context("the core was not built")?;
    let script = script(&glue, &wasm)?;
    let module = format!(
        "{script}\nconst {{ init, extract, isReadable, version }} = recto;\n\
         export {{ init as default, extract, isReadable, version }};\n"
    );
    for (name, text) in [("inline.js", &module), ("inline.global.js", &script)] {
        fs::write(package.join(name), text).with_context(|| format!("{name} could not be written"))?;
    }
    files::copy(&project.path("www/inline.d.ts"), &package.join("inline.d.ts"))
}

/// The glue without what makes it a module, around the compressed wasm.
fn script(glue: &str, wasm: &[u8]) -> Result<String> {
    const END: &str = "export { initSync, __wbg_init as default };";
    const BESIDE: &str = "new URL('recto_core_bg.wasm', import.meta.url)";
    for part in [END, BESIDE] {
        ensure!(glue.matches(part).count() == 1, "wasm-bindgen's glue must hold {part:?} once");
    }
    let glue = glue.replace(END, "").replace(BESIDE, "undefined").replace("\nexport function ", "\nfunction ");
    ensure!(!glue.contains("\nexport ") && !glue.contains("import.meta"), "wasm-bindgen's glue is still a module");
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(wasm)?;
    let packed = BASE64_STANDARD.encode(gzip.finish()?);
    Ok(format!(
        "/* Recto, all in one file. */
var recto = (() => {{
{glue}
const packed = '{packed}';
let loading = null;

async function load() {{
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const wasm = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
    await __wbg_init({{ module_or_path: await wasm.arrayBuffer() }});
}}

function init() {{
    loading ??= load().catch((error) => {{
        loading = null;
        throw error;
    }});
    return loading;
}}

return {{ init, extract, isReadable, version }};
}})();
"
    ))
}
