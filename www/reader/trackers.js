/**
 * Images that count readers rather than show them something. They are never loaded, whatever is allowed.
 */

/** Hosts that serve nothing else, with all that lie below them. */
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

/** Addresses on any host that are asked for in order to be counted. */
const PATHS = [
  /^www\.facebook\.com\/tr\b/,
  /^px\.ads\.linkedin\.com\//,
  /^ct\.pinterest\.com\//,
  /^t\.co\/i\/adsct/,
  /\/(?:matomo|piwik)\.php$/,
  /\/(?:__utm|pixel|beacon|1x1|spacer|clear|trans)\.gif$/,
  /\/(?:pixel|beacon|open|track)\/[^/]{16,}$/,
];

/** An image this small, in pixels, shows nothing. */
const SHOWS_NOTHING = 3;

/**
 * @param {URL} address
 * @param {HTMLImageElement} image
 */
export function isTracker({ hostname, pathname }, image) {
  const sides = ['width', 'height'].map((name) => image.getAttribute(name)).filter((side) => side !== null);
  return (
    HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`)) ||
    PATHS.some((path) => path.test(hostname + pathname)) ||
    (sides.length > 0 && sides.every((side) => Number(side) < SHOWS_NOTHING))
  );
}
