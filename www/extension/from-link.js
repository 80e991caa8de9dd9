/**
 * Fetches a linked page, where the user has granted permission for its site. Without credentials, so the site sees no
 * login.
 */

import { decodeText } from '../decode.js';
import { AppError } from '../errors.js';
import { fromText } from '../sources.js';
import { hasPermission } from './sites.js';

const MAX_BYTES = 64 * 1024 * 1024;

const TIMEOUT_MS = 30_000;

/**
 * @param {string} url
 * @param {AbortSignal} signal
 * @returns {Promise<import('../sources.js').Source>}
 */
export async function fromLink(url, signal) {
  if (!(await hasPermission(url))) throw new AppError('LinkPermissionDenied', { host: hostOf(url) });
  const page = await fetchPage(url, signal);
  return { ...fromText(page.html), kind: 'page', url: page.url };
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 * @returns {Promise<{ html: string, url: string }>} with the URL after redirects
 */
export async function fetchPage(url, signal) {
  const response = await fetch(url, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'force-cache',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  }).catch((thrown) => {
    signal.throwIfAborted();
    throw new AppError('LinkFailed', { host: hostOf(url), reason: String(thrown.message) });
  });
  if (!response.ok) throw new AppError('LinkFailed', { host: hostOf(url), reason: String(response.status) });
  if (!/html|^text\/plain/.test(response.headers.get('content-type') ?? 'text/html')) throw new AppError('LinkNotHtml');
  if (Number(response.headers.get('content-length')) > MAX_BYTES) throw new AppError('TooLarge');
  const encoding = /charset="?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1] ?? null;
  return { html: decodeText(new Uint8Array(await response.arrayBuffer()), encoding), url: response.url };
}

/** @param {string} url */
function hostOf(url) {
  return URL.parse(url)?.host ?? url;
}
