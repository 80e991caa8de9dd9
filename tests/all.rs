//! Every test of the library's and the program's outside, in one binary: linking each file by itself would take longer
//! than running it. One file alone: `cargo test --test all pages`.

mod api;
mod cases;
mod check_article;
mod cli;
mod hostile;
mod invariants;
mod metadata;
mod module_order;
mod pages;
mod random_pages;
mod safe;
mod select;
mod type_names;
