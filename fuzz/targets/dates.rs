//! Any text where pages have their dates.
#![no_main]

use recto_fuzz::{check, page, quoted};

libfuzzer_sys::fuzz_target!(|date: &str| {
    let value = quoted(date);
    check(&page(&format!("<meta property=\"article:published_time\" content=\"{value}\">"), ""));
    check(&page("", &format!("<p class=\"byline\"><time datetime=\"{value}\">{value}</time></p>")));
    check(&page("", &format!("<p class=\"date\">{value}</p>")));
});
