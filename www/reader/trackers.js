/**
 * Detects tracking pixels, which are never loaded, even with consent.
 */

/** Hosts that serve only trackers; their subdomains are included. */
const HOSTS = [
  '2o7.net',
  'adnxs.com',
  'adsrvr.org',
  'amazon-adsystem.com',
  'analytics.twitter.com',
  'analytics.yahoo.com',
  'scorecardresearch.com',
  'bat.bing.com',
  'bidswitch.net',
  'casalemedia.com',
  'chartbeat.net',
  'criteo.com',
  'demdex.net',
  'doubleclick.net',
  'everesttech.net',
  'exelator.com',
  'google-analytics.com',
  'googleadservices.com',
  'googlesyndication.com',
  'googletagmanager.com',
  'hotjar.com',
  'imrworldwide.com',
  'krxd.net',
  'list-manage.com',
  'matomo.cloud',
  'mc.yandex.ru',
  'moatads.com',
  'newrelic.com',
  'omtrdc.net',
  'outbrain.com',
  'parsely.com',
  'pixel.wp.com',
  'quantserve.com',
  'rlcdn.com',
  'rubiconproject.com',
  'segment.io',
  'stats.wp.com',
  'statcounter.com',
  'taboola.com',
  'tapad.com',
  'vgwort.de',
  'xiti.com',
];

/** Host and path of trackers on other hosts. */
const PATHS = [
  /^www\.facebook\.com\/tr\b/,
  /^px\.ads\.linkedin\.com\//,
  /^ct\.pinterest\.com\//,
  /^t\.co\/i\/adsct/,
  /\/(?:matomo|piwik)\.php$/,
  /\/(?:__utm|pixel|beacon|1x1|spacer|clear|trans)\.gif$/,
  /\/(?:pixel|beacon|open|track)\/[^/]{16,}$/,
];

/** Images with smaller sides, in pixels, are tracking pixels. */
const MIN_SIDE = 3;

/**
 * @param {URL} url
 * @param {HTMLImageElement} image
 */
export function isTracker({ hostname, pathname }, image) {
  const sides = ['width', 'height'].map((name) => image.getAttribute(name)).filter((side) => side !== null);
  return (
    HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`)) ||
    PATHS.some((path) => path.test(hostname + pathname)) ||
    (sides.length > 0 && sides.every((side) => Number(side) < MIN_SIDE))
  );
}
