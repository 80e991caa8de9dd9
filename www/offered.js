/**
 * What this page was opened to read, if anything.
 */

import { BOOKMARK_PLACE, fromBookmark } from './bookmark.js';
import { fromShared, SHARED_PLACE } from './shared.js';

/** @typedef {(signal: AbortSignal, tell: (words: string) => void) => Promise<import('./sources.js').Source>} Take */

/** @type {Record<string, Take>} */
const PLACES = { [SHARED_PLACE]: fromShared, [BOOKMARK_PLACE]: fromBookmark };

/** @type {() => Take | null} */
let source = () => PLACES[location.hash] ?? null;

/** @returns {Take | null} */
export function offered() {
  return source();
}

/**
 * In the extension, its own module says it.
 *
 * @param {() => Take | null} other
 */
export function offeredBy(other) {
  source = other;
}
