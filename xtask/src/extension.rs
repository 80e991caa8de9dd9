//! The browser extension: the site, with what the browser needs around it and without what only a site has.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::files;
use crate::project::Project;

/// What a site needs to be hosted, to work offline and to be installed. An extension is on the device anyway.
const SITE_ONLY: [&str; 7] = [
    "_headers",
    "index.html",
    "service-worker.js",
    "precache.js",
    "app.webmanifest",
    "icons/512.png",
    "icons/maskable.png",
];

/// The browsers' names for the site's languages, where they have others.
const LOCALES: [(&str, &[&str]); 2] = [("pt", &["pt_BR", "pt_PT"]), ("zh", &["zh_CN"])];

/// The prefix of the messages that the browser itself shows.
const SHOWN_BY_BROWSER: &str = "extension.";

/// Writes the extension from the built site and www/extension.
pub(crate) fn write(project: &Project) -> Result<()> {
    let (site, www, to) = (project.dist("site"), project.path("www"), project.dist("extension"));
    for file in files::list(&site)?.iter().filter(|file| !SITE_ONLY.iter().any(|name| *file == Path::new(name))) {
        files::copy(&site.join(file), &to.join(file))?;
    }
    let own = www.join("extension");
    for file in files::list(&own)?.iter().filter(|file| *file != Path::new("head.html")) {
        let place = if file == Path::new("manifest.json") { to.join(file) } else { to.join("extension").join(file) };
        files::copy(&own.join(file), &place)?;
    }
    files::join(&[own.join("head.html"), www.join("page.html")], &to.join("index.html"))?;
    for license in ["LICENSE-MIT", "LICENSE-APACHE"] {
        files::copy(&project.path(license), &to.join(license))?;
    }
    write_locales(&www.join("locales"), &to.join("_locales"))
}

fn write_locales(from: &Path, to: &Path) -> Result<()> {
    for file in files::list(from)? {
        let text =
            fs::read_to_string(from.join(&file)).with_context(|| format!("{} could not be read", file.display()))?;
        let texts: Map<String, Value> = serde_json::from_str(&text).with_context(|| file.display().to_string())?;
        let messages = serde_json::to_string_pretty(&messages(&texts))?;
        let language = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let named = LOCALES.iter().find(|(name, _)| *name == language);
        for name in named.map_or_else(|| vec![language.as_str()], |(_, names)| names.to_vec()) {
            files::make_dir(&to.join(name))?;
            fs::write(to.join(name).join("messages.json"), &messages).context("a locale could not be written")?;
        }
    }
    Ok(())
}

fn messages(texts: &Map<String, Value>) -> Value {
    let shown = texts.iter().filter(|(key, _)| key.starts_with(SHOWN_BY_BROWSER));
    shown.map(|(key, text)| (key.replace('.', "_"), json!({ "message": text }))).collect::<Map<_, _>>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_gets_the_messages_that_it_shows() {
        let texts = json!({ "extension.read": "Read", "home.title": "Paste" });
        assert_eq!(messages(texts.as_object().unwrap()), json!({ "extension_read": { "message": "Read" } }));
    }
}
