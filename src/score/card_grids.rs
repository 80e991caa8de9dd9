//! Card grids: siblings built alike, such as products, stories or results, each with a link and an image or a price.
//! The blocks at the same place of each card are a column: all titles, all prices.

use super::element_facts::ElementFacts;
use super::hash::{Map, Set};
use super::text::TextFacts;
use crate::blocks::{BlockId, Blocks};
use crate::dom::{Document, NodeId, NodeMap, Tag};

/// What the blocks of a grid, or of one of its columns, hold together.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct GridSums {
    pub blocks: u32,
    pub words: u32,
    pub linked_words: u32,
    /// Currency signs.
    pub money: u32,
    /// Texts that no earlier block of the column has.
    pub distinct: u32,
}

/// A grid of cards.
#[derive(Debug, Clone, Copy)]
pub(super) struct CardGrid {
    pub items: u32,
    pub sums: GridSums,
}

/// A page's grids.
#[derive(Debug, Default)]
pub(super) struct CardGrids {
    /// For each block, its grid and its column.
    of: Vec<Option<(u32, u32)>>,
    grids: Vec<CardGrid>,
    columns: Vec<GridSums>,
    /// Words in all of them.
    pub words: u32,
    /// Words in the largest.
    pub largest: u32,
}

impl CardGrids {
    /// Finds the grids of a page, by siblings of one class and tag, and their columns, by the kinds of blocks.
    pub(super) fn of(page: &Document, blocks: &Blocks, texts: &[TextFacts], elements: &ElementFacts) -> CardGrids {
        // For each element: its links, and its images and currency signs.
        let mut held = NodeMap::new(page, (0u32, 0u32));
        for (block, text) in blocks.list.iter().zip(texts) {
            let (links, shows) = &mut held[block.container];
            *links += block.links;
            *shows += block.media + u32::from(text.money);
        }
        for id in page.all().into_iter().rev() {
            let (links, shows): (u32, u32) = held[id];
            if id != NodeId::ROOT && links + shows > 0 {
                let (all_links, all_shows) = &mut held[page.parent(id)];
                *all_links += links;
                *all_shows += shows;
            }
        }
        let items = items(page, blocks, elements, &held);
        // The grid each element lies in: its number, 0 for none.
        let mut grid_of = NodeMap::new(page, 0u32);
        let mut number_of = NodeMap::new(page, 0u32);
        let mut grids = CardGrids::default();
        for id in page.subtree(page.body()) {
            let parent = page.parent(id);
            grid_of[id] = grid_of[parent];
            if items[parent] > 0 && elements.siblings[id] >= MIN_ITEMS && page.tag(id) != Tag::Text {
                if number_of[parent] == 0 {
                    grids.grids.push(CardGrid { items: items[parent], sums: GridSums::default() });
                    number_of[parent] = grids.grids.len() as u32;
                }
                grid_of[id] = number_of[parent];
            }
        }
        grids.add_up(blocks, texts, elements, &grid_of);
        grids
    }

    fn add_up(&mut self, blocks: &Blocks, texts: &[TextFacts], elements: &ElementFacts, grid_of: &NodeMap<u32>) {
        let mut columns: Map<(u32, u32), u32> = Map::default();
        let mut seen: Set<(u32, u64)> = Set::default();
        for ((block, text), &[kind, _]) in blocks.list.iter().zip(texts).zip(&elements.kinds) {
            let Some(grid) = grid_of[block.container].checked_sub(1) else {
                self.of.push(None);
                continue;
            };
            let column = *columns.entry((grid, kind)).or_insert(self.columns.len() as u32);
            if column as usize == self.columns.len() {
                self.columns.push(GridSums::default());
            }
            let is_new = text.key == 0 || seen.insert((column, text.key));
            let of_grid = self.grids.get_mut(grid as usize).map(|grid| &mut grid.sums);
            for sums in of_grid.into_iter().chain(self.columns.get_mut(column as usize)) {
                sums.blocks += 1;
                sums.words += block.count.words;
                sums.linked_words += block.linked_words;
                sums.money += u32::from(text.money);
                sums.distinct += u32::from(is_new);
            }
            self.of.push(Some((grid, column)));
        }
        self.words = self.grids.iter().map(|grid| grid.sums.words).sum();
        self.largest = self.grids.iter().map(|grid| grid.sums.words).max().unwrap_or(0);
    }

    pub(super) fn grid(&self, block: BlockId) -> Option<&CardGrid> {
        let (grid, _) = self.place(block)?;
        self.grids.get(grid)
    }

    pub(super) fn column(&self, block: BlockId) -> Option<&GridSums> {
        let (_, column) = self.place(block)?;
        self.columns.get(column)
    }

    /// The numbers of a block's grid and column.
    pub(super) fn place(&self, block: BlockId) -> Option<(usize, usize)> {
        (*self.of.get(block)?).map(|(grid, column)| (grid as usize, column as usize))
    }

    /// How many items the grids hold.
    pub(super) fn items(&self) -> u32 {
        self.grids.iter().map(|grid| grid.items).sum()
    }

    /// How many currency signs they hold.
    pub(super) fn money(&self) -> u32 {
        self.grids.iter().map(|grid| grid.sums.money).sum()
    }

    /// How many grids there are, and how many columns.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.grids.len(), self.columns.len())
    }
}

/// Fewer siblings are a pair of columns or a row of buttons, not a grid.
const MIN_ITEMS: u16 = 4;

/// The least shares of a grid's items, in tenths, with a link, and with an image or a price: a few cards lack either.
const MIN_LINKED_TENTHS: u32 = 7;
const MIN_SHOWING_TENTHS: u32 = 6;

/// The least words an item has on average: a product's colours have links and images too, and no words.
const MIN_WORDS_PER_ITEM: u32 = 2;

/// For each element, how many of its children are items of a grid; 0 where they are none.
fn items(page: &Document, blocks: &Blocks, elements: &ElementFacts, held: &NodeMap<(u32, u32)>) -> NodeMap<u32> {
    // Items, those with a link, those with an image or a price, and the words in all.
    let mut counts = NodeMap::new(page, (0u32, 0u32, 0u32, 0u32));
    for id in page.subtree(page.body()) {
        if page.tag(id) != Tag::Text && elements.siblings[id] >= MIN_ITEMS {
            let (links, shows) = held[id];
            let (all, linked, showing, words) = &mut counts[page.parent(id)];
            *all += 1;
            *linked += u32::from(links > 0);
            *showing += u32::from(shows > 0);
            *words += blocks.totals[id].words;
        }
    }
    let mut items = NodeMap::new(page, 0);
    for id in page.subtree(page.body()) {
        let (all, linked, showing, words) = counts[id];
        let is_linked = 10 * linked >= MIN_LINKED_TENTHS * all;
        let is_showing = 10 * showing >= MIN_SHOWING_TENTHS * all;
        if is_linked && is_showing && words >= MIN_WORDS_PER_ITEM * all {
            items[id] = all;
        }
    }
    items
}
