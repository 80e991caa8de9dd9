/**
 * Where the reader allows images: nowhere at first, on sites they name, or everywhere. Kept on this device where the
 * browser allows that, else until the tab is closed.
 */

const KEY = 'recto.images';

/** @typedef {{ everywhere: boolean, sites: string[] }} Consent */

/** @type {Consent} */
let consent = load();

addEventListener('storage', ({ key }) => {
  if (key === KEY) consent = load();
});

/**
 * @param {string | null} site
 * @returns {'site' | 'everywhere' | null} what allows images there
 */
export function imagesAllowed(site) {
  if (consent.everywhere) return 'everywhere';
  return site !== null && consent.sites.includes(site) ? 'site' : null;
}

/** @param {string} site */
export function allowImagesOn(site) {
  keep({ ...consent, sites: [...new Set([...consent.sites, site])] });
}

export function allowImagesEverywhere() {
  keep({ ...consent, everywhere: true });
}

/**
 * Takes back what allows images on a site.
 *
 * @param {string | null} site
 */
export function disallowImages(site) {
  if (consent.everywhere) keep({ ...consent, everywhere: false });
  else if (site) disallowImagesOn(site);
}

/** @returns {readonly string[]} */
export function allowedImageSites() {
  return consent.sites;
}

/** @param {string} site */
export function disallowImagesOn(site) {
  keep({ ...consent, sites: consent.sites.filter((name) => name !== site) });
}

/** @param {Consent} changed */
function keep(changed) {
  consent = changed;
  try {
    localStorage.setItem(KEY, JSON.stringify(changed));
  } catch {
    // It holds for this tab.
  }
}

/** @returns {Consent} */
function load() {
  try {
    const { everywhere, sites } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const names = Array.isArray(sites) ? sites.filter((site) => typeof site === 'string') : [];
    return { everywhere: everywhere === true, sites: names };
  } catch {
    return { everywhere: false, sites: [] };
  }
}
