//! The command line: a page in, an article out; or a filter over JSON lines.

mod batch;

use std::fs;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use recto::{ErrorKind, Formats, Options};

/// Finds a web page's main content and writes it clean, safe and readable.
///
/// Exit status: 0 with the article on standard output, 1 where the page has no main content, 2 for wrong usage or
/// failed reading and writing.
#[derive(Parser)]
#[command(name = "recto", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// The page's address, so that relative links resolve.
    #[arg(long)]
    url: Option<String>,
    /// What to write.
    #[arg(long, value_enum, default_value = "markdown")]
    format: Format,
    #[command(flatten)]
    without: Without,
    /// The page's HTML; - or nothing is standard input.
    #[arg(default_value = "-")]
    file: String,
}

/// What to leave out; the words stay the same.
#[derive(Args, Clone, Copy)]
struct Without {
    /// Leave out pictures.
    #[arg(long)]
    no_images: bool,
    /// Leave out links to other pages, but not their words.
    #[arg(long)]
    no_links: bool,
    /// Leave out the cards that stand for films, posts and the like.
    #[arg(long)]
    no_embeds: bool,
}

impl Without {
    fn options(self, url: Option<String>) -> Options {
        Options { url, images: !self.no_images, links: !self.no_links, embeds: !self.no_embeds, ..Options::default() }
    }
}

#[derive(Subcommand)]
enum Command {
    /// Reads {"id","html","url"?} a line, writes {"id", …article} or {"id","error"} a line, in the same order.
    Batch {
        /// How many pages to work on at once [default: one for each core].
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
        jobs: Option<u16>,
        #[command(flatten)]
        without: Without,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Markdown,
    Html,
    Text,
    Json,
    /// Every decision, a line each: stage, kept or dropped, probability, reason, element, beginning of the text.
    Trace,
}

impl Format {
    /// What it takes to write it.
    fn formats(self) -> Formats {
        match self {
            Format::Markdown => Formats { markdown: true, ..Formats::NONE },
            Format::Html => Formats { html: true, ..Formats::NONE },
            Format::Text => Formats { text: true, ..Formats::NONE },
            Format::Json => Formats::ALL,
            Format::Trace => Formats::NONE,
        }
    }
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // Help and version are answers, not failures.
        Err(answer) if !answer.use_stderr() => answer.exit(),
        Err(error) => {
            let message = error.to_string();
            let first = message.lines().next().unwrap_or_default().trim_start_matches("error: ");
            return fail(2, &format!("{first}; see recto --help"));
        }
    };
    let outcome = match cli.command {
        Some(Command::Batch { jobs, without }) => batch::run(jobs.map(usize::from), without),
        None => one(&cli),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::NoContent(message)) => fail(1, &message),
        // Whoever reads our output has had enough of it, which is no failure of ours.
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Io(error)) => fail(2, &error.to_string()),
        Err(Failure::Other(message)) => fail(2, &message),
    }
}

fn fail(status: u8, message: &str) -> ExitCode {
    // Nowhere is left to report a failure of standard error.
    let _ = writeln!(io::stderr(), "recto: {}", message.replace(['\n', '\r'], " "));
    ExitCode::from(status)
}

/// Why there is no article on standard output.
enum Failure {
    NoContent(String),
    Io(io::Error),
    Other(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Io(error)
    }
}

fn one(cli: &Cli) -> Result<(), Failure> {
    let bytes = if cli.file == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        bytes
    } else {
        fs::read(&cli.file).map_err(|error| Failure::Other(format!("cannot read {}: {error}", cli.file)))?
    };
    let options = Options { formats: cli.format.formats(), ..cli.without.options(cli.url.clone()) };
    let html = decode(&bytes);
    let mut out = io::stdout().lock();
    let article = match cli.format {
        Format::Trace => {
            let (article, trace) = recto::explain(&html, &options);
            for entry in trace.entries() {
                writeln!(out, "{entry}")?;
            }
            out.flush()?;
            article
        }
        _ => recto::extract(&html, &options),
    };
    let article = article.map_err(|error| match error.kind() {
        ErrorKind::NoContent => Failure::NoContent(error.to_string()),
        _ => Failure::Other(error.to_string()),
    })?;
    let output = match cli.format {
        Format::Trace => return Ok(()),
        Format::Markdown => article.markdown,
        Format::Html => article.content,
        Format::Text => article.text,
        Format::Json => serde_json::to_string(&article).map_err(|error| Failure::Other(error.to_string()))?,
    };
    writeln!(out, "{output}")?;
    Ok(out.flush()?)
}

/// UTF-8, or UTF-16 where a byte order mark says so. What is neither has its letters replaced, not lost.
fn decode(bytes: &[u8]) -> String {
    let utf16 = |order: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(order);
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xFF, 0xFE, rest @ ..] => utf16(u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => utf16(u16::from_be_bytes, rest),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
