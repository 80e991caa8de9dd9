//! Who serves advertisements.

/// Hosts of advertisements, by a part of their name.
pub(crate) const ADVERTISERS: [&str; 17] = [
    "ad",
    "ads",
    "adform",
    "adnxs",
    "adserver",
    "adservice",
    "adsystem",
    "adtech",
    "amazon-adsystem",
    "criteo",
    "doubleclick",
    "googlesyndication",
    "outbrain",
    "pubads",
    "rubiconproject",
    "smartadserver",
    "taboola",
];
