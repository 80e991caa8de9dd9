/**
 * The page being read, kept through a reload where the browser allows it and has the room.
 */

const KEY = 'recto.read';

/**
 * @typedef {object} KeptRead
 * @property {number} id
 * @property {import('./sources.js').Source} source
 * @property {string | null} address
 */

/** @param {KeptRead} read */
export function keepRead(read) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(read));
  } catch {
    forgetRead();
  }
}

/** @returns {KeptRead | null} the page, if what is kept is one: other software may have written there */
export function keptRead() {
  try {
    const { id, source, address } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    const isSource = typeof source?.html === 'string' && typeof source.text === 'string';
    return isSource && Number.isSafeInteger(id) ? { id, source, address: typeof address === 'string' ? address : null } : null;
  } catch {
    return null;
  }
}

/** A page that does not fit must not leave the one before it in its place. */
function forgetRead() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Storage that refuses everything holds nothing either.
  }
}
