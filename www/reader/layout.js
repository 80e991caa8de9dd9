/**
 * The article's layout: scrolling, or pages side by side. Whoever scrolls to something in the article, or asks how far it
 * is read, does so through this module, which handles both.
 */

import { currentSettings } from '../settings.js';

/** What is nearer than this to the window's edges, in pixels, is scrolled to. */
const EDGE = 120;

/** Where in the window, from the top, things are scrolled to, and where a heading counts as reached. */
const READING_LINE = 0.3;

/** @typedef {{ y: number, page: number }} ScrollPosition in pixels, and the page from 0 */

export function isPaged() {
  return document.documentElement.dataset.view === 'article' && ['pages', 'spread'].includes(currentSettings().layout);
}

/** The number of lines that line focus shows undimmed; 0 where it is off. */
export function focusedLineCount() {
  return document.documentElement.dataset.view === 'article' ? Number(/^focus(\d)$/.exec(currentSettings().layout)?.[1] ?? 0) : 0;
}

/** The article's element, which in pages is the scroll container. */
export function articleElement() {
  return /** @type {HTMLElement | null} */ (document.querySelector('recto-article article'));
}

/**
 * The current page, from 0, and the number of pages.
 *
 * @returns {{ page: number, pages: number }}
 */
export function currentPage() {
  const { box, width, scrollLeft } = measure();
  if (!box || !width) return { page: 0, pages: 1 };
  const pages = Math.max(1, Math.ceil(box.scrollWidth / width - 0.1));
  // With two columns the last page may be only half as wide.
  const isLast = Math.abs(scrollLeft) + width >= box.scrollWidth - 2;
  return { page: isLast ? pages - 1 : Math.round(Math.abs(scrollLeft) / width), pages };
}

/** @param {number} page from 0 */
export function goToPage(page) {
  const { box, width, sign } = measure();
  box?.scrollTo({ left: sign * page * width, behavior: 'instant' });
}

/**
 * Scrolls to a rectangle unless it is well in view. Fires `recto-revealed` with its new vertical position in the window.
 *
 * @param {DOMRect} rect in the window
 */
export function reveal({ top, bottom, left, right }) {
  if (isPaged()) {
    const { box, width, sign, scrollLeft } = measure();
    if (!box) return;
    const { left: start, right: end } = box.getBoundingClientRect();
    const offset = (sign > 0 ? left - start : end - right) + Math.abs(scrollLeft) + 1;
    const page = Math.max(0, Math.floor(offset / width));
    if (page !== currentPage().page) goToPage(page);
    return;
  }
  const before = scrollY;
  if (top < EDGE || bottom > innerHeight - EDGE * 2) {
    // Line focus needs the final position now, not after smooth scrolling.
    const isInstant = focusedLineCount() > 0 || matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top: top - innerHeight * READING_LINE, behavior: isInstant ? 'instant' : 'smooth' });
  }
  dispatchEvent(new CustomEvent('recto-revealed', { detail: { y: (top + bottom) / 2 - (scrollY - before) } }));
}

/**
 * The part of the text that is read, from 0 to 1.
 *
 * @param {HTMLElement} content
 */
export function readingProgress(content) {
  if (isPaged()) {
    const { page, pages } = currentPage();
    return (page + 1) / pages;
  }
  const { top, height } = content.getBoundingClientRect();
  return height ? Math.min(1, Math.max(0, (innerHeight - top) / height)) : 0;
}

/**
 * Whether the user has scrolled to the heading or past it.
 *
 * @param {Element} heading
 */
export function isReached(heading) {
  const rect = heading.getBoundingClientRect();
  if (!isPaged()) return rect.top <= innerHeight * READING_LINE;
  const visible = articleElement()?.getBoundingClientRect();
  if (!visible) return false;
  return measure().sign > 0 ? rect.left < visible.right - 1 : rect.right > visible.left + 1;
}

/** @returns {ScrollPosition} */
export function currentScrollPosition() {
  return { y: scrollY, page: isPaged() ? currentPage().page : 0 };
}

/** @param {ScrollPosition} position */
export function restoreScrollPosition({ y, page }) {
  if (isPaged()) goToPage(page);
  else scrollTo({ top: y, behavior: 'instant' });
}

/** In a right-to-left article `scrollLeft` is negative, and so is `sign`. */
function measure() {
  const box = articleElement();
  const sign = box && getComputedStyle(box).direction === 'rtl' ? -1 : 1;
  return { box, sign, width: box?.getBoundingClientRect().width ?? 0, scrollLeft: box?.scrollLeft ?? 0 };
}
