//! A peer in a process of its own, which times itself.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result};

use crate::figures::Call;

pub(crate) struct Trafilatura {
    process: Child,
    pages: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Trafilatura {
    /// `None` where this machine's Python does not have it.
    pub(crate) fn start() -> Option<Self> {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/trafilatura.py");
        let mut python = Command::new("python3");
        // Beside the script, whose name is the package's, Python would find the script.
        python.args(["-P", script]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = python.spawn().ok()?;
        let (pages, answers) = (process.stdin.take()?, process.stdout.take()?);
        let mut started = Trafilatura { process, pages, answers: BufReader::new(answers) };
        (started.answer().ok()?.trim() == "ready").then_some(started)
    }

    pub(crate) fn time(&mut self, page: &str) -> Result<Call> {
        writeln!(self.pages, "{}", serde_json::to_string(page)?)?;
        let answer = self.answer()?;
        let (seconds, gave) = answer.trim().split_once(' ').context("trafilatura gave no time")?;
        Ok(Call { seconds: seconds.parse()?, memory: None, gave: gave == "1" })
    }

    fn answer(&mut self) -> Result<String> {
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        Ok(answer)
    }
}

impl Drop for Trafilatura {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
