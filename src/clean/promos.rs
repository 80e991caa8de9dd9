//! Lines that lead away from the text: links to other stories, calls to subscribe or to get an app, marks of
//! advertisements, notices of rights, ages and counts beside the headline.
//!
//! `<p>Text.</p><p>READ MORE: <a href="/b">Another story</a></p><p>Text.</p>` → `<p>Text.</p><p>Text.</p>`
//!
//! No word decides alone. It takes what the line says, how much of it is a link and where that leads, and where the
//! line stands.

mod words;

use super::{Context, drop_node, normalized_key};
use crate::article::PageType;
use crate::dom::{Attr, Tag, Tree, TreeId, fold_spaces};
use crate::trace::Trace;
use crate::words::Count;
use words::{Kind, asks_at_once, begins, counts, is_advert_mark, says};

/// A line longer than this says something of its own.
const LONGEST: u32 = 45;

/// From this many words on a line is prose.
const PROSE: u32 = 20;

/// A block of inline content.
struct Line {
    id: TreeId,
    /// Its text in lower case, spaces folded, without signs at its start; nothing where it is too long to matter.
    text: String,
    count: Count,
    linked: Count,
    /// Whether it has links, and all lead to other pages of the site.
    leads_away: bool,
    /// Whether it has a link to what looks like a story: its address ends with a slug or a number.
    leads_to_story: bool,
    /// How much of the text lies before it, 0 to 1.
    place: f32,
}

impl Line {
    fn is_prose(&self) -> bool {
        self.count.words >= PROSE && 2 * self.linked.words < self.count.words
    }

    /// Whether it is nothing but a link.
    fn is_link(&self) -> bool {
        self.count.words > 0 && 5 * self.linked.words >= 4 * self.count.words
    }

    fn is_in_capitals(&self) -> bool {
        self.count.letters >= 12 && 5 * self.count.capitals >= 4 * (self.count.letters - self.count.digits)
    }
}

pub(super) fn apply(tree: &mut Tree, context: &Context<'_>, trace: &mut Trace) {
    // Lists of links to other pages are what these are for.
    if context.page_type.is_list() {
        return;
    }
    let lines = lines(tree, context);
    let prose = lines.iter().filter(|line| line.is_prose()).count();
    // Where there is hardly a text, links may be what the page is for.
    if prose < 3 {
        return;
    }
    let mut promos = vec![false; lines.len()];
    mark_stories(tree, &lines, &mut promos);
    mark_leads(tree, &lines, &mut promos);
    // Instructions tell the reader to install and to follow.
    let may_call = context.page_type != PageType::Documentation;
    for (at, (line, promo)) in lines.iter().zip(&mut promos).enumerate() {
        *promo |= is_advert(line) || may_call && is_call(line) || is_rights(line, lines.len() - at) || is_tags(line);
    }
    let head = lines.iter().position(Line::is_prose).unwrap_or(0);
    for (line, promo) in lines.iter().zip(&mut promos).take(head) {
        *promo |= is_age_or_count(line);
    }
    for (line, _) in lines.iter().zip(promos).filter(|(_, promo)| *promo) {
        drop_node(tree, line.id, trace);
    }
}

/// All lines outside tables, quotes, code, figures and notes.
fn lines(tree: &Tree, context: &Context<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut next: Vec<TreeId> = tree.children(TreeId::ROOT).rev().collect();
    let mut before = 0;
    while let Some(id) = next.pop() {
        let tag = tree.tag(id);
        if matches!(
            tag,
            Tag::Table | Tag::Blockquote | Tag::Pre | Tag::Figure | Tag::Aside | Tag::Dl | Tag::Details | Tag::Section
        ) {
            before += Count::of(&tree.text(id)).words;
            continue;
        }
        if tree.children(id).any(|child| tree.tag(child).is_block()) {
            next.extend(tree.children(id).rev().filter(|&child| tree.tag(child).is_block()));
            continue;
        }
        if matches!(tag, Tag::P | Tag::Li | Tag::Div) || tag.heading_level().is_some() {
            let line = read(tree, id, context, before);
            before += line.count.words;
            lines.push(line);
        }
    }
    for line in &mut lines {
        line.place /= before.max(1) as f32;
    }
    lines
}

fn read(tree: &Tree, id: TreeId, context: &Context<'_>, before: u32) -> Line {
    let (mut text, mut linked) = (String::new(), String::new());
    let (mut links, mut away, mut stories) = (0, 0, 0);
    let mut next: Vec<(TreeId, bool)> = vec![(id, false)];
    while let Some((id, in_link)) = next.pop() {
        let node = tree.node(id);
        text.push_str(&node.text);
        if in_link {
            linked.push_str(&node.text);
        }
        if node.tag == Tag::Br {
            text.push(' ');
        }
        let href = tree.attr(id, Attr::Href).filter(|_| node.tag == Tag::A);
        if let Some(href) = href {
            links += 1;
            linked.push(' ');
            away += usize::from(is_of_site(href, context));
            stories += usize::from(is_story(href));
        }
        next.extend(tree.children(id).rev().map(|child| (child, in_link || href.is_some())));
    }
    let count = Count::of(&text);
    let folded = if count.words <= LONGEST { fold_spaces(&text).to_lowercase() } else { String::new() };
    Line {
        id,
        text: folded.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©').to_string(),
        count,
        linked: Count::of(&linked),
        leads_away: links > 0 && away == links,
        leads_to_story: stories > 0,
        place: before as f32,
    }
}

/// Whether the address is of another page of the same site.
fn is_of_site(href: &str, context: &Context<'_>) -> bool {
    let Some(page) = context.address.page() else { return !href.starts_with('#') && !href.contains("://") };
    let target = page.join(href).ok();
    target.is_some_and(|target| target.domain() == page.domain() && target.path() != page.path())
}

/// Whether the last part of the address is a slug of four words or more, or has a long number in it.
fn is_story(href: &str) -> bool {
    let path = href.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or_default();
    let digits = last.bytes().filter(u8::is_ascii_digit).count();
    href.contains('/') && (last.matches(['-', '_']).count() >= 3 || digits >= 5)
}

/// A line by itself that is only a link to another story: in capitals, or one of several such lines. An item is part of
/// its list, and a heading heads the text that follows.
fn mark_stories(tree: &Tree, lines: &[Line], promos: &mut [bool]) {
    let is_item = |line: &Line| tree.tag(line.id) == Tag::Li;
    let leads_to_story =
        |line: &Line| line.is_link() && line.leads_away && line.leads_to_story && line.count.words >= 4;
    let is_story = |at: usize| {
        lines.get(at).is_some_and(|line| {
            let tag = tree.tag(line.id);
            let heads = tag.heading_level().is_some() && lines.get(at + 1).is_some_and(|next| !next.is_link());
            !is_item(line) && !heads && leads_to_story(line)
        })
    };
    let alone = |at: usize| {
        let mut beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let is_text = |at: usize| lines.get(at).is_none_or(Line::is_prose);
        is_story(at) && beside.all(|at| is_text(at) || is_story(at))
    };
    let several = (0..lines.len()).filter(|&at| alone(at)).count() >= 2;
    for (at, (line, promo)) in lines.iter().zip(promos.iter_mut()).enumerate() {
        *promo |= alone(at) && (several || line.is_in_capitals());
    }
    // A list of nothing but stories between paragraphs, with neither a heading nor a colon before it.
    let mut at = 0usize;
    for list in lines.chunk_by(|a, b| tree.parent(a.id) == tree.parent(b.id) && is_item(a) && is_item(b)) {
        let before = at.checked_sub(1).and_then(|before| lines.get(before));
        let after = lines.get(at + list.len());
        let announces = |line: &Line| tree.text(line.id).trim_end().ends_with([':', '：']);
        let is_between =
            before.is_some_and(|line| line.is_prose() && !announces(line)) && after.is_some_and(Line::is_prose);
        if list.len() > 1 && list.iter().all(leads_to_story) && is_between {
            promos.iter_mut().skip(at).take(list.len()).for_each(|promo| *promo = true);
        }
        at += list.len();
    }
}

/// Lines that begin as such lines do ("Read also: …"), and the links under those that say no more.
fn mark_leads(tree: &Tree, lines: &[Line], promos: &mut [bool]) {
    let mut below = false;
    for (at, (line, promo)) in lines.iter().zip(promos).enumerate() {
        let rest = begins(Kind::Lead, &line.text);
        if let Some(rest) = rest {
            let more = Count::of(rest).words;
            let is_alone = more == 0;
            let followed = lines.get(at + 1).is_some_and(|next| next.is_link() && !next.is_prose());
            let last = lines.get(at + 1..).is_none_or(|rest| !rest.iter().any(Line::is_prose));
            let is_heading = tree.tag(line.id).heading_level().is_some();
            let linked = line.linked.words > 0 && 10 * line.linked.words >= 7 * more;
            let colon = rest.trim_start().starts_with([':', '：', '»', '→', '-', '–']) && more > 0 && more <= 25;
            let announces = is_alone || rest.trim_end().ends_with(':') && more <= 8;
            let says_it_all = is_alone && line.count.words > 1;
            *promo |= !is_heading && (linked || colon) || announces && (followed || last) || says_it_all;
            below = announces && followed;
            continue;
        }
        below &= line.is_link() && tree.tag(line.id).heading_level().is_none();
        *promo |= below;
    }
}

fn is_advert(line: &Line) -> bool {
    const FEW: u32 = 12;
    line.count.words <= FEW && is_advert_mark(&normalized_key(&line.text))
}

/// "Subscribe to our newsletter", "Follow us on …": what to do, said at once, and with what; and a link, or a place at
/// the text's edge. Letters need it said anywhere, what texts also tell of as a sentence begins.
fn is_call(line: &Line) -> bool {
    const AT_ONCE: usize = 2;
    let beginning: Vec<&str> = line.text.split(' ').take(AT_ONCE).collect();
    let at_edge = line.place < 0.1 || line.place > 0.85;
    let asks = says(Kind::Action, &beginning.join(" "));
    let (letter, offer) = (|| says(Kind::Letter, &line.text), || says(Kind::Offer, &line.text));
    let set_apart = line.linked.words > 0 || at_edge;
    let mut sentences = line.text.split(['.', '?', '!', ':', ';', '。', '？', '！']).map(str::trim_start);
    let mut asks_later = || letter() && says(Kind::Action, &line.text) || offer() && sentences.any(asks_at_once);
    asks && set_apart && (letter() || offer() || says(Kind::Network, &line.text))
        || (set_apart || line.text.ends_with('!')) && says(Kind::Ours, &line.text) && asks_later()
}

/// A notice of rights among the last lines, or a picture's credit anywhere.
fn is_rights(line: &Line, from_end: usize) -> bool {
    const CREDIT: u32 = 8;
    // A "c)" also counts points, but not with a year.
    let is_year = |word: &str| word.len() >= 4 && word.bytes().take(4).all(|byte| byte.is_ascii_digit());
    let sign = || line.text.strip_prefix("c) ").is_some_and(|rest| rest.split(' ').take(3).any(is_year));
    let begins = line.text.starts_with('©') || line.text.starts_with("copyright") || sign();
    line.text.starts_with('©') && line.count.words <= CREDIT
        || from_end <= 4 && line.place > 0.7 && (begins || says(Kind::Rights, &line.text))
}

/// "Tags: a, b, c", where the rest is links.
fn is_tags(line: &Line) -> bool {
    let at_edge = line.place < 0.1 || line.place > 0.8;
    at_edge
        && begins(Kind::Tags, &line.text).is_some_and(|rest| {
            let more = Count::of(rest).words;
            more > 0 && 5 * line.linked.words >= 4 * more
        })
}

/// "6 hours ago", "12 comments", "5 min read": only a number, and what it counts.
fn is_age_or_count(line: &Line) -> bool {
    const FEW: u32 = 6;
    line.count.words <= FEW && line.count.digits > 0 && counts(&line.text)
}
