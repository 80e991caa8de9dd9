//! What a caller may ask for.

/// How to read a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The page's address (http or https), so that relative links resolve. A `<base>` on the page counts too.
    pub url: Option<String>,
    /// Keep everything the page shows, instead of only its main content.
    pub whole_page: bool,
    /// Keep pictures; their captions stay.
    pub images: bool,
    /// Keep links to other pages; their words stay in any case.
    pub links: bool,
    /// Keep the cards that stand for films, sounds, posts and maps of other sites.
    pub embeds: bool,
    /// What the content is written as.
    pub formats: Formats,
    /// How large and deep a page may be.
    pub limits: Limits,
}

impl Default for Options {
    /// Main content, with all that is in it, of a page whose address is not known.
    fn default() -> Self {
        Options {
            url: None,
            whole_page: false,
            images: true,
            links: true,
            embeds: true,
            formats: Formats::ALL,
            limits: Limits::default(),
        }
    }
}

/// What the content is written as. What is not asked for costs nothing, and its field in the
/// [`Article`](crate::Article) is empty; everything else stays the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formats {
    /// Safe HTML, in [`Article::content`](crate::Article::content).
    pub html: bool,
    /// Plain text, in [`Article::text`](crate::Article::text).
    pub text: bool,
    /// Markdown, in [`Article::markdown`](crate::Article::markdown).
    pub markdown: bool,
}

impl Formats {
    /// All formats.
    pub const ALL: Formats = Formats { html: true, text: true, markdown: true };
    /// None: the metadata, and what is in the content.
    pub const NONE: Formats = Formats { html: false, text: false, markdown: false };
}

/// Bounds on the work one page may cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest input, in bytes of UTF-8. Beyond it: [`TooLarge`](crate::ErrorKind::TooLarge).
    pub bytes: usize,
    /// The most nodes a page's tree may have. Beyond it: [`TooLarge`](crate::ErrorKind::TooLarge).
    pub nodes: usize,
    /// The deepest nesting, in elements. What lies deeper is flattened to this level, as browsers do.
    pub depth: usize,
    /// The most elements that may be flattened. Beyond it: [`TooDeep`](crate::ErrorKind::TooDeep).
    pub flattened: usize,
    /// The most attributes a tag may have. Beyond it: [`TooLarge`](crate::ErrorKind::TooLarge).
    pub attributes: usize,
}

impl Default for Limits {
    /// 64 MiB and two million nodes fit a browser tab; 512 levels is where Chromium and WebKit flatten.
    fn default() -> Self {
        Limits { bytes: 64 << 20, nodes: 2_000_000, depth: 512, flattened: 500_000, attributes: 10_000 }
    }
}
