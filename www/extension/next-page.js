/**
 * Finds the other pages of an article that is spread over several: by `rel=next`, by links that say "next" in one of many
 * languages, and by links that are numbers. A link counts only where its address differs from the page's by a page number,
 * so that the next article is never taken for the next page.
 */

import { inertPage } from '../reader/inert.js';
import { NEXT_PAGE, PAGE_PARAMETERS, PAGE_SEGMENTS } from './lexicon.js';

/** Where addresses hold the number of a page. Only small numbers: a larger one is a day, or an article's own. */
const PAGE_NUMBER = new RegExp(
  String.raw`(?:/(?:${PAGE_SEGMENTS.join('|')})[/-]?|/|[-_,.]|[?&](?:${PAGE_PARAMETERS.join('|')})=)(\d{1,2})(?=/?(?:\.\w{1,5})?(?:[?&#]|$))`,
  'giu',
);

/**
 * @typedef {object} Pages
 * @property {number} number which page this is
 * @property {Map<number, string>} known the addresses of the others, as far as this page tells
 */

/**
 * @param {string} html
 * @param {string} address
 * @returns {Pages}
 */
export function findPages(html, address) {
  const page = inertPage(html);
  const base = URL.parse(page.querySelector('base[href]')?.getAttribute('href') ?? '', address)?.href ?? address;
  const number = pageNumber(address) ?? 1;
  /** @type {Map<number, string>} */
  const known = new Map();
  for (const link of page.querySelectorAll('link[rel~=next i][href], a[href]')) {
    const target = URL.parse(link.getAttribute('href') ?? '', base);
    if (!target) continue;
    target.hash = '';
    const named = saysNext(link) ? number + 1 : Number(/^\s*(\d{1,2})\s*$/.exec(link.textContent ?? '')?.[1]);
    if (!named || named === number || known.has(named)) continue;
    if (isSameArticle(target.href, address) && (pageNumber(target.href) ?? 1) === named) known.set(named, target.href);
  }
  return { number, known };
}

/**
 * The address of the page after one that did not come, by how the pages before it are numbered.
 *
 * @param {string} address
 * @param {number} number
 */
export function guessNext(address, number) {
  const places = [...address.matchAll(PAGE_NUMBER)].filter(([, digits]) => Number(digits) === number);
  const last = places.at(-1);
  if (!last) return null;
  const end = last.index + last[0].length;
  return address.slice(0, end - (last[1]?.length ?? 0)) + String(number + 1) + address.slice(end);
}

/** @param {Element} link */
function saysNext(link) {
  if (link.matches('[rel~=next i]')) return true;
  const words = (link.textContent?.trim() || link.getAttribute('aria-label') || link.getAttribute('title') || '').toLowerCase();
  return words.length < 40 && NEXT_PAGE.includes(words.replace(/[«»‹›<>←→▶►…:]|\.{3}/gu, '').replace(/\s+/g, ' ').trim());
}

/** @param {string} address */
function pageNumber(address) {
  const found = [...address.matchAll(PAGE_NUMBER)].at(-1)?.[1];
  return found === undefined ? null : Number(found);
}

/**
 * @param {string} one
 * @param {string} other
 */
function isSameArticle(one, other) {
  return new URL(one).origin === new URL(other).origin && withoutNumber(one) === withoutNumber(other);
}

/** @param {string} address */
function withoutNumber(address) {
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`.replace(PAGE_NUMBER, '').replace(/\/(?=$|\?)|\/(?:index|page)(?=\.\w+$)/g, '').replace(/\?$|^&/g, '');
}
