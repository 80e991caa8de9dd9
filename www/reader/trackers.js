/**
 * Detects tracking pixels, which are never loaded, even with consent.
 */

import { TRACKER_HOSTS, TRACKER_PATHS } from './lexicon.js';

/** Images with smaller sides, in pixels, are tracking pixels. */
const MIN_SIDE = 3;

/**
 * @param {URL} url
 * @param {HTMLImageElement} image
 */
export function isTracker({ hostname, pathname }, image) {
  const sides = ['width', 'height'].map((name) => image.getAttribute(name)).filter((side) => side !== null);
  return (
    TRACKER_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`)) ||
    TRACKER_PATHS.some((path) => path.test(hostname + pathname)) ||
    (sides.length > 0 && sides.every((side) => Number(side) < MIN_SIDE))
  );
}
