/**
 * Joins the pages of an article into one. What a page repeats from those before it is left out, each page's beginning is
 * marked, and a page that cannot be had costs nothing but itself.
 */

import { contentsOf } from '../reader/element.js';
import { inertDocument } from '../reader/inert.js';
import { say } from '../reader/i18n.js';
import { fetchPage } from './from-link.js';
import { findPages, guessNext } from './next-page.js';

/** @typedef {import('../worker.js').Article} Article */

/** More would be a site to be copied, not an article to be read. */
const MOST_PAGES = 20;

/** A shorter text may well stand on two pages for a reason. */
const SHORTEST_REPEATED = 25;

/**
 * @typedef {object} Part
 * @property {number} number
 * @property {string} address
 * @property {Article | null} article null where the page could not be had
 */

/**
 * @param {object} first
 * @param {Article} first.article
 * @param {string} first.html
 * @param {string} first.address
 * @param {object} means
 * @param {import('../worker.js').Reader} means.reader
 * @param {AbortSignal} means.signal
 * @param {(number: number) => void} means.tell
 * @returns {Promise<{ article: Article, joined: number, missing: number[] }>}
 */
export async function joinPages({ article, html, address }, { reader, signal, tell }) {
  const { number: start, known } = findPages(html, address);
  const read = async (/** @type {string} */ place) => {
    const page = await fetchPage(place, signal);
    for (const [number, found] of findPages(page.html, page.url).known) if (!known.has(number)) known.set(number, found);
    return reader.extract(page.html, { url: page.url, signal });
  };

  /** @type {Part[]} */
  const parts = [{ number: start, address, article }];
  for (let number = start + 1; parts.length < MOST_PAGES; number++) {
    const last = /** @type {Part} */ (parts.at(-1));
    const place = known.get(number) ?? (last.article ? null : guessNext(last.address, number - 1));
    if (!place) break;
    tell(number);
    const came = await read(place).catch((thrown) => {
      signal.throwIfAborted();
      console.warn(`Page ${number} is left out: ${thrown.message}`);
      return null;
    });
    // After the last page some sites show the first again.
    if (came && parts.some((part) => part.article?.text === came.text)) break;
    if (!came && !known.has(number)) break;
    parts.push({ number, address: place, article: came });
  }
  const whole = await reader.extract(joinedHtml(parts), { url: address, wholePage: true, signal });
  const { content, text, markdown, headings, images, wordCount, readingMinutes } = whole;
  return {
    article: { ...article, content, text, markdown, headings, images, wordCount, readingMinutes },
    joined: parts.filter((part) => part.article).length,
    missing: parts.filter((part) => !part.article).map((part) => part.number),
  };
}

/**
 * One page of all parts, for the core to read: so every format of the article has the same.
 *
 * @param {Part[]} parts
 */
function joinedHtml(parts) {
  const page = document.implementation.createHTMLDocument(parts[0]?.article?.title ?? '');
  const body = page.body.appendChild(page.createElement('main')).appendChild(page.createElement('article'));
  /** @type {Set<string>} */
  const seen = new Set();
  for (const [place, { number, address, article }] of parts.entries()) {
    if (place > 0) body.append(page.createElement('hr'), mark(page, number, address, article !== null));
    const content = inertDocument(article?.content ?? '').body;
    leaveOutRepeated(content, seen);
    body.append(contentsOf(content));
  }
  return page.documentElement.outerHTML;
}

/**
 * @param {Document} page
 * @param {number} number
 * @param {string} address
 * @param {boolean} came
 */
function mark(page, number, address, came) {
  const [line, link] = [page.createElement('p'), page.createElement('a')];
  link.href = address;
  link.textContent = came ? say('pages.mark', { number }) : say('pages.missing', { number });
  line.append(link);
  return line;
}

/**
 * @param {HTMLElement} content
 * @param {Set<string>} seen what the pages before have
 */
function leaveOutRepeated(content, seen) {
  /** @type {Set<string>} */
  const own = new Set();
  for (const block of [...content.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6, figure, blockquote, pre, table')]) {
    const words = block.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const key = block.localName === 'figure' ? (block.querySelector('img')?.getAttribute('src') ?? words) : words;
    if (key.length < SHORTEST_REPEATED && !/^h\d$/.test(block.localName)) continue;
    if (seen.has(key)) block.remove();
    else own.add(key);
  }
  for (const key of own) seen.add(key);
}
