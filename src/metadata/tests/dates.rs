use super::super::date::{DateLocale, find, parse};
use super::{at, of};

/// What a text in a language says.
#[track_caller]
fn check(lang: &str, text: &str, expected: &str) {
    let found = find(text, DateLocale { lang, day_first: !lang.starts_with("en") });
    assert_eq!(found.map(|date| date.to_string()).as_deref(), Some(expected), "{text}");
}

#[track_caller]
fn check_none(text: &str) {
    assert_eq!(find(text, DateLocale { lang: "en", day_first: false }), None, "{text}");
}

#[test]
fn months_by_name_in_many_languages() {
    for (lang, text) in [
        ("en", "March 5, 2024"),
        ("en", "Mar. 5th, 2024"),
        ("en", "Tuesday, 5 March 2024"),
        ("en", "the 5th of March 2024"),
        ("de", "5. März 2024"),
        ("de", "Dienstag, 05. Mrz. 2024".replace("Mrz", "März").leak()),
        ("fr", "5 mars 2024"),
        ("fr", "le mardi 5 mars 2024"),
        ("es", "5 de marzo de 2024"),
        ("it", "5 marzo 2024"),
        ("pt", "5 de março de 2024"),
        ("nl", "5 maart 2024"),
        ("sv", "5 mars 2024"),
        ("da", "5. marts 2024"),
        ("nb", "5. mars 2024"),
        ("fi", "5. maaliskuuta 2024"),
        ("pl", "5 marca 2024"),
        ("cs", "5. března 2024"),
        ("sk", "5. marca 2024"),
        ("hu", "2024. március 5."),
        ("ro", "5 martie 2024"),
        ("hr", "5. ožujka 2024."),
        ("bg", "5 март 2024 г."),
        ("ru", "5 марта 2024 г."),
        ("uk", "5 березня 2024"),
        ("el", "5 Μαρτίου 2024"),
        ("tr", "5 Mart 2024"),
        ("id", "5 Maret 2024"),
        ("vi", "5 tháng 3, 2024"),
        ("ca", "5 de març de 2024"),
        ("lt", "2024 m. kovo 5 d."),
        ("lv", "2024. gada 5. marts"),
        ("et", "5. märts 2024"),
        ("ar", "٥ مارس ٢٠٢٤"),
        ("he", "5 במרץ 2024"),
        ("hi", "5 मार्च 2024"),
        ("th", "5 มีนาคม 2567"),
        ("zh", "2024年3月5日"),
        ("ja", "2024年 3月 5日（火）"),
        ("ko", "2024년 3월 5일"),
    ] {
        check(lang, text, "2024-03-05");
    }
    check("pl", "5 listopada 2024", "2024-11-05");
    check("hr", "5. listopada 2024.", "2024-10-05");
}

#[test]
fn numbers() {
    check("en", "2024-03-05", "2024-03-05");
    check("en", "2024/3/5", "2024-03-05");
    check("en", "20240305", "2024-03-05");
    check("en", "3/5/2024", "2024-03-05");
    check("en", "25/3/2024", "2024-03-25");
    check("de", "5.3.2024", "2024-03-05");
    check("de", "05.03.24", "2024-03-05");
    check("fr", "5/3/2024", "2024-03-05");
    check("en", "5.3.2024", "2024-03-05");
}

#[test]
fn times_keep_the_offset_of_the_page() {
    check("en", "2024-03-05T10:20:30+01:00", "2024-03-05T10:20:30+01:00");
    check("en", "2024-03-05T10:20:30.123Z", "2024-03-05T10:20:30Z");
    check("en", "2024-03-05 10:20", "2024-03-05T10:20");
    check("en", "2024-03-05T10:20:30-0530", "2024-03-05T10:20:30-05:30");
    check("en", "20240305T102030Z", "2024-03-05T10:20:30Z");
    check("en", "Tue, 05 Mar 2024 10:20:30 GMT", "2024-03-05T10:20:30Z");
    check("en", "Tue Mar 05 2024 10:20:30 GMT+0100 (CET)", "2024-03-05T10:20:30+01:00");
    check("en", "March 5, 2024 at 3:07 pm EST", "2024-03-05T15:07-05:00");
    check("en", "March 5, 2024, 12:05 a.m.", "2024-03-05T00:05");
    check("de", "5. März 2024, 10:20 Uhr", "2024-03-05T10:20");
    check("fr", "5 mars 2024 à 10h20", "2024-03-05T10:20");
    check("en", "5 March 2024, 10:30-11:30", "2024-03-05T10:30");
    check("en", "March 5, 2024 - 12 comments", "2024-03-05");
}

#[test]
fn what_is_no_date() {
    for text in [
        "6 hours ago",
        "yesterday",
        "2024",
        "March 2024",
        "version 1.2.3",
        "31 February 2024",
        "2024-13-05",
        "99/99/2024",
        "© 2024",
        "10:30",
        "5 1402",
        "12345678901234567890",
        "May the 4th be with you",
        "",
    ] {
        check_none(text);
    }
    assert_eq!(
        parse("1709634030", DateLocale { lang: "en", day_first: false }).unwrap().to_string(),
        "2024-03-05T10:20:30Z"
    );
    assert_eq!(
        parse("1709634030123", DateLocale { lang: "en", day_first: false }).unwrap().to_string(),
        "2024-03-05T10:20:30Z"
    );
}

#[test]
fn published_and_modified_are_told_apart() {
    let both = of("<h1>Rain</h1><p>Published 5 March 2024</p><p>Updated 6 March 2024</p>");
    assert_eq!((both.published.as_deref(), both.modified.as_deref()), (Some("2024-03-05"), Some("2024-03-06")));
    let german =
        of("<html lang=de><h1>Regen</h1><p>Veröffentlicht: 05.03.2024 | <span>Aktualisiert: 06.03.2024</span></p>");
    assert_eq!((german.published.as_deref(), german.modified.as_deref()), (Some("2024-03-05"), Some("2024-03-06")));
    let metas = of(
        "<meta property=article:published_time content=2024-03-05T10:00:00Z><meta property=article:modified_time content=2024-03-06>",
    );
    assert_eq!(metas.published.as_deref(), Some("2024-03-05T10:00:00Z"));
    assert_eq!(metas.modified.as_deref(), Some("2024-03-06"));
    let only = of("<h1>Rain</h1><p>Last updated: 6 March 2024</p>");
    assert_eq!((only.modified.as_deref(), only.sources["published"].as_str()), (Some("2024-03-06"), "modified"));
}

#[test]
fn dates_of_other_things_are_not_the_pages() {
    let related = "<h1>Rain</h1><p>Text</p><div class=related-posts><a href=/1>a</a><a href=/2>b</a><a href=/3>c</a>\
        <time datetime=2020-01-01>2020</time></div>";
    assert_eq!(of(related).published, None);
    assert_eq!(
        of("<h1>Rain</h1><p>Text<div class=comments><time datetime=2020-01-01>2020</time></div>").published,
        None
    );
    assert_eq!(of("<h1>Rain</h1><p>Text<footer>© 2020 <a href=/>a</a></footer>").published, None);
    let near = format!("<h1>Rain</h1><time>5 March 2024</time>{}<time>1 January 2020</time>", "<p>Text</p>".repeat(9));
    assert_eq!(of(&near).published.as_deref(), Some("2024-03-05"));
}

#[test]
fn the_address_has_dates_too() {
    for url in [
        "https://example.com/2024/03/05/rain",
        "https://example.com/news/2024-03-05-rain",
        "https://example.com/20240305/rain",
        "https://example.com/2024/march/05/rain",
    ] {
        assert_eq!(at(Some(url), "<h1>Rain</h1>").published.as_deref(), Some("2024-03-05"), "{url}");
    }
    assert_eq!(at(Some("https://example.com/2024/03/rain"), "<h1>Rain</h1>").published, None);
    assert_eq!(at(Some("https://example.com/p/12345678"), "<h1>Rain</h1>").published, None);
}

#[test]
fn a_day_gains_its_time_from_another_source() {
    let page = "<meta name=date content=2024-03-05><h1>Rain</h1><time datetime=2024-03-05T10:00:00+02:00>today</time>";
    assert_eq!(of(page).published.as_deref(), Some("2024-03-05T10:00:00+02:00"));
}
