//! Grids: rows of things of one make, such as products, stories or results, each with a link and a picture or a price.
//! A grid's lines in the same place of each thing are a column: all its titles, all its prices.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::context::{Context, Fnv};
use crate::blocks::BlockId;
use crate::dom::{NodeId, NodeMap, Tag};

/// What the blocks of a grid, or of one of its columns, hold together.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    pub blocks: u32,
    pub words: u32,
    pub linked_words: u32,
    /// Signs of money.
    pub money: u32,
    /// Texts that no earlier block of the column has.
    pub distinct: u32,
}

/// A grid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid {
    pub things: u32,
    pub sums: Sums,
}

/// A page's grids.
#[derive(Debug, Default)]
pub(super) struct Grids {
    /// For each block, its grid and its column.
    of: Vec<Option<(u32, u32)>>,
    grids: Vec<Grid>,
    columns: Vec<Sums>,
    /// Words in all of them.
    pub words: u32,
    /// Words in the one that has most.
    pub largest: u32,
}

impl Grids {
    /// Finds the grids of a page, from the siblings of one make and the kinds of blocks.
    pub(super) fn of(context: &Context<'_>) -> Grids {
        let page = context.page;
        // For each element: links, and pictures and signs of money in it.
        let mut held = NodeMap::new(page, (0u32, 0u32));
        for (id, block) in context.blocks.list.iter().enumerate() {
            let (links, shows) = &mut held[block.container];
            *links += block.links;
            *shows += block.media + context.texts.get(id).map_or(0, |text| u32::from(text.money));
        }
        for id in page.all().into_iter().rev() {
            let (links, shows): (u32, u32) = held[id];
            if id != NodeId::ROOT && links + shows > 0 {
                let (all_links, all_shows) = &mut held[page.parent(id)];
                *all_links += links;
                *all_shows += shows;
            }
        }
        let things = things(context, &held);
        // The grid each element lies in: its number, 0 for none.
        let mut grid_of = NodeMap::new(page, 0u32);
        let mut number_of = NodeMap::new(page, 0u32);
        let mut grids = Grids::default();
        for id in page.subtree(page.body()) {
            let parent = page.parent(id);
            grid_of[id] = grid_of[parent];
            if things[parent] > 0 && context.siblings[id] >= FEWEST && page.tag(id) != Tag::Text {
                if number_of[parent] == 0 {
                    grids.grids.push(Grid { things: things[parent], sums: Sums::default() });
                    number_of[parent] = grids.grids.len() as u32;
                }
                grid_of[id] = number_of[parent];
            }
        }
        grids.add_up(context, &grid_of);
        grids
    }

    fn add_up(&mut self, context: &Context<'_>, grid_of: &NodeMap<u32>) {
        let mut columns: HashMap<(u32, u32), u32, BuildHasherDefault<Fnv>> = HashMap::default();
        let mut texts: HashMap<(u32, u64), (), BuildHasherDefault<Fnv>> = HashMap::default();
        for (id, block) in context.blocks.list.iter().enumerate() {
            let Some(grid) = grid_of[block.container].checked_sub(1) else {
                self.of.push(None);
                continue;
            };
            let kind = context.kinds.get(id).map_or(0, |kinds| kinds[0]);
            let column = *columns.entry((grid, kind)).or_insert(self.columns.len() as u32);
            if column as usize == self.columns.len() {
                self.columns.push(Sums::default());
            }
            let key = context.texts.get(id).map_or(0, |text| text.key);
            let is_new = key == 0 || texts.insert((column, key), ()).is_none();
            let money = context.texts.get(id).map_or(0, |text| u32::from(text.money));
            for sums in
                [self.grids.get_mut(grid as usize).map(|grid| &mut grid.sums), self.columns.get_mut(column as usize)]
                    .into_iter()
                    .flatten()
            {
                sums.blocks += 1;
                sums.words += block.count.words;
                sums.linked_words += block.linked_words;
                sums.money += money;
                sums.distinct += u32::from(is_new);
            }
            self.of.push(Some((grid, column)));
        }
        self.words = self.grids.iter().map(|grid| grid.sums.words).sum();
        self.largest = self.grids.iter().map(|grid| grid.sums.words).max().unwrap_or(0);
    }

    pub(super) fn grid(&self, block: BlockId) -> Option<&Grid> {
        let (grid, _) = self.place(block)?;
        self.grids.get(grid)
    }

    pub(super) fn column(&self, block: BlockId) -> Option<&Sums> {
        let (_, column) = self.place(block)?;
        self.columns.get(column)
    }

    /// The numbers of a block's grid and column.
    pub(super) fn place(&self, block: BlockId) -> Option<(usize, usize)> {
        (*self.of.get(block)?).map(|(grid, column)| (grid as usize, column as usize))
    }

    /// How many things the grids hold.
    pub(super) fn things(&self) -> u32 {
        self.grids.iter().map(|grid| grid.things).sum()
    }

    /// How many signs of money they hold.
    pub(super) fn money(&self) -> u32 {
        self.grids.iter().map(|grid| grid.sums.money).sum()
    }

    /// How many grids there are, and how many columns.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.grids.len(), self.columns.len())
    }
}

/// So many things of one make are a grid.
const FEWEST: u16 = 4;

/// For each element, how many things of a grid its children are; 0 where they are none.
fn things(context: &Context<'_>, held: &NodeMap<(u32, u32)>) -> NodeMap<u32> {
    let page = context.page;
    // Things, those with a link, those with a picture or a price, and the words in all.
    let mut counts = NodeMap::new(page, (0u32, 0u32, 0u32, 0u32));
    for id in page.subtree(page.body()) {
        if page.tag(id) != Tag::Text && context.siblings[id] >= FEWEST {
            let (links, shows) = held[id];
            let (all, linked, showing, words) = &mut counts[page.parent(id)];
            *all += 1;
            *linked += u32::from(links > 0);
            *showing += u32::from(shows > 0);
            *words += context.blocks.totals[id].words;
        }
    }
    let mut things = NodeMap::new(page, 0);
    for id in page.subtree(page.body()) {
        let (all, linked, showing, words) = counts[id];
        // A thing's colours have links and pictures too, and no words.
        if 10 * linked >= 7 * all && 10 * showing >= 6 * all && words >= 2 * all {
            things[id] = all;
        }
    }
    things
}
