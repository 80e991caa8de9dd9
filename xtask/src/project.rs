//! Where things are, and how other programs are started there.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The repository and its target directory.
pub(crate) struct Project {
    root: PathBuf,
    target: PathBuf,
    version: String,
}

impl Project {
    /// Cargo knows where the target directory is, whichever of its ways was used to move it.
    pub(crate) fn find() -> Result<Self> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("Cargo.toml");
        let output = Command::new(cargo_program())
            .args(["metadata", "--no-deps", "--format-version=1", "--manifest-path"])
            .arg(&manifest)
            .output()
            .context("cargo could not be started")?;
        if !output.status.success() {
            bail!("cargo metadata failed:\n{}", String::from_utf8_lossy(&output.stderr));
        }
        let metadata: Value = serde_json::from_slice(&output.stdout)?;
        let text = |value: &Value| value.as_str().map(str::to_owned).context("cargo metadata has an unknown format");
        let packages = metadata["packages"].as_array().context("cargo metadata has an unknown format")?;
        let recto = packages.iter().find(|package| package["name"] == "recto").context("no package named recto")?;
        Ok(Project {
            root: text(&metadata["workspace_root"])?.into(),
            target: text(&metadata["target_directory"])?.into(),
            version: text(&recto["version"])?,
        })
    }

    /// A path inside the repository.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// A path inside the target directory.
    pub(crate) fn target(&self, inside: &str) -> PathBuf {
        self.target.join(inside)
    }

    /// One of the folders that people get.
    pub(crate) fn dist(&self, name: &str) -> PathBuf {
        self.target.join("dist").join(name)
    }

    /// The version of the library, and so of everything else.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// A program to be run at the root. Programs that look for built files find them by the same variable as cargo.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// The cargo that runs this program, with arguments as they would be typed.
    pub(crate) fn cargo(&self, arguments: &str) -> Command {
        let mut command = self.command(cargo_program());
        command.args(arguments.split_whitespace());
        command
    }

    /// Runs a program, its output going where ours goes.
    pub(crate) fn run(&self, command: &mut Command) -> Result<()> {
        let name = Path::new(command.get_program()).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let status = command.status().with_context(|| format!("{name} could not be started"))?;
        if !status.success() {
            let arguments: Vec<_> = command.get_args().map(OsStr::to_string_lossy).collect();
            bail!("this failed: {name} {}", arguments.join(" "));
        }
        Ok(())
    }

    /// Runs a program to its end in place of this one where the system can do that, so that what stops the one stops the
    /// other.
    pub(crate) fn hand_over(&self, command: &mut Command) -> Result<()> {
        #[cfg(unix)]
        return Err(std::os::unix::process::CommandExt::exec(command)).context("the program could not be started");
        #[cfg(not(unix))]
        self.run(command)
    }
}

fn cargo_program() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
