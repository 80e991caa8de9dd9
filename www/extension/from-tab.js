/**
 * Takes over the page of a tab, or the selection in it. It comes in stretches, so that no message is too long for the
 * browser, the reader sees how far it is, and it can be cancelled.
 */

import { Failure } from '../errors.js';
import { locale, say } from '../reader/i18n.js';
import { letGo, serialise, stretch } from '../serialise.js';

/** In characters: few messages for most pages, none too long. */
const STRETCH = 2_000_000;

/**
 * @param {number} tabId
 * @param {'page' | 'selection'} part
 * @param {AbortSignal} signal
 * @param {(words: string) => void} tell
 * @returns {Promise<import('../sources.js').Source>}
 */
export async function fromTab(tabId, part, signal, tell) {
  const { length, url, type } = await ask(tabId, serialise, [part], signal);
  try {
    if (type === 'application/pdf') throw new Failure('IsPdf');
    if (part === 'selection' && length < 2) throw new Failure('NothingSelected');
    const html = await takeAll(tabId, length, signal, tell);
    return { html, text: html, url: /^https?:/.test(url) ? url : null, kind: part === 'selection' ? 'fragment' : 'page' };
  } finally {
    ask(tabId, letGo, []).catch(() => {});
  }
}

/**
 * @param {number} tabId
 * @param {number} length
 * @param {AbortSignal} signal
 * @param {(words: string) => void} tell
 */
async function takeAll(tabId, length, signal, tell) {
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  let html = '';
  while (html.length < length) {
    const next = await ask(tabId, stretch, [html.length, STRETCH], signal);
    if (!next) throw new Failure('TabGone');
    html += next;
    tell(say('busy.taking', { part: percent.format(html.length / length) }));
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
async function ask(tabId, func, args, signal) {
  signal?.throwIfAborted();
  const asked = chrome.scripting.executeScript({ target: { tabId }, func, args }).catch((thrown) => refusal(tabId, thrown));
  const [answer] = await Promise.race([asked, abortOf(signal)]);
  if (!answer) throw new Failure('NoAccess');
  return /** @type {R} */ (answer.result);
}

/**
 * The page may take its time to answer. Nobody waits for it who has cancelled.
 *
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<never>}
 */
function abortOf(signal) {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }));
}

/**
 * Why the browser keeps a page from extensions, as far as it lets itself be found out.
 *
 * @param {number} tabId
 * @param {unknown} thrown
 * @returns {Promise<never>}
 */
async function refusal(tabId, thrown) {
  const tab = await chrome.tabs.get(tabId).catch(() => null);
  if (!tab) throw new Failure('TabGone');
  const isFile = tab.url?.startsWith('file:') || /file:\/\//.test(String(thrown));
  throw new Failure(isFile ? 'NoFileAccess' : 'NoAccess');
}
