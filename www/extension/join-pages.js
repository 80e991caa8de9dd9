/**
 * Joins the pages of an article into one. Blocks that repeat those of earlier pages are removed, and each page starts with
 * a link to it. A page that cannot be loaded is left out.
 */

import { extractContents } from '../reader/element.js';
import { t } from '../reader/i18n.js';
import { inertDocument } from '../reader/inert.js';
import { fetchPage } from './from-link.js';
import { findPages, guessNext } from './next-page.js';

/** @typedef {import('../worker.js').Article} Article */

/** Longer sequences are archives rather than articles. */
const MAX_PAGES = 20;

/** In characters. Shorter blocks may repeat within an article. */
const MIN_REPEATED_LENGTH = 25;

/**
 * @typedef {object} Part
 * @property {number} number
 * @property {string} url
 * @property {Article | null} article null if the page could not be loaded
 */

/**
 * @param {object} first
 * @param {Article} first.article
 * @param {string} first.html
 * @param {string} first.url
 * @param {object} options
 * @param {import('../worker.js').Reader} options.reader
 * @param {AbortSignal} options.signal
 * @param {(page: number) => void} options.onProgress
 * @returns {Promise<{ article: Article, joined: number, failed: number[] }>}
 */
export async function joinPages({ article, html, url }, { reader, signal, onProgress }) {
  const { number: start, known } = findPages(html, url);
  const load = async (/** @type {string} */ pageUrl) => {
    const page = await fetchPage(pageUrl, signal);
    for (const [number, found] of findPages(page.html, page.url).known) if (!known.has(number)) known.set(number, found);
    return reader.extract(page.html, { url: page.url, signal });
  };

  /** @type {Part[]} */
  const parts = [{ number: start, url, article }];
  for (let number = start + 1; parts.length < MAX_PAGES; number++) {
    const last = /** @type {Part} */ (parts.at(-1));
    const pageUrl = known.get(number) ?? (last.article ? null : guessNext(last.url, number - 1));
    if (!pageUrl) break;
    onProgress(number);
    const loaded = await load(pageUrl).catch((thrown) => {
      signal.throwIfAborted();
      console.warn(`Page ${number} is left out: ${thrown.message}`);
      return null;
    });
    // Some sites answer requests beyond the last page with the first.
    if (loaded && parts.some((part) => part.article?.text === loaded.text)) break;
    if (!loaded && !known.has(number)) break;
    parts.push({ number, url: pageUrl, article: loaded });
  }
  const whole = await reader.extract(joinedHtml(parts), { url, wholePage: true, signal });
  const { content, text, markdown, headings, images, wordCount, readingMinutes } = whole;
  return {
    article: { ...article, content, text, markdown, headings, images, wordCount, readingMinutes },
    joined: parts.filter((part) => part.article).length,
    failed: parts.filter((part) => !part.article).map((part) => part.number),
  };
}

/**
 * One HTML page with all parts. The core extracts from it, so that all formats of the article have the same content.
 *
 * @param {Part[]} parts
 */
function joinedHtml(parts) {
  const page = document.implementation.createHTMLDocument(parts[0]?.article?.title ?? '');
  const body = page.body.appendChild(page.createElement('main')).appendChild(page.createElement('article'));
  /** @type {Set<string>} */
  const seen = new Set();
  for (const [index, { number, url, article }] of parts.entries()) {
    if (index > 0) body.append(page.createElement('hr'), pageLink(page, number, url, article !== null));
    const content = inertDocument(article?.content ?? '').body;
    removeRepeated(content, seen);
    body.append(extractContents(content));
  }
  return page.documentElement.outerHTML;
}

/**
 * @param {Document} page
 * @param {number} number
 * @param {string} url
 * @param {boolean} isLoaded
 */
function pageLink(page, number, url, isLoaded) {
  const [paragraph, link] = [page.createElement('p'), page.createElement('a')];
  link.href = url;
  link.textContent = isLoaded ? t('multiPage.page', { number }) : t('multiPage.pageFailed', { number });
  paragraph.append(link);
  return paragraph;
}

/**
 * @param {HTMLElement} content
 * @param {Set<string>} seen the blocks of earlier pages
 */
function removeRepeated(content, seen) {
  /** @type {Set<string>} */
  const own = new Set();
  for (const block of [...content.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6, figure, blockquote, pre, table')]) {
    const text = block.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const key = block.localName === 'figure' ? (block.querySelector('img')?.getAttribute('src') ?? text) : text;
    if (key.length < MIN_REPEATED_LENGTH && !/^h\d$/.test(block.localName)) continue;
    if (seen.has(key)) block.remove();
    else own.add(key);
  }
  for (const key of own) seen.add(key);
}
