/**
 * Saves the page being read in session storage, so that it survives a reload. Storage may be denied or full.
 */

const KEY = 'recto.page';

/**
 * @typedef {object} SavedPage
 * @property {number} id
 * @property {import('./sources.js').Source} source
 * @property {string | null} url
 */

/** @param {SavedPage} page */
export function savePage(page) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(page));
  } catch {
    removePage();
  }
}

/** @returns {SavedPage | null} validated, as other software may have written to the storage */
export function loadPage() {
  try {
    const { id, source, url } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    const isSource = typeof source?.html === 'string' && typeof source.text === 'string';
    return isSource && Number.isSafeInteger(id) ? { id, source, url: typeof url === 'string' ? url : null } : null;
  } catch {
    return null;
  }
}

/** Where a page does not fit, the previous one must not come back in its place. */
function removePage() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Storage that is denied holds nothing.
  }
}
