//! Pictures get one address, the best there is, and lose what only scripts would have read.
//!
//! `<img src="data:…" data-src="a.jpg" srcset="b.jpg 2x">` → `<img src="b.jpg">`

use super::tree::{Tree, TreeId};
use super::{Context, drop_node};
use crate::address::{Address, is_data_image};
use crate::document::{Attr, Tag};
use crate::trace::Trace;

/// Where lazy loaders keep the address.
const LAZY: [Attr; 9] = [
    Attr::DataFullSrc,
    Attr::DataHiResSrc,
    Attr::DataSrc,
    Attr::DataLazySrc,
    Attr::DataOriginal,
    Attr::DataOriginalSrc,
    Attr::DataLazy,
    Attr::DataImage,
    Attr::DataUrl,
];

const SETS: [Attr; 4] = [Attr::Srcset, Attr::DataSrcset, Attr::DataLazySrcset, Attr::DataOriginalSet];

/// Wide enough for a full column on a sharp screen; wider costs the reader bytes without a gain.
const WIDE_ENOUGH: f32 = 2000.0;

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    for id in tree.all() {
        match tree.tag(id) {
            Tag::AmpImg => tree.node_mut(id).tag = Tag::Img,
            Tag::Audio | Tag::AmpVideo | Tag::Embed | Tag::Iframe | Tag::Object | Tag::Video => {
                drop_node(tree, id, trace);
                continue;
            }
            Tag::Img => {}
            _ => continue,
        }
        let best = best_source(tree, id, context.address);
        match best {
            Some(src) if !is_tiny(tree, id) => {
                let keep = [Attr::Alt, Attr::Width, Attr::Height];
                let attrs = &mut tree.node_mut(id).attrs;
                attrs.retain(|(name, _)| keep.contains(name));
                attrs.insert(0, (Attr::Src, src));
            }
            _ => drop_node(tree, id, trace),
        }
    }
    tree.unwrap_where(|tree, id| matches!(tree.tag(id), Tag::Picture | Tag::Source | Tag::Map | Tag::Canvas));
}

/// Whether the picture has an address of its own that is more than a placeholder.
pub(super) fn has_source(tree: &Tree, id: TreeId, context: &Context<'_>) -> bool {
    best_source(tree, id, context.address).is_some()
}

/// The best address: the widest of the sets that is not needlessly wide, else what a lazy loader would load, else
/// `src`.
fn best_source(tree: &Tree, id: TreeId, address: &Address) -> Option<String> {
    let in_picture = tree.tag(tree.parent(id)) == Tag::Picture;
    let sources = if in_picture { tree.children(tree.parent(id)).collect() } else { vec![id] };
    let sets = sources.iter().flat_map(|&source| SETS.iter().filter_map(move |&set| tree.attr(source, set)));
    let mut best: Option<(f32, String)> = None;
    for (url, size) in sets.flat_map(candidates) {
        let size = if size > WIDE_ENOUGH { WIDE_ENOUGH / size } else { size };
        let better = best.as_ref().is_none_or(|(found, _)| size > *found);
        if better
            && !is_placeholder(url)
            && let Some(url) = address.media(url)
        {
            best = Some((size, url));
        }
    }
    let lazy = LAZY.iter().filter_map(|&name| tree.attr(id, name)).filter(|url| looks_like_image(url));
    let lazy = lazy.chain(tree.attr(id, Attr::Src)).find(|url| !is_placeholder(url)).and_then(|url| address.media(url));
    match (best, lazy) {
        // A set of pixel densities without its own larger picture repeats what `src` has.
        (Some((size, url)), lazy) => {
            if size > 1.0 || lazy.is_none() {
                Some(url)
            } else {
                lazy
            }
        }
        (None, lazy) => lazy,
    }
}

/// The addresses of a `srcset` with their sizes: pixels of width, or of density (1 where it says nothing).
///
/// As the HTML standard has it, an address ends at white space, so that it may hold commas.
pub(super) fn candidates(set: &str) -> impl Iterator<Item = (&str, f32)> {
    let mut rest = set;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        if rest.is_empty() {
            return None;
        }
        let (url, after) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
        if url.ends_with(',') {
            rest = after;
            return Some((url.trim_end_matches(','), 1.0));
        }
        let (descriptor, after) = after.split_at(after.find(',').unwrap_or(after.len()));
        rest = after;
        let number = descriptor.trim().trim_end_matches(['w', 'x', 'h']);
        Some((url, number.split_whitespace().next().and_then(|n| n.trim_end_matches('w').parse().ok()).unwrap_or(1.0)))
    })
}

/// Whether a lazy loader's attribute holds an address rather than something else.
fn looks_like_image(value: &str) -> bool {
    let value = value.trim();
    !value.is_empty() && !value.contains(char::is_whitespace) && (value.contains('/') || value.contains('.'))
}

/// What is shown until the picture is there.
fn is_placeholder(url: &str) -> bool {
    let url = url.trim();
    if url.is_empty() || url.starts_with("data:") {
        // Real pictures held in the page are longer than a grey or transparent dot.
        return !is_data_image(url) || url.len() < 1000;
    }
    let name = url.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default().to_ascii_lowercase();
    let name = name.split(['?', '#']).next().unwrap_or_default();
    ["placeholder", "blank.", "spacer.", "pixel.", "1x1.", "transparent.", "loading.", "lazyload", "lazy.", "grey.gif"]
        .iter()
        .any(|part| name.contains(part))
        || name == "about:blank"
}

/// Whether the page gives it the size of a counting pixel or an icon.
fn is_tiny(tree: &Tree, id: TreeId) -> bool {
    let pixels = |name| tree.attr(id, name).and_then(|size| size.trim().trim_end_matches("px").parse::<f32>().ok());
    match (pixels(Attr::Width), pixels(Attr::Height)) {
        (Some(width), Some(height)) => width <= 32.0 && height <= 32.0,
        (Some(size), None) | (None, Some(size)) => size <= 3.0,
        (None, None) => false,
    }
}
