//! The `srcset` attribute, read as the HTML standard reads it.

/// The size that a candidate is given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Size {
    /// So many pixels wide.
    Width(f32),
    /// So many pixels for each of the page's.
    Density(f32),
    /// It is given none.
    Unknown,
}

/// The addresses of a set with their sizes. An address ends at white space, so that it may hold commas.
pub(super) fn candidates(set: &str) -> impl Iterator<Item = (&str, Size)> {
    let mut rest = set;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            return None;
        }
        let (url, after) = rest.split_at(rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len()));
        if url.ends_with(',') {
            rest = after;
            return Some((url.trim_end_matches(','), Size::Unknown));
        }
        let (descriptors, after) = after.split_at(end_of_descriptors(after));
        rest = after;
        Some((url, size(descriptors)))
    })
}

/// The comma that ends a candidate: not one in parentheses, which are kept for descriptors to come.
fn end_of_descriptors(text: &str) -> usize {
    let mut depth = 0u32;
    let end = text.bytes().position(|b| {
        match b {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        b == b',' && depth == 0
    });
    end.unwrap_or(text.len())
}

fn size(descriptors: &str) -> Size {
    let number = |word: &str, unit| word.strip_suffix(unit).and_then(|number| number.parse::<f32>().ok());
    let mut words = descriptors.split_ascii_whitespace();
    let size =
        words.find_map(|word| number(word, 'w').map(Size::Width).or_else(|| number(word, 'x').map(Size::Density)));
    size.unwrap_or(Size::Unknown)
}
