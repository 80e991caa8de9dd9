/**
 * What this page was opened to read, if anything. The extension has a file of its own in this one's place.
 */

import { fromShared, SHARED_PLACE } from './shared.js';

/** @typedef {(signal: AbortSignal, tell: (words: string) => void) => Promise<import('./sources.js').Source>} Take */

/** @returns {Take | null} */
export function offered() {
  return location.hash === SHARED_PLACE ? fromShared : null;
}
