//! Embeds: who provides them, and the frames that show nothing of an article.

use super::list::list;

/// A provider's name, its host (or any), the address of what it embeds, and that of the same thing's own page.
///
/// In the path, `{}` stands for a part, and `{*}` for the rest; after `?`, it stands for that value of the query. A
/// page that is only `{}` is an address by itself; an empty one means that there is no better.
pub(crate) type Provider = (&'static str, &'static str, &'static str, &'static str);

/// The providers.
pub(crate) const PROVIDERS: &[Provider] = &[
    ("YouTube", "youtube.com", "/embed/videoseries?list={}", "https://www.youtube.com/playlist?list={}"),
    ("YouTube", "youtube.com", "/embed/{}", "https://www.youtube.com/watch?v={}"),
    ("YouTube", "youtube.com", "/v/{}", "https://www.youtube.com/watch?v={}"),
    ("YouTube", "youtube.com", "/shorts/{}", "https://www.youtube.com/watch?v={}"),
    ("YouTube", "youtube.com", "/watch?v={}", "https://www.youtube.com/watch?v={}"),
    ("YouTube", "youtube-nocookie.com", "/embed/videoseries?list={}", "https://www.youtube.com/playlist?list={}"),
    ("YouTube", "youtube-nocookie.com", "/embed/{}", "https://www.youtube.com/watch?v={}"),
    ("YouTube", "youtu.be", "/{}", "https://www.youtube.com/watch?v={}"),
    ("Vimeo", "player.vimeo.com", "/video/{}", "https://vimeo.com/{}"),
    ("Vimeo", "vimeo.com", "/{}", "https://vimeo.com/{}"),
    ("Dailymotion", "dailymotion.com", "/embed/video/{}", "https://www.dailymotion.com/video/{}"),
    ("Dailymotion", "geo.dailymotion.com", "?video={}", "https://www.dailymotion.com/video/{}"),
    ("Dailymotion", "dai.ly", "/{}", "https://www.dailymotion.com/video/{}"),
    ("Twitch", "player.twitch.tv", "?video={}", "https://www.twitch.tv/videos/{}"),
    ("Twitch", "player.twitch.tv", "?channel={}", "https://www.twitch.tv/{}"),
    ("Twitch", "clips.twitch.tv", "/embed?clip={}", "https://clips.twitch.tv/{}"),
    ("Bilibili", "player.bilibili.com", "?bvid={}", "https://www.bilibili.com/video/{}"),
    ("Rutube", "rutube.ru", "/play/embed/{}", "https://rutube.ru/video/{}/"),
    ("VK", "vk.com", "/video_ext.php", ""),
    ("Streamable", "streamable.com", "/e/{}", "https://streamable.com/{}"),
    ("Loom", "loom.com", "/embed/{}", "https://www.loom.com/share/{}"),
    ("Wistia", "wistia.net", "/embed/{*}", ""),
    ("Wistia", "wistia.com", "/embed/{*}", ""),
    ("TED", "embed.ted.com", "/talks/{*}", "https://www.ted.com/talks/{}"),
    ("Internet Archive", "archive.org", "/embed/{}", "https://archive.org/details/{}"),
    ("X", "platform.twitter.com", "/embed/{*}?id={}", "https://x.com/i/status/{}"),
    ("X", "platform.x.com", "/embed/{*}?id={}", "https://x.com/i/status/{}"),
    ("X", "twitter.com", "/{}/status/{}", "https://x.com/{}/status/{}"),
    ("X", "x.com", "/{}/status/{}", "https://x.com/{}/status/{}"),
    ("Bluesky", "embed.bsky.app", "/embed/{}/app.bsky.feed.post/{}", "https://bsky.app/profile/{}/post/{}"),
    ("Instagram", "instagram.com", "/p/{}", "https://www.instagram.com/p/{}/"),
    ("Instagram", "instagram.com", "/reel/{}", "https://www.instagram.com/reel/{}/"),
    ("Instagram", "instagram.com", "/tv/{}", "https://www.instagram.com/tv/{}/"),
    ("Threads", "threads.net", "/{}/post/{}", "https://www.threads.net/{}/post/{}"),
    ("Threads", "threads.com", "/{}/post/{}", "https://www.threads.com/{}/post/{}"),
    ("TikTok", "tiktok.com", "/embed/{*}", ""),
    ("TikTok", "tiktok.com", "/player/{*}", ""),
    ("TikTok", "tiktok.com", "/{}/video/{}", "https://www.tiktok.com/{}/video/{}"),
    ("Facebook", "facebook.com", "/plugins/video.php?href={}", "{}"),
    ("Facebook", "facebook.com", "/plugins/post.php?href={}", "{}"),
    ("Facebook", "facebook.com", "/{}/videos/{*}", ""),
    ("Facebook", "facebook.com", "/{}/posts/{*}", ""),
    ("Reddit", "embed.reddit.com", "/r/{*}", "https://www.reddit.com/r/{}"),
    ("Reddit", "redditmedia.com", "/r/{*}", "https://www.reddit.com/r/{}"),
    ("LinkedIn", "linkedin.com", "/embed/feed/update/{}", "https://www.linkedin.com/feed/update/{}"),
    ("Pinterest", "assets.pinterest.com", "/ext/embed.html?id={}", "https://www.pinterest.com/pin/{}/"),
    ("Telegram", "t.me", "/{}/{}", "https://t.me/{}/{}"),
    ("Mastodon", "*", "/@{}/{}/embed", "https://*/@{}/{}"),
    ("PeerTube", "*", "/videos/embed/{}", "https://*/videos/watch/{}"),
    ("Spotify", "open.spotify.com", "/embed/{}/{}", "https://open.spotify.com/{}/{}"),
    ("Spotify", "open.spotify.com", "/embed-podcast/{}/{}", "https://open.spotify.com/{}/{}"),
    ("SoundCloud", "w.soundcloud.com", "/player?url={}", "{}"),
    ("Apple Podcasts", "embed.podcasts.apple.com", "/{*}", "https://podcasts.apple.com/{}"),
    ("Apple Music", "embed.music.apple.com", "/{*}", "https://music.apple.com/{}"),
    ("Bandcamp", "bandcamp.com", "/EmbeddedPlayer/{*}", ""),
    ("Mixcloud", "mixcloud.com", "/widget/iframe?feed={}", "https://www.mixcloud.com{}"),
    ("CodePen", "codepen.io", "/{}/embed/preview/{}", "https://codepen.io/{}/pen/{}"),
    ("CodePen", "codepen.io", "/{}/embed/{}", "https://codepen.io/{}/pen/{}"),
    ("CodeSandbox", "codesandbox.io", "/embed/{}", "https://codesandbox.io/s/{}"),
    ("JSFiddle", "jsfiddle.net", "/{}/{}/embedded", "https://jsfiddle.net/{}/{}/"),
    ("JSFiddle", "jsfiddle.net", "/{}/embedded", "https://jsfiddle.net/{}/"),
    ("StackBlitz", "stackblitz.com", "/edit/{}", "https://stackblitz.com/edit/{}"),
    ("Gist", "gist.github.com", "/{}/{}.js", "https://gist.github.com/{}/{}"),
    ("Gist", "gist.github.com", "/{}/{}.pibb", "https://gist.github.com/{}/{}"),
    ("Observable", "observablehq.com", "/embed/{*}", "https://observablehq.com/{}"),
    ("Figma", "figma.com", "/embed?url={}", "{}"),
    ("Google Maps", "google.com", "/maps/embed/v1/{*}?q={}", "https://www.google.com/maps/search/?api=1&query={}"),
    ("Google Maps", "google.com", "/maps?q={}", "https://www.google.com/maps/search/?api=1&query={}"),
    ("Google Maps", "google.com", "/maps/embed", ""),
    ("Google Maps", "google.com", "/maps/d/embed?mid={}", "https://www.google.com/maps/d/viewer?mid={}"),
    ("OpenStreetMap", "openstreetmap.org", "/export/embed.html?bbox={}", "https://www.openstreetmap.org/?bbox={}"),
    ("Google Slides", "docs.google.com", "/presentation/{*}", ""),
    ("Datawrapper", "datawrapper.dwcdn.net", "/{*}", ""),
    ("Flourish", "flo.uri.sh", "/{*}", ""),
];

/// Pages whose still pictures have an address that follows from their own.
pub(crate) const STILLS: &[(&str, &str)] =
    &[("https://www.youtube.com/watch?v=", "https://i.ytimg.com/vi/{}/hqdefault.jpg")];

/// Hosts of still pictures of YouTube's films.
pub(crate) const STILL_HOSTS: &[&str] = &["i.ytimg.com", "img.youtube.com", "i3.ytimg.com"];

/// Custom elements that have no address but a number: element, attribute, address.
pub(crate) const NUMBERS: &[(&str, &str, &str)] = &[
    ("amp-youtube", "data-videoid", "https://www.youtube.com/embed/{}"),
    ("lite-youtube", "videoid", "https://www.youtube.com/embed/{}"),
    ("youtube-embed", "videoid", "https://www.youtube.com/embed/{}"),
    ("youtube-video", "videoid", "https://www.youtube.com/embed/{}"),
    ("amp-vimeo", "data-videoid", "https://player.vimeo.com/video/{}"),
    ("lite-vimeo", "videoid", "https://player.vimeo.com/video/{}"),
    ("vimeo-video", "videoid", "https://player.vimeo.com/video/{}"),
    ("amp-dailymotion", "data-videoid", "https://www.dailymotion.com/embed/video/{}"),
    ("amp-twitter", "data-tweetid", "https://platform.twitter.com/embed/Tweet.html?id={}"),
    ("amp-instagram", "data-shortcode", "https://www.instagram.com/p/{}/"),
    (
        "amp-soundcloud",
        "data-trackid",
        "https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F{}",
    ),
];

/// Words in the addresses of frames that are no content: advertisements, counting, consent, forms, comments, buttons.
pub(crate) const NO_CONTENT: &[&str] = list!(
    "ad|ads|advert|adserver|analytics|banner|beacon|button|captcha|cart|chat|checkout|cmp|\
     comment|comments|consent|contact|cookie|cookies|disqus|donate|follow|form|forms|gdpr|\
     gtm|hcaptcha|hubspot|intercom|jotform|like|login|mailchimp|newsletter|ns|pixel|\
     recaptcha|share|signin|signup|sponsor|subscribe|tracking|trustpilot|typeform|\
     googletagmanager"
);

/// What providers call their quotations.
pub(crate) const POSTS: &[&str] = list!(
    "twitter|tweet|instagram|tiktok|bluesky|mastodon|reddit|threads|imgur|fb|facebook|\
     telegram|pinterest"
);
