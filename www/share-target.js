/**
 * What comes from outside the page where the site is installed: shared by another program, or opened from a folder.
 * The service worker keeps what was shared, so it is never part of an address.
 */

import { Failure } from './errors.js';
import { fromFile, fromTransfer, webAddress } from './sources.js';

/** @typedef {import('./sources.js').Source} Source */

export const SHARED_PLACE = '#shared';

const SHARED = 'recto-shared';

/** @returns {Promise<Source>} */
export async function fromShared() {
  const form = await takeForm();
  if (!form) throw new Failure('Empty');
  const text = textOf(form, 'text');
  const address = textOf(form, 'url');
  const files = form.getAll('page').filter((value) => value instanceof File && value.size > 0);
  const source = await fromTransfer({
    getData: (type) => (type === 'text/plain' ? text || address : ''),
    files: /** @type {File[]} */ (files),
  });
  return { ...source, url: source.url ?? webAddress(address) };
}

/**
 * Calls back with each file that the system opens with this site.
 *
 * @param {(take: () => Promise<Source>) => void} read
 */
export function listenForFiles(read) {
  const { launchQueue } = /** @type {{ launchQueue?: { setConsumer(consumer: (params: { files: FileSystemFileHandle[] }) => void): void } }} */ (/** @type {unknown} */ (globalThis));
  launchQueue?.setConsumer(({ files: [handle] }) => {
    if (handle) read(async () => fromFile(await handle.getFile()));
  });
}

/** What was shared is taken once. */
async function takeForm() {
  const cache = await caches.open(SHARED);
  const kept = await cache.match(new URL('shared', new URL('./', import.meta.url)));
  await caches.delete(SHARED);
  return kept ? kept.formData() : null;
}

/**
 * @param {FormData} form
 * @param {string} name
 */
function textOf(form, name) {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
