/**
 * The page that this tab was opened to read, if any: from the bookmarklet or the share target. The extension's build
 * replaces this file by its own.
 */

import { BOOKMARKLET_HASH, fromBookmarklet } from './bookmarklet.js';
import { fromShareTarget, SHARE_HASH } from './share-target.js';

/** @typedef {(signal: AbortSignal, onProgress: (text: string) => void) => Promise<import('./sources.js').Source>} SourceLoader */

/** @type {Record<string, SourceLoader>} */
const LOADERS = { [SHARE_HASH]: fromShareTarget, [BOOKMARKLET_HASH]: fromBookmarklet };

/** @returns {SourceLoader | null} */
export function launchSource() {
  return LOADERS[location.hash] ?? null;
}
