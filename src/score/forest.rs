//! Forests of oblivious trees: every level of a tree asks one question of all blocks, so a forest is worked through
//! column by column, without a branch (the form of CatBoost, Prokhorenkova et al., 2018).

/// Numbers about blocks: a column for each feature, a row for each block.
#[derive(Debug, Default, Clone)]
pub struct Columns {
    rows: usize,
    values: Vec<f32>,
    /// Where each column begins; columns that no one asks for have no values.
    starts: Vec<usize>,
}

impl Columns {
    pub(crate) fn new(rows: usize) -> Columns {
        Columns { rows, values: Vec::new(), starts: Vec::new() }
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    pub(crate) fn push(&mut self, column: impl Iterator<Item = f32>) {
        self.starts.push(self.values.len());
        let end = self.values.len() + self.rows;
        self.values.extend(column.take(self.rows));
        self.values.resize(end, 0.0);
    }

    /// Leaves out the rows that are not worth keeping.
    pub(crate) fn retain(&mut self, worth: &[bool]) {
        let kept: Vec<usize> = worth.iter().enumerate().filter_map(|(row, &worth)| worth.then_some(row)).collect();
        let mut values = Vec::with_capacity(self.values.len() / self.rows.max(1) * kept.len());
        for start in self.starts.iter_mut().filter(|start| **start != usize::MAX) {
            let column = self.values.get(*start..*start + self.rows).unwrap_or_default();
            *start = values.len();
            values.extend(kept.iter().filter_map(|&row| column.get(row)));
        }
        self.rows = kept.len();
        self.values = values;
    }

    /// A column that no one asks for.
    pub(crate) fn skip(&mut self) {
        self.starts.push(usize::MAX);
    }

    /// The number of columns.
    #[cfg(feature = "train")]
    pub fn features(&self) -> usize {
        self.starts.len()
    }

    /// A feature's column.
    pub fn column(&self, feature: usize) -> &[f32] {
        let from = self.starts.get(feature).copied().unwrap_or(usize::MAX);
        self.values.get(from..from.saturating_add(self.rows)).unwrap_or_default()
    }
}

/// One question: is the feature greater than the border?
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Split {
    /// The feature's column.
    pub feature: u16,
    /// What it is compared with.
    pub border: f32,
}

/// The splits of a tree, the first the lowest bit of the leaf, and a value for each leaf.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tree {
    /// At most eight.
    pub splits: Vec<Split>,
    /// Two to the number of splits.
    pub leaves: Vec<f32>,
}

/// Trees whose values add up.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Forest {
    /// What is added to all.
    pub bias: f32,
    /// The trees.
    pub trees: Vec<Tree>,
}

impl Forest {
    /// The sum for each row.
    pub fn sums(&self, columns: &Columns) -> Vec<f32> {
        let mut sums = vec![self.bias; columns.rows()];
        // As wide as the values, so that several rows are compared at a time.
        let mut leaf = vec![0u32; columns.rows()];
        for tree in &self.trees {
            leaf.fill(0);
            for (bit, split) in tree.splits.iter().enumerate() {
                for (leaf, &value) in leaf.iter_mut().zip(columns.column(usize::from(split.feature))) {
                    *leaf |= u32::from(value > split.border) << bit;
                }
            }
            for (sum, &leaf) in sums.iter_mut().zip(&leaf) {
                *sum += tree.leaves.get(leaf as usize).copied().unwrap_or(0.0);
            }
        }
        sums
    }

    /// Notes the features that any tree asks for.
    pub(crate) fn note_asked(&self, asked: &mut Vec<bool>) {
        for split in self.trees.iter().flat_map(|tree| &tree.splits) {
            let feature = usize::from(split.feature);
            asked.resize(asked.len().max(feature + 1), false);
            if let Some(asked) = asked.get_mut(feature) {
                *asked = true;
            }
        }
    }
}

/// The logistic function.
pub(crate) fn logistic(sum: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-sum))
}

#[cfg(test)]
mod tests {
    use super::{Columns, Forest, Split, Tree};

    #[test]
    fn rows_are_left_out_of_each_column() {
        let mut columns = Columns::new(3);
        columns.push([0.0, 1.0, 2.0].into_iter());
        columns.skip();
        columns.push([3.0, 4.0, 5.0].into_iter());
        columns.retain(&[true, false, true]);
        columns.push([6.0, 7.0].into_iter());
        assert_eq!(columns.rows(), 2);
        assert_eq!(
            [0, 1, 2, 3].map(|n| columns.column(n).to_vec()),
            [vec![0.0, 2.0], vec![], vec![3.0, 5.0], vec![6.0, 7.0]]
        );
    }

    #[test]
    fn each_row_falls_into_the_leaf_of_its_answers() {
        let mut columns = Columns::new(3);
        columns.push([0.0, 1.0, 2.0].into_iter());
        columns.push([5.0, 5.0, -5.0].into_iter());
        let splits = vec![Split { feature: 0, border: 0.5 }, Split { feature: 1, border: 0.0 }];
        let tree = Tree { splits, leaves: vec![1.0, 2.0, 4.0, 8.0] };
        let forest = Forest { bias: 0.5, trees: vec![tree.clone(), tree] };
        assert_eq!(forest.sums(&columns), [8.5, 16.5, 4.5]);
        let mut asked = Vec::new();
        forest.note_asked(&mut asked);
        assert_eq!(asked, [true, true]);
    }
}
