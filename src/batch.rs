//! The filter: JSON lines in, JSON lines out, in order, with only the lines in flight in memory.

use std::io::{self, BufRead, Write};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use recto::Article;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Failure, Without};

/// How many lines each worker gets at a time: enough to keep all busy while the slowest page is read.
const LINES_PER_JOB: usize = 8;

/// How many bytes of lines are taken at a time at most, unless one line is longer.
const BYTES: usize = 64 << 20;

#[derive(Deserialize)]
struct Input {
    id: Value,
    html: String,
    url: Option<String>,
}

#[derive(Serialize)]
struct Output<'a> {
    id: &'a Value,
    #[serde(flatten)]
    result: Outcome,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Outcome {
    Article(Box<Article>),
    Failed { error: String },
}

/// Reads standard input to its end.
pub(crate) fn run(jobs: Option<usize>, without: Without) -> Result<(), Failure> {
    let mut pool = rayon::ThreadPoolBuilder::new();
    if let Some(jobs) = jobs {
        pool = pool.num_threads(jobs);
    }
    let pool = pool.build().map_err(|error| Failure::Other(error.to_string()))?;
    let most = pool.current_num_threads() * LINES_PER_JOB;
    let mut input = io::stdin().lock();
    let mut output = io::BufWriter::new(io::stdout().lock());
    loop {
        let lines = next_lines(&mut input, most)?;
        if lines.is_empty() {
            return Ok(output.flush()?);
        }
        let answers: Vec<Option<String>> =
            pool.install(|| lines.par_iter().map(|line| answer(line, without)).collect());
        for answer in answers.into_iter().flatten() {
            writeln!(output, "{answer}")?;
        }
        // A caller that waits for answers before it sends more must get them.
        output.flush()?;
    }
}

fn next_lines(input: &mut impl BufRead, most: usize) -> io::Result<Vec<Vec<u8>>> {
    let (mut lines, mut bytes) = (Vec::new(), 0);
    while lines.len() < most && bytes < BYTES {
        let mut line = Vec::new();
        let read = input.read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        bytes += read;
        lines.push(line);
    }
    Ok(lines)
}

/// The answer to a line; none to an empty one.
fn answer(line: &[u8], without: Without) -> Option<String> {
    if line.iter().all(u8::is_ascii_whitespace) {
        return None;
    }
    let (id, result) = match serde_json::from_slice::<Input>(line) {
        Ok(input) => {
            let options = without.options(input.url);
            let result = match recto::extract(&input.html, &options) {
                Ok(article) => Outcome::Article(Box::new(article)),
                Err(error) => Outcome::Failed { error: format!("{}: {error}", error.kind().name()) },
            };
            (input.id, result)
        }
        Err(error) => {
            // The id may be readable where the rest is not, and tells the caller which line failed.
            let id = serde_json::from_slice::<Value>(line).ok().and_then(|value| value.get("id").cloned());
            (id.unwrap_or(Value::Null), Outcome::Failed { error: format!("InvalidInput: {error}") })
        }
    };
    let output = Output { id: &id, result };
    // An article is strings and numbers, which always serialise.
    serde_json::to_string(&output).ok()
}
