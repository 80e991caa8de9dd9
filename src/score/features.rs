//! The features of the first pass: the [`FEATURES`] table. None depends on one language.

use std::sync::LazyLock;

use super::block_ref::{
    ABSENT, BlockRef, group, heading_after, heading_before, near, neighbour, section, title_path, window,
};
use super::card_grids::{CardGrid, GridSums};
use super::context::{FeatureContext, LEVELS, PrefixSums};
use super::element_facts::BlockGroup;
use super::section_cues::KINDS;
use super::surroundings::{LANDMARKS, MAX_DISTANCE};
use crate::blocks::{Block, SIGNALS, share};
use crate::dom::{NodeId, Tag};

/// A family of one feature.
pub(super) const fn one<F>(name: &'static str, of: F) -> (&'static str, usize, F) {
    (name, 1, of)
}

/// Appends the values of a family's feature of that number, one for each block.
type FillFirst = fn(&FeatureContext<'_>, &[BlockRef<'_>], usize, &mut Vec<f32>);

/// The value for one block → the values for all: a call for each column, not for each value.
macro_rules! each {
    (|$shared:pat_param, $at:pat_param, $number:pat_param| $value:expr) => {
        |shared, places, number, values| {
            values.extend(places.iter().map(|at| {
                let ($shared, $at, $number) = (shared, at, number);
                $value
            }))
        }
    };
}
pub(super) use each;

/// Greater values are not told apart: hardly any page has them, and trees have borders below.
const MAX_MEDIA: u32 = 9;
const MAX_REPEATS: u32 = 20;
const MAX_SIBLINGS: u16 = 50;
const MAX_SECTION: usize = 60;
const MAX_SINCE_CUE: u8 = 99;

/// Beyond the greatest value: where there is no heading, or no cue.
const NONE: f32 = 99.0;

/// Stops and commas are counted per so many words: about a sentence's.
const MARKS_PER_WORDS: u32 = 20;

/// A block's distance to the title: at most so far before and after it, and what stands for it where no block is the title.
const MIN_AFTER_TITLE: f32 = -100.0;
const MAX_AFTER_TITLE: f32 = 300.0;
const NO_TITLE: f32 = -1000.0;

/// The families of features: a name, how many, and the values of each by its number.
pub const FEATURES: &[(&str, usize, FillFirst)] = &[
    // The block's own text.
    one("words", each!(|_, at, _| log(at.block.count.words))),
    one("letters_per_word", each!(|_, at, _| ratio(at.block.count.letters, at.block.count.words))),
    one("link_density", each!(|_, at, _| at.block.link_density())),
    one("links", each!(|_, at, _| log(at.block.links))),
    one("stops", each!(|_, at, _| ratio(at.block.count.stops * MARKS_PER_WORDS, at.block.count.words))),
    one("commas", each!(|_, at, _| ratio(at.block.count.commas * MARKS_PER_WORDS, at.block.count.words))),
    one("digits", each!(|_, at, _| share(at.block.count.digits, at.block.count.letters))),
    one("capitals", each!(|_, at, _| share(at.block.count.capitals, at.block.count.letters))),
    one("ideographs", each!(|_, at, _| share(at.block.count.ideographs, at.block.count.words))),
    one("media", each!(|_, at, _| at.block.media.min(MAX_MEDIA) as f32)),
    one("hidden", each!(|_, at, _| flag(at.block.hidden))),
    one("noscript", each!(|_, at, _| flag(at.block.noscript))),
    one("end", each!(|_, at, _| f32::from(at.text.end))),
    one("lower", each!(|_, at, _| flag(at.text.lower))),
    one("separators", each!(|_, at, _| f32::from(at.text.separators))),
    one("money", each!(|_, at, _| f32::from(at.text.money))),
    one("copyright", each!(|_, at, _| flag(at.text.copyright))),
    one("at", each!(|_, at, _| flag(at.text.at))),
    one("title_overlap", each!(|_, at, _| at.text.title_overlap)),
    one(
        "repeats",
        each!(|context, at, _| context.repeats.get(at.id).map_or(1.0, |&times| times.min(MAX_REPEATS) as f32)),
    ),
    // The element it is in.
    one("tag", each!(|_, at, _| tag_number(at.tag))),
    one("heading", each!(|_, at, _| f32::from(at.level))),
    one("depth", each!(|context, at, _| f32::from(context.around(at.block).depth))),
    // Where it is.
    one("place", each!(|context, at, _| at.id as f32 / context.block_count() as f32)),
    one("words_before", each!(|context, at, _| share_before(&context.sums.words, at))),
    one("prose_before", each!(|context, at, _| share_before(&context.sums.prose, at))),
    one(
        "after_title",
        each!(|context, at, _| {
            context
                .title_block
                .map_or(NO_TITLE, |title| (at.id as f32 - title as f32).clamp(MIN_AFTER_TITLE, MAX_AFTER_TITLE))
        }),
    ),
    // The page.
    one("page_words", each!(|context, _, _| log(context.body.words))),
    one("page_blocks", each!(|context, _, _| log(context.block_count() as u32))),
    one("page_links", each!(|context, _, _| context.body.link_density())),
    one("page_prose", each!(|context, _, _| share(context.body.prose_words, context.body.words))),
    // Its neighbours: 3 before, then 3 after.
    ("near_words", 6, each!(|context, at, number| near(context, at, number, |block| log(block.count.words)))),
    ("near_links", 6, each!(|context, at, number| near(context, at, number, Block::link_density))),
    (
        "near_level",
        6,
        each!(|context, at, number| {
            neighbour(at, number).and_then(|id| context.levels.get(id)).map_or(ABSENT, |&level| f32::from(level))
        }),
    ),
    (
        "near_end",
        4,
        each!(|context, at, number| {
            neighbour(at, number + 1).and_then(|id| context.texts.get(id)).map_or(ABSENT, |text| f32::from(text.end))
        }),
    ),
    (
        "near_kind",
        2,
        each!(|context, at, number| {
            let kind = |id: usize| context.elements.kinds.get(id).map(|kinds| kinds[0]);
            flag(neighbour(at, number + 2).and_then(kind) == kind(at.id))
        }),
    ),
    // Windows of 2, 5 and 12 blocks either way.
    ("window_words", 3, each!(|context, at, number| log(window(&context.sums.words, at, number)))),
    (
        "window_links",
        3,
        each!(|context, at, number| share(
            window(&context.sums.linked, at, number),
            window(&context.sums.words, at, number)
        )),
    ),
    (
        "window_prose",
        3,
        each!(|context, at, number| share(
            window(&context.sums.prose, at, number),
            window(&context.sums.words, at, number)
        )),
    ),
    // The section it is in, from the heading before it to the heading after it.
    one(
        "heading_before",
        each!(|context, at, _| heading_before(context, at).map_or(NONE, |id| (at.id - id).min(MAX_SECTION) as f32)),
    ),
    one(
        "heading_before_level",
        each!(|context, at, _| {
            heading_before(context, at).and_then(|id| context.levels.get(id)).map_or(0.0, |&level| f32::from(level))
        }),
    ),
    one(
        "heading_before_links",
        each!(|context, at, _| {
            heading_before(context, at).map_or(ABSENT, |id| context.blocks.block(id).link_density())
        }),
    ),
    one(
        "heading_after",
        each!(|context, at, _| heading_after(context, at).map_or(NONE, |id| (id - at.id).min(MAX_SECTION) as f32)),
    ),
    one("section_words", each!(|context, at, _| log(section(context, at, &context.sums.words)))),
    one(
        "section_links",
        each!(|context, at, _| share(
            section(context, at, &context.sums.linked),
            section(context, at, &context.sums.words)
        )),
    ),
    one(
        "section_prose",
        each!(|context, at, _| share(
            section(context, at, &context.sums.prose),
            section(context, at, &context.sums.words)
        )),
    ),
    // The elements around it, its container first.
    (
        "share",
        LEVELS,
        each!(|context, at, number| above(at, number, |id| share(context.blocks.totals[id].words, context.body.words))),
    ),
    ("links_in", LEVELS, each!(|context, at, number| above(at, number, |id| context.blocks.totals[id].link_density()))),
    (
        "prose_in",
        LEVELS,
        each!(|context, at, number| above(at, number, |id| share(
            context.blocks.totals[id].prose_words,
            context.blocks.totals[id].words
        ))),
    ),
    ("blocks_in", LEVELS, each!(|context, at, number| above(at, number, |id| log(context.blocks.totals[id].blocks)))),
    ("children_in", LEVELS, each!(|context, at, number| above(at, number, |id| capped(context.elements.children[id])))),
    (
        "paragraphs_in",
        LEVELS,
        each!(|context, at, number| above(at, number, |id| capped(context.elements.paragraphs[id]))),
    ),
    (
        "siblings_like",
        LEVELS,
        each!(|context, at, number| above(at, number, |id| capped(context.elements.siblings[id]))),
    ),
    (
        "body_score",
        LEVELS,
        each!(|context, at, number| {
            let best = context.body_score[context.best].max(1.0);
            above(at, number, |id| context.body_score[id] / best)
        }),
    ),
    ("near_names", 3, each!(|context, at, number| at.up(number).map_or(0.0, |id| context.elements.own_names[id]))),
    (
        "landmark",
        LANDMARKS,
        each!(|context, at, number| {
            f32::from(context.around(at.block).landmarks.get(number).copied().unwrap_or(MAX_DISTANCE))
        }),
    ),
    (
        "signal",
        SIGNALS,
        each!(|context, at, number| {
            f32::from(context.around(at.block).signals.get(number).copied().unwrap_or(MAX_DISTANCE))
        }),
    ),
    (
        "signals",
        SIGNALS,
        each!(|context, at, number| f32::from(context.around(at.block).counts.get(number).copied().unwrap_or(0))),
    ),
    (
        "names",
        3,
        each!(|context, at, number| {
            let names = context.around(at.block).names;
            [names.sum, names.least, names.most].get(number).copied().unwrap_or(0.0)
        }),
    ),
    // Paths through the tree.
    one("best_up", each!(|context, at, _| f32::from(context.from_best[at.block.container].0))),
    one("best_down", each!(|context, at, _| f32::from(context.from_best[at.block.container].1))),
    one("title_up", each!(|context, at, _| title_path(context, at).map_or(ABSENT, |(up, _)| f32::from(up)))),
    one("title_down", each!(|context, at, _| title_path(context, at).map_or(ABSENT, |(_, down)| f32::from(down)))),
    // What short lines before it announce.
    (
        "in_cued_section",
        KINDS,
        each!(|context, at, number| {
            context.section_cues.within.get(at.id).map_or(0.0, |within| flag(within & 1 << number != 0))
        }),
    ),
    (
        "since_cue",
        KINDS,
        each!(|context, at, number| {
            let since = context.section_cues.since.get(at.id).and_then(|since| since.get(number));
            since.map_or(NONE, |&since| f32::from(since.min(MAX_SINCE_CUE)))
        }),
    ),
    (
        "schema_overlap",
        2,
        each!(|context, at, number| {
            context
                .schema_overlap
                .get(at.id)
                .copied()
                .flatten()
                .and_then(|shares| shares.get(number).copied())
                .unwrap_or(ABSENT)
        }),
    ),
    // Blocks like it on the page: by names, then by tags.
    ("like_blocks", 2, each!(|context, at, number| of_kind(context, at, number, |group| log(group.blocks)))),
    (
        "like_share",
        2,
        each!(|context, at, number| of_kind(context, at, number, |group| share(group.words, context.body.words))),
    ),
    (
        "like_words",
        2,
        each!(
            |context, at, number| of_kind(context, at, number, |group| group.words as f32 / group.blocks.max(1) as f32)
        ),
    ),
    (
        "like_links",
        2,
        each!(|context, at, number| of_kind(context, at, number, |group| share(group.linked_words, group.words))),
    ),
    // The grid it is in, and its column there.
    one("grid_items", each!(|context, at, _| in_grid(context, at, |grid| log(grid.items)))),
    one("grid_share", each!(|context, at, _| in_grid(context, at, |grid| share(grid.sums.words, context.body.words)))),
    one(
        "grid_size",
        each!(|context, at, _| in_grid(context, at, |grid| share(grid.sums.words, context.grids.largest))),
    ),
    one("grid_words", each!(|context, at, _| in_grid(context, at, |grid| ratio(grid.sums.words, grid.items)))),
    one(
        "grid_links",
        each!(|context, at, _| in_grid(context, at, |grid| share(grid.sums.linked_words, grid.sums.words))),
    ),
    one("grid_money", each!(|context, at, _| in_grid(context, at, |grid| ratio(grid.sums.money, grid.items)))),
    one("grids_share", each!(|context, _, _| share(context.grids.words, context.body.words))),
    one(
        "column_blocks",
        each!(|context, at, _| {
            let items = context.grids.grid(at.id).map_or(1, |grid| grid.items);
            in_column(context, at, |column| ratio(column.blocks, items))
        }),
    ),
    one("column_words", each!(|context, at, _| in_column(context, at, |column| ratio(column.words, column.blocks)))),
    one(
        "column_links",
        each!(|context, at, _| in_column(context, at, |column| share(column.linked_words, column.words))),
    ),
    one(
        "column_distinct",
        each!(|context, at, _| in_column(context, at, |column| ratio(column.distinct, column.blocks))),
    ),
    one("column_money", each!(|context, at, _| in_column(context, at, |column| ratio(column.money, column.blocks)))),
];

/// How many features there are.
pub(super) fn count() -> usize {
    FEATURES.iter().map(|&(_, count, _)| count).sum()
}

/// What tags say of their text; content-like ones are higher, since trees ask whether a value is above a border.
fn tag_number(tag: Tag) -> f32 {
    match tag {
        Tag::P => 10.0,
        Tag::Blockquote => 9.0,
        Tag::Pre => 8.0,
        Tag::Dd => 7.0,
        Tag::Td => 6.0,
        Tag::Th | Tag::Dt => 5.0,
        Tag::Figcaption | Tag::Caption => 4.0,
        Tag::Li => 3.0,
        Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => 2.0,
        Tag::Article | Tag::Section | Tag::Main => 1.0,
        Tag::Legend | Tag::Fieldset | Tag::Form | Tag::Option => -1.0,
        Tag::Nav | Tag::Footer | Tag::Header | Tag::Aside => -2.0,
        _ => 0.0,
    }
}

/// A measure of the element so many levels up.
fn above(at: &BlockRef<'_>, level: usize, of: impl Fn(NodeId) -> f32) -> f32 {
    at.up(level).map_or(ABSENT, of)
}

/// A measure of the block's grid.
fn in_grid(context: &FeatureContext<'_>, at: &BlockRef<'_>, of: impl Fn(&CardGrid) -> f32) -> f32 {
    context.grids.grid(at.id).map_or(ABSENT, of)
}

/// A measure of the block's column in its grid.
fn in_column(context: &FeatureContext<'_>, at: &BlockRef<'_>, of: impl Fn(&GridSums) -> f32) -> f32 {
    context.grids.column(at.id).map_or(ABSENT, of)
}

/// A measure of all blocks of the block's kind: by names, then by tags.
fn of_kind(context: &FeatureContext<'_>, at: &BlockRef<'_>, number: usize, of: impl Fn(BlockGroup) -> f32) -> f32 {
    group(context, at, number).map_or(0.0, of)
}

/// The share of a sum over the page that is before the block.
fn share_before(sums: &[u32], at: &BlockRef<'_>) -> f32 {
    share(PrefixSums::between(sums, 0, at.id), PrefixSums::between(sums, 0, usize::MAX))
}

fn capped(siblings: u16) -> f32 {
    f32::from(siblings.min(MAX_SIBLINGS))
}

pub(super) fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}

fn ratio(part: u32, whole: u32) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

/// The logarithm of a count and one, most of which are small.
pub(super) fn log(count: u32) -> f32 {
    static SMALL: LazyLock<[f32; 256]> = LazyLock::new(|| std::array::from_fn(|count| libm::logf(1.0 + count as f32)));
    SMALL.get(count as usize).copied().unwrap_or_else(|| libm::logf(1.0 + count as f32))
}
