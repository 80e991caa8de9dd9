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

/** @returns {KeptRead | null} */
export function keptRead() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
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
