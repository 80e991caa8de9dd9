//! What is found on small pages, as tables: a page, and what it should say.

mod bylines;
mod dates;
mod hostile;
mod json_ld;
mod others;
mod titles;

use super::collect;
use crate::Article;
use crate::address::Address;
use crate::options::Limits;
use crate::parse::parse;
use crate::structured::Structured;

/// The metadata of a page at an address.
fn at(url: Option<&str>, html: &str) -> Article {
    let page = parse(html, &Limits::default()).unwrap();
    let address = Address::of(&page, url).unwrap();
    collect(&page, &address, &Structured::of(&page)).article
}

/// The metadata of a page at `https://example.com/news/story`.
fn of(html: &str) -> Article {
    at(Some("https://example.com/news/story"), html)
}
