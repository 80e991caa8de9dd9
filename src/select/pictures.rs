//! Pictures and their captions.

use super::Verdict;
use super::coherence::kept_beside;
use crate::blocks::{Block, Blocks, Signal};
use crate::dom::{Document, NodeId, NodeMap};

/// Pictures, with their captions, stand or fall with the text around them. Captions that are hardly part of it, such as
/// the headlines of other stories, are kept only between what is kept.
pub(super) fn pictures(page: &Document, blocks: &Blocks, probabilities: &[f32], verdicts: &mut [Verdict]) {
    const HARDLY: f32 = 0.15;
    /// How many elements a picture, or a caption, is wrapped in.
    const WRAPPERS: usize = 3;
    let figures: Vec<Option<NodeId>> =
        blocks.list.iter().map(|block| blocks.enclosing(block.container).figure).collect();
    let is_shown = |(block, verdict): (&Block, &Verdict)| block.media > 0 && *verdict != Verdict::Hidden;
    let shows: Vec<bool> = blocks.list.iter().zip(verdicts.iter()).map(is_shown).collect();
    let mut showing = NodeMap::new(page, false);
    for (figure, &shows) in figures.iter().zip(&shows) {
        if let (Some(figure), true) = (figure, shows) {
            showing[*figure] = true;
        }
    }
    // Where pictures are, up to what a picture and its caption are wrapped in.
    let mut pictured = NodeMap::new(page, false);
    for (block, _) in blocks.list.iter().zip(&shows).filter(|(_, shows)| **shows) {
        for id in around(page, block).take(WRAPPERS) {
            pictured[id] = true;
        }
    }
    // What is only named a caption and kept without that needs no picture.
    let is_named = |(block, verdict): (&Block, &Verdict)| {
        let caption = around(page, block).take(WRAPPERS).find(|&id| blocks.signals[id].telling.has(Signal::Caption));
        let is_pictured = |caption| page.ancestors(caption).take(WRAPPERS - 1).any(|id| pictured[id]);
        !verdict.kept() && caption.is_some_and(is_pictured)
    };
    let named: Vec<bool> = blocks.list.iter().zip(verdicts.iter()).map(is_named).collect();
    let named = next_to_pictures(&shows, &named);
    let in_figure: Vec<bool> = blocks
        .list
        .iter()
        .zip(&figures)
        .zip(&named)
        .map(|((block, figure), &named)| block.count.words == 0 || figure.is_some_and(|id| showing[id]) || named)
        .collect();
    let is_likely = |(block, &probability): (&Block, &f32)| block.count.words == 0 || probability >= HARDLY;
    let likely: Vec<bool> =
        blocks.list.iter().zip(probabilities).zip(&in_figure).map(|(one, &is)| is && is_likely(one)).collect();
    let beside = kept_beside(verdicts, &likely);
    let between = kept_beside(verdicts, &in_figure);
    for (id, (block, verdict)) in blocks.list.iter().zip(verdicts.iter_mut()).enumerate() {
        let has = |list: &[bool]| list.get(id) == Some(&true);
        if matches!(verdict, Verdict::Hidden | Verdict::Comment) {
            continue;
        }
        if has(&likely) {
            let is_beside = beside.get(id).is_some_and(|beside| beside.contains(&true));
            *verdict = if is_beside { Verdict::PictureBeside } else { Verdict::PictureAlone };
        } else if has(&in_figure) && between.get(id) == Some(&[true; 2]) && 2 * block.linked_words < block.count.words {
            *verdict = Verdict::PictureBeside;
        }
    }
    // A picture goes with its caption.
    let mut captioned = NodeMap::new(page, false);
    for ((block, figure), verdict) in blocks.list.iter().zip(&figures).zip(verdicts.iter()) {
        if let Some(figure) = figure {
            captioned[*figure] |= verdict.kept() && block.count.words > 0;
        }
    }
    for (figure, verdict) in figures.iter().zip(verdicts) {
        if *verdict == Verdict::PictureAlone && figure.is_some_and(|figure| captioned[figure]) {
            *verdict = Verdict::PictureBeside;
        }
    }
}

/// Which of the blocks that are named captions follow or precede a picture, with nothing but others so named between:
/// the credit of a whole gallery, above its first paragraph, is nobody's caption.
fn next_to_pictures(shows: &[bool], named: &[bool]) -> Vec<bool> {
    let mut is_next = vec![false; named.len()];
    let mut after = false;
    for ((&shows, &named), is_next) in shows.iter().zip(named).zip(&mut is_next) {
        *is_next |= named && after;
        after = if named { after } else { shows };
    }
    let mut before = false;
    for ((&shows, &named), is_next) in shows.iter().zip(named).zip(&mut is_next).rev() {
        *is_next |= named && before;
        before = if named { before } else { shows };
    }
    is_next
}

/// The elements around a block, the closest first.
fn around<'a>(page: &'a Document, block: &Block) -> impl Iterator<Item = NodeId> + 'a {
    std::iter::once(block.container).chain(page.ancestors(block.container))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::Tag;

    /// Whether "The …" is kept, which but for "The text" is hardly part of the text by itself; "Dropped" is dropped.
    #[track_caller]
    fn check(html: &str, kept: bool) {
        let page = crate::parse::parse(html, &crate::Limits::default()).unwrap();
        let blocks = Blocks::of(&page);
        let is_caption = |b: &Block| b.count.words > 0 && page.text(b.container).starts_with("The ");
        let of = |block: &Block| match page.text(block.container) {
            "Dropped." => 0.1,
            "The text." => 0.9,
            _ if is_caption(block) => 0.05,
            _ => 0.9,
        };
        let probabilities: Vec<f32> = blocks.list.iter().map(of).collect();
        let mut verdicts: Vec<Verdict> =
            probabilities.iter().map(|&p| if p < 0.5 { Verdict::Alone } else { Verdict::Content }).collect();
        pictures(&page, &blocks, &probabilities, &mut verdicts);
        let caption = blocks.list.iter().position(is_caption).unwrap();
        assert_eq!(verdicts[caption].kept(), kept, "{html}");
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
        let page = crate::parse::parse(&page, &crate::Limits::default()).unwrap();
        let blocks = Blocks::of(&page);
        let is_text = |block: &Block| page.tag(block.container) == Tag::P;
        let probabilities: Vec<f32> = blocks.list.iter().map(|block| if is_text(block) { 0.9 } else { 0.05 }).collect();
        let of = |block: &Block| if is_text(block) { Verdict::Content } else { Verdict::Alone };
        let mut verdicts: Vec<Verdict> = blocks.list.iter().map(of).collect();
        pictures(&page, &blocks, &probabilities, &mut verdicts);
        assert!(verdicts.iter().all(|verdict| verdict.kept()));
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
