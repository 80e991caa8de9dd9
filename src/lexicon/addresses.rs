//! Folders in addresses.

/// Folders of pages about people.
pub(crate) const PEOPLE_FOLDERS: &[&str] = &[
    "author", "authors", "autor", "auteur", "writers", "u", "user", "users", "members", "profile", "profiles", "people",
];

/// Folders of pages about those who write.
pub(crate) const AUTHOR_FOLDERS: &[&str] =
    &["author", "authors", "autor", "autoren", "auteur", "auteurs", "contributors", "writers"];
