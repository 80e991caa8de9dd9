//! Any text where pages have their sets of pictures.
#![no_main]

use recto_fuzz::{check_with_prose, page, quoted};

libfuzzer_sys::fuzz_target!(|set: &str| {
    let value = quoted(set);
    let picture = format!(
        "<picture><source srcset=\"{value}\"><img src=\"a.jpg\" srcset=\"{value}\" width=\"600\" height=\"400\"></picture>\
         <img class=\"lazy\" data-srcset=\"{value}\" data-src=\"{value}\" width=\"600\" height=\"400\">"
    );
    check_with_prose(&page("", &picture));
});
