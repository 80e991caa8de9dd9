//! The folders that people get, each complete, static and relocatable.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::{extension, files, notices, npm_package, precache, vendored};

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
    files::join(&[www.join("head.html"), www.join("page.html")], &site.join("index.html"))?;
    vendored::write(project)?;
    precache::write(&site)
}

/// What only the package or the extension has, what the page is joined of, and declarations are not for the site's visitors.
fn is_served(file: &Path) -> bool {
    let path = file.to_string_lossy();
    let is_joined = ["head.html", "page.html", "inline-init.js"].contains(&&*path);
    let is_for_others = ["extension", "examples"].iter().any(|folder| file.starts_with(folder));
    !(is_joined || is_for_others || path.ends_with(".d.ts") || path.starts_with("package"))
}
