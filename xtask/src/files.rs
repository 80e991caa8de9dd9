//! Copying and removing files, with errors that say which file.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Removes a folder that may not be there.
pub(crate) fn remove_dir(path: &Path) -> Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done.with_context(|| format!("{} could not be removed", path.display())),
    }
}

/// Makes a folder and those around it.
pub(crate) fn make_dir(path: &Path) -> Result<()> {
    fs::create_dir_all(path).with_context(|| format!("{} could not be made", path.display()))
}

/// Copies one file, making the folders around its new place.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    to.parent().map_or(Ok(()), make_dir)?;
    fs::copy(from, to).map(drop).with_context(|| format!("{} could not be copied to {}", from.display(), to.display()))
}

/// Copies a folder with all that is in it.
pub(crate) fn copy_dir(from: &Path, to: &Path) -> Result<()> {
    for file in list(from)? {
        copy(&from.join(&file), &to.join(&file))?;
    }
    Ok(())
}

/// Writes files into one, one after the other.
pub(crate) fn join(parts: &[PathBuf], to: &Path) -> Result<()> {
    let mut whole = Vec::new();
    for part in parts {
        whole.extend(fs::read(part).with_context(|| format!("{} could not be read", part.display()))?);
    }
    fs::write(to, whole).with_context(|| format!("{} could not be written", to.display()))
}

/// Every file below a folder, by its path from there, in order.
pub(crate) fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(inside) = open.pop() {
        let path = folder.join(&inside);
        let entries = fs::read_dir(&path).with_context(|| format!("{} could not be read", path.display()))?;
        for entry in entries {
            let entry = entry?;
            let name = inside.join(entry.file_name());
            if entry.file_type()?.is_dir() { open.push(name) } else { found.push(name) }
        }
    }
    found.sort();
    Ok(found)
}
