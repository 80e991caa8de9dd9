//! Where what a frame shows has a page of its own: a row for each form of address.

use url::Url;
use url::form_urlencoded::byte_serialize;

/// A provider's name, its host (or any), the address of what it embeds, and that of the same thing's own page.
///
/// In the path, `{}` stands for a part, and `{*}` for the rest; after `?`, it stands for that value of the query. A
/// page that is only `{}` is an address by itself; an empty one means that there is no better.
type Row = (&'static str, &'static str, &'static str, &'static str);

const PROVIDERS: &[Row] = &[
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
const STILLS: &[(&str, &str)] = &[("https://www.youtube.com/watch?v=", "https://i.ytimg.com/vi/{}/hqdefault.jpg")];

/// What an address embeds.
pub(crate) struct Known {
    /// The provider.
    pub(crate) name: &'static str,
    /// The page of what is embedded.
    pub(crate) page: String,
}

/// What the address embeds, where its provider is known.
pub(crate) fn known(address: &str) -> Option<Known> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    let is_of =
        |of: &str| of == "*" || host.strip_suffix(of).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    PROVIDERS.iter().filter(|(_, of, ..)| is_of(of)).find_map(|&(name, _, form, page)| {
        let (path, query) = form.split_once('?').unwrap_or((form, ""));
        let mut found = in_path(url.path(), path)?;
        if let Some((key, _)) = query.split_once('=') {
            let value = url.query_pairs().find(|(name, _)| name == key)?.1;
            if page == "{}" {
                let target = Url::parse(&value).ok().filter(|target| matches!(target.scheme(), "http" | "https"));
                // Programs' addresses show a reader nothing.
                let target = target.filter(|target| target.host_str().is_some_and(|host| !host.starts_with("api")));
                return Some(Known { name, page: target.map_or_else(|| address.to_string(), String::from) });
            }
            found = vec![byte_serialize(value.as_bytes()).collect()];
        }
        let page = match page {
            "" => map_of(address).unwrap_or_else(|| address.to_string()),
            page => filled(&page.replace('*', host), &found),
        };
        Some(Known { name, page })
    })
}

/// The map's page, where its frame only says in its own terms (`!2d` and `!3d`) which place it shows.
fn map_of(address: &str) -> Option<String> {
    let number = |mark: &str| {
        let (_, after) = address.split_once(mark)?;
        let number = after.split('!').next()?;
        number.parse::<f64>().is_ok().then_some(number)
    };
    let (east, north) = (number("!2d")?, number("!3d")?);
    Some(format!("https://www.google.com/maps/search/?api=1&query={north}%2C{east}"))
}

/// The still picture of what has this page.
pub(crate) fn still(page: &str) -> Option<String> {
    STILLS.iter().find_map(|(start, still)| page.strip_prefix(start).map(|id| still.replace("{}", id)))
}

/// The parts of the path that the form leaves open; `None` where it has another form.
fn in_path(path: &str, form: &str) -> Option<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = path.trim_start_matches('/');
    for part in form.split('/').filter(|part| !part.is_empty()) {
        if part == "{*}" {
            found.push(rest.to_string());
            return Some(found);
        }
        let (segment, after) = rest.split_once('/').unwrap_or((rest, ""));
        match part.split_once("{}") {
            Some((start, end)) => {
                let inner = segment.strip_prefix(start)?.strip_suffix(end)?;
                if inner.is_empty() {
                    return None;
                }
                found.push(inner.to_string());
            }
            None if segment == part => {}
            None => return None,
        }
        rest = after;
    }
    Some(found)
}

fn filled(page: &str, found: &[String]) -> String {
    found.iter().fold(page.to_string(), |page, part| page.replacen("{}", part, 1))
}
