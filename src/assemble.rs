//! Metadata + [`SafeContent`] → [`Article`]: every format that was asked for, and what is counted and listed in the content.

use crate::article::{Article, Heading, Image};
use crate::dom::{Attr, Tag, Tree, TreeId, fold_spaces, note_roles};
use crate::metadata::line;
use crate::options::Format;
use crate::render;
use crate::sanitise::SafeContent;
use crate::select::Selection;
use crate::words::{Count, reading_minutes};

/// The longest excerpt taken from the text, in characters.
const MAX_EXCERPT: usize = 300;

/// Fewer words make no excerpt: a date, or a label.
const MIN_EXCERPT_WORDS: u32 = 10;

/// Fills in what depends on the content. `metadata` is the article as far as the page tells about itself. `None` where
/// nothing is left to read.
pub fn assemble(metadata: Article, selection: &Selection, content: SafeContent, formats: &[Format]) -> Option<Article> {
    let text = render::text(&content);
    let images = images(content.tree());
    if text.is_empty() && images.is_empty() {
        return None;
    }
    let count = Count::of(&text);
    let mut article = Article {
        word_count: count.words,
        reading_minutes: reading_minutes(count),
        page_type: selection.page_type,
        confidence: selection.confidence(),
        headings: headings(content.tree()),
        images,
        ..metadata
    };
    if article.excerpt.is_none() {
        article.excerpt = excerpt(&text);
        if article.excerpt.is_some() {
            article.sources.insert("excerpt".to_owned(), "content".to_owned());
        }
    }
    if formats.contains(&Format::Markdown) {
        article.markdown = render::markdown(&content);
    }
    if formats.contains(&Format::Html) {
        article.content = render::html(&content);
    }
    if formats.contains(&Format::Text) {
        article.text = text;
    }
    Some(article)
}

/// The first block of some length, cut at a word's end.
fn excerpt(text: &str) -> Option<String> {
    let block = text.split("\n\n").find(|block| Count::of(block).words >= MIN_EXCERPT_WORDS)?;
    let block = line(block)?;
    match block.char_indices().nth(MAX_EXCERPT) {
        None => Some(block),
        Some((end, _)) => {
            let cut = block.get(..end)?;
            let cut = cut.rfind(' ').and_then(|space| cut.get(..space)).unwrap_or(cut);
            Some(format!("{cut}…"))
        }
    }
}
fn headings(tree: &Tree) -> Vec<Heading> {
    let heading = |id: TreeId| {
        Some(Heading {
            level: tree.tag(id).heading_level()?,
            text: fold_spaces(&note_roles::text_without_references(tree, id)),
            id: tree.attr(id, Attr::Id)?.to_string(),
        })
    };
    tree.all().into_iter().filter_map(heading).collect()
}

fn images(tree: &Tree) -> Vec<Image> {
    let image = |id: TreeId| {
        let figure = tree.ancestors(id).find(|&id| tree.tag(id) == Tag::Figure);
        let caption = figure.and_then(|figure| {
            tree.children(figure).find(|&id| tree.tag(id) == Tag::Figcaption).map(|id| fold_spaces(&tree.text(id)))
        });
        Some(Image {
            src: tree.attr(id, Attr::Src)?.to_string(),
            alt: tree.attr(id, Attr::Alt).map(fold_spaces).filter(|alt| !alt.is_empty()),
            caption,
        })
    };
    tree.all()
        .into_iter()
        .filter(|&id| tree.tag(id) == Tag::Img && !render::is_card_picture(tree, id))
        .filter_map(image)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn an_excerpt_has_nothing_that_turns_it_around() {
        let excerpt = excerpt(
            "2024\n\nThe ferry \u{202E}to the\u{AD} island \u{2066}is late\u{2069} again today, says its crew.",
        );
        assert_eq!(excerpt.as_deref(), Some("The ferry to the island is late again today, says its crew."));
    }
}
