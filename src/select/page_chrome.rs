//! The parts of a page that are never its content, whatever they say: its footer, what asks for consent, and in threads
//! what writers put under each of their posts. A part that holds nearly all that is kept stays: its name says too much.
//!
//! `<p>Text</p><footer><p>Imprint</p></footer>` → `<p>Text</p>`

use super::decisions::Decisions;
use super::input::SelectInput;
use crate::dom::{Attr, Document, NodeId, NodeMap, Tag};
use crate::lexicon::page_chrome::{CONSENT, SIGNATURE};
use crate::words::normalized_key;

/// At least so many kept words must be left elsewhere: chosen as about two sentences.
const MIN_WORDS_LEFT: u32 = 30;

pub(super) fn drop_footer(input: &SelectInput<'_>, decisions: &mut Decisions) {
    drop_parts(input, decisions, is_footer);
}

pub(super) fn drop_consent(input: &SelectInput<'_>, decisions: &mut Decisions) {
    drop_parts(input, decisions, |page, id| is_named(page, id, &CONSENT) && !is_section(page, id));
}

pub(super) fn drop_signatures(input: &SelectInput<'_>, decisions: &mut Decisions) {
    drop_parts(input, decisions, |page, id| is_named(page, id, &SIGNATURE));
}

/// Drops what is kept in elements that the test names.
fn drop_parts(input: &SelectInput<'_>, decisions: &mut Decisions, test: impl Fn(&Document, NodeId) -> bool) {
    let page = input.page;
    // Only what holds kept blocks is worth a look, and each element is looked at once.
    let mut inside: NodeMap<Option<bool>> = NodeMap::new(page, None);
    let (mut dropped, mut left) = (Vec::new(), 0);
    let mut path = Vec::new();
    for (id, block) in input.all().filter(|&(id, _)| decisions.is_kept(id)) {
        let around = std::iter::once(block.container).chain(page.ancestors(block.container));
        path.extend(around.take_while(|&around| inside[around].is_none()));
        while let Some(element) = path.pop() {
            let outer = inside[page.parent(element)] == Some(true);
            inside[element] = Some(outer || element != NodeId::ROOT && test(page, element));
        }
        if inside[block.container] == Some(true) {
            dropped.push(id);
        } else {
            left += block.count.words;
        }
    }
    if left >= MIN_WORDS_LEFT {
        dropped.into_iter().for_each(|id| decisions.drop_for_good(id));
    }
}

/// Whether it is the footer of the page, not of a quote, a picture or a post in it.
fn is_footer(page: &Document, id: NodeId) -> bool {
    const SECTIONS: [Tag; 3] = [Tag::Article, Tag::Blockquote, Tag::Figure];
    page.tag(id) == Tag::Footer && !page.ancestors(id).any(|id| SECTIONS.contains(&page.tag(id)))
}

/// Whether it is a section of a text, named after its own heading: manuals have sections about cookies.
fn is_section(page: &Document, id: NodeId) -> bool {
    let name = page.attr(id, Attr::Id).map(normalized_key).filter(|name| !name.is_empty());
    let is_one = page.tag(id) == Tag::Section || page.attr(id, Attr::Class).is_some_and(|class| class == "section");
    let heading = || page.descendants(id).into_iter().find(|&id| page.tag(id).heading_level().is_some());
    is_one && name.is_some_and(|name| heading().is_some_and(|heading| normalized_key(page.text(heading)) == name))
}

/// Whether a part of the element's names begins with one of the words.
fn is_named(page: &Document, id: NodeId, words: &[&str]) -> bool {
    let begins = |part: &str, word: &str| part.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let named = |name: Attr| {
        page.attr(id, name).is_some_and(|value| {
            value.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| words.iter().any(|word| begins(part, word)))
        })
    };
    named(Attr::Id) || named(Attr::Class)
}

#[cfg(test)]
mod tests {
    use super::super::input::SelectInput;
    use super::super::tests::Case;
    use super::*;

    type Run = fn(&SelectInput<'_>, &mut Decisions);

    /// What is kept beside a text, where all that is shown was.
    #[track_caller]
    fn check(html: &str, run: Run, kept: &[&str]) {
        let text = "The ferry to the island leaves at noon, and it is never full.";
        let text = [text; 3].join(" ");
        let kept: Vec<&str> = std::iter::once(text.as_str()).chain(kept.iter().copied()).collect();
        Case::of(&format!("<p>{text}</p>{html}")).all(0.9).run(run).keeps(&kept);
    }

    #[test]
    fn page_chrome_is_dropped() {
        check("<p>a</p><footer><p>b</p></footer>", drop_footer, &["a"]);
        check("<article><p>a</p><footer><p>b</p></footer></article>", drop_footer, &["a", "b"]);
        check("<blockquote><p>a</p><footer>b</footer></blockquote>", drop_footer, &["a", "b"]);
        check("<p>a</p><div id=onetrust-banner><p>b</p></div>", drop_consent, &["a"]);
        check("<p>a</p><div class='box cookie-notice'><p>b</p></div>", drop_consent, &["a"]);
        let sections = "<div class=trusted-by><p>a</p></div><section id=cookies><h2>Cookies¶</h2></section>";
        check(sections, drop_consent, &["a", "Cookies¶"]);
        check("<p>a</p><section id=cookie-bar><h2>We value your privacy</h2></section>", drop_consent, &["a"]);
        check("<p>a</p><div class=post-signature>b</div>", drop_signatures, &["a"]);
    }

    #[test]
    fn a_part_that_is_all_there_is_stays() {
        let page = "<p>a</p><footer><p>The ferry leaves at noon.</p></footer>";
        Case::of(page).all(0.9).run(drop_footer).keeps(&["a", "The ferry leaves at noon."]);
    }
}
