//! What names suggest of each region: words in `class`, `id`, `role` and `itemprop`, and the names of the elements.

use super::Totals;
use crate::dom::{Attr, Document, NodeId, NodeMap, Tag};
use crate::lexicon::{Signal, SignalSet};

/// How many kinds of regions names suggest.
pub const SIGNALS: usize = Signal::REGIONS;

/// The signals of one element, regions only.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signals {
    /// From its own names.
    pub own: SignalSet,
    /// Those of its own that hold for a part of the page, not for all of it.
    pub telling: SignalSet,
    /// From its own and those of all elements around it, below `body`.
    pub around: SignalSet,
}

/// An element with more of the page's words than this is the page, not a region of it.
const MAX_REGION: f32 = 0.9;

/// One with more than this may still be the text, its comments or a thread.
const MAX_SMALL_REGION: f32 = 0.5;

/// Reads the names of every element, and passes them on to what is in it.
pub(super) fn collect(page: &Document, totals: &NodeMap<Totals>) -> NodeMap<Signals> {
    const LARGE_REGIONS: SignalSet = SignalSet::these(&[Signal::Comment, Signal::Content, Signal::Forum]);
    let most = |share: f32| (totals[page.body()].words as f32 * share) as u32;
    let (half, nearly_all) = (most(MAX_SMALL_REGION), most(MAX_REGION));
    let mut signals = NodeMap::new(page, Signals::default());
    for id in page.all() {
        let tag = page.tag(id);
        if tag == Tag::Text {
            continue;
        }
        let named = page.signals(id, &[Attr::Class, Attr::Id, Attr::Role, Attr::Itemprop]);
        let own = of_tag(tag).union(named.only(SignalSet::REGIONS));
        // Sites put their whole state on the outer elements (`has-sidebar`, `nav-open`): what names an element
        // that holds most of the page does not describe a part of it. Comments, though, may be most of it.
        let words = totals[id].words;
        let telling = match () {
            _ if id == NodeId::ROOT || tag == Tag::Body || words > nearly_all => SignalSet::default(),
            _ if words > half => own.only(LARGE_REGIONS),
            _ => own,
        };
        signals[id] = Signals { own, telling, around: telling.union(signals[page.parent(id)].around) };
    }
    signals
}

fn of_tag(tag: Tag) -> SignalSet {
    let signal = match tag {
        Tag::Article | Tag::Main => Signal::Content,
        Tag::Aside => Signal::Side,
        Tag::Dialog => Signal::Consent,
        Tag::Figcaption => Signal::Caption,
        Tag::Footer => Signal::Footer,
        Tag::Form => Signal::Form,
        Tag::Header => Signal::Header,
        Tag::Nav => Signal::Navigation,
        _ => return SignalSet::default(),
    };
    SignalSet::these(&[signal])
}
