//! What the page type is judged by: what the page says it is, its address, and what its text is made of.

use super::EVEN;
use super::block_ref::ABSENT;
use super::context::FeatureContext;
use super::features::{flag, log};
use crate::blocks::{Block, Signal, share};
use crate::dom::{Attr, Document, Tag};
use crate::lexicon::page_types::PAGE_TYPE_WORDS;
use crate::lexicon::schema_org::DECLARED_TYPES;
use crate::structured::Structured;

/// Greater counts are not told apart, for each is the same evidence as the one before: declarations of one type, bytes of
/// the address's last part, words of one type in the address or in the classes of `body`.
const MAX_DECLARED: u32 = 5;
const MAX_LAST_PART: usize = 100;
const MAX_TYPE_WORDS: usize = 3;

/// A block of more links than this share of its words is a menu, a list of links or a card, not a text with links in it.
const MIN_MENU_LINKS: f32 = 0.5;

/// A price stands in a block of at most so many words: in a longer one it is an amount that a text mentions.
const MAX_PRICE_WORDS: u32 = 11;

/// The features of a page: measures, what it says of itself, and names.
pub(super) fn values(context: &FeatureContext<'_>, url: Option<&str>, first: &[f32]) -> Vec<f32> {
    let list = &context.blocks.list;
    let body = context.body;
    let blocks = list.len().max(1) as f32;
    let expected = |test: &dyn Fn(&Block, usize) -> bool| -> f32 {
        let list = list.iter().zip(first).enumerate();
        list.filter(|(id, (block, _))| !block.hidden && test(block, *id))
            .map(|(_, (b, p))| b.count.words as f32 * p)
            .sum()
    };
    let all = expected(&|_, _| true).max(1.0);
    let count = |test: &dyn Fn(&Block, usize) -> bool| {
        list.iter().enumerate().filter(|(id, block)| test(block, *id)).count() as f32
    };
    let tag = |block: &Block| context.page.tag(block.container);
    let signal = |block: &Block, signal: Signal| context.blocks.signals[block.container].around.has(signal);
    let money = |id: usize| context.texts.get(id).is_some_and(|text| text.money > 0);
    const COUNTED: [Tag; 8] = [Tag::Article, Tag::Time, Tag::Form, Tag::Table, Tag::H1, Tag::H2, Tag::H3, Tag::Button];
    let mut tags = [0u32; COUNTED.len()];
    for id in context.page.all() {
        if let Some(times) = COUNTED.iter().position(|&tag| tag == context.page.tag(id)).and_then(|n| tags.get_mut(n)) {
            *times += 1;
        }
    }
    let largest = |number: usize| {
        let groups = context.elements.groups.get(number).into_iter().flatten();
        groups.max_by_key(|group| group.words).copied().unwrap_or_default()
    };
    let mut values = vec![
        log(body.words),
        log(list.len() as u32),
        body.link_density(),
        share(body.prose_words, body.words),
        all / body.words.max(1) as f32,
        libm::logf(1.0 + all),
        expected(&|block, _| block.is_prose()) / all,
        expected(&|block, _| block.link_density() > MIN_MENU_LINKS) / all,
        expected(&|block, _| matches!(tag(block), Tag::Li | Tag::Dd | Tag::Dt)) / all,
        expected(&|block, _| matches!(tag(block), Tag::Td | Tag::Th)) / all,
        expected(&|block, _| tag(block) == Tag::Pre) / all,
        expected(&|block, _| signal(block, Signal::Comment)) / all,
        expected(&|block, _| signal(block, Signal::Forum)) / all,
        expected(&|_, id| context.levels.get(id).is_some_and(|&level| level > 0)) / all,
        first.iter().map(|p| (p - EVEN).abs()).sum::<f32>() / blocks,
        count(&|_, id| money(id)),
        count(&|block, id| {
            money(id) && first.get(id).is_some_and(|&p| p > EVEN) && block.count.words <= MAX_PRICE_WORDS
        }),
        count(&|_, id| context.levels.get(id).is_some_and(|&level| level > 0)) / blocks,
        count(&|block, _| block.media > 0) / blocks,
        count(&|block, _| block.media > 0),
        count(&|block, _| tag(block) == Tag::Pre),
        count(&|block, _| block.is_prose()),
        count(&|block, _| signal(block, Signal::Comment)) / blocks,
        count(&|block, _| signal(block, Signal::Forum)) / blocks,
        share(largest(0).words, body.words),
        share(largest(1).words, body.words),
        largest(0).blocks as f32 / blocks,
        share(largest(0).linked_words, largest(0).words),
        context.title_block.map_or(ABSENT, |id| id as f32 / blocks),
        share(context.grids.words, body.words),
        share(context.grids.largest, body.words),
        log(context.grids.items()),
        log(context.grids.money()),
        expected(&|_, id| context.grids.place(id).is_some()) / all,
    ];
    values.extend(tags.map(log));
    declared(context.page, context.structured, &mut values);
    named(context.page, url, &mut values);
    values
}

/// How often the page says that it is of each of the groups of types.
fn declared(page: &Document, structured: &Structured, values: &mut Vec<f32>) {
    let mut times = [0u32; DECLARED_TYPES.len()];
    let items = structured.microdata.types(page);
    let graph = structured.meta.all("og:type").map(|kind| kind.rsplit('/').next().unwrap_or_default());
    for declared in structured.json_ld.types().chain(items).chain(graph) {
        for (times, types) in times.iter_mut().zip(DECLARED_TYPES) {
            *times += u32::from(types.contains(&declared));
        }
    }
    values.extend(times.map(|times| times.min(MAX_DECLARED) as f32));
}

fn named(page: &Document, url: Option<&str>, values: &mut Vec<f32>) {
    let path = url.unwrap_or_default().split_once("://").map_or("", |(_, rest)| rest);
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let (path, query) = path.split_once(['?', '#']).map_or((path, false), |(path, _)| (path, true));
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let bytes = |test: fn(&u8) -> bool| last.bytes().filter(test).count() as f32;
    values.extend([
        path.trim_end_matches('/').matches('/').count() as f32,
        last.len().min(MAX_LAST_PART) as f32,
        bytes(|&byte| byte == b'-' || byte == b'_'),
        bytes(u8::is_ascii_digit),
        flag(query),
        flag(path.is_empty()),
    ]);
    let classes: Vec<&str> = [Attr::Class, Attr::Id].iter().filter_map(|&name| page.attr(page.body(), name)).collect();
    let classes = classes.join(" ");
    let parts = |text: &str, words: &[&str]| {
        let parts = text.split(|c: char| !c.is_ascii_alphabetic());
        parts.filter(|part| words.iter().any(|word| word.eq_ignore_ascii_case(part))).count().min(MAX_TYPE_WORDS) as f32
    };
    let address = format!("{} {}", host.split('.').next().unwrap_or_default(), path);
    for words in PAGE_TYPE_WORDS {
        values.push(parts(&address, words));
        values.push(parts(&classes, words));
    }
}
