//! What holds for every page, tried on pages made at random of all that rules are about. Each word is used once, so
//! that words lost, repeated or moved are seen.

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use recto::{Article, Format, Options, extract};

use crate::api::agrees;

/// How many pages each property is tried on; there are five.
const PAGES: u32 = 350;

/// A piece of a page: `#` stands for a word of its own.
const PIECES: &[&str] = &[
    "<p># # # # #.</p>",
    "<p># <a href='/a'># #</a> # <em>#</em>, <code>#</code> <b>#</b>.</p>",
    "<p>#<img src='/a.jpg'># <a href='&num;top'>#</a></p>",
    "<p><a href='/b.jpg'><img src='/b-300x200.jpg' alt='Alt text'></a> # #</p>",
    "<p># <iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ' title='A film'></iframe> #</p>",
    "<p># <img class='emoji' src='/e.png' alt='😀'> # <br> #<br><br># #</p>",
    "<p># #<sup>#</sup> <kbd>#</kbd> <q>#</q> <span lang='de'>#</span></p>",
    "<h2># #</h2>",
    "<h3 id='x'><a href='&num;x'># #</a></h3>",
    "<ul><li># #</li><li># <a href='/c'>#</a><ul><li>#</li></ul></li></ul>",
    "<ol start='3'><li><p># #</p><p>#</p></li><li><img src='/d.jpg'></li><li># <figure><img src='/e.jpg'></figure></li></ol>",
    "<dl><dt>#</dt><dd># #</dd></dl>",
    "<blockquote><p># # #</p><p>#</p></blockquote>",
    "<blockquote class='twitter-tweet'><p># # # #</p># (@#) <a href='https://twitter.com/a/status/42'>#</a></blockquote>",
    "<table><tr><th>#</th><th>#</th></tr><tr><td># <a href='/f'>#</a></td><td><img src='/f.jpg'></td></tr><tr><td>#</td><td>#</td></tr></table>",
    "<pre><code>#  #\n\n\t#</code></pre>",
    "<figure><img src='/g.jpg' alt='Alt text'><figcaption># <a href='/g'>#</a> #</figcaption></figure>",
    "<div class='wp-caption'><img src='/h.jpg'><p class='wp-caption-text'># # #</p></div>",
    "<figure><iframe src='https://player.vimeo.com/video/1'></iframe><figcaption># #</figcaption></figure>",
    "<figure><img src='/i.jpg'><img src='/j.jpg'><p># #</p></figure>",
    "<iframe src='https://charts.example.net/7'></iframe>",
    "<iframe src='https://ads.example.net/7'></iframe>",
    "<video src='/film.mp4' poster='/k.jpg'>Old browser</video>",
    "<img data-src='/l.jpg' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='><noscript><img src='/l.jpg'></noscript>",
    "<div class='hero' style='background-image:url(/m.jpg)'><p># # #</p></div>",
    "<details><summary>#</summary><p># # #</p></details>",
    "<div># # #<br><br># # <a href='/n'>#</a></div>",
    "# # <i>#</i> #",
    "<hr>",
    "<section><h2>#</h2><div><div><p># # #.</p></div></div></section>",
    "<p># # <math><mi>x</mi></math></p>",
    "<p><a href='javascript:void(0)'># #</a> #<!-- no --># </p>",
];

const WRAPPERS: &[(&str, &str)] = &[
    ("", ""),
    ("<div>", "</div>"),
    ("<section>", "</section>"),
    ("<article>", "</article>"),
    ("<blockquote>", "</blockquote>"),
    ("<div><span>", "</span></div>"),
    ("<ul><li>", "</li></ul>"),
    ("<center>", "</center>"),
];

/// A page's body, with the number of words in it.
fn page() -> impl Strategy<Value = (String, usize)> {
    let part = (prop::sample::select(WRAPPERS), prop::collection::vec(prop::sample::select(PIECES), 1..4));
    prop::collection::vec(part, 1..8).prop_map(|parts| {
        let (mut html, mut words) = (String::new(), 0);
        for ((open, close), pieces) in parts {
            html += open;
            for c in pieces.concat().split('#').enumerate().flat_map(|(i, text)| [(i > 0).then_some("#"), Some(text)]) {
                match c {
                    Some("#") => {
                        html += &word(words);
                        words += 1;
                    }
                    text => html += text.unwrap_or_default(),
                }
            }
            html += close;
        }
        (html, words)
    })
}

/// Words that no vocabulary has.
fn word(number: usize) -> String {
    format!("w{number}k")
}

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
