/**
 * The page that this tab was opened to read, if any: from the bookmarklet or the share target, or from the extension.
 */

import { BOOKMARKLET_HASH, fromBookmarklet } from './bookmarklet.js';
import { fromShareTarget, SHARE_HASH } from './share-target.js';

/** @typedef {(signal: AbortSignal, onProgress: (text: string) => void) => Promise<import('./sources.js').Source>} SourceLoader */

/** @type {Record<string, SourceLoader>} */
const LOADERS = { [SHARE_HASH]: fromShareTarget, [BOOKMARKLET_HASH]: fromBookmarklet };

/** @type {() => SourceLoader | null} */
let source = () => LOADERS[location.hash] ?? null;

/** @returns {SourceLoader | null} */
export function launchSource() {
  return source();
}

/**
 * For the extension's page, which is opened with other parameters.
 *
 * @param {() => SourceLoader | null} replacement
 */
export function setLaunchSource(replacement) {
  source = replacement;
}
