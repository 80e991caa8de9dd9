//! Links with a `rel`: to the page's own address, the site's icon and the licence.

use crate::dom::Attr;
use crate::metadata::fields::{Candidates, Field};
use crate::metadata::page_index::{PageIndex, has_word};

/// The widths that icons usually have where they state none: scalable ones, those for home screens, and others.
const SCALABLE_WIDTH: u32 = 512;
const HOME_SCREEN_WIDTH: u32 = 180;
const TAB_WIDTH: u32 = 32;

/// The largest width that is believed, in pixels. Chosen by hand.
const MAX_WIDTH: u32 = 1024;

pub(in crate::metadata) fn read(page: &PageIndex<'_>, candidates: &mut Candidates) {
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
            icons.push((width(page.document.attr(link, Attr::Sizes), rel, href), href));
        }
    }
    // The largest icon, and the first of those.
    icons.sort_by_key(|&(width, _)| std::cmp::Reverse(width));
    for (_, href) in icons {
        candidates.add(Field::Favicon, href);
    }
    // A link may be about a picture only, or about another's work: all must agree.
    let in_text = page.license_links.iter().filter_map(|&link| page.document.attr(link, Attr::Href));
    let mut licenses = in_head.into_iter().chain(in_text);
    if let Some(license) = licenses.next()
        && licenses.all(|other| other == license)
    {
        candidates.add(Field::License, page.web_address(license).unwrap_or_default());
    }
}

/// The width of an icon in pixels, as stated or as usual.
fn width(sizes: Option<&str>, rel: &str, href: &str) -> u32 {
    let stated = sizes.unwrap_or_default().split_ascii_whitespace().filter_map(|size| {
        if size.eq_ignore_ascii_case("any") {
            return Some(SCALABLE_WIDTH);
        }
        size.split(['x', 'X']).next()?.parse::<u32>().ok().filter(|&size| size <= MAX_WIDTH)
    });
    let usual = match rel {
        _ if href.split(['?', '#']).next().is_some_and(|path| path.ends_with(".svg")) => SCALABLE_WIDTH,
        _ if has_word(rel, "icon") => TAB_WIDTH,
        _ => HOME_SCREEN_WIDTH,
    };
    stated.max().unwrap_or(usual)
}
