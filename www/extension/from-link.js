/**
 * Asks a page of its site, where the reader has allowed that. No cookies go with it: the site sees a stranger.
 */

import { Failure } from '../errors.js';
import { decodeText } from '../decode.js';
import { fromText } from '../sources.js';
import { mayLookAt } from './sites.js';

const LONGEST = 64 * 1024 * 1024;

const DEADLINE_MS = 30_000;

/**
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<import('../sources.js').Source>}
 */
export async function fromLink(address, signal) {
  if (!(await mayLookAt(address))) throw new Failure('LinkNotAllowed', { host: hostOf(address) });
  const { html, url } = await fetchPage(address, signal);
  return { ...fromText(html), kind: 'page', url };
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<{ html: string, url: string }>}
 */
export async function fetchPage(address, signal) {
  const response = await fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'force-cache',
    signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
  }).catch((thrown) => {
    signal.throwIfAborted();
    throw new Failure('LinkFailed', { host: hostOf(address), why: String(thrown.message) });
  });
  if (!response.ok) throw new Failure('LinkFailed', { host: hostOf(address), why: String(response.status) });
  if (!/html|^text\/plain/.test(response.headers.get('content-type') ?? 'text/html')) throw new Failure('LinkIsNoPage');
  if (Number(response.headers.get('content-length')) > LONGEST) throw new Failure('TooLarge');
  const encoding = /charset="?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1] ?? null;
  return { html: decodeText(new Uint8Array(await response.arrayBuffer()), encoding), url: response.url };
}

/** @param {string} address */
function hostOf(address) {
  return URL.parse(address)?.host ?? address;
}
