/**
 * Transfers the page of a tab, or the selection in it. In chunks, because the size of a message is limited, and so that
 * progress can be shown and the transfer cancelled.
 */

import { AppError } from '../errors.js';
import { locale, t } from '../reader/i18n.js';
import { readChunk, release, serialise } from '../serialise.js';

/** In characters: most pages need a single message, and none is too long. */
const CHUNK_LENGTH = 2_000_000;

/**
 * @param {number} tabId
 * @param {'page' | 'selection'} part
 * @param {AbortSignal} signal
 * @param {(text: string) => void} onProgress
 * @returns {Promise<import('../sources.js').Source>}
 */
export async function fromTab(tabId, part, signal, onProgress) {
  const { length, url, type } = await runInTab(tabId, serialise, [part], signal);
  try {
    if (type === 'application/pdf') throw new AppError('PdfUnsupported');
    if (part === 'selection' && length < 2) throw new AppError('NoSelection');
    const html = await readAll(tabId, length, signal, onProgress);
    return { html, text: html, url: /^https?:/.test(url) ? url : null, kind: part === 'selection' ? 'fragment' : 'page' };
  } finally {
    runInTab(tabId, release, []).catch(() => {});
  }
}

/**
 * @param {number} tabId
 * @param {number} length
 * @param {AbortSignal} signal
 * @param {(text: string) => void} onProgress
 */
async function readAll(tabId, length, signal, onProgress) {
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  let html = '';
  while (html.length < length) {
    const chunk = await runInTab(tabId, readChunk, [html.length, CHUNK_LENGTH], signal);
    if (!chunk) throw new AppError('TabClosed');
    html += chunk;
    onProgress(t('progress.transferring', { percent: percent.format(html.length / length) }));
  }
  return html;
}

/**
 * Runs a function in the tab's page.
 *
 * @template {unknown[]} A
 * @template R
 * @param {number} tabId
 * @param {(...values: A) => R} func
 * @param {A} args
 * @param {AbortSignal} [signal]
 * @returns {Promise<R>}
 */
async function runInTab(tabId, func, args, signal) {
  signal?.throwIfAborted();
  const execution = chrome.scripting.executeScript({ target: { tabId }, func, args }).catch((thrown) => throwAccessError(tabId, thrown));
  const [result] = await Promise.race([execution, rejectOnAbort(signal)]);
  if (!result) throw new AppError('PageAccessDenied');
  return /** @type {R} */ (result.result);
}

/**
 * A busy page may answer late, and `executeScript` takes no signal.
 *
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<never>}
 */
function rejectOnAbort(signal) {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }));
}

/**
 * Browsers do not say why a script may not run in a page, so the reason is inferred.
 *
 * @param {number} tabId
 * @param {unknown} thrown
 * @returns {Promise<never>}
 */
async function throwAccessError(tabId, thrown) {
  const tab = await chrome.tabs.get(tabId).catch(() => null);
  if (!tab) throw new AppError('TabClosed');
  const isFile = tab.url?.startsWith('file:') || /file:\/\//.test(String(thrown));
  throw new AppError(isFile ? 'FileAccessDenied' : 'PageAccessDenied');
}
