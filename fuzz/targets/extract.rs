//! Any text at all as a page.
#![no_main]

libfuzzer_sys::fuzz_target!(|html: &str| {
    let _ = recto_fuzz::check(html);
});
