//! The parts of a page's frame that are never its content, whatever they say: its footer, what asks for consent, and
//! in threads what writers put under each of their posts.

use super::Verdict;
use crate::blocks::Blocks;
use crate::dom::{Attr, Document, NodeId, NodeMap, Tag};
use crate::words::normalized_key;

/// How the names begin of what asks for consent: the word itself, or the maker of a common one.
const CONSENT: [&str; 9] =
    ["consent", "cookie", "gdpr", "ccpa", "onetrust", "didomi", "usercentrics", "trustarc", "iubenda"];

/// Takes the frame out, unless it holds nearly all that is kept: then its name says too much.
pub(super) fn drop_page_chrome(page: &Document, blocks: &Blocks, is_thread: bool, verdicts: &mut [Verdict]) {
    const ENOUGH: u32 = 30;
    // Only what holds kept blocks is worth a look.
    let mut holds = NodeMap::new(page, false);
    for (block, _) in blocks.list.iter().zip(verdicts.iter()).filter(|(_, verdict)| verdict.kept()) {
        let around = std::iter::once(block.container).chain(page.ancestors(block.container));
        for id in around.take_while(|&id| !holds[id]).collect::<Vec<_>>() {
            holds[id] = true;
        }
    }
    let mut frame = NodeMap::new(page, None);
    for id in page.subtree(page.body()).into_iter().filter(|&id| holds[id]) {
        let outer: Option<Verdict> = frame[page.parent(id)];
        frame[id] = outer.or_else(|| match () {
            () if is_footer(page, id) => Some(Verdict::Footer),
            () if is_named(page, id, &CONSENT) && !is_section(page, id) => Some(Verdict::Consent),
            () if is_thread && is_named(page, id, &["signature"]) => Some(Verdict::Signature),
            () => None,
        });
    }
    for part in [Verdict::Footer, Verdict::Consent, Verdict::Signature] {
        let kept = || blocks.list.iter().zip(verdicts.iter()).filter(|(_, verdict)| verdict.kept());
        let words = |inside: bool| -> u32 {
            kept().filter(|(b, _)| (frame[b.container] == Some(part)) == inside).map(|(b, _)| b.count.words).sum()
        };
        if words(false) < ENOUGH {
            continue;
        }
        for (block, verdict) in blocks.list.iter().zip(verdicts.iter_mut()) {
            if frame[block.container] == Some(part) && verdict.kept() {
                *verdict = part;
            }
        }
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
    !page.is_text(id) && (named(Attr::Id) || named(Attr::Class))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is kept, where all that is shown was.
    #[track_caller]
    fn check(html: &str, is_thread: bool, expected: &str) {
        let text = "The ferry to the island leaves at noon, and it is never full. ".repeat(3);
        let page = crate::parse::parse(&format!("<p>{text}</p>{html}"), &crate::Limits::default()).unwrap();
        let blocks = Blocks::of(&page);
        let mut verdicts = vec![Verdict::Content; blocks.list.len()];
        drop_page_chrome(&page, &blocks, is_thread, &mut verdicts);
        let kept = blocks.list.iter().zip(&verdicts).skip(1).filter(|(_, verdict)| verdict.kept());
        assert_eq!(kept.map(|(block, _)| page.text(block.container)).collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn the_frame_is_dropped() {
        check("<p>a</p><footer><p>b</p></footer>", false, "a");
        check("<article><p>a</p><footer><p>b</p></footer></article>", false, "a b");
        check("<blockquote><p>a</p><footer>b</footer></blockquote>", false, "a b");
        check("<p>a</p><div id=onetrust-banner><p>b</p></div>", false, "a");
        check("<p>a</p><div class='box cookie-notice'><p>b</p></div>", false, "a");
        check(
            "<div class=trusted-by><p>a</p></div><section id=cookies><h2>Cookies¶</h2></section>",
            false,
            "a Cookies¶",
        );
        check("<p>a</p><section id=cookie-bar><h2>We value your privacy</h2></section>", false, "a");
        check("<p>a</p><div class=post-signature>b</div>", true, "a");
        check("<p>a</p><div class=post-signature>b</div>", false, "a b");
    }

    #[test]
    fn a_frame_that_is_all_there_is_stays() {
        let page = "<p>a</p><footer><p>The ferry leaves at noon.</p></footer>";
        let page = crate::parse::parse(page, &crate::Limits::default()).unwrap();
        let blocks = Blocks::of(&page);
        let mut verdicts = vec![Verdict::Content; blocks.list.len()];
        drop_page_chrome(&page, &blocks, false, &mut verdicts);
        assert!(verdicts.iter().all(|verdict| verdict.kept()));
    }
}
