//! What a caller may ask for.
//!
//! An option is named here only: JavaScript's options and their TypeScript declaration are derived from these types. The
//! command line's flags are in `main.rs`.

use serde::Deserialize;

use crate::error::named_enum;

/// How to read a page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(rename = "ExtractOptions"))]
#[non_exhaustive]
pub struct Options {
    /// The page's address (http or https), which relative links resolve against; a `<base>` on the page counts too.
    /// Without it, a live document has its own, and a string has none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub url: Option<String>,
    /// Keep everything that the page shows, instead of only its main content. Default: false.
    pub whole_page: bool,
    /// Keep pictures. Their captions stay in any case. Default: true.
    pub images: bool,
    /// Keep links to other pages. Their text stays in any case. Default: true.
    pub links: bool,
    /// Keep the cards that stand for videos, audio, posts and maps of other sites. Default: true.
    pub embeds: bool,
    /// What the content is written as. What is left out costs nothing, and is `""` in the article. Default: all formats.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "readonly Format[]"))]
    pub formats: Vec<Format>,
    /// How large and how deeply nested a page may be.
    pub limits: Limits,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            url: None,
            whole_page: false,
            images: true,
            links: true,
            embeds: true,
            formats: Format::ALL.to_vec(),
            limits: Limits::default(),
        }
    }
}

impl Options {
    /// The defaults: the main content with everything in it, in all formats, of a page whose address is not known.
    ///
    /// ```
    /// use recto::{Format, Limits, Options};
    ///
    /// let options = Options::new()
    ///     .url("https://example.com/tea")
    ///     .images(false)
    ///     .formats([Format::Markdown])
    ///     .limits(Limits::new().bytes(4 << 20));
    /// assert!(options.links && !options.images);
    /// ```
    ///
    /// Options also read from JSON, by JavaScript's names:
    ///
    /// ```
    /// # use recto::Options;
    /// let options: Options = serde_json::from_str(r#"{ "wholePage": true }"#)?;
    /// assert_eq!(options, Options::new().whole_page(true));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn new() -> Self {
        Options::default()
    }

    /// Sets the page's address.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Sets whether everything that the page shows is kept.
    #[must_use]
    pub fn whole_page(mut self, whole_page: bool) -> Self {
        self.whole_page = whole_page;
        self
    }

    /// Sets whether pictures are kept.
    #[must_use]
    pub fn images(mut self, images: bool) -> Self {
        self.images = images;
        self
    }

    /// Sets whether links to other pages are kept.
    #[must_use]
    pub fn links(mut self, links: bool) -> Self {
        self.links = links;
        self
    }

    /// Sets whether the cards for embedded content are kept.
    #[must_use]
    pub fn embeds(mut self, embeds: bool) -> Self {
        self.embeds = embeds;
        self
    }

    /// Sets what the content is written as. With no format at all there are still the metadata, headings and images.
    #[must_use]
    pub fn formats(mut self, formats: impl IntoIterator<Item = Format>) -> Self {
        self.formats = formats.into_iter().collect();
        self
    }

    /// Sets how large and how deeply nested a page may be.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }
}

named_enum! {
    /// What the content is written as.
    pub enum Format("format") {
        /// Safe HTML, in [`Article::content`](crate::Article::content).
        Html = "html",
        /// Plain text, in [`Article::text`](crate::Article::text).
        Text = "text",
        /// Markdown, in [`Article::markdown`](crate::Article::markdown).
        Markdown = "markdown",
    }
}

/// Bounds on the work that one page may cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
// A misspelt limit would protect nothing, so it is an error.
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct Limits {
    /// The longest input, in bytes of UTF-8. A longer one is `TooLarge`. Default: 64 MiB.
    pub bytes: usize,
    /// The most nodes that the page's tree may have. More are `TooLarge`. Default: two million.
    pub nodes: usize,
    /// The deepest nesting, in elements. What is nested deeper is flattened to this level, as browsers do. At least
    /// 2, for `html` and `body`. Default: 512.
    pub depth: usize,
    /// The most elements that may be flattened. More are `TooDeep`. Default: 500,000.
    pub flattened: usize,
    /// The most attributes that a tag may have. More are `TooLarge`. Default: 10,000.
    pub attributes: usize,
}

impl Default for Limits {
    /// What fits a browser tab; 512 levels is where Chromium and WebKit flatten.
    fn default() -> Self {
        Limits { bytes: 64 << 20, nodes: 2_000_000, depth: 512, flattened: 500_000, attributes: 10_000 }
    }
}

impl Limits {
    /// The defaults.
    pub fn new() -> Self {
        Limits::default()
    }

    /// Sets the longest input, in bytes of UTF-8.
    #[must_use]
    pub fn bytes(mut self, bytes: usize) -> Self {
        self.bytes = bytes;
        self
    }

    /// Sets the most nodes that the page's tree may have.
    #[must_use]
    pub fn nodes(mut self, nodes: usize) -> Self {
        self.nodes = nodes;
        self
    }

    /// Sets the deepest nesting, in elements.
    #[must_use]
    pub fn depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }

    /// Sets the most elements that may be flattened.
    #[must_use]
    pub fn flattened(mut self, flattened: usize) -> Self {
        self.flattened = flattened;
        self
    }

    /// Sets the most attributes that a tag may have.
    #[must_use]
    pub fn attributes(mut self, attributes: usize) -> Self {
        self.attributes = attributes;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, Limits, Options};

    #[test]
    fn options_are_read_from_json() {
        let read = |json: &str| serde_json::from_str::<Options>(json);
        assert_eq!(read("{}").unwrap(), Options::new());
        let options = Options::new().url("https://example.com/").whole_page(true).formats([Format::Text]);
        let json = r#"{"url": "https://example.com/", "wholePage": true, "formats": ["text"], "limits": {"depth": 9}}"#;
        assert_eq!(read(json).unwrap(), options.limits(Limits::new().depth(9)));
        assert!(read(r#"{"limits": {"size": 9}}"#).unwrap_err().to_string().contains("unknown field `size`"));
    }

    #[test]
    fn formats_have_names() {
        for &format in Format::ALL {
            assert_eq!(format.as_str().parse::<Format>(), Ok(format));
            assert_eq!(serde_json::to_string(&format).unwrap(), format!("\"{format}\""));
        }
        let error = "pdf".parse::<Format>().unwrap_err();
        assert_eq!(error.to_string(), r#""pdf" is no format: it must be one of html, text, markdown"#);
    }
}
