//! Links that say what they are for: to the page's own address, the site's icon and the licence.

use super::candidates::{Candidates, Field};
use super::page::{Page, has_word};
use crate::dom::Attr;

pub(super) fn read(page: &Page<'_>, candidates: &mut Candidates) {
    let mut icons: Vec<(u32, &str)> = Vec::new();
    let mut in_head: Vec<&str> = Vec::new();
    for &link in &page.links {
        let (Some(rel), Some(href)) = (page.rel(link), page.document.attr(link, Attr::Href)) else { continue };
        if has_word(rel, "canonical") {
            candidates.add(Field::CanonicalUrl, href);
        } else if has_word(rel, "license") {
            in_head.push(href);
        } else if has_word(rel, "icon")
            || has_word(rel, "apple-touch-icon")
            || has_word(rel, "apple-touch-icon-precomposed")
        {
            icons.push((size(page.document.attr(link, Attr::Sizes), rel, href), href));
        }
    }
    // The largest icon, and the first of those.
    icons.sort_by_key(|&(size, _)| std::cmp::Reverse(size));
    for (_, href) in icons {
        candidates.add(Field::Favicon, href);
    }
    // A link may be about a picture only, or about another's work: all must agree.
    let in_text = page.license_links.iter().filter_map(|&link| page.document.attr(link, Attr::Href));
    let mut licenses = in_head.into_iter().chain(in_text);
    if let Some(license) = licenses.next()
        && licenses.all(|other| other == license)
    {
        candidates.add(Field::License, page.web(license).unwrap_or_default());
    }
}

/// The width of an icon in pixels, as stated or as usual.
fn size(sizes: Option<&str>, rel: &str, href: &str) -> u32 {
    let stated = sizes.unwrap_or_default().split_ascii_whitespace().filter_map(|size| {
        if size.eq_ignore_ascii_case("any") {
            return Some(512);
        }
        size.split(['x', 'X']).next()?.parse::<u32>().ok().filter(|&size| size <= 1024)
    });
    let usual = match rel {
        _ if href.split(['?', '#']).next().is_some_and(|path| path.ends_with(".svg")) => 512,
        _ if has_word(rel, "icon") => 32,
        _ => 180,
    };
    stated.max().unwrap_or(usual)
}
