//! The browser extension: the site, with what the browser needs around it and without what only a site has.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use crate::files;
use crate::project::Project;

/// What a site needs to work offline and to be installed. An extension is on the device anyway.
const SITE_ONLY: [&str; 5] =
    ["service-worker.js", "precache.js", "app.webmanifest", "icons/512.png", "icons/maskable.png"];

/// The extension's own launch source in place of the site's.
const LAUNCH_SOURCE: &str = "export { launchSource } from './extension/launch-source.js';\n";

/// How the site's page becomes the extension's: its further pages and links come from other hosts once the reader has
/// allowed that, nobody installs it, the extension's own module starts before the page's, and both before the first
/// paint: they come from the device, and the view is opened for an article.
const PAGE: [(&str, &str); 3] = [
    ("connect-src 'self';", "connect-src 'self' http: https:;"),
    ("    <link rel=\"manifest\" href=\"app.webmanifest\">\n", ""),
    (
        "    <script type=\"module\" src=\"app.js\"></script>\n",
        "    <link rel=\"stylesheet\" href=\"extension/reading.css\">\n    \
         <script type=\"module\" src=\"extension/reading.js\" blocking=\"render\"></script>\n    \
         <script type=\"module\" src=\"app.js\" blocking=\"render\"></script>\n",
    ),
];

/// The browsers' names for the site's languages, where they have others.
const LOCALES: [(&str, &[&str]); 2] = [("pt", &["pt_BR", "pt_PT"]), ("zh", &["zh_CN"])];

/// The prefix of the messages that the browser itself shows.
const SHOWN_BY_BROWSER: &str = "extension.";

/// The manifest's version, replaced by the library's.
const NO_VERSION: &str = "0.0.0";

/// Writes the extension from the built site and www/extension.
pub(crate) fn write(project: &Project) -> Result<()> {
    let (site, own, to) = (project.dist("site"), project.path("www/extension"), project.dist("extension"));
    for file in files::list(&site)?.iter().filter(|file| !SITE_ONLY.iter().any(|name| *file == Path::new(name))) {
        files::copy(&site.join(file), &to.join(file))?;
    }
    files::copy_dir(&own, &to.join("extension"))?;
    fs::rename(to.join("extension/manifest.json"), to.join("manifest.json"))
        .context("the extension has no manifest")?;
    fs::write(to.join("launch-source.js"), LAUNCH_SOURCE).context("launch-source.js could not be written")?;
    for paper in ["LICENSE-MIT", "LICENSE-APACHE"] {
        files::copy(&project.path(paper), &to.join(paper))?;
    }
    change(&to.join("index.html"), &PAGE)?;
    let version = format!("\"version\": \"{}\"", project.version());
    change(&to.join("manifest.json"), &[(&format!("\"version\": \"{NO_VERSION}\""), &version)])?;
    write_locales(&project.path("www/locales"), &to.join("_locales"))
}

fn change(file: &Path, replacements: &[(&str, &str)]) -> Result<()> {
    let mut text = fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))?;
    for (from, to) in replacements {
        ensure!(text.matches(from).count() == 1, "{} must hold {from:?} once", file.display());
        text = text.replace(from, to);
    }
    fs::write(file, text).with_context(|| format!("{} could not be written", file.display()))
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

    #[test]
    fn what_the_page_no_longer_holds_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("index.html");
        fs::write(&page, "connect-src 'none';").unwrap();
        assert!(change(&page, &PAGE).unwrap_err().to_string().contains("connect-src 'self'"));
    }
}
