//! Pages made at random of all that rules are about.

use proptest::prelude::*;

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

/// What stands around some pieces.
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
pub(crate) fn page() -> impl Strategy<Value = (String, usize)> {
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
