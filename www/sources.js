/**
 * The ways in: whatever people paste, drop, open or type becomes a Source.
 */

import { binaryKind, decodeText } from './decode.js';
import { Failure } from './errors.js';
import { isArchive, mainPage } from './mhtml.js';
import { say } from './reader/i18n.js';

/**
 * @typedef {object} Source
 * @property {string} html what is read
 * @property {string} text what the source box holds: the same, except for plain text
 * @property {string | null} url the page's address, where the source tells it
 * @property {'page' | 'fragment' | 'whole'} kind a page, a selection out of one, or something to be kept whole
 */

/**
 * The part of DataTransfer that a source needs.
 *
 * @typedef {{ getData(type: string): string, files: ArrayLike<File> }} Transfer
 */

/** A saved page with its images inside may be large. Past this a tab could run out of memory. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** The file names the browser offers to open. */
export const FILE_TYPES = '.html,.htm,.xhtml,.xht,.mhtml,.mht,.txt,text/html';

/**
 * What a paste or a drop may carry, best first. Page source goes before rich text because editors and "view
 * source" windows put both on the clipboard, and their rich text is only a coloured picture of the source.
 *
 * @type {readonly { name: string, take(transfer: Transfer): Source | Promise<Source> | null }[]}
 */
const WAYS_IN = [
  { name: 'saved page', take: ({ files }) => takeFile(Array.from(files).find(isPageFile)) },
  { name: 'address', take: (transfer) => refuseAddress(transfer.getData('text/plain')) },
  { name: 'page source', take: (transfer) => takeSource(transfer.getData('text/plain')) },
  { name: 'rich text', take: (transfer) => takeRichText(transfer.getData('text/html')) },
  { name: 'plain text', take: (transfer) => takePlainText(transfer.getData('text/plain')) },
  { name: 'other file', take: ({ files }) => takeFile(files[0]) },
];

/**
 * @param {Transfer} transfer only readable during its event, so everything but files is taken before this returns
 * @returns {Promise<Source>}
 */
export async function fromTransfer(transfer) {
  for (const way of WAYS_IN) {
    const source = way.take(transfer);
    if (source) return source;
  }
  throw new Failure('Empty');
}

/**
 * The clipboard through its button, for devices without a paste key.
 *
 * @returns {Promise<Source>}
 */
export async function fromClipboard() {
  if (!navigator.clipboard?.read) throw new Failure('ClipboardMissing');
  /** @type {Map<string, string>} */
  const data = new Map();
  try {
    for (const item of await navigator.clipboard.read()) {
      for (const type of item.types.filter((name) => name.startsWith('text/'))) {
        data.set(type, await (await item.getType(type)).text());
      }
    }
  } catch {
    throw new Failure('ClipboardDenied');
  }
  return fromTransfer({ getData: (type) => data.get(type) ?? '', files: [] });
}

/**
 * @param {File} file
 * @returns {Promise<Source>}
 */
export async function fromFile(file) {
  if (file.size > MAX_FILE_BYTES) throw new Failure('TooLarge');
  const bytes = await readBytes(file);
  const binary = binaryKind(bytes);
  if (binary) throw new Failure('NotAPage', { file: file.name, what: say(binary) });
  if (!isArchive(bytes)) return fromText(decodeText(bytes));
  const page = await mainPage(bytes).catch(() => null);
  if (!page) throw new Failure('NotAPage', { file: file.name, what: say('kind.emptyArchive') });
  return { ...fromText(page.html), url: webAddress(page.url ?? '') };
}

/**
 * Typed or pasted text: page source if it has tags, else plain text.
 *
 * @param {string} text
 * @returns {Source}
 */
export function fromText(text) {
  if (!text.trim()) throw new Failure('Empty');
  if (!HAS_TAGS.test(text)) {
    refuseAddress(text);
    return { html: plainTextAsHtml(text), text, url: null, kind: 'whole' };
  }
  return fromHtml(text);
}

/**
 * The sample that comes with the site.
 *
 * @returns {Promise<Source>}
 */
export async function fromSample() {
  const address = new URL('./sample/page.html', import.meta.url);
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) throw new Failure('LoadFailed');
  return { ...fromText(await response.text()), url: address.href };
}

/**
 * A web address as people type it, made whole.
 *
 * @param {string} typed
 * @returns {string | null}
 */
export function webAddress(typed) {
  const text = typed.trim();
  const address = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  return text && address && /^https?:$/.test(address.protocol) && /[.:]|^localhost$/.test(address.hostname) ? address.href : null;
}

/** The tags that tell source from prose. Like every pattern here it never looks far ahead: sources may be hostile. */
const HAS_TAGS =
  /<(?:!doctype|html|head|title|meta|body|main|article|section|header|footer|nav|div|span|p|br|hr|h[1-6]|ul|ol|li|dl|table|tr|td|blockquote|pre|code|figure|img|a|b|i|em|strong)[\s/>]/i;

const FIRST_TAG = /^<(?:!doctype\s+html|html|head|body|article|main|section|div|table|p|h[1-6])\b/i;

const PAGE_TAGS = /<(?:!doctype\s+html|html|head|body)\b/i;

/** Windows wraps a copied selection in the tags of a page and marks where it starts. */
const SELECTION_MARK = /^[^]{0,1000}<!--StartFragment-->/;

const ONLY_AN_ADDRESS = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i;

/**
 * @param {string} html
 * @returns {Source}
 */
function fromHtml(html) {
  const isPage = PAGE_TAGS.test(html) && !SELECTION_MARK.test(html);
  return { html, text: html, url: savedAddress(html), kind: isPage ? 'page' : 'fragment' };
}

/** @param {string} text */
function takeSource(text) {
  return FIRST_TAG.test(withoutPrologue(text)) ? fromText(text) : null;
}

/**
 * The text from its first tag on, past comments and the XML declaration.
 *
 * @param {string} text
 */
function withoutPrologue(text) {
  let rest = text.trimStart();
  for (;;) {
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : null;
    const place = end ? rest.indexOf(end) : -1;
    if (!end || place < 0) return rest;
    rest = rest.slice(place + end.length).trimStart();
  }
}

/** @param {string} html */
function takeRichText(html) {
  return html.trim() ? fromHtml(html) : null;
}

/** @param {string} text */
function takePlainText(text) {
  return text.trim() ? fromText(text) : null;
}

/** @param {File | undefined} file */
function takeFile(file) {
  return file ? fromFile(file) : null;
}

/**
 * @param {string} text
 * @returns {null}
 */
function refuseAddress(text) {
  if (ONLY_AN_ADDRESS.test(text)) throw new Failure('AddressOnly', { address: text.trim() });
  return null;
}

/** @param {File} file */
function isPageFile(file) {
  return /\.(x?html?|xht|mht|mhtml)$/i.test(file.name) || /html|rfc822/.test(file.type);
}

/** @param {File} file */
async function readBytes(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Failure('Unreadable', { file: file.name });
  }
}

/**
 * Browsers and SingleFile note in a comment where they saved a page from.
 *
 * @param {string} html
 */
function savedAddress(html) {
  for (const [, comment = ''] of html.slice(0, 10_000).matchAll(/<!--([^]*?)-->/g)) {
    const note = /^\s*saved from url=\(\d+\)(\S+)/.exec(comment) ?? (comment.includes('SingleFile') ? /\burl: (\S+)/.exec(comment) : null);
    if (note?.[1]) return webAddress(note[1]);
  }
  return null;
}

/**
 * Plain text as a page of paragraphs, built from nodes so that nothing in it can act as a tag.
 *
 * @param {string} text
 */
function plainTextAsHtml(text) {
  const page = document.implementation.createHTMLDocument('');
  page.querySelector('title')?.remove();
  for (const paragraph of text.trim().split(/\r?\n\s*\n/)) {
    const p = page.createElement('p');
    for (const line of paragraph.split(/\r?\n/)) {
      if (p.hasChildNodes()) p.append(page.createElement('br'));
      p.append(line);
    }
    page.body.append(p);
  }
  return page.documentElement.outerHTML;
}
