/**
 * Turns whatever users paste, drop, open or type into a Source.
 */

import { binaryFileType, decodeText } from './decode.js';
import { AppError } from './errors.js';
import { isMhtml, readMainPage } from './mhtml.js';
import { t } from './reader/i18n.js';

/**
 * @typedef {object} Source
 * @property {string} html the page to extract from
 * @property {string} text the content of the source box: the same, except for plain text
 * @property {string | null} url the page's URL, where the source contains it
 * @property {'page' | 'fragment' | 'wholePage'} kind a page, a selection from one, or HTML that is shown without extraction
 */

/**
 * The part of DataTransfer that is used here.
 *
 * @typedef {{ getData(type: string): string, files: ArrayLike<File> }} Transfer
 */

/** A saved page with embedded images may be large; above this size a tab could run out of memory. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** The `accept` attribute of the file picker. */
export const FILE_TYPES = '.html,.htm,.xhtml,.xht,.mhtml,.mht,.txt,text/html';

/**
 * What a paste or drop may contain, in order of preference. Page source is preferred to rich text, because editors and
 * "view source" windows copy both, and their rich text is the source with syntax highlighting.
 *
 * @type {readonly { name: string, load(transfer: Transfer): Source | Promise<Source> | null }[]}
 */
const TRANSFER_FORMATS = [
  { name: 'saved page', load: ({ files }) => loadFile(Array.from(files).find(isPageFile)) },
  { name: 'URL', load: (transfer) => rejectUrlOnly(transfer.getData('text/plain')) },
  { name: 'page source', load: (transfer) => loadPageSource(transfer.getData('text/plain')) },
  { name: 'rich text', load: (transfer) => loadRichText(transfer.getData('text/html')) },
  { name: 'plain text', load: (transfer) => loadPlainText(transfer.getData('text/plain')) },
  { name: 'other file', load: ({ files }) => loadFile(files[0]) },
];

/**
 * @param {Transfer} transfer readable only during its event, so everything but files is read synchronously
 * @returns {Promise<Source>}
 */
export async function fromTransfer(transfer) {
  for (const format of TRANSFER_FORMATS) {
    const source = format.load(transfer);
    if (source) return source;
  }
  throw new AppError('EmptyInput');
}

/**
 * Reads the clipboard through the asynchronous API, for devices without a keyboard.
 *
 * @returns {Promise<Source>}
 */
export async function fromClipboard() {
  if (!navigator.clipboard?.read) throw new AppError('ClipboardUnsupported');
  /** @type {Map<string, string>} */
  const data = new Map();
  try {
    for (const item of await navigator.clipboard.read()) {
      for (const type of item.types.filter((name) => name.startsWith('text/'))) {
        data.set(type, await (await item.getType(type)).text());
      }
    }
  } catch {
    throw new AppError('ClipboardDenied');
  }
  return fromTransfer({ getData: (type) => data.get(type) ?? '', files: [] });
}

/**
 * @param {File} file
 * @returns {Promise<Source>}
 */
export async function fromFile(file) {
  if (file.size > MAX_FILE_BYTES) throw new AppError('TooLarge');
  const bytes = await readBytes(file);
  const type = binaryFileType(bytes);
  if (type) throw new AppError('NotAWebPage', { file: file.name, type: t(type) });
  if (!isMhtml(bytes)) return fromText(decodeText(bytes));
  const page = await readMainPage(bytes).catch(() => null);
  if (!page) throw new AppError('NotAWebPage', { file: file.name, type: t('fileType.emptyArchive') });
  return { ...fromText(page.html), url: parseUserUrl(page.url ?? '') };
}

/**
 * Typed or pasted text: page source if it contains tags, else plain text.
 *
 * @param {string} text
 * @returns {Source}
 */
export function fromText(text) {
  if (!text.trim()) throw new AppError('EmptyInput');
  if (!HAS_TAGS.test(text)) {
    rejectUrlOnly(text);
    return { html: plainTextToHtml(text), text, url: null, kind: 'wholePage' };
  }
  return fromHtml(text);
}

/**
 * The sample page that is part of the site.
 *
 * @returns {Promise<Source>}
 */
export async function fromSample() {
  const url = new URL('./sample/page.html', import.meta.url);
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) throw new AppError('LoadFailed');
  return { ...fromText(await response.text()), url: url.href };
}

/**
 * An http(s) URL as users type it, with or without its scheme.
 *
 * @param {string} typed
 * @returns {string | null}
 */
export function parseUserUrl(typed) {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  return text && url && /^https?:$/.test(url.protocol) && /[.:]|^localhost$/.test(url.hostname) ? url.href : null;
}

/** Tags that distinguish page source from plain text. No pattern here can backtrack far, as the input may be hostile. */
const HAS_TAGS =
  /<(?:!doctype|html|head|title|meta|body|main|article|section|header|footer|nav|div|span|p|br|hr|h[1-6]|ul|ol|li|dl|table|tr|td|blockquote|pre|code|figure|img|a|b|i|em|strong)[\s/>]/i;

const FIRST_TAG = /^<(?:!doctype\s+html|html|head|body|article|main|section|div|table|p|h[1-6])\b/i;

const PAGE_TAGS = /<(?:!doctype\s+html|html|head|body)\b/i;

/** On Windows a copied selection comes wrapped in the tags of a page, with a comment where the selection starts. */
const FRAGMENT_COMMENT = /^[^]{0,1000}<!--StartFragment-->/;

const URL_ONLY = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i;

/**
 * @param {string} html
 * @returns {Source}
 */
function fromHtml(html) {
  const isPage = PAGE_TAGS.test(html) && !FRAGMENT_COMMENT.test(html);
  return { html, text: html, url: savedFromUrl(html), kind: isPage ? 'page' : 'fragment' };
}

/** @param {string} text */
function loadPageSource(text) {
  return FIRST_TAG.test(skipProlog(text)) ? fromText(text) : null;
}

/**
 * The text from its first tag on, after any comments and XML declaration.
 *
 * @param {string} text
 */
function skipProlog(text) {
  let rest = text.trimStart();
  for (;;) {
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : null;
    const index = end ? rest.indexOf(end) : -1;
    if (!end || index < 0) return rest;
    rest = rest.slice(index + end.length).trimStart();
  }
}

/** @param {string} html */
function loadRichText(html) {
  return html.trim() ? fromHtml(html) : null;
}

/** @param {string} text */
function loadPlainText(text) {
  return text.trim() ? fromText(text) : null;
}

/** @param {File | undefined} file */
function loadFile(file) {
  return file ? fromFile(file) : null;
}

/**
 * @param {string} text
 * @returns {null}
 */
function rejectUrlOnly(text) {
  if (URL_ONLY.test(text)) throw new AppError('UrlOnly', { url: text.trim() });
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
    throw new AppError('FileUnreadable', { file: file.name });
  }
}

/**
 * The URL that browsers and SingleFile write into a saved page as a comment.
 *
 * @param {string} html
 */
function savedFromUrl(html) {
  for (const [, comment = ''] of html.slice(0, 10_000).matchAll(/<!--([^]*?)-->/g)) {
    const match = /^\s*saved from url=\(\d+\)(\S+)/.exec(comment) ?? (comment.includes('SingleFile') ? /\burl: (\S+)/.exec(comment) : null);
    if (match?.[1]) return parseUserUrl(match[1]);
  }
  return null;
}

/**
 * Plain text as a page of paragraphs, built from nodes so that nothing in it is parsed as HTML.
 *
 * @param {string} text
 */
function plainTextToHtml(text) {
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
