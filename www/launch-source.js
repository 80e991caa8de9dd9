/**
 * What this page was opened to read, if anything. The extension has a file of its own in this one's place.
 */

import { BOOKMARK_PLACE, fromBookmark } from './bookmarklet.js';
import { fromShared, SHARED_PLACE } from './share-target.js';

/** @typedef {(signal: AbortSignal, tell: (words: string) => void) => Promise<import('./sources.js').Source>} Take */

/** @type {Record<string, Take>} */
const PLACES = { [SHARED_PLACE]: fromShared, [BOOKMARK_PLACE]: fromBookmark };

/** @returns {Take | null} */
export function offered() {
  return PLACES[location.hash] ?? null;
}
