/**
 * Finds the other pages of a multi-page article: by `rel=next`, by links whose text is "next" in one of many languages, and
 * by links whose text is a number. A link's URL must equal the page's but for a page number, so that the next article is
 * never taken for the next page.
 */

import { inertPage } from '../reader/inert.js';
import { NEXT_PAGE, PAGE_PARAMETERS, PAGE_SEGMENTS } from './lexicon.js';

/** Page numbers in URLs. At most two digits, as larger numbers are years or ids of articles. */
const PAGE_NUMBER = new RegExp(
  String.raw`(?:/(?:${PAGE_SEGMENTS.join('|')})[/-]?|/|[-_,.]|[?&](?:${PAGE_PARAMETERS.join('|')})=)(\d{1,2})(?=/?(?:\.\w{1,5})?(?:[?&#]|$))`,
  'giu',
);

/**
 * @typedef {object} Pages
 * @property {number} number of this page
 * @property {Map<number, string>} known the URLs of the other pages that this page links to
 */

/**
 * @param {string} html
 * @param {string} url
 * @returns {Pages}
 */
export function findPages(html, url) {
  const page = inertPage(html);
  const base = URL.parse(page.querySelector('base[href]')?.getAttribute('href') ?? '', url)?.href ?? url;
  const number = pageNumber(url) ?? 1;
  /** @type {Map<number, string>} */
  const known = new Map();
  for (const link of page.querySelectorAll('link[rel~=next i][href], a[href]')) {
    const target = URL.parse(link.getAttribute('href') ?? '', base);
    if (!target) continue;
    target.hash = '';
    const linked = isNextLink(link) ? number + 1 : Number(/^\s*(\d{1,2})\s*$/.exec(link.textContent ?? '')?.[1]);
    if (!linked || linked === number || known.has(linked)) continue;
    if (isSameArticle(target.href, url) && (pageNumber(target.href) ?? 1) === linked) known.set(linked, target.href);
  }
  return { number, known };
}

/**
 * The likely URL of the page after one that could not be loaded, by incrementing its page number.
 *
 * @param {string} url
 * @param {number} number
 */
export function guessNext(url, number) {
  const matches = [...url.matchAll(PAGE_NUMBER)].filter(([, digits]) => Number(digits) === number);
  const last = matches.at(-1);
  if (!last) return null;
  const end = last.index + last[0].length;
  return url.slice(0, end - (last[1]?.length ?? 0)) + String(number + 1) + url.slice(end);
}

/** @param {Element} link */
function isNextLink(link) {
  if (link.matches('[rel~=next i]')) return true;
  const text = (link.textContent?.trim() || link.getAttribute('aria-label') || link.getAttribute('title') || '').toLowerCase();
  return text.length < 40 && NEXT_PAGE.includes(text.replace(/[«»‹›<>←→▶►…:]|\.{3}/gu, '').replace(/\s+/g, ' ').trim());
}

/** @param {string} url */
function pageNumber(url) {
  const found = [...url.matchAll(PAGE_NUMBER)].at(-1)?.[1];
  return found === undefined ? null : Number(found);
}

/**
 * @param {string} one
 * @param {string} other
 */
function isSameArticle(one, other) {
  return new URL(one).origin === new URL(other).origin && withoutPageNumber(one) === withoutPageNumber(other);
}

/** @param {string} url */
function withoutPageNumber(url) {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`.replace(PAGE_NUMBER, '').replace(/\/(?=$|\?)|\/(?:index|page)(?=\.\w+$)/g, '').replace(/\?$|^&/g, '');
}
