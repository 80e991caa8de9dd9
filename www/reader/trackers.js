/**
 * Images that count readers rather than show them something. They are never loaded, whatever is allowed.
 */

import { TRACKER_HOSTS, TRACKER_PATHS } from './lexicon.js';

/** An image this small, in pixels, shows nothing. */
const SHOWS_NOTHING = 3;

/**
 * @param {URL} address
 * @param {HTMLImageElement} image
 */
export function isTracker({ hostname, pathname }, image) {
  const sides = ['width', 'height'].map((name) => image.getAttribute(name)).filter((side) => side !== null);
  return (
    TRACKER_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`)) ||
    TRACKER_PATHS.some((path) => path.test(hostname + pathname)) ||
    (sides.length > 0 && sides.every((side) => Number(side) < SHOWS_NOTHING))
  );
}
