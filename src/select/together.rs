//! What lives or dies together.

use super::{Verdict, closest};
use crate::blocks::Blocks;
use crate::document::{Document, NodeMap, Tag};

/// Mends single verdicts by what surrounds them.
pub(super) fn keep_together(page: &Document, blocks: &Blocks, verdicts: &mut [Verdict]) {
    wholes(page, blocks, verdicts);
    headings(page, blocks, verdicts);
    pictures(page, blocks, verdicts);
}

/// Lists, tables, definition lists, figures and quotes: whole if more than half of their words are kept.
fn wholes(page: &Document, blocks: &Blocks, verdicts: &mut [Verdict]) {
    const WHOLES: [Tag; 6] = [Tag::Ul, Tag::Ol, Tag::Dl, Tag::Table, Tag::Figure, Tag::Pre];
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

/// Pictures without text stand or fall with the blocks around them.
fn pictures(page: &Document, blocks: &Blocks, verdicts: &mut [Verdict]) {
    let worded: Vec<bool> = blocks.list.iter().map(|block| block.count.words > 0 && !block.hidden).collect();
    let mut before = false;
    let mut around: Vec<(bool, bool)> = Vec::with_capacity(verdicts.len());
    for (verdict, &worded) in verdicts.iter().zip(&worded) {
        around.push((before, false));
        if worded {
            before = verdict.kept();
        }
    }
    let mut after = false;
    for ((verdict, &worded), around) in verdicts.iter().zip(&worded).zip(&mut around).rev() {
        around.1 = after;
        if worded {
            after = verdict.kept();
        }
    }
    for ((block, verdict), (before, after)) in blocks.list.iter().zip(verdicts.iter_mut()).zip(around) {
        let in_place = !block.hidden && *verdict != Verdict::Outside;
        if block.count.words > 0 || !in_place {
            continue;
        }
        let figure = closest(page, block.container, &[Tag::Figure]).is_some();
        *verdict = match *verdict {
            Verdict::Rejected if !figure => Verdict::Rejected,
            _ if before || after => Verdict::PictureBeside,
            _ => Verdict::PictureAlone,
        };
    }
}
