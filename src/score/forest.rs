//! Forests of oblivious decision trees: every level of a tree asks one question of all blocks, so that a forest is evaluated
//! column by column, without branches (the form of CatBoost, Prokhorenkova et al., 2018).

use std::ops::Range;

/// Numbers about blocks: a column for each feature, a row for each block.
#[derive(Debug, Default, Clone)]
pub struct Columns {
    rows: usize,
    values: Vec<f32>,
    /// Where each column begins; columns that no tree asks for are not there.
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

    /// Makes room for so many columns more.
    pub(crate) fn reserve(&mut self, columns: usize) {
        self.values.reserve(columns * self.rows);
    }

    /// Adds a feature's column, if it is not there. `fill` appends a value for each row.
    pub(crate) fn add(&mut self, feature: usize, fill: impl FnOnce(&mut Vec<f32>)) {
        if feature >= self.starts.len() {
            self.starts.resize(feature + 1, usize::MAX);
        }
        if let Some(start) = self.starts.get_mut(feature).filter(|start| **start == usize::MAX) {
            *start = self.values.len();
            let end = self.values.len() + self.rows;
            fill(&mut self.values);
            self.values.resize(end, 0.0);
        }
    }

    /// Keeps those rows only.
    pub(crate) fn retain(&mut self, kept: &[bool]) {
        // Rows that are kept lie side by side: a run of them is copied at once.
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (row, _) in kept.iter().enumerate().filter(|(_, kept)| **kept) {
            match runs.last_mut().filter(|run| run.end == row) {
                Some(run) => run.end += 1,
                None => runs.push(row..row + 1),
            }
        }
        let rows = runs.iter().map(Range::len).sum();
        let mut values = Vec::with_capacity(self.values.len() / self.rows.max(1) * rows);
        for start in self.starts.iter_mut().filter(|start| **start != usize::MAX) {
            let column = self.values.get(*start..*start + self.rows).unwrap_or_default();
            *start = values.len();
            for run in &runs {
                values.extend_from_slice(column.get(run.clone()).unwrap_or_default());
            }
        }
        self.rows = rows;
        self.values = values;
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

/// The splits of a tree, of which the first is the lowest bit of a leaf's number, and a value for each leaf.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionTree {
    /// At most [`DEPTH`].
    pub splits: Vec<Split>,
    /// Two to the number of splits are used.
    pub leaves: [f32; 1 << DEPTH],
}

/// The most splits a tree has.
pub const DEPTH: usize = 6;

/// Trees whose values add up.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Forest {
    /// What is added to all.
    pub bias: f32,
    trees: Vec<DecisionTree>,
    /// The splits of all trees, each once: trees share most of them.
    questions: Vec<Split>,
    /// For each tree, its splits by their place among the questions.
    asks: Vec<Vec<u16>>,
}

/// How many rows are evaluated together.
const ROWS: usize = 64;

/// How many rows fit into a word, a byte each.
const LANES: usize = 8;

/// A byte for each row, eight rows to a word, so that eight are computed at once where there are no vector instructions.
type Bytes = [u64; ROWS / LANES];

/// What rows evaluated together answer to a question. Neighbours are alike: most questions have one answer for all.
enum Answer {
    No,
    Yes,
    Each(Bytes),
}

impl DecisionTree {
    /// Adds to each row's sum the value of the leaf that its answers lead to.
    fn add(&self, asks: &[u16], answers: &[Answer], sums: &mut [f32]) {
        // The remainder changes nothing, but shows the compiler that the index is in range.
        let value = |leaf: u8| self.leaves.get(usize::from(leaf) % self.leaves.len()).copied().unwrap_or(0.0);
        let (mut common, mut own) = (0, None::<Bytes>);
        for (bit, &question) in asks.iter().enumerate() {
            match answers.get(usize::from(question)) {
                None | Some(Answer::No) => {}
                Some(Answer::Yes) => common |= 1 << bit,
                Some(Answer::Each(answers)) => {
                    let own = own.get_or_insert([0; ROWS / LANES]);
                    own.iter_mut().zip(answers).for_each(|(leaf, answer)| *leaf |= answer << bit);
                }
            }
        }
        let Some(own) = own else {
            let value = value(common);
            return sums.iter_mut().for_each(|sum| *sum += value);
        };
        for (sum, leaf) in sums.iter_mut().zip(own.map(u64::to_le_bytes).as_flattened()) {
            *sum += value(leaf | common);
        }
    }
}

impl Forest {
    /// A forest of these trees.
    pub fn new(bias: f32, trees: Vec<DecisionTree>) -> Forest {
        let order = |a: &Split, b: &Split| a.feature.cmp(&b.feature).then(a.border.total_cmp(&b.border));
        let mut questions: Vec<Split> = trees.iter().flat_map(|tree| &tree.splits).copied().collect();
        questions.sort_unstable_by(order);
        questions.dedup();
        let place = |split: &Split| questions.partition_point(|other| order(other, split).is_lt()) as u16;
        let asks = trees.iter().map(|tree| tree.splits.iter().map(place).collect()).collect();
        Forest { bias, trees, questions, asks }
    }

    /// The trees.
    #[cfg(any(test, feature = "train"))]
    pub fn trees(&self) -> &[DecisionTree] {
        &self.trees
    }

    /// The sum for each row.
    pub fn sums(&self, columns: &Columns) -> Vec<f32> {
        let mut sums = vec![self.bias; columns.rows()];
        let mut answers: Vec<Answer> = Vec::with_capacity(self.questions.len());
        for (part, sums) in sums.chunks_mut(ROWS).enumerate() {
            answers.clear();
            for questions in self.questions.chunk_by(|one, next| one.feature == next.feature) {
                let feature = questions.first().map_or(0, |question| usize::from(question.feature));
                let values = columns.column(feature).get(part * ROWS..).unwrap_or_default();
                let values = values.get(..ROWS.min(values.len())).unwrap_or_default();
                let (least, most) = ends(values);
                answers.extend(questions.iter().map(|&Split { border, .. }| match () {
                    _ if most <= border => Answer::No,
                    _ if least > border => Answer::Yes,
                    _ => Answer::Each(answer(values, border)),
                }));
            }
            for (tree, asks) in self.trees.iter().zip(&self.asks) {
                tree.add(asks, &answers, sums);
            }
        }
        sums
    }

    /// Whether any tree asks for the feature.
    pub(crate) fn asks(&self, feature: usize) -> bool {
        self.questions.binary_search_by_key(&feature, |question| usize::from(question.feature)).is_ok()
    }
}

/// The least and the greatest value. Eight at a time, so that each does not have to wait for the one before.
fn ends(values: &[f32]) -> (f32, f32) {
    let less = |a: f32, b: f32| if b < a { b } else { a };
    let more = |a: f32, b: f32| if b > a { b } else { a };
    let (eights, rest) = values.as_chunks();
    let (mut least, mut most) = (f32::INFINITY, f32::NEG_INFINITY);
    for &[a, b, c, d, e, f, g, h] in eights {
        least = less(least, less(less(less(a, b), less(c, d)), less(less(e, f), less(g, h))));
        most = more(most, more(more(more(a, b), more(c, d)), more(more(e, f), more(g, h))));
    }
    rest.iter().fold((least, most), |(least, most), &value| (less(least, value), more(most, value)))
}

/// For each row, 1 where the value is greater than the border.
fn answer(values: &[f32], border: f32) -> Bytes {
    let mut bytes = [0; ROWS];
    for (byte, &value) in bytes.iter_mut().zip(values) {
        *byte = u8::from(value > border);
    }
    let (words, _) = bytes.as_chunks();
    let mut answer = [0; ROWS / LANES];
    for (answer, word) in answer.iter_mut().zip(words) {
        *answer = u64::from_le_bytes(*word);
    }
    answer
}

/// The logistic function.
pub(crate) fn logistic(sum: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-sum))
}

#[cfg(test)]
mod tests {
    use super::{Columns, DEPTH, DecisionTree, Forest, Split};

    #[test]
    fn rows_are_left_out_of_each_column() {
        let mut columns = Columns::new(3);
        columns.add(0, |values| values.extend([0.0, 1.0, 2.0]));
        columns.add(2, |values| values.extend([3.0, 4.0, 5.0]));
        columns.retain(&[true, false, true]);
        columns.add(3, |values| values.extend([6.0, 7.0]));
        columns.add(0, |_| panic!("it is there"));
        assert_eq!(columns.rows(), 2);
        assert_eq!(
            [0, 1, 2, 3].map(|n| columns.column(n).to_vec()),
            [vec![0.0, 2.0], vec![], vec![3.0, 5.0], vec![6.0, 7.0]]
        );
    }

    fn leaves(used: &[f32]) -> [f32; 1 << DEPTH] {
        std::array::from_fn(|leaf| used.get(leaf).copied().unwrap_or(0.0))
    }

    #[test]
    fn each_row_falls_into_the_leaf_of_its_answers() {
        let mut columns = Columns::new(3);
        columns.add(0, |values| values.extend([0.0, 1.0, 2.0]));
        columns.add(1, |values| values.extend([5.0, 5.0, -5.0]));
        let splits = vec![Split { feature: 0, border: 0.5 }, Split { feature: 1, border: 0.0 }];
        let tree = DecisionTree { splits, leaves: leaves(&[1.0, 2.0, 4.0, 8.0]) };
        let forest = Forest::new(0.5, vec![tree.clone(), tree]);
        assert_eq!(forest.sums(&columns), [8.5, 16.5, 4.5]);
        let mut many = Columns::new(200);
        many.add(0, |values| values.extend((0..200).map(|row| (row % 3) as f32)));
        many.add(1, |values| values.extend((0..200).map(|row| if row % 3 == 2 { -5.0 } else { 5.0 })));
        assert!(forest.sums(&many).iter().enumerate().all(|(row, &sum)| sum == [8.5, 16.5, 4.5][row % 3]));
        assert_eq!([0, 1, 2].map(|feature| forest.asks(feature)), [true, true, false]);
    }
}
