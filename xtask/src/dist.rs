//! The folders that people get, each complete, static and relocatable.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::{extension, files, notices, npm_package, precache};

/// Writes target/dist anew from www/ and the built core.
pub(crate) fn write(project: &Project) -> Result<()> {
    for name in ["site", "extension", "npm"] {
        files::remove_dir(&project.dist(name))?;
        files::make_dir(&project.dist(name))?;
    }
    write_site(project)?;
    extension::write(project)?;
    npm_package::write(project)?;
    let notices = notices::text(project)?;
    for name in ["site", "extension", "npm"] {
        fs::write(project.dist(name).join("THIRD-PARTY.txt"), &notices).context("the notices could not be written")?;
    }
    Ok(())
}

fn write_site(project: &Project) -> Result<()> {
    let (www, site) = (project.path("www"), project.dist("site"));
    for file in files::list(&www)?.iter().filter(|file| is_served(file)) {
        files::copy(&www.join(file), &site.join(file))?;
    }
    write_postal_mime(project)?;
    write_vendored(project)?;
    write_highlighter(project)?;
    precache::write(&site)
}

/// Declarations, what only the package has and the extension's own files are not for the site's visitors.
fn is_served(file: &Path) -> bool {
    let path = file.to_string_lossy();
    let is_for_developers = path.ends_with(".d.ts") || path.starts_with("package") || file.starts_with("examples");
    !(is_for_developers || file.starts_with("extension"))
}

/// The reader of web archives: plain modules, taken as they are, with their licence.
fn write_postal_mime(project: &Project) -> Result<()> {
    let from = project.path("node_modules/postal-mime");
    let to = project.dist("site").join("vendor/postal-mime");
    let modules = from.join("dist/esm");
    for file in files::list(&modules)?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "js")) {
        files::copy(&modules.join(file), &to.join(file))?;
    }
    files::copy(&from.join("LICENSE.txt"), &to.join("LICENSE.txt"))
}

/// Single files of npm packages that the site carries as they are: package, folder in it, files. Each goes with its
/// licence into a folder of vendor/ that is named like the package without its scope.
const VENDORED: [(&str, &str, &[&str]); 3] = [
    ("fflate", "esm", &["browser.js"]),
    (
        "@fontsource-variable/literata",
        "files",
        &["literata-latin-wght-normal.woff2", "literata-latin-wght-italic.woff2"],
    ),
    (
        "@fontsource-variable/atkinson-hyperlegible-next",
        "files",
        &["atkinson-hyperlegible-next-latin-wght-normal.woff2", "atkinson-hyperlegible-next-latin-wght-italic.woff2"],
    ),
];

fn write_vendored(project: &Project) -> Result<()> {
    for (package, folder, names) in VENDORED {
        let from = project.path("node_modules").join(package);
        let to = project.dist("site").join("vendor").join(package.rsplit('/').next().unwrap_or(package));
        for name in names {
            files::copy(&from.join(folder).join(name), &to.join(name))?;
        }
        files::copy(&from.join("LICENSE"), &to.join("LICENSE.txt"))?;
    }
    Ok(())
}

/// The highlighter's core and the languages that www/reader/highlight.js names.
fn write_highlighter(project: &Project) -> Result<()> {
    let from = project.path("node_modules/@highlightjs/cdn-assets");
    let to = project.dist("site").join("vendor/cdn-assets");
    let table =
        fs::read_to_string(project.path("www/reader/highlight.js")).context("highlight.js could not be read")?;
    let rows = table.lines().skip_while(|line| !line.starts_with("const LANGUAGES")).skip(1);
    for name in rows.take_while(|line| *line != "};").filter_map(|row| row.trim().split(':').next()) {
        let file = format!("{name}.min.js");
        files::copy(&from.join("es/languages").join(&file), &to.join(&file))?;
    }
    files::copy(&from.join("es/core.min.js"), &to.join("core.min.js"))?;
    files::copy(&from.join("LICENSE"), &to.join("LICENSE.txt"))
}
