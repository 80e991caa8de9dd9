/**
 * Where the user allows images from other hosts: by default nowhere, else on listed sites or everywhere. Saved in local
 * storage where the browser allows it, else kept until the tab is closed.
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
 * @returns {'site' | 'everywhere' | null} the setting that allows images on the site, if any
 */
export function imagesAllowed(site) {
  if (consent.everywhere) return 'everywhere';
  return site !== null && consent.sites.includes(site) ? 'site' : null;
}

/** @param {string} site */
export function allowImagesOn(site) {
  save({ ...consent, sites: [...new Set([...consent.sites, site])] });
}

export function allowImagesEverywhere() {
  save({ ...consent, everywhere: true });
}

/**
 * Revokes the setting that allows images on a site.
 *
 * @param {string | null} site
 */
export function disallowImages(site) {
  if (consent.everywhere) save({ ...consent, everywhere: false });
  else if (site) disallowImagesOn(site);
}

/** @returns {readonly string[]} */
export function allowedImageSites() {
  return consent.sites;
}

/** @param {string} site */
export function disallowImagesOn(site) {
  save({ ...consent, sites: consent.sites.filter((name) => name !== site) });
}

/** @param {Consent} changed */
function save(changed) {
  consent = changed;
  try {
    localStorage.setItem(KEY, JSON.stringify(changed));
  } catch {
    // Kept for this tab only.
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
