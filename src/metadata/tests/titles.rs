use super::{at, of};

#[track_caller]
fn check(html: &str, title: &str) {
    assert_eq!(of(html).title.as_deref(), Some(title), "{html}");
}

#[test]
fn the_heading_that_the_title_names_wins() {
    check(
        "<meta property=og:title content='Cats purr'><title>Cats purr | The Paper</title><h1>The Paper</h1><h2>Cats purr</h2>",
        "Cats purr",
    );
    check("<title>Why do cats purr? - Pets</title><h1>Menu</h1><h1>Why do cats purr?</h1>", "Why do cats purr?");
    check(
        "<meta property=og:title content='Cats purr loudly'><h1>Cats purr loudly: a study</h1>",
        "Cats purr loudly: a study",
    );
    check("<title>A day out</title><h1><a href='/'>Our Diary</a></h1><h2>A day out</h2>", "A day out");
    check("<title>Tea at noon</title><div class=post-title>Tea at noon</div><p>Text", "Tea at noon");
}

#[test]
fn the_only_heading_stands_for_itself() {
    check("<title>example</title><h1>Seven kinds of rain</h1>", "Seven kinds of rain");
    check("<h1>Seven kinds <br>of rain</h1>", "Seven kinds of rain");
    check("<h1>Seven kinds<button>Share</button></h1>", "Seven kinds");
}

#[test]
fn the_name_of_the_site_is_no_part_of_it() {
    let named = "<meta property=og:site_name content='The Daily Example'>";
    for title in [
        "Rain is wet | The Daily Example",
        "Rain is wet - The Daily Example",
        "Rain is wet — Daily Example",
        "The Daily Example: Rain is wet",
        "The Daily Example » Rain is wet",
        "Rain is wet | Weather | The Daily Example",
        "Rain is wet :: example.com",
    ] {
        check(&format!("{named}<title>{title}</title><p>Text"), "Rain is wet");
    }
}

#[test]
fn separators_in_a_headline_stay() {
    check("<title>Rain - and why it is wet and cold here</title>", "Rain - and why it is wet and cold here");
    check("<h1>C++ | Rust: a comparison</h1>", "C++ | Rust: a comparison");
    check("<h1>A/B tests – five years on</h1>", "A/B tests – five years on");
}

#[test]
fn labels_and_counts_beside_the_headline_go_where_another_source_has_it_without() {
    let titled = "<meta property=og:title content='Rain is wet'><title>Rain is wet</title>";
    check(&format!("{titled}<h1>Thread: Rain is wet</h1>"), "Rain is wet");
    check(&format!("{titled}<h1>Rain is wet (example.org) 87</h1>"), "Rain is wet");
    check(&format!("{titled}<h1>Rain is wet and cold</h1>"), "Rain is wet and cold");
}

#[test]
fn a_slogan_is_no_title_where_the_page_names_itself_otherwise() {
    let page = "<meta property=og:title content='Invoices for small firms'><title>Invoices for small firms</title>\
        <h1>Get paid faster, every time</h1>";
    check(page, "Invoices for small firms");
}

#[test]
fn without_an_address_titles_are_found_too() {
    assert_eq!(at(None, "<title>Rain is wet</title>").title.as_deref(), Some("Rain is wet"));
    assert_eq!(at(None, "<p>Only text").title, None);
}

#[test]
fn each_title_knows_its_source() {
    assert_eq!(of("<h1>Rain</h1>").sources["title"], "dom");
    assert_eq!(of("<title>Rain</title>").sources["title"], "title");
    assert_eq!(of("<meta property=og:title content=Rain>").sources["title"], "open graph");
}

#[test]
fn a_front_page_is_called_by_its_title_whatever_it_offers_first() {
    let page = "<title>Kettles, pots and pans</title><h1>Save up to half this spring</h1><p>Text</p>";
    assert_eq!(at(Some("https://example.com/"), page).title.as_deref(), Some("Kettles, pots and pans"));
    assert_eq!(at(Some("https://example.com/sale"), page).title.as_deref(), Some("Save up to half this spring"));
}
