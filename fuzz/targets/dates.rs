//! Any text where pages have their dates.
#![no_main]

use recto_fuzz::{check_with_prose, page, quoted};

libfuzzer_sys::fuzz_target!(|date: &str| {
    let value = quoted(date);
    check_with_prose(&page(&format!("<meta property=\"article:published_time\" content=\"{value}\">"), ""));
    check_with_prose(&page("", &format!("<p class=\"byline\"><time datetime=\"{value}\">{value}</time></p>")));
    check_with_prose(&page("", &format!("<p class=\"date\">{value}</p>")));
});
