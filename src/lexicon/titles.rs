//! Titles: what stands between a headline and the name of the site, and titles that say nothing.

use super::list::list;

/// What stands between a headline and the name of the site, the strongest first.
pub(crate) const TITLE_SEPARATORS: &[&str] = &[
    " | ", " || ", " — ", " – ", " - ", " · ", " • ", " :: ", " » ", " « ", " › ", " ‹ ", " > ", " ~ ", " / ", "｜",
    "|", " : ",
];

/// Those of them that stand between a title and a label after it.
pub(crate) const LABEL_SEPARATORS: &[&str] = &[" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » "];

/// Titles of front pages that do not name the site.
pub(crate) const HOME_TITLES: &[&str] =
    list!("home|homepage|home page|index|main|main page|start|startseite|accueil|inicio|início|strona główna|главная");

/// How titles of front pages end that name the site before.
pub(crate) const HOME_SUFFIXES: &[&str] = &["homepage", "home page", "startseite"];
