/**
 * How the article flows: down the window, or in pages side by side that are turned. What leads to a place in the
 * article, and what asks where the reader is, does it here, whichever way it is.
 */

import { currentSettings } from '../settings.js';

/** How near the edges of the window, in pixels, a place may be before the text moves. */
const EDGE = 120;

/** Where in the window, from the top, a place is brought to, and where a heading counts as reached. */
const READING_LINE = 0.3;

/** @typedef {{ y: number, page: number }} Place how far down the window, and on which page from 0 */

export function isPaged() {
  return document.documentElement.dataset.view === 'article' && ['pages', 'spread'].includes(currentSettings().flow);
}

/** How many lines are lit, the others dimmed; 0 where all are. */
export function linesLit() {
  return document.documentElement.dataset.view === 'article' ? Number(/^lines(\d)$/.exec(currentSettings().flow)?.[1] ?? 0) : 0;
}

/** The article, which in pages is what scrolls. */
export function articleBox() {
  return /** @type {HTMLElement | null} */ (document.querySelector('recto-article article'));
}

/**
 * Which page is shown, from 0, and how many there are.
 *
 * @returns {{ page: number, pages: number }}
 */
export function pageShown() {
  const { box, width, from } = measure();
  if (!box || !width) return { page: 0, pages: 1 };
  const pages = Math.max(1, Math.ceil(box.scrollWidth / width - 0.1));
  // The last page of two columns may have but one.
  const isLast = Math.abs(from) + width >= box.scrollWidth - 2;
  return { page: isLast ? pages - 1 : Math.round(Math.abs(from) / width), pages };
}

/** @param {number} page from 0 */
export function turnTo(page) {
  const { box, width, sign } = measure();
  box?.scrollTo({ left: sign * page * width, behavior: 'instant' });
}

/**
 * Brings a place into view, if it is not well in view already. `recto-revealed` says where in the window it is then.
 *
 * @param {DOMRect} at where it is in the window now
 */
export function reveal({ top, bottom, left, right }) {
  if (isPaged()) {
    const { box, width, sign, from } = measure();
    if (!box) return;
    const { left: start, right: end } = box.getBoundingClientRect();
    const ahead = (sign > 0 ? left - start : end - right) + Math.abs(from) + 1;
    const page = Math.max(0, Math.floor(ahead / width));
    if (page !== pageShown().page) turnTo(page);
    return;
  }
  const before = scrollY;
  if (top < EDGE || bottom > innerHeight - EDGE * 2) {
    // Lit lines go to the place at once, so it must be there.
    const isInstant = linesLit() > 0 || matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top: top - innerHeight * READING_LINE, behavior: isInstant ? 'instant' : 'smooth' });
  }
  dispatchEvent(new CustomEvent('recto-revealed', { detail: { y: (top + bottom) / 2 - (scrollY - before) } }));
}

/**
 * How much of the text is read, from 0 to 1.
 *
 * @param {HTMLElement} content
 */
export function partRead(content) {
  if (isPaged()) {
    const { page, pages } = pageShown();
    return (page + 1) / pages;
  }
  const { top, height } = content.getBoundingClientRect();
  return height ? Math.min(1, Math.max(0, (innerHeight - top) / height)) : 0;
}

/**
 * Whether what is read is at the heading, or past it.
 *
 * @param {Element} heading
 */
export function isReached(heading) {
  const at = heading.getBoundingClientRect();
  if (!isPaged()) return at.top <= innerHeight * READING_LINE;
  const shown = articleBox()?.getBoundingClientRect();
  if (!shown) return false;
  return measure().sign > 0 ? at.left < shown.right - 1 : at.right > shown.left + 1;
}

/** @returns {Place} */
export function currentPlace() {
  return { y: scrollY, page: isPaged() ? pageShown().page : 0 };
}

/** @param {Place} place */
export function returnTo({ y, page }) {
  if (isPaged()) turnTo(page);
  else scrollTo({ top: y, behavior: 'instant' });
}

/** Pages go the way the article is written: from right to left, `from` is below 0. */
function measure() {
  const box = articleBox();
  const sign = box && getComputedStyle(box).direction === 'rtl' ? -1 : 1;
  return { box, sign, width: box?.getBoundingClientRect().width ?? 0, from: box?.scrollLeft ?? 0 };
}
