/**
 * Pages that reach the installed site from other programs: through its share target or as files opened with it. The
 * service worker stores what was shared, so that it never appears in a URL.
 */

import { AppError } from './errors.js';
import { fromFile, fromTransfer, parseUserUrl } from './sources.js';

/** @typedef {import('./sources.js').Source} Source */

export const SHARE_HASH = '#shared';

const SHARE_CACHE = 'recto-shared';

/** @returns {Promise<Source>} */
export async function fromShareTarget() {
  const form = await takeSharedForm();
  if (!form) throw new AppError('EmptyInput');
  const text = textField(form, 'text');
  const url = textField(form, 'url');
  const files = form.getAll('page').filter((value) => value instanceof File && value.size > 0);
  const source = await fromTransfer({
    getData: (type) => (type === 'text/plain' ? text || url : ''),
    files: /** @type {File[]} */ (files),
  });
  return { ...source, url: source.url ?? parseUserUrl(url) };
}

/**
 * Reads each file that the system opens with this site.
 *
 * @param {(load: () => Promise<Source>) => void} read
 */
export function handleLaunchFiles(read) {
  const { launchQueue } = /** @type {{ launchQueue?: { setConsumer(consumer: (params: { files: FileSystemFileHandle[] }) => void): void } }} */ (/** @type {unknown} */ (globalThis));
  launchQueue?.setConsumer(({ files: [handle] }) => {
    if (handle) read(async () => fromFile(await handle.getFile()));
  });
}

/** Deletes what was shared once it is read. */
async function takeSharedForm() {
  const cache = await caches.open(SHARE_CACHE);
  const response = await cache.match(new URL('shared', new URL('./', import.meta.url)));
  await caches.delete(SHARE_CACHE);
  return response ? response.formData() : null;
}

/**
 * @param {FormData} form
 * @param {string} name
 */
function textField(form, name) {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
