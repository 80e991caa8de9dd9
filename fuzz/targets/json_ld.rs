//! Any text where pages have their structured data.
#![no_main]

use recto_fuzz::{check, page};

libfuzzer_sys::fuzz_target!(|data: &str| {
    let _ = check(&page(&format!("<script type=\"application/ld+json\">{data}</script>"), ""));
});
