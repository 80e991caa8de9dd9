//! What rules are tested with: a page whose blocks have the probabilities that a test gives them.

use super::decisions::Decisions;
use super::input::SelectInput;
use super::{hidden, threshold};
use crate::address::Address;
use crate::blocks::{Block, Blocks};
use crate::dom::Document;
use crate::metadata::Metadata;
use crate::score::Scores;
use crate::{ErrorKind, Limits, Options, extract};

/// From which probability on blocks are content by themselves.
const THRESHOLD: f32 = 0.5;

/// A page whose blocks are decided on by probability, before a rule has run and after.
pub(super) struct Case {
    page: Document,
    blocks: Blocks,
    address: Address,
    metadata: Metadata,
    scores: Scores,
    decisions: Decisions,
}

impl Case {
    /// A page without any probabilities yet: all that it hides is dropped.
    pub(super) fn of(html: &str) -> Case {
        let page = crate::parse::parse(html, &Limits::default()).unwrap();
        let blocks = Blocks::of(&page);
        let scores = Scores { probabilities: vec![0.0; blocks.list.len()], types: [0.0; 7], page: Vec::new() };
        let decisions = Decisions::new(&page, &blocks);
        let (address, metadata) = (Address::default(), Metadata::default());
        Case { page, blocks, address, metadata, scores, decisions }
    }

    /// All blocks have this probability.
    pub(super) fn all(self, probability: f32) -> Case {
        self.each(|_| probability)
    }

    /// Blocks of these texts have these probabilities.
    pub(super) fn each(mut self, of: impl Fn(&str) -> f32) -> Case {
        let texts = self.blocks.list.iter().map(|block| self.text(block));
        self.scores.probabilities = texts.map(of).collect();
        self.decided()
    }

    /// The first blocks are likely.
    pub(super) fn first(mut self, count: usize) -> Case {
        let list = self.blocks.list.iter().enumerate();
        self.scores.probabilities = list.map(|(at, _)| if at < count { 0.9 } else { 0.3 }).collect();
        self.decided()
    }

    fn decided(mut self) -> Case {
        self.decisions.begin(threshold::NAME);
        let input = SelectInput::of(&self.page, &self.blocks, &self.address, &self.metadata);
        let input = input.scored(&self.scores, THRESHOLD);
        threshold::run(&input, &mut self.decisions);
        for (id, _) in self.blocks.list.iter().enumerate().filter(|(_, block)| block.hidden) {
            self.decisions.drop_for_good_by(id, hidden::NAME);
        }
        self
    }

    /// What the page hides is decided on like all else.
    pub(super) fn opened(mut self) -> Case {
        self.decisions.begin(threshold::NAME);
        let input = SelectInput::of(&self.page, &self.blocks, &self.address, &self.metadata);
        let input = input.scored(&self.scores, THRESHOLD);
        threshold::run(&input, &mut self.decisions);
        self
    }

    /// Blocks that begin with this are dropped, whatever their probability.
    pub(super) fn doubts(mut self, start: &str) -> Case {
        let doubted: Vec<_> = self.blocks.list.iter().map(|block| self.text(block).starts_with(start)).collect();
        doubted.iter().enumerate().filter(|(_, doubted)| **doubted).for_each(|(id, _)| self.decisions.drop(id));
        self
    }

    /// Applies a rule.
    pub(super) fn run(mut self, rule: fn(&SelectInput<'_>, &mut Decisions)) -> Case {
        self.decisions.begin("rule");
        let input = SelectInput::of(&self.page, &self.blocks, &self.address, &self.metadata);
        let input = input.scored(&self.scores, THRESHOLD);
        rule(&input, &mut self.decisions);
        self
    }

    /// For each block, whether it is kept.
    pub(super) fn kept(&self) -> Vec<bool> {
        self.decisions.iter().map(|decision| decision.kept).collect()
    }

    /// Whether the first block that begins with this is kept.
    pub(super) fn is_kept(&self, start: &str) -> bool {
        let id = self.blocks.list.iter().position(|block| self.text(block).starts_with(start)).unwrap();
        self.decisions.is_kept(id)
    }

    /// The texts of what is kept are these.
    #[track_caller]
    pub(super) fn keeps(&self, texts: &[&str]) {
        let kept = self.blocks.list.iter().enumerate().filter(|&(id, _)| self.decisions.is_kept(id));
        assert_eq!(kept.map(|(_, block)| self.text(block)).collect::<Vec<_>>(), texts);
    }

    /// The blocks that are dropped are these.
    #[track_caller]
    pub(super) fn drops(&self, dropped: &[usize]) {
        let found: Vec<usize> = (0..self.blocks.list.len()).filter(|&id| !self.decisions.is_kept(id)).collect();
        assert_eq!(found, dropped);
    }

    fn text(&self, block: &Block) -> &str {
        block.text(&self.page).trim()
    }
}

#[track_caller]
fn check_no_content(html: &str) {
    let error = extract(html, &Options::default()).expect_err(html);
    assert_eq!(error.kind(), ErrorKind::NoContent, "{html}");
}

#[test]
fn a_page_that_scripts_fill_has_no_content() {
    check_no_content(
        "<title>Shop</title><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
    );
    check_no_content(
        "<title>Shop</title><div id=app></div><noscript><strong>We're sorry, but the shop does not work properly \
         without JavaScript enabled. Please enable it to continue, or call us and order by telephone.</strong>",
    );
}
