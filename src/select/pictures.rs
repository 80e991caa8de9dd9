//! Pictures, with their captions, stand or fall with the text around them. Captions that are hardly part of it, such as
//! the headlines of other stories, are kept only between what is kept.
//!
//! `<p>` kept `<figure><img><figcaption>` unlikely `</figure><p>` kept → all

use super::decisions::Decisions;
use super::hidden;
use super::input::SelectInput;
use super::neighbours::kept_beside;
use crate::blocks::{Block, BlockId, Signal};
use crate::dom::{Document, NodeId, NodeMap};

/// A caption that is less likely than this is hardly part of the text.
const MIN_LIKELY: f32 = 0.15;

/// How many elements a picture, or a caption, is wrapped in: from more on, it is beside other things than its caption.
const MAX_WRAPPERS: usize = 3;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    let page = input.page;
    let figures: Vec<Option<NodeId>> = input.all().map(|(_, block)| input.place(block).figure).collect();
    let is_picture = |(id, block): (BlockId, &Block)| block.media > 0 && !decisions.is_dropped_by(id, hidden::NAME);
    let pictures: Vec<bool> = input.all().map(is_picture).collect();
    let in_figure = in_figures(input, decisions, &figures, &pictures);
    let is_likely = |((id, block), &is): ((BlockId, &Block), &bool)| {
        is && (block.count.words == 0 || input.probability(id) >= MIN_LIKELY)
    };
    let likely: Vec<bool> = input.all().zip(&in_figure).map(is_likely).collect();
    let beside = kept_beside(decisions, &likely);
    let between = kept_beside(decisions, &in_figure);
    // Pictures beside nothing that is kept.
    let mut alone = vec![false; likely.len()];
    let around = beside.into_iter().zip(between);
    for ((((id, block), alone), (beside, between)), (&likely, &in_figure)) in
        input.all().zip(&mut alone).zip(around).zip(likely.iter().zip(&in_figure))
    {
        if decisions.is_locked(id) {
            continue;
        }
        if likely {
            *alone = !beside.contains(&true);
            if *alone { decisions.drop(id) } else { decisions.keep(id) }
        } else if in_figure && between == [true; 2] && 2 * block.linked_words < block.count.words {
            decisions.keep(id);
        }
    }
    // A picture goes with its caption.
    let mut captioned = NodeMap::new(page, false);
    for ((id, block), figure) in input.all().zip(&figures) {
        if let Some(figure) = figure {
            captioned[*figure] |= decisions.is_kept(id) && block.count.words > 0;
        }
    }
    for ((id, figure), alone) in figures.iter().enumerate().zip(alone) {
        if alone && figure.is_some_and(|figure| captioned[figure]) {
            decisions.keep(id);
        }
    }
}

/// Which blocks are pictures or stand in figures that show one, or beside one as what is named a caption.
fn in_figures(
    input: &SelectInput<'_>,
    decisions: &Decisions,
    figures: &[Option<NodeId>],
    pictures: &[bool],
) -> Vec<bool> {
    let page = input.page;
    let mut showing = NodeMap::new(page, false);
    for (figure, _) in figures.iter().zip(pictures).filter(|(_, is_picture)| **is_picture) {
        if let Some(figure) = figure {
            showing[*figure] = true;
        }
    }
    // Where pictures are, up to what a picture and its caption are wrapped in.
    let mut pictured = NodeMap::new(page, false);
    for ((_, block), _) in input.all().zip(pictures).filter(|(_, is_picture)| **is_picture) {
        for id in around(page, block).take(MAX_WRAPPERS) {
            pictured[id] = true;
        }
    }
    // What is only named a caption and kept without that needs no picture.
    let is_named = |(id, block): (BlockId, &Block)| {
        let is_caption = |id: &NodeId| input.blocks.signals[*id].telling.has(Signal::Caption);
        let caption = around(page, block).take(MAX_WRAPPERS).find(is_caption);
        let is_pictured = |caption| page.ancestors(caption).take(MAX_WRAPPERS - 1).any(|id| pictured[id]);
        !decisions.is_kept(id) && caption.is_some_and(is_pictured)
    };
    let named: Vec<bool> = input.all().map(is_named).collect();
    let named = next_to_pictures(pictures, &named);
    let is_in = |(((_, block), figure), named): (((BlockId, &Block), &Option<NodeId>), bool)| {
        block.count.words == 0 || figure.is_some_and(|id| showing[id]) || named
    };
    input.all().zip(figures).zip(named).map(is_in).collect()
}

/// Which of the blocks that are named captions follow or precede a picture, with nothing but others so named between:
/// the credit of a whole gallery, above its first paragraph, is nobody's caption.
fn next_to_pictures(pictures: &[bool], named: &[bool]) -> Vec<bool> {
    let mut is_next = vec![false; named.len()];
    let mut after = false;
    for ((&is_picture, &named), is_next) in pictures.iter().zip(named).zip(&mut is_next) {
        *is_next |= named && after;
        after = if named { after } else { is_picture };
    }
    let mut before = false;
    for ((&is_picture, &named), is_next) in pictures.iter().zip(named).zip(&mut is_next).rev() {
        *is_next |= named && before;
        before = if named { before } else { is_picture };
    }
    is_next
}

/// The elements around a block, the closest first.
fn around<'a>(page: &'a Document, block: &Block) -> impl Iterator<Item = NodeId> + 'a {
    std::iter::once(block.container).chain(page.ancestors(block.container))
}

#[cfg(test)]
mod tests {
    use super::super::tests::Case;
    use super::*;

    /// Whether "The …" is kept, which but for "The text" is hardly part of the text by itself; "Dropped" is dropped.
    #[track_caller]
    fn check(html: &str, kept: bool) {
        let of = |text: &str| match text {
            "Dropped." => 0.1,
            "The text." => 0.9,
            _ if text.starts_with("The ") => 0.05,
            _ => 0.9,
        };
        assert_eq!(Case::of(html).each(of).run(run).is_kept("The "), kept, "{html}");
    }

    #[test]
    fn a_caption_in_the_midst_of_a_text_is_kept() {
        const FIGURE: &str = "<figure><img src=a.jpg><figcaption>The harbour. Photo: Ann Lee</figcaption></figure>";
        check(&format!("<p>Before.</p>{FIGURE}<p>After.</p>"), true);
        check(&format!("<p>Before.</p>{FIGURE}{FIGURE}<p>After.</p>"), true);
        check(&format!("<p>Before.</p>{FIGURE}"), false);
        check(&format!("<p>Before.</p>{FIGURE}<p>Dropped.</p>"), false);
        check("<p>Before.</p><figure>Code<figcaption>The listing</figcaption></figure><p>After.</p>", false);
        let linked = "<figure><img src=a.jpg><figcaption><a href=/b>The ferries</a></figcaption></figure>";
        check(&format!("<p>Before.</p>{linked}<p>After.</p>"), false);
    }

    #[test]
    fn a_picture_goes_with_its_caption() {
        const FIGURE: &str = "<figure><img src=a.jpg><figcaption>The harbour. Photo: Ann Lee</figcaption></figure>";
        let page = format!("<p>Before.</p>{}<p>After.</p>", FIGURE.repeat(3));
        let of = |text: &str| if matches!(text, "Before." | "After.") { 0.9 } else { 0.05 };
        assert!(Case::of(&page).each(of).run(run).kept().iter().all(|&kept| kept));
    }

    #[test]
    fn an_element_named_a_caption_is_one_beside_a_picture() {
        const PICTURE: &str = "<div><img src=a.jpg></div>";
        check(&format!("<p>Before.</p>{PICTURE}<p class=caption-text>The harbour</p><p>After.</p>"), true);
        check(&format!("<p>Before.</p>{PICTURE}<div class=caption><p>The harbour</p></div><p>After.</p>"), true);
        check(&format!("<p>Before.</p>{PICTURE}<p>The harbour</p><p>After.</p>"), false);
        check("<p>Before.</p><p class=caption>The harbour</p><p>After.</p>", false);
        check(&format!("<div class=caption>{PICTURE}<p>The text.</p></div>"), true);
        let credit = "<p class=caption>The harbour</p><p>Before.</p>";
        check(&format!("{credit}{PICTURE}<p>After.</p>"), false);
        let two = "<p class=caption>The harbour</p><p class=credit>The Harbour Museum</p>";
        check(&format!("<p>Before.</p>{two}{PICTURE}<p>After.</p>"), true);
        let far = format!("<div><div><div>{PICTURE}</div></div></div>");
        check(&format!("<p>Before.</p>{far}<p class=caption>The harbour</p><p>After.</p>"), false);
    }
}
