/**
 * What the reader has set for single sites: whether their articles open by themselves, and their theme. The images they
 * allow are kept where the site keeps them.
 */

/** @typedef {{ open?: boolean, theme?: string }} SiteSettings */

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
 * Private windows leave nothing behind, so nothing is changed from there.
 *
 * @param {string} host
 * @param {SiteSettings} change
 */
export async function changeSite(host, change) {
  if (chrome.extension.inIncognitoContext) return;
  const settings = { ...(await siteSettings(host)), ...change };
  if (settings.open || settings.theme) await chrome.storage.local.set({ [PREFIX + host]: settings });
  else await chrome.storage.local.remove(PREFIX + host);
}

/** @returns {Promise<Map<string, SiteSettings>>} every site that has settings, by its host */
export async function allSites() {
  const kept = Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.startsWith(PREFIX));
  return new Map(kept.map(([key, settings]) => [key.slice(PREFIX.length), /** @type {SiteSettings} */ (settings)]));
}

/**
 * What the browser has to be asked for, before a site's pages may be looked at without a click.
 *
 * @param {string} host
 */
export function originsOf(host) {
  return { origins: [host, `www.${host}`].flatMap((name) => [`http://${name}/*`, `https://${name}/*`]) };
}

/**
 * The pattern for one page's site. It has no port, as Firefox knows none there.
 *
 * @param {string} address
 */
export function originOf(address) {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** @param {string} address */
export function mayLookAt(address) {
  return chrome.permissions.contains({ origins: [originOf(address)] }).catch(() => false);
}

/**
 * A site as it is named to the reader and in the settings.
 *
 * @param {string | null | undefined} address
 */
export function hostOf(address) {
  const url = address ? URL.parse(address) : null;
  return url && /^https?:$/.test(url.protocol) ? url.hostname.replace(/^www\./, '') : null;
}
