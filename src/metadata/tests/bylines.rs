use super::of;

#[track_caller]
fn check(html: &str, authors: &[&str]) {
    assert_eq!(of(html).authors, authors, "{html}");
}

/// A byline under a headline, marked as one.
#[track_caller]
fn check_line(line: &str, authors: &[&str]) {
    check(&format!("<h1>Rain is wet</h1><p class=byline>{line}</p><p>Text"), authors);
}

#[test]
fn names_only() {
    check_line("By Ada Lovelace", &["Ada Lovelace"]);
    check_line("by ADA LOVELACE", &["ADA LOVELACE"]);
    check_line("Written by: Ada Lovelace", &["Ada Lovelace"]);
    check_line("By Ada Lovelace, Staff Writer", &["Ada Lovelace"]);
    check_line("By Ada Lovelace | March 5, 2024", &["Ada Lovelace"]);
    check_line("By Ada Lovelace March 5, 2024", &["Ada Lovelace"]);
    check_line("By Ada Lovelace on 5 March 2024", &["Ada Lovelace"]);
    check_line("Ada Lovelace · 6 min read", &["Ada Lovelace"]);
    check_line("By Ada Lovelace in London", &["Ada Lovelace"]);
    check_line("Von Ada Lovelace", &["Ada Lovelace"]);
    check_line("Par Ada Lovelace", &["Ada Lovelace"]);
    check_line("Por Ada Lovelace", &["Ada Lovelace"]);
    check_line("Автор: Ада Лавлейс", &["Ада Лавлейс"]);
    check_line("By Ludwig van Beethoven", &["Ludwig van Beethoven"]);
    check_line("posted by ada_1815", &["ada_1815"]);
}

#[test]
fn several_authors_are_kept_apart() {
    check_line("By Ada Lovelace and Charles Babbage", &["Ada Lovelace", "Charles Babbage"]);
    check_line(
        "Ada Lovelace, Mary Somerville & Charles Babbage",
        &["Ada Lovelace", "Mary Somerville", "Charles Babbage"],
    );
    check_line("Von Ada Lovelace und Charles Babbage", &["Ada Lovelace", "Charles Babbage"]);
    check_line("Ada Lovelace, PhD, Charles Babbage, Jr.", &["Ada Lovelace, PhD", "Charles Babbage, Jr."]);
}

#[test]
fn the_line_is_kept_as_shown_where_it_has_names_only() {
    assert_eq!(
        of("<h1>Rain</h1><p class=byline>By Ada Lovelace and Charles Babbage</p>").byline.as_deref(),
        Some("Ada Lovelace and Charles Babbage")
    );
    let metas =
        "<meta name=citation_author content='Ada Lovelace'><meta name=citation_author content='Charles Babbage'>";
    assert_eq!(of(metas).byline.as_deref(), Some("Ada Lovelace, Charles Babbage"));
}

#[test]
fn family_names_first_are_turned_round() {
    check(
        "<meta name=citation_author content='Lovelace, Ada'><meta name=citation_author content='Charles Babbage'>",
        &["Ada Lovelace", "Charles Babbage"],
    );
}

#[test]
fn labels_addresses_and_sentences_are_no_names() {
    for line in [
        "Share this",
        "https://example.com/ada",
        "Updated March 5, 2024",
        "6 hours ago",
        "Read more",
        "Senior Editor",
        "What is this? We explain",
        "Back to the top",
    ] {
        check_line(line, &[]);
    }
    check("<meta property=article:author content='https://www.facebook.com/ada'>", &[]);
}

#[test]
fn the_name_near_the_headline_wins() {
    check(
        "<aside><a rel=author href=/a>One</a><a href=/b>b</a><a href=/c>c</a></aside><h1>Rain</h1>\
         <span class=author>Ada Lovelace</span><p>Text<div class=comments><span class=author>Troll</span></div>",
        &["Ada Lovelace"],
    );
    check(
        "<h1>Rain</h1><div class=author-box><img class=author-photo><span class=author-name>Ada Lovelace</span>\
         <span class=author-role>Chief of rain</span></div>",
        &["Ada Lovelace"],
    );
    check("<h1>Rain</h1><p>By <a href=/people/1>Ada Lovelace</a></p>", &["Ada Lovelace"]);
}

#[test]
fn who_is_no_one_is_taken_only_where_there_is_nobody_else() {
    check("<meta name=author content=admin><h1>Rain</h1><p class=byline>By Ada Lovelace</p>", &["Ada Lovelace"]);
    check("<meta name=author content=admin><h1>Rain</h1>", &["admin"]);
    check(
        "<meta property=og:site_name content='Rain Daily'><meta name=author content='Rain Daily'><h1>Rain</h1>\
         <a rel=author>Ada Lovelace</a>",
        &["Ada Lovelace"],
    );
}
