/**
 * The settings of single sites: whether their articles open automatically, and their theme. Image consent is not here but
 * in reader/image-consent.js.
 */

/** @typedef {{ autoOpen?: boolean, theme?: string }} SiteSettings */

const PREFIX = 'site:';

/**
 * @param {string} host
 * @returns {Promise<SiteSettings>}
 */
export async function siteSettings(host) {
  const key = PREFIX + host;
  return /** @type {SiteSettings} */ ((await chrome.storage.local.get(key))[key] ?? {});
}

/**
 * Does nothing in private windows, which must not leave traces.
 *
 * @param {string} host
 * @param {SiteSettings} change
 */
export async function changeSite(host, change) {
  if (chrome.extension.inIncognitoContext) return;
  const settings = { ...(await siteSettings(host)), ...change };
  if (settings.autoOpen || settings.theme) await chrome.storage.local.set({ [PREFIX + host]: settings });
  else await chrome.storage.local.remove(PREFIX + host);
}

/** @returns {Promise<Map<string, SiteSettings>>} the settings of all sites, by host */
export async function allSites() {
  const entries = Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.startsWith(PREFIX));
  return new Map(entries.map(([key, settings]) => [key.slice(PREFIX.length), /** @type {SiteSettings} */ (settings)]));
}

/**
 * The permissions needed to read a site's pages without a click.
 *
 * @param {string} host
 */
export function originPatterns(host) {
  return { origins: [host, `www.${host}`].flatMap((name) => [`http://${name}/*`, `https://${name}/*`]) };
}

/**
 * The match pattern for a page's origin. Without the port, which Firefox does not support.
 *
 * @param {string} url
 */
export function originPattern(url) {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** @param {string} url */
export function hasPermission(url) {
  return chrome.permissions.contains({ origins: [originPattern(url)] }).catch(() => false);
}

/**
 * A site's name in the interface and in the settings: its host without `www.`.
 *
 * @param {string | null | undefined} url
 */
export function hostOf(url) {
  const parsed = url ? URL.parse(url) : null;
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.hostname.replace(/^www\./, '') : null;
}
