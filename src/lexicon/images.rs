//! Images: what sites call them and the elements around them, and what stands in their addresses.

use super::list::list;

/// Parts of the names of attributes that hold a lazy loader's address.
pub(crate) const LOADER_WORDS: &[&str] =
    list!("src|img|image|lazy|orig|file|full|hires|highres|large|load|photo|zoom|echo|background|bg");

/// Parts of the names of files that are shown until the picture is there.
pub(crate) const PLACEHOLDERS: &[&str] =
    list!("placeholder|blank.|spacer.|pixel.|1x1.|transparent.|loading.|lazyload|lazy.|grey.gif");

/// Endings of files named `placeholder` that may be a picture all the same.
pub(crate) const PLACEHOLDER_EXTENSIONS: &[&str] = &["jpg", "jpeg", "png", "webp"];

/// Endings of files of raster pictures.
pub(crate) const RASTER_EXTENSIONS: &[&str] = &["jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "jfif"];

/// Parameters of addresses that say how wide a picture is.
pub(crate) const WIDTHS: &[&str] = &["w", "width", "imwidth", "wid", "mw", "maxwidth", "resize"];

/// What is put after a file's name for one of a picture's sizes.
pub(crate) const SIZES: &[&str] =
    &["scaled", "large", "medium", "small", "thumb", "thumbnail", "mobile", "desktop", "full"];

/// Parts of names of emoji that are pictures.
pub(crate) const EMOJI: &[&str] = &["emoji", "emojis", "emojione", "twemoji", "smiley"];

/// Parts of names of captions and credits, in several languages.
pub(crate) const CAPTION_WORDS: &[&str] =
    &["caption", "credit", "cutline", "legende", "bildunterschrift", "bildtext", "didascalia", "leyenda", "imagedesc"];

/// What sites call the elements that show a picture to be seen, rather than a texture.
pub(crate) const SHOWN: &[&str] =
    list!("hero|cover|lead|featured|image|img|photo|picture|thumbnail|figure|poster|media");

/// What sites call a row of pictures to leaf through.
pub(crate) const CAROUSELS: &[&str] =
    list!("carousel|slider|slideshow|swiper|slick|splide|flickity|glide|embla|gallery|lightbox");

/// What scripts call the copies that let a carousel begin again.
pub(crate) const CLONES: &[&str] = &["cloned", "clone", "duplicate"];

/// Names of icons.
pub(crate) const ICONS: &[&str] = &["icon", "icons", "icn", "ico", "smiley", "bullet", "spinner"];

/// Names of portraits.
pub(crate) const PORTRAITS: &[&str] = &["avatar", "avatars", "gravatar", "userpic", "headshot"];

/// Names of what holds an author's or commenter's portrait.
pub(crate) const AUTHORS: &[&str] = &["author", "authors", "byline", "bio", "profile", "commenter"];

/// Names of files of counting pixels, and parts of their hosts.
pub(crate) const COUNTERS: &[&str] =
    &["pixel", "beacon", "stat", "tr", "collect", "impression", "hit", "hits", "count", "counter", "__utm"];
pub(crate) const COUNTER_HOSTS: &[&str] = &["pixel", "beacon"];
