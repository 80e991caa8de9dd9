//! `meta` tags, family by family.

use crate::article::ImageSize;
use crate::metadata::fields::{Candidates, FIELDS, Field, MetaFamily};
use crate::metadata::normalize::without_tags;
use crate::metadata::page_index::PageIndex;

/// Adds what the tags of a family say: in the order of the names of each field, and of the page for each name.
pub(in crate::metadata) fn read(page: &PageIndex<'_>, candidates: &mut Candidates, family: MetaFamily) {
    let meta = &page.structured.meta;
    for row in FIELDS {
        let names = row.meta.iter().filter(|(of, _)| *of == family).flat_map(|(_, names)| *names);
        let has_size = row.field == Field::Image && family == MetaFamily::OpenGraph;
        // The size is that of the first picture.
        let mut size = if has_size { open_graph_size(page) } else { None };
        for content in names.flat_map(|name| meta.all(name)) {
            match row.field {
                Field::Image => candidates.add_image(Field::Image, content, size.take()),
                field => candidates.add(field, without_tags(content)),
            }
        }
    }
}

/// Google Scholar's tags, which may give the family name first: `Lovelace, Ada`.
pub(in crate::metadata) fn citation(page: &PageIndex<'_>, candidates: &mut Candidates) {
    for author in page.structured.meta.all("citation_author") {
        let author = without_tags(author);
        match author.split_once(',') {
            Some((family, given)) if !given.contains(',') => {
                candidates.add(Field::Author, format!("{} {}", given.trim(), family.trim()));
            }
            _ => candidates.add(Field::Author, author),
        }
    }
    read(page, candidates, MetaFamily::Citation);
}

/// Twitter's tags, where `twitter:label1` is the label of `twitter:data1`.
pub(in crate::metadata) fn twitter(page: &PageIndex<'_>, candidates: &mut Candidates) {
    read(page, candidates, MetaFamily::Twitter);
    for number in ["1", "2"] {
        let label = page.meta_content(&format!("twitter:label{number}")).map(|label| label.trim().to_ascii_lowercase());
        if let (Some("written by"), Some(author)) =
            (label.as_deref(), page.meta_content(&format!("twitter:data{number}")))
        {
            candidates.add(Field::Author, author);
        }
    }
}

/// Tags of no family: first those of common names, then dates by parts of their names (`w-published-date`, `ms.date`).
pub(in crate::metadata) fn plain(page: &PageIndex<'_>, candidates: &mut Candidates) {
    read(page, candidates, MetaFamily::Plain);
    let is_dated = |name: &str| ["date", "publ", "modif"].iter().any(|part| name.contains(part));
    for meta in page.structured.meta.iter().filter(|meta| is_dated(&meta.name)) {
        let letters: String = meta.name.chars().filter(char::is_ascii_alphabetic).collect();
        if let Some(row) = FIELDS.iter().find(|row| row.meta_parts.iter().any(|part| letters.contains(part))) {
            candidates.add(row.field, meta.content.as_str());
        }
    }
}

fn open_graph_size(page: &PageIndex<'_>) -> Option<ImageSize> {
    ImageSize::of(page.meta_content("og:image:width")?, page.meta_content("og:image:height")?)
}
