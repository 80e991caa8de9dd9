//! Addresses: what links resolve against, and which schemes are kept.

use std::borrow::Cow;

use url::Url;

use crate::dom::{Attr, Document, Tag};
use crate::error::{Error, ErrorKind};

/// Where the page is, as far as it is known.
#[derive(Debug, Clone, Default)]
pub struct Address {
    page: Option<Url>,
    base: Option<Url>,
}

impl Address {
    /// The address of a page: what the caller says, changed by the page's `<base>` for its links.
    pub fn of(page: &Document, url: Option<&str>) -> Result<Address, Error> {
        let url = match url.map(str::trim).filter(|url| !url.is_empty()) {
            None => None,
            Some(url) => Some(Url::parse(url).ok().filter(is_web).ok_or_else(|| {
                Error::new(ErrorKind::InvalidInput, "the page's address must be complete: https://example.com/page")
            })?),
        };
        let href = page
            .all()
            .into_iter()
            .filter(|&id| page.tag(id) == Tag::Base)
            .find_map(|id| page.attr(id, Attr::Href))
            .map(str::trim);
        let base = href.and_then(|href| match &url {
            Some(url) => url.join(href).ok(),
            None => Url::parse(href).ok(),
        });
        Ok(Address { base: base.filter(is_web).or_else(|| url.clone()), page: url })
    }

    /// The page's own address, if the caller gave one.
    pub fn page(&self) -> Option<&Url> {
        self.page.as_ref()
    }

    /// A link's absolute target. Without a base a relative link stays as it is. `None` for other schemes (`javascript:`,
    /// `data:`, `blob:` …) and for what no browser could follow.
    pub fn link(&self, href: &str) -> Option<String> {
        self.resolve(href, &["http", "https", "mailto", "tel"])
    }

    /// The absolute address of a picture or video: http(s), or a picture in a `data:` address.
    pub fn media(&self, src: &str) -> Option<String> {
        let src = src.trim();
        if is_data_image(src) { Some(src.to_string()) } else { self.resolve(src, &["http", "https"]) }
    }

    fn resolve(&self, href: &str, schemes: &[&str]) -> Option<String> {
        let href = href.trim();
        if href.is_empty() {
            return None;
        }
        let in_page = href.starts_with('#');
        let resolved = match &self.base {
            // A link within the page stays one.
            _ if in_page => return Some(href.to_string()),
            Some(base) => base.join(href),
            None => Url::parse(href),
        };
        match resolved {
            Ok(url) => schemes.contains(&url.scheme()).then(|| url.into()),
            Err(url::ParseError::RelativeUrlWithoutBase) => Some(href.to_string()),
            Err(_) => None,
        }
    }
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

/// Raster pictures only: an SVG may hold markup.
pub(crate) fn is_data_image(src: &str) -> bool {
    let kinds =
        ["data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp", "data:image/avif"];
    kinds.iter().any(|kind| src.get(..kind.len()).is_some_and(|start| start.eq_ignore_ascii_case(kind)))
}

/// The text with its percent-encoded bytes decoded, as the fragment of an address is compared with ids.
pub(crate) fn percent_decoded(text: &str) -> Cow<'_, str> {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy()
}
