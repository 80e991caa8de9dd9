//! The learned weights: their compact form, and where they come from.

use std::sync::LazyLock;

use super::forest::{DEPTH, DecisionTree, Forest, Split};
use super::name_odds::NameOdds;

/// Everything that was learned.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Model {
    /// Where the weights come from, as JSON.
    pub provenance: String,
    /// What names say.
    pub name_odds: NameOdds,
    /// Blocks by themselves and their surroundings.
    pub first: Forest,
    /// The types of page, in the order of [`PageType::ALL`](crate::article::PageType::ALL).
    pub types: Vec<Forest>,
    /// Blocks by how likely their surroundings are.
    pub second: Forest,
    /// How good a choice is: the F1 to be expected.
    pub quality: Forest,
}

/// The model in use.
pub static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let model = Model::read(include_bytes!("weights.bin"));
    debug_assert!(model.is_some(), "the weights in the program can be read");
    model.unwrap_or_default()
});

impl Model {
    /// Reads what `write` wrote. `None` where the bytes are something else.
    pub fn read(bytes: &[u8]) -> Option<Model> {
        let mut reader = ModelReader(bytes);
        let model = Model {
            provenance: String::from_utf8(reader.bytes()?.to_vec()).ok()?,
            name_odds: reader.name_odds()?,
            first: reader.forest()?,
            types: (0..reader.u16()?).map(|_| reader.forest()).collect::<Option<_>>()?,
            second: reader.forest()?,
            quality: reader.forest()?,
        };
        reader.0.is_empty().then_some(model)
    }

    /// The compact form: numbers are little-endian, leaves a byte each and a scale for each tree.
    #[cfg(any(test, feature = "train"))]
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        out.extend((self.provenance.len() as u32).to_le_bytes());
        out.extend(self.provenance.as_bytes());
        out.extend((self.name_odds.keys.len() as u32).to_le_bytes());
        out.extend(self.name_odds.keys.iter().flat_map(|key| key.to_le_bytes()));
        out.extend(self.name_odds.odds.iter().flat_map(|odds| odds.to_le_bytes()));
        write_forest(&self.first, &mut out);
        out.extend((self.types.len() as u16).to_le_bytes());
        for forest in &self.types {
            write_forest(forest, &mut out);
        }
        write_forest(&self.second, &mut out);
        write_forest(&self.quality, &mut out);
        out
    }
}

#[cfg(any(test, feature = "train"))]
fn write_forest(forest: &Forest, out: &mut Vec<u8>) {
    out.extend(forest.bias.to_le_bytes());
    out.extend((forest.trees().len() as u16).to_le_bytes());
    for tree in forest.trees() {
        out.push(tree.splits.len() as u8);
        for split in &tree.splits {
            out.extend(split.feature.to_le_bytes());
            out.extend(split.border.to_le_bytes());
        }
        let most = tree.leaves.iter().fold(0.0f32, |most, leaf| most.max(leaf.abs()));
        let scale = (most / f32::from(i8::MAX)).max(f32::MIN_POSITIVE);
        out.extend(scale.to_le_bytes());
        let used = tree.leaves.iter().take(1 << tree.splits.len());
        out.extend(used.map(|leaf| (leaf / scale).round() as i8 as u8));
    }
}

struct ModelReader<'a>(&'a [u8]);

impl<'a> ModelReader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    fn f32(&mut self) -> Option<f32> {
        self.array().map(f32::from_le_bytes)
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let count = self.u32()? as usize;
        self.take(count)
    }

    fn name_odds(&mut self) -> Option<NameOdds> {
        let count = self.u32()? as usize;
        let keys = self.take(count * 4)?;
        let (keys, _) = keys.as_chunks::<4>();
        let odds = self.take(count)?;
        Some(NameOdds {
            keys: keys.iter().map(|key| u32::from_le_bytes(*key)).collect(),
            odds: odds.iter().map(|&odds| odds as i8).collect(),
        })
    }

    fn forest(&mut self) -> Option<Forest> {
        let bias = self.f32()?;
        let trees = (0..self.u16()?).map(|_| self.tree()).collect::<Option<_>>()?;
        Some(Forest::new(bias, trees))
    }

    fn tree(&mut self) -> Option<DecisionTree> {
        let [depth] = self.array()?;
        let splits = (0..depth.min(DEPTH as u8))
            .map(|_| Some(Split { feature: self.u16()?, border: self.f32()? }))
            .collect::<Option<Vec<_>>>()?;
        let scale = self.f32()?;
        let mut tree = DecisionTree { splits, leaves: [0.0; 1 << DEPTH] };
        let leaves = self.take(1 << tree.splits.len())?;
        tree.leaves.iter_mut().zip(leaves).for_each(|(leaf, &value)| *leaf = f32::from(value as i8) * scale);
        Some(tree)
    }
}

#[cfg(test)]
mod tests {
    use super::{MODEL, Model};

    #[test]
    fn the_weights_are_whole_and_name_their_source() {
        assert!(MODEL.provenance.contains("CC BY 4.0"), "{}", MODEL.provenance);
        assert_eq!(MODEL.types.len(), crate::article::PageType::ALL.len());
        assert!(MODEL.name_odds.keys.is_sorted() && MODEL.name_odds.keys.len() == MODEL.name_odds.odds.len());
        for forest in [&MODEL.first, &MODEL.second, &MODEL.quality] {
            assert!(forest.trees().len() > 10);
        }
        assert!(MODEL.write().len() < 150_000);
    }

    #[test]
    fn what_is_written_reads_back() {
        assert_eq!(Model::read(&MODEL.write()).map(|model| model.write()), Some(MODEL.write()));
        assert_eq!(Model::read(b"no model"), None);
        let bytes = MODEL.write();
        for end in [0, 3, 100, bytes.len() - 1] {
            assert_eq!(Model::read(&bytes[..end]), None);
        }
    }
}
