/**
 * Web archives (.mhtml, .mht): a page and its resources as one MIME message, as browsers save it.
 */

import { decodeText, toBinaryString } from './decode.js';

/** How much of a file is searched for the headers of an archive. */
const HEAD_BYTES = 8192;

/** Mails may nest three levels; no browser saves a page with more than this. */
const MAX_NESTING = 8;

/** No known page has as many resources, and parsing millions of empty parts takes minutes. */
const MAX_PARTS = 10_000;

/**
 * @param {Uint8Array} bytes
 * @returns {boolean}
 */
export function isMhtml(bytes) {
  const head = toBinaryString(bytes.subarray(0, HEAD_BYTES));
  const headers = head.slice(0, Math.max(0, head.search(/\r?\n\r?\n/)));
  return /^MIME-Version:/im.test(headers) && /^Content-Type:\s*(multipart\/|text\/html)/im.test(headers);
}

/**
 * The archive's main page, which is its first HTML part.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<{ html: string, url: string | null } | null>}
 */
export async function readMainPage(bytes) {
  const { default: PostalMime } = await import('./vendor/postal-mime/postal-mime.js');
  const headers = await readHeaders(bytes, PostalMime);
  const page = await firstHtmlPart(bytes, headers, PostalMime, { levels: MAX_NESTING, parts: MAX_PARTS });
  if (!page) return null;
  return { html: page.html, url: headers['snapshot-content-location'] ?? page.url ?? headers['content-location'] ?? null };
}

/**
 * @typedef {typeof import('postal-mime').default} Parser
 * @typedef {Record<string, string | undefined>} Headers
 */

/**
 * A part of a message is itself a message, so parts are opened until one is HTML. The parser could read the whole archive
 * at once, but it joins the HTML of the page's frames to that of the page.
 *
 * @param {Uint8Array} message
 * @param {Headers} headers
 * @param {Parser} parser
 * @param {{ levels: number, parts: number }} budget how much more may be opened
 * @returns {Promise<{ html: string, url: string | undefined } | null>}
 */
async function firstHtmlPart(message, headers, parser, budget) {
  const type = headers['content-type'] ?? '';
  if (/^\s*(text\/html|application\/xhtml\+xml)/i.test(type)) {
    const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1];
    return { html: decodeText(await readBody(message, parser), charset), url: headers['content-location'] };
  }
  if (budget.levels === 0) return null;
  budget.levels--;
  for (const part of parts(message, /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type))) {
    if (budget.parts-- <= 0) break;
    const page = await firstHtmlPart(part, await readHeaders(part, parser), parser, budget);
    if (page) return page;
  }
  budget.levels++;
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
  const text = toBinaryString(message);
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
  const head = toBinaryString(message.subarray(0, HEAD_BYTES));
  const end = head.search(/\r?\n\r?\n/);
  const { headers } = await parser.parse(message.slice(0, end < 0 ? HEAD_BYTES : end));
  return Object.fromEntries(headers.map(({ key, value }) => [key, value]));
}

/**
 * The part's bytes with its transfer encoding decoded. The part is declared an attachment, because the parser would decode
 * a text part as UTF-8, while the encoding may be declared inside the page only.
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
