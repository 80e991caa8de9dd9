/**
 * Web archives (.mhtml, .mht): a page and its parts as one MIME message, as browsers save it.
 */

import { bytesAsText, decodeText } from './decode.js';

/** How much of a file is looked at to tell an archive from a page. */
const HEAD_BYTES = 8192;

/** Parts within parts: a mail may have three levels, no saved page has more than this. */
const MAX_NESTING = 8;

/** Parts in all: a page with more pictures than this is not known, and opening millions of empty ones takes minutes. */
const MAX_PARTS = 10_000;

/**
 * @param {Uint8Array} bytes
 * @returns {boolean}
 */
export function isArchive(bytes) {
  const head = bytesAsText(bytes.subarray(0, HEAD_BYTES));
  const headers = head.slice(0, Math.max(0, head.search(/\r?\n\r?\n/)));
  return /^MIME-Version:/im.test(headers) && /^Content-Type:\s*(multipart\/|text\/html)/im.test(headers);
}

/**
 * The archive's main page: its first HTML part.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<{ html: string, url: string | null } | null>}
 */
export async function mainPage(bytes) {
  const { default: PostalMime } = await import('./vendor/postal-mime/postal-mime.js');
  const whole = await readHeaders(bytes, PostalMime);
  const page = await firstHtmlPart(bytes, whole, PostalMime, { levels: MAX_NESTING, parts: MAX_PARTS });
  if (!page) return null;
  return { html: page.html, url: whole['snapshot-content-location'] ?? page.url ?? whole['content-location'] ?? null };
}

/**
 * @typedef {typeof import('postal-mime').default} Parser
 * @typedef {Record<string, string | undefined>} Headers
 */

/**
 * A part of a message is a message itself, so an archive is opened by taking parts apart until one is a page.
 * The parser would read the archive whole too, but runs the pages of its frames together with the main one.
 *
 * @param {Uint8Array} message
 * @param {Headers} headers
 * @param {Parser} parser
 * @param {{ levels: number, parts: number }} left how much more to open
 * @returns {Promise<{ html: string, url: string | undefined } | null>}
 */
async function firstHtmlPart(message, headers, parser, left) {
  const type = headers['content-type'] ?? '';
  if (/^\s*(text\/html|application\/xhtml\+xml)/i.test(type)) {
    const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1];
    return { html: decodeText(await readBody(message, parser), charset), url: headers['content-location'] };
  }
  if (left.levels === 0) return null;
  left.levels--;
  for (const part of parts(message, /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type))) {
    if (left.parts-- <= 0) break;
    const page = await firstHtmlPart(part, await readHeaders(part, parser), parser, left);
    if (page) return page;
  }
  left.levels++;
  return null;
}

/**
 * @param {Uint8Array} message
 * @param {RegExpExecArray | null} boundary
 * @returns {Generator<Uint8Array>}
 */
function* parts(message, boundary) {
  if (!boundary) return;
  const delimiter = `--${boundary[1] ?? boundary[2]}`;
  const text = bytesAsText(message);
  let start = text.indexOf(delimiter);
  while (start >= 0) {
    const body = text.indexOf('\n', start) + 1;
    const end = text.indexOf(`\n${delimiter}`, start);
    if (body === 0) return;
    yield message.subarray(body, end < 0 ? undefined : end);
    start = end < 0 ? -1 : end + 1;
  }
}

/**
 * @param {Uint8Array} message
 * @param {Parser} parser
 * @returns {Promise<Headers>}
 */
async function readHeaders(message, parser) {
  const head = bytesAsText(message.subarray(0, HEAD_BYTES));
  const end = head.search(/\r?\n\r?\n/);
  const { headers } = await parser.parse(message.slice(0, end < 0 ? HEAD_BYTES : end));
  return Object.fromEntries(headers.map(({ key, value }) => [key, value]));
}

/**
 * The part's bytes with its transfer encoding undone. Called an attachment, a part is handed over as it is; read
 * as text it would be taken for UTF-8, but the encoding is often told only inside the page.
 *
 * @param {Uint8Array} message
 * @param {Parser} parser
 * @returns {Promise<Uint8Array>}
 */
async function readBody(message, parser) {
  const asAttachment = new Blob(['Content-Disposition: attachment\r\n', new Uint8Array(message)]);
  const { attachments } = await parser.parse(await asAttachment.arrayBuffer());
  return new Uint8Array(/** @type {ArrayBuffer} */ (attachments[0]?.content));
}
