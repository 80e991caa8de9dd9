//! Lists of words, written with a bar between the entries and split when compiled.

/// A slice of the entries of a list.
macro_rules! list {
    ($text:expr) => {{
        const TEXT: &str = $text;
        const ENTRIES: [&str; $crate::lexicon::list::count(TEXT)] = $crate::lexicon::list::split(TEXT);
        &ENTRIES
    }};
}
pub(super) use list;

/// How many entries a list has.
#[expect(clippy::indexing_slicing, reason = "evaluated when compiled")]
pub(crate) const fn count(list: &str) -> usize {
    let bytes = list.as_bytes();
    let (mut entries, mut at) = (1, 0);
    while at < bytes.len() {
        entries += (bytes[at] == b'|') as usize;
        at += 1;
    }
    entries
}

/// The entries of a list.
#[expect(clippy::indexing_slicing, reason = "evaluated when compiled")]
pub(crate) const fn split<const N: usize>(list: &'static str) -> [&'static str; N] {
    let mut entries = [""; N];
    let (mut rest, mut entry, mut at) = (list, 0, 0);
    while at < rest.len() {
        if rest.as_bytes()[at] == b'|' {
            let (before, after) = rest.split_at(at);
            entries[entry] = before;
            rest = after.split_at(1).1;
            (entry, at) = (entry + 1, 0);
        } else {
            at += 1;
        }
    }
    entries[entry] = rest;
    entries
}
