//! What holds for every page, tried on pages made at random of all that rules are about. Each word is used once, so
//! that words lost, repeated or moved are seen.

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use recto::{Article, Format, Options, extract};

use crate::api::agrees;
use crate::random_pages::page;

/// How many pages each property is tried on; there are five.
const PAGES: u32 = 350;

fn read(body: &str, options: Options) -> Option<Article> {
    let options = options.url("https://example.com/dir/page").whole_page(true);
    extract(&format!("<!doctype html><title>Another title</title><body>{body}"), &options).ok()
}

fn text_of(body: &str, options: Options) -> String {
    read(body, options).map(|article| article.text).unwrap_or_default()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// What failed once stands where the library's own tests have it.
fn config() -> ProptestConfig {
    let failed = FileFailurePersistence::Direct("proptest-regressions/invariants.txt");
    ProptestConfig { failure_persistence: Some(Box::new(failed)), ..ProptestConfig::with_cases(PAGES) }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_left_out_takes_no_words_along((body, _) in page()) {
        let all = text_of(&body, Options::new());
        let without = [
            Options::new().images(false),
            Options::new().links(false),
            Options::new().embeds(false),
            Options::new().images(false).links(false).embeds(false),
        ];
        for options in without {
            let rest = text_of(&body, options.clone());
            prop_assert_eq!(words(&rest), words(&all), "{:?}", options);
        }
    }

    #[test]
    fn each_format_is_the_same_alone((body, _) in page()) {
        for formats in [&[Format::Html][..], &[Format::Text], &[Format::Markdown], &[]] {
            let mut expected = read(&body, Options::new());
            if let Some(article) = &mut expected {
                for (format, written) in [
                    (Format::Html, &mut article.content),
                    (Format::Text, &mut article.text),
                    (Format::Markdown, &mut article.markdown),
                ] {
                    if !formats.contains(&format) {
                        written.clear();
                    }
                }
            }
            prop_assert_eq!(read(&body, Options::new().formats(formats.iter().copied())), expected);
        }
    }

    #[test]
    fn what_is_readable_is_what_can_be_extracted((body, _) in page()) {
        let html = format!("<!doctype html><title>Another title</title><body>{body}");
        for whole_page in [false, true] {
            prop_assert!(agrees(&html, &Options::new().whole_page(whole_page)), "{}", html);
        }
    }

    #[test]
    fn our_own_html_is_read_as_the_same_words((body, _) in page()) {
        if let Some(article) = read(&body, Options::new()) {
            let again = text_of(&article.content, Options::new());
            prop_assert_eq!(words(&again), words(&article.text), "{}", article.content);
        }
    }

    #[test]
    fn every_block_comes_once_and_in_order((body, count) in page()) {
        // Markdown has the captions of pictures too.
        let text = read(&body, Options::new()).map(|article| article.markdown).unwrap_or_default();
        let found: Vec<usize> = text
            .split(|c: char| !c.is_ascii_alphanumeric())
            .flat_map(|run| run.split('k'))
            .filter_map(|word| word.strip_prefix('w')?.parse().ok())
            .collect();
        prop_assert_eq!(found, (0..count).collect::<Vec<_>>(), "{}", text);
    }
}
