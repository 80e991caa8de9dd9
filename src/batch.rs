//! The filter: JSON lines in, JSON lines out, in order, with only the lines in flight in memory.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, BufWriter, Stdin, Stdout, Write};
use std::num::NonZero;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use recto::Article;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Failure, Reading};

/// How many answers of each worker may wait for that of an earlier, slower page.
const MAX_AHEAD_PER_JOB: u64 = 8;

#[derive(Deserialize)]
struct BatchLine {
    id: Value,
    html: String,
    url: Option<String>,
}

#[derive(Serialize)]
struct BatchAnswer<'a> {
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
pub(crate) fn run(jobs: Option<usize>, reading: &Reading) -> Result<(), Failure> {
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let jobs = jobs.filter(|&jobs| jobs > 0).unwrap_or_else(cores);
    let lines = Mutex::new(Lines { input: BufReader::new(io::stdin()), taken: 0 });
    let answers = Answers {
        ahead: MAX_AHEAD_PER_JOB * jobs as u64,
        state: Mutex::new(State {
            output: BufWriter::new(io::stdout()),
            written: 0,
            early: BTreeMap::new(),
            failure: None,
        }),
        more: Condvar::new(),
    };
    let take = || answers.note(locked(&lines).next(&answers)).flatten();
    let work = || {
        while let Some((number, line)) = take() {
            answers.note(answers.put(number, answer(&line, reading)));
        }
    };
    thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(work);
        }
    });
    match locked(&answers.state).failure.take() {
        Some(failure) => Err(failure.into()),
        None => Ok(()),
    }
}

struct Lines {
    input: BufReader<Stdin>,
    taken: u64,
}

impl Lines {
    /// The next line and its number, unless there is none or the work has failed.
    fn next(&mut self, answers: &Answers) -> io::Result<Option<(u64, Vec<u8>)>> {
        if !answers.have_room(self.taken) {
            return Ok(None);
        }
        let mut line = Vec::new();
        if self.input.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        self.taken += 1;
        Ok(Some((self.taken - 1, line)))
    }
}

/// Writes the answers in the order of the lines.
struct Answers {
    ahead: u64,
    state: Mutex<State>,
    /// Something was written, or has failed.
    more: Condvar,
}

struct State {
    output: BufWriter<Stdout>,
    written: u64,
    /// Answers to lines after one that has none yet.
    early: BTreeMap<u64, Option<String>>,
    failure: Option<io::Error>,
}

impl Answers {
    /// Waits until a line is not too far ahead of what is written. False once the work has failed.
    fn have_room(&self, number: u64) -> bool {
        let is_far = |state: &mut State| state.failure.is_none() && number >= state.written + self.ahead;
        let state = self.more.wait_while(locked(&self.state), is_far).unwrap_or_else(PoisonError::into_inner);
        state.failure.is_none()
    }

    /// Takes the answer to a line, and writes all answers up to the first that is missing. They are flushed, since a caller
    /// may wait for them before it sends more.
    fn put(&self, number: u64, answer: Option<String>) -> io::Result<()> {
        let mut state = locked(&self.state);
        let State { output, written, early, .. } = &mut *state;
        early.insert(number, answer);
        while let Some(answer) = early.remove(written) {
            *written += 1;
            if let Some(answer) = answer {
                writeln!(output, "{answer}")?;
            }
        }
        output.flush()?;
        self.more.notify_all();
        Ok(())
    }

    /// Keeps the first failure, which ends the work.
    fn note<T>(&self, result: io::Result<T>) -> Option<T> {
        result
            .map_err(|failure| {
                locked(&self.state).failure.get_or_insert(failure);
                self.more.notify_all();
            })
            .ok()
    }
}

/// No worker panics while it holds a lock.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The answer to a line; none to an empty one.
fn answer(line: &[u8], reading: &Reading) -> Option<String> {
    if line.iter().all(u8::is_ascii_whitespace) {
        return None;
    }
    let (id, result) = match serde_json::from_slice::<BatchLine>(line) {
        Ok(input) => {
            let options = reading.options(input.url);
            let result = match recto::extract(&input.html, &options) {
                Ok(article) => Outcome::Article(Box::new(article)),
                Err(error) => Outcome::Failed { error: format!("{}: {error}", error.kind()) },
            };
            (input.id, result)
        }
        Err(error) => {
            // The id may be readable where the rest is not, and names the line that failed.
            let id = serde_json::from_slice::<Value>(line).ok().and_then(|value| value.get("id").cloned());
            (id.unwrap_or(Value::Null), Outcome::Failed { error: format!("InvalidInput: {error}") })
        }
    };
    let output = BatchAnswer { id: &id, result };
    // An article is strings and numbers, which always serialise.
    serde_json::to_string(&output).ok()
}
