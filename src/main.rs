//! The command line: a page in, an article out; or a filter over JSON lines.

mod batch;

use std::fs;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use recto::{ErrorKind, Format, Limits, Options};

/// The most pages worked on at once: each takes a thread.
const MAX_JOBS: i64 = 1024;

/// Finds a web page's main content and writes it clean, safe and readable.
///
/// Exit status: 0 with the article on standard output, 1 where the page has no main content, 2 for wrong usage or
/// failed reading and writing.
#[derive(Parser)]
#[command(name = "recto", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// The page's address, which relative links resolve against.
    #[arg(long)]
    url: Option<String>,
    /// What to write.
    #[arg(long, value_enum, default_value = "markdown")]
    format: OutputFormat,
    #[command(flatten)]
    reading: Reading,
    /// The page's HTML; - or nothing is standard input.
    #[arg(default_value = "-")]
    file: String,
}

/// How to read pages: one or many.
#[derive(Args)]
struct Reading {
    /// Keep everything that the page shows, instead of only its main content.
    #[arg(long)]
    whole_page: bool,
    /// Leave out pictures, but not their captions.
    #[arg(long)]
    no_images: bool,
    /// Leave out links to other pages, but not their text.
    #[arg(long)]
    no_links: bool,
    /// Leave out the cards that stand for videos, audio, posts and maps of other sites.
    #[arg(long)]
    no_embeds: bool,
    /// The longest page, in bytes of UTF-8; a longer one is an error.
    #[arg(long, value_name = "N", default_value_t = Limits::new().bytes)]
    max_bytes: usize,
    /// The most nodes that a page's tree may have; more are an error.
    #[arg(long, value_name = "N", default_value_t = Limits::new().nodes)]
    max_nodes: usize,
    /// The deepest nesting, in elements; what is nested deeper is flattened.
    #[arg(long, value_name = "N", default_value_t = Limits::new().depth)]
    max_depth: usize,
    /// The most elements that may be flattened; more are an error.
    #[arg(long, value_name = "N", default_value_t = Limits::new().flattened)]
    max_flattened: usize,
    /// The most attributes that a tag may have; more are an error.
    #[arg(long, value_name = "N", default_value_t = Limits::new().attributes)]
    max_attributes: usize,
}

impl Reading {
    /// The options for a page of this address.
    fn options(&self, url: Option<String>) -> Options {
        let limits = Limits::new()
            .bytes(self.max_bytes)
            .nodes(self.max_nodes)
            .depth(self.max_depth)
            .flattened(self.max_flattened)
            .attributes(self.max_attributes);
        let mut options = Options::new()
            .whole_page(self.whole_page)
            .images(!self.no_images)
            .links(!self.no_links)
            .embeds(!self.no_embeds)
            .limits(limits);
        options.url = url;
        options
    }
}

#[derive(Subcommand)]
enum Command {
    /// Reads {"id","html","url"?} a line, writes {"id", …article} or {"id","error"} a line, in the same order.
    Batch {
        /// How many pages to work on at once [default: one for each core].
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..=MAX_JOBS))]
        jobs: Option<u16>,
        #[command(flatten)]
        reading: Reading,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum OutputFormat {
    Markdown,
    Html,
    Text,
    Json,
    /// Every decision, a line each: stage, kept or dropped, number of the block, probability, rule, reason, element,
    /// beginning of the text.
    Trace,
}

impl OutputFormat {
    /// The formats that it takes.
    fn formats(self) -> &'static [Format] {
        match self {
            OutputFormat::Markdown => &[Format::Markdown],
            OutputFormat::Html => &[Format::Html],
            OutputFormat::Text => &[Format::Text],
            OutputFormat::Json => Format::ALL,
            OutputFormat::Trace => &[],
        }
    }
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // Help and version are no failures.
        Err(answer) if !answer.use_stderr() => answer.exit(),
        Err(error) => {
            let message = error.to_string();
            let first = message.lines().next().unwrap_or_default().trim_start_matches("error: ");
            return fail(2, &format!("{first}; see recto --help"));
        }
    };
    let outcome = match cli.command {
        Some(Command::Batch { jobs, reading }) => batch::run(jobs.map(usize::from), &reading),
        None => one(&cli),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::NoContent(message)) => fail(1, &message),
        // The reader of the output has closed the pipe, as `head` does.
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Io(error)) => fail(2, &error.to_string()),
        Err(Failure::Other(message)) => fail(2, &message),
    }
}

fn fail(status: u8, message: &str) -> ExitCode {
    // A failure of standard error can be reported nowhere.
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
    let options = cli.reading.options(cli.url.clone()).formats(cli.format.formats().iter().copied());
    let html = decode(&bytes);
    let mut out = io::stdout().lock();
    let article = match cli.format {
        OutputFormat::Trace => {
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
        OutputFormat::Trace => return Ok(()),
        OutputFormat::Markdown => article.markdown,
        OutputFormat::Html => article.content,
        OutputFormat::Text => article.text,
        OutputFormat::Json => serde_json::to_string(&article).map_err(|error| Failure::Other(error.to_string()))?,
    };
    writeln!(out, "{output}")?;
    Ok(out.flush()?)
}

/// UTF-8, or UTF-16 by its byte order mark. What is not valid becomes replacement characters.
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
