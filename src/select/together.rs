//! What lives or dies together.

use super::{Verdict, closest};
use crate::blocks::Blocks;
use crate::document::{Document, NodeId, NodeMap, Tag};

/// Mends single verdicts by what surrounds them.
pub(super) fn keep_together(page: &Document, blocks: &Blocks, probabilities: &[f32], verdicts: &mut [Verdict]) {
    wholes(page, blocks, verdicts);
    edges(page, blocks, probabilities, verdicts);
    headings(page, blocks, verdicts);
    pictures(page, blocks, verdicts);
}

/// Lists, tables and code: whole if more than half of their words are kept.
fn wholes(page: &Document, blocks: &Blocks, verdicts: &mut [Verdict]) {
    const WHOLES: [Tag; 5] = [Tag::Ul, Tag::Ol, Tag::Dl, Tag::Table, Tag::Pre];
    let mut kept = NodeMap::new(page, (0u32, 0u32));
    for (block, verdict) in blocks.list.iter().zip(verdicts.iter()) {
        if block.hidden || *verdict == Verdict::Outside {
            continue;
        }
        if let Some(whole) = closest(page, block.container, &WHOLES) {
            let (yes, all) = &mut kept[whole];
            *all += block.count.words;
            *yes += if verdict.kept() { block.count.words } else { 0 };
        }
    }
    for (block, verdict) in blocks.list.iter().zip(verdicts.iter_mut()) {
        if block.hidden || *verdict == Verdict::Outside {
            continue;
        }
        if let Some(whole) = closest(page, block.container, &WHOLES) {
            let (yes, all) = kept[whole];
            let keep = 2 * yes > all;
            if keep != verdict.kept() {
                *verdict = if keep { Verdict::WholeKept } else { Verdict::WholeDropped };
            }
        }
    }
}

/// A text that is mostly prose begins and ends with prose: stray lines before and after it belong to the page's
/// frame. Headings before it, and whole lists, tables and code on either side, may be part of it.
fn edges(page: &Document, blocks: &Blocks, probabilities: &[f32], verdicts: &mut [Verdict]) {
    const SURE: f32 = 0.8;
    let kept = |i: usize, verdicts: &[Verdict]| verdicts.get(i).is_some_and(|verdict| verdict.kept());
    let words = |prose: bool, verdicts: &[Verdict]| -> u32 {
        let list = blocks.list.iter().enumerate();
        list.filter(|(i, block)| kept(*i, verdicts) && (!prose || block.is_prose())).map(|(_, b)| b.count.words).sum()
    };
    if 10 * words(true, verdicts) < 6 * words(false, verdicts) {
        return;
    }
    let is_prose = |i: &usize| kept(*i, verdicts) && blocks.block(*i).is_prose();
    let Some(first) = (0..verdicts.len()).find(is_prose) else { return };
    let Some(last) = (0..verdicts.len()).rfind(is_prose) else { return };
    for (i, ((block, &probability), verdict)) in
        blocks.list.iter().zip(probabilities).zip(verdicts.iter_mut()).enumerate()
    {
        let heading = i < first && page.tag(block.container).heading_level().is_some();
        let part = block.link_density() < 0.6 && closest(page, block.container, &PARTS).is_some();
        if (i < first || i > last) && verdict.kept() && probability < SURE && !heading && !part {
            *verdict = Verdict::Edge;
        }
    }
}

/// What may stand at the edge of a text.
const PARTS: [Tag; 9] =
    [Tag::Ul, Tag::Ol, Tag::Dl, Tag::Table, Tag::Pre, Tag::Figure, Tag::Blockquote, Tag::Figcaption, Tag::Details];

/// A heading is kept if what follows it is, up to the next heading of its level or above.
fn headings(page: &Document, blocks: &Blocks, verdicts: &mut [Verdict]) {
    // From the end: for each level, whether text that would belong under a heading of that level was kept.
    let mut kept_below = [false; 7];
    let mut next_kept = false;
    for (block, verdict) in blocks.list.iter().zip(verdicts.iter_mut()).rev() {
        if block.hidden || block.count.words == 0 {
            continue;
        }
        let level = std::iter::once(block.container)
            .chain(page.ancestors(block.container).take(2))
            .find_map(|id| page.tag(id).heading_level());
        let Some(level) = level else {
            next_kept = verdict.kept();
            if verdict.kept() {
                kept_below = [true; 7];
            }
            continue;
        };
        let followed = kept_below.get(usize::from(level)).copied().unwrap_or(false);
        if verdict.kept() && !followed {
            *verdict = Verdict::HeadingOfNothing;
        } else if !verdict.kept() && next_kept && *verdict == Verdict::Alone {
            *verdict = Verdict::HeadingKept;
        }
        for below in kept_below.iter_mut().skip(usize::from(level)) {
            *below = false;
        }
        next_kept = verdict.kept();
    }
}

/// Pictures, with their captions, stand or fall with the text around them.
fn pictures(page: &Document, blocks: &Blocks, verdicts: &mut [Verdict]) {
    let figures: Vec<Option<NodeId>> =
        blocks.list.iter().map(|block| closest(page, block.container, &[Tag::Figure])).collect();
    let shows: Vec<bool> = blocks.list.iter().map(|block| block.media > 0 && !block.hidden).collect();
    let mut showing = NodeMap::new(page, false);
    for (figure, &shows) in figures.iter().zip(&shows) {
        if let (Some(figure), true) = (figure, shows) {
            showing[*figure] = true;
        }
    }
    let is_picture: Vec<bool> = blocks
        .list
        .iter()
        .zip(&figures)
        .map(|(block, figure)| block.count.words == 0 || figure.is_some_and(|figure| showing[figure]))
        .collect();
    let beside = kept_beside(blocks, verdicts, &is_picture);
    for (((block, verdict), &is_picture), beside) in
        blocks.list.iter().zip(verdicts.iter_mut()).zip(&is_picture).zip(beside)
    {
        if is_picture && !block.hidden && !matches!(*verdict, Verdict::Outside | Verdict::Rejected) {
            *verdict = if beside { Verdict::PictureBeside } else { Verdict::PictureAlone };
        }
    }
}

/// For each block, whether the nearest text before or after it is kept.
fn kept_beside(blocks: &Blocks, verdicts: &[Verdict], is_picture: &[bool]) -> Vec<bool> {
    let is_text = |i: usize| {
        blocks.list.get(i).is_some_and(|block| !block.hidden) && is_picture.get(i).is_some_and(|picture| !picture)
    };
    let mut beside = vec![false; verdicts.len()];
    let mut last = false;
    for (i, (verdict, beside)) in verdicts.iter().zip(&mut beside).enumerate() {
        *beside |= last;
        last = if is_text(i) { verdict.kept() } else { last };
    }
    last = false;
    for (i, (verdict, beside)) in verdicts.iter().zip(&mut beside).enumerate().rev() {
        *beside |= last;
        last = if is_text(i) { verdict.kept() } else { last };
    }
    beside
}
