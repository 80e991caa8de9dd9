//! Lines that lead away from the text are dropped: links to other stories, calls to subscribe or to get an app, marks of
//! advertisements, notices of rights, ages and counts beside the headline.
//!
//! `<p>Text.</p><p>READ MORE: <a href="/b">Another story</a></p><p>Text.</p>` → `<p>Text.</p><p>Text.</p>`
//!
//! No word decides alone: it takes the line's phrases, how much of it is a link and where that leads, and where the line
//! stands.

mod lines;
mod phrases;

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::words::Count;
use lines::{Line, lines};
use phrases::{
    ACTIONS, LEADS, LETTERS, NETWORKS, OFFERS, READER_OR_SITE, RIGHTS, TAG_LABELS, is_advert_mark, only_counts,
};

/// Lines of more words than this are text, whatever phrases are in them.
const MAX_LINE_WORDS: u32 = 45;

/// On pages with fewer lines of prose, links may be what the page is for.
const MIN_PROSE_LINES: usize = 3;

/// The title of a story has at least so many words: links of fewer are names of sections or topics.
const MIN_TITLE_WORDS: u32 = 4;

/// One link between paragraphs may be part of the text; so many are not.
const MIN_STORIES: usize = 2;

/// What follows a lead and a colon or an arrow is a title of at most so many words; more are a sentence.
const MAX_WORDS_AFTER_COLON: u32 = 25;

/// A line that begins with a lead and ends with a colon announces links if it has at most so many other words.
const MAX_WORDS_BEFORE_COLON: u32 = 8;

/// Lines lead away if at least this share of the words after a lead are links, in tenths: sentences have fewer links.
const MIN_LINKED_TENTHS: u32 = 7;

/// A line of more words is no mark of an advertisement: the longest of the phrases has six.
const MAX_ADVERT_WORDS: u32 = 12;

/// What the reader is to do is one of so many words at a call's beginning: "please" or "to" may come before it.
const MAX_WORDS_TO_ACTION: usize = 2;

/// A credit of a picture, such as `© Ann Lee`, has at most so many words; more are a notice of rights.
const MAX_CREDIT_WORDS: u32 = 8;

/// A notice of rights is one of so many last lines, ...
const MAX_LINES_AFTER_RIGHTS: usize = 4;

/// ... with more than this share of the text before it: short texts have few lines.
const MIN_PLACE_OF_RIGHTS: f32 = 0.7;

/// How many words after `(c)` hold the year of a notice of rights.
const MAX_WORDS_TO_YEAR: usize = 3;

/// A year is at least so many digits: a point of a text that begins with a number has fewer.
const MIN_YEAR_DIGITS: usize = 4;

/// A line that has less than this share of the text before it stands at the text's beginning: in or right below its head.
const MAX_PLACE_OF_BEGINNING: f32 = 0.1;

/// A call with more than this share of the text before it stands at the text's end.
const MIN_PLACE_OF_LAST_CALL: f32 = 0.85;

/// Tags with more than this share of the text before them stand at the text's end: notices may follow.
const MIN_PLACE_OF_LAST_TAGS: f32 = 0.8;

/// An age or a count has at most so many words, such as "updated 6 hours and 5 minutes ago"; more are a sentence.
const MAX_COUNT_WORDS: u32 = 6;

pub(super) fn run(input: &SelectInput<'_>, decisions: &mut Decisions) {
    drop_promos(input, decisions, is_call);
}

/// Manuals ask their readers to install and to follow.
pub(super) fn run_on_documentation(input: &SelectInput<'_>, decisions: &mut Decisions) {
    drop_promos(input, decisions, |_| false);
}

fn drop_promos(input: &SelectInput<'_>, decisions: &mut Decisions, is_call: impl Fn(&Line) -> bool) {
    let lines = lines(input, decisions);
    if lines.iter().filter(|line| line.is_prose()).count() < MIN_PROSE_LINES {
        return;
    }
    let mut promos = vec![false; lines.len()];
    mark_stories(&lines, &mut promos);
    mark_lists_of_stories(&lines, &mut promos);
    mark_leads(&lines, &mut promos);
    let head = lines.iter().position(Line::is_prose).unwrap_or(0);
    for (at, (line, promo)) in lines.iter().zip(&mut promos).enumerate() {
        *promo |= is_advert(line)
            || is_call(line)
            || is_notice_of_rights(line, lines.len() - at)
            || is_tags(line)
            || at < head && is_age_or_count(line);
    }
    for (line, _) in lines.iter().zip(promos).filter(|(_, promo)| *promo) {
        line.nodes.iter().for_each(|&id| decisions.drop_node(input.page, input.blocks, id));
    }
}

/// A line by itself that is only a link to another story: in capitals, or one of several such lines. An item is part of
/// its list, and a heading heads the text that follows.
fn mark_stories(lines: &[Line], promos: &mut [bool]) {
    let is_story = |at: usize| {
        lines.get(at).is_some_and(|line| {
            let heads = line.is_heading && lines.get(at + 1).is_some_and(|next| !next.is_link());
            line.list.is_none() && !heads && is_link_to_story(line)
        })
    };
    let is_alone = |at: usize| {
        let mut beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let is_text = |at: usize| lines.get(at).is_none_or(Line::is_prose);
        is_story(at) && beside.all(|at| is_text(at) || is_story(at))
    };
    let alone: Vec<bool> = (0..lines.len()).map(is_alone).collect();
    let are_several = alone.iter().filter(|&&alone| alone).count() >= MIN_STORIES;
    for ((line, promo), alone) in lines.iter().zip(promos).zip(alone) {
        *promo |= alone && (are_several || line.is_in_capitals());
    }
}

/// A list of nothing but stories between paragraphs, with neither a heading nor a colon before it.
fn mark_lists_of_stories(lines: &[Line], promos: &mut [bool]) {
    let mut at = 0usize;
    for list in lines.chunk_by(|a, b| a.list.is_some() && a.list == b.list) {
        let before = at.checked_sub(1).and_then(|before| lines.get(before));
        let after = lines.get(at + list.len());
        let is_between =
            before.is_some_and(|line| line.is_prose() && !line.ends_in_colon) && after.is_some_and(Line::is_prose);
        if list.len() >= MIN_STORIES && list.iter().all(is_link_to_story) && is_between {
            promos.iter_mut().skip(at).take(list.len()).for_each(|promo| *promo = true);
        }
        at += list.len();
    }
}

fn is_link_to_story(line: &Line) -> bool {
    line.is_link() && line.leads_away && line.leads_to_story && line.count.words >= MIN_TITLE_WORDS
}

/// Lines that begin as such lines do ("Read also: …"), and the links under those that have no other words.
fn mark_leads(lines: &[Line], promos: &mut [bool]) {
    let mut is_below_lead = false;
    for (at, (line, promo)) in lines.iter().zip(promos).enumerate() {
        let Some(rest) = LEADS.rest(&line.text) else {
            is_below_lead &= line.is_link() && !line.is_heading;
            *promo |= is_below_lead;
            continue;
        };
        let more = Count::of(rest).words;
        let is_linked = line.linked_words > 0 && 10 * line.linked_words >= MIN_LINKED_TENTHS * more;
        let is_before_title = rest.trim_start().starts_with([':', '：', '»', '→', '-', '–'])
            && (1..=MAX_WORDS_AFTER_COLON).contains(&more);
        let announces = more == 0 || rest.trim_end().ends_with(':') && more <= MAX_WORDS_BEFORE_COLON;
        let is_followed = lines.get(at + 1).is_some_and(|next| next.is_link() && !next.is_prose());
        let is_last = lines.get(at + 1..).is_none_or(|rest| !rest.iter().any(Line::is_prose));
        let is_whole_line = more == 0 && line.count.words > 1;
        *promo |= !line.is_heading && (is_linked || is_before_title)
            || announces && (is_followed || is_last)
            || is_whole_line;
        is_below_lead = announces && is_followed;
    }
}

fn is_advert(line: &Line) -> bool {
    line.count.words <= MAX_ADVERT_WORDS && is_advert_mark(&line.text)
}

/// "Subscribe to our newsletter", "Follow us on …": what to do, in the first words, and with what; and a link, or a place
/// at the text's edge. Where the reader is addressed, a letter counts with what to do anywhere in the line, and what texts
/// also tell of where a sentence begins with what to do.
fn is_call(line: &Line) -> bool {
    let beginning: Vec<&str> = line.text.split(' ').take(MAX_WORDS_TO_ACTION).collect();
    let at_edge = line.place < MAX_PLACE_OF_BEGINNING || line.place > MIN_PLACE_OF_LAST_CALL;
    let is_set_apart = line.linked_words > 0 || at_edge;
    let (letter, offer) = (|| LETTERS.are_in(&line.text), || OFFERS.are_in(&line.text));
    let mut sentences = line.text.split(['.', '?', '!', ':', ';', '。', '？', '！']).map(str::trim_start);
    let mut asks_later =
        || letter() && ACTIONS.are_in(&line.text) || offer() && sentences.any(|sentence| ACTIONS.begin(sentence));
    ACTIONS.are_in(&beginning.join(" ")) && is_set_apart && (letter() || offer() || NETWORKS.are_in(&line.text))
        || (is_set_apart || line.text.ends_with('!')) && READER_OR_SITE.are_in(&line.text) && asks_later()
}

/// A notice of rights among the last lines, or a picture's credit anywhere.
fn is_notice_of_rights(line: &Line, lines_to_end: usize) -> bool {
    // A "c)" also counts points, but not with a year.
    let is_year =
        |word: &str| word.len() >= MIN_YEAR_DIGITS && word.bytes().take(MIN_YEAR_DIGITS).all(|b| b.is_ascii_digit());
    let is_sign =
        || line.text.strip_prefix("c) ").is_some_and(|rest| rest.split(' ').take(MAX_WORDS_TO_YEAR).any(is_year));
    let begins = line.text.starts_with('©') || line.text.starts_with("copyright") || is_sign();
    let is_near_end = lines_to_end <= MAX_LINES_AFTER_RIGHTS && line.place > MIN_PLACE_OF_RIGHTS;
    line.text.starts_with('©') && line.count.words <= MAX_CREDIT_WORDS
        || is_near_end && (begins || RIGHTS.are_in(&line.text))
}

/// "Tags: a, b, c", where the rest is links.
fn is_tags(line: &Line) -> bool {
    let at_edge = line.place < MAX_PLACE_OF_BEGINNING || line.place > MIN_PLACE_OF_LAST_TAGS;
    at_edge
        && TAG_LABELS.rest(&line.text).is_some_and(|rest| {
            let more = Count::of(rest).words;
            more > 0 && 5 * line.linked_words >= 4 * more
        })
}

/// "6 hours ago", "12 comments", "5 min read": only a number, and what it counts.
fn is_age_or_count(line: &Line) -> bool {
    line.count.words <= MAX_COUNT_WORDS && line.count.digits > 0 && only_counts(&line.text)
}
