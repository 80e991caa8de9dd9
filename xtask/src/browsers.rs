//! The real browsers that the tests drive.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::project::Project;

struct Browser {
    name: &'static str,
    /// What its program may be called, the likeliest first.
    programs: &'static [&'static str],
    /// Debian's package.
    package: &'static str,
    /// How the tests are told where it is.
    variable: &'static str,
}

const BROWSERS: &[Browser] = &[
    Browser {
        name: "Chromium",
        // The shell is the same engine without the browser's own windows, which take longer to start than most tests.
        programs: &["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        package: "chromium-headless-shell",
        variable: "RECTO_CHROMIUM",
    },
    Browser {
        name: "Chromium with its extensions",
        // The shell has none, and Chrome itself takes none from the command line any more.
        programs: &["chromium", "chromium-browser"],
        package: "chromium",
        variable: "RECTO_FULL_CHROMIUM",
    },
    Browser {
        name: "Firefox",
        programs: &["firefox-esr", "firefox"],
        package: "firefox-esr",
        variable: "RECTO_FIREFOX",
    },
];

/// Installs the browsers that are missing and gives the variables that tell the tests where all of them are.
pub(crate) fn install(project: &Project) -> Result<Vec<(&'static str, PathBuf)>> {
    let missing: Vec<_> = BROWSERS.iter().filter(|browser| browser.find().is_none()).collect();
    if !missing.is_empty() {
        install_packages(project, &missing)?;
    }
    BROWSERS
        .iter()
        .map(|browser| match browser.find() {
            Some(path) => Ok((browser.variable, path)),
            None => bail!("{} was installed but cannot be found on the PATH.", browser.name),
        })
        .collect()
}

impl Browser {
    /// The variable may be set already, for a browser in an unusual place.
    fn find(&self) -> Option<PathBuf> {
        let told = env::var_os(self.variable).map(PathBuf::from);
        told.or_else(|| self.programs.iter().find_map(|program| find_program(program)))
    }
}

fn install_packages(project: &Project, missing: &[&Browser]) -> Result<()> {
    if find_program("apt-get").is_none() || !is_root() {
        let wanted: Vec<_> =
            missing.iter().map(|browser| format!("{} (or set {})", browser.name, browser.variable)).collect();
        bail!("The browser tests need {}. Install it, then run this again.", wanted.join(" and "));
    }
    project.run(project.command("apt-get").arg("update"))?;
    let mut install = project.command("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "--yes", "--no-install-recommends"]);
    project.run(install.args(missing.iter().map(|browser| browser.package)))
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn find_program(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}
