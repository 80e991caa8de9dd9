//! Where pages are shared, and where sites are followed.

/// Parts of addresses that share a page on another site.
pub(crate) const SHARES: [&str; 14] = [
    "/intent/tweet",
    "/intent/post",
    "/share?",
    "/share-offsite",
    "/sharer",
    "/sharing/share",
    "addtoany.com",
    "mailto:?",
    "pinterest.com/pin/create",
    "reddit.com/submit",
    "t.me/share",
    "tumblr.com/widgets/share",
    "twitter.com/share",
    "whatsapp:",
];

/// Where a site is followed.
pub(crate) const NETWORKS: [&str; 14] = [
    "/feed",
    "/rss",
    "/x.com/",
    "bsky.app/",
    "facebook.com/",
    "instagram.com/",
    "linkedin.com/",
    "mailto:",
    "mastodon",
    "pinterest.",
    "threads.net/",
    "tiktok.com/",
    "twitter.com/",
    "youtube.com/",
];
