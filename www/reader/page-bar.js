/**
 * The article in pages: a bar that says which page is shown and turns it, as do the keys that turn pages elsewhere, the
 * wheel and a swipe. A change of window, type or flow keeps the place.
 */

import { element } from './element.js';
import { articleBox, isPaged, pageShown, reveal, turnTo } from './layout.js';
import { icon } from './icon.js';
import { onceAFrame } from './throttle-to-frame.js';
import { say } from './i18n.js';

/** One turn of the wheel is one page, however finely it reports, in milliseconds. */
const WHEEL_PAUSE = 250;

/** What the keys mean, in pages; left and right change places where the article goes from right to left. */
const KEYS = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1, Home: -Infinity, End: Infinity });

export class PageBar extends HTMLElement {
  #back = turner(say('pages.previous'), 'M11.5 4.5 6 10l5.5 5.5', -1);
  #on = turner(say('pages.next'), 'M8.5 4.5 14 10l-5.5 5.5', 1);
  #shown = element('output');
  /** @type {Element | null} The first thing on the page that is shown, or at the top of the window. */
  #anchor = null;
  #wheeled = 0;
  #plan = onceAFrame(() => this.#update());
  #isSettled = true;

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.append(this.#back, this.#shown, this.#on);
    for (const name of ['scroll', 'recto-shown']) addEventListener(name, this.#plan, { passive: true, capture: true });
    addEventListener('recto-settings', () => this.#resettle());
    addEventListener('resize', () => this.#resettle());
    addEventListener('scrollend', (event) => event.target === articleBox() && isPaged() && turnTo(pageShown().page), { capture: true });
    addEventListener('keydown', turnByKey);
    addEventListener('wheel', (event) => this.#turnByWheel(event), { passive: true });
    addEventListener('hashchange', () => isPaged() && this.#reveal(document.getElementById(decodeURIComponent(location.hash.slice(1)))));
    addEventListener('focusin', ({ target }) => {
      if (isPaged() && target instanceof Element && articleBox()?.contains(target)) this.#reveal(target);
    });
    this.#plan();
  }

  /** @param {Element | null} place */
  #reveal(place) {
    if (place?.checkVisibility()) reveal(place.getClientRects()[0] ?? place.getBoundingClientRect());
  }

  /** Where lines run otherwise, the place is found again by what stood there. */
  #resettle() {
    const anchor = this.#anchor;
    this.#isSettled = false;
    requestAnimationFrame(() => {
      if (anchor?.isConnected && isPaged()) this.#reveal(anchor);
      else if (anchor?.isConnected && !this.hidden) anchor.scrollIntoView();
      this.#isSettled = true;
      this.#plan();
    });
  }

  #update() {
    this.hidden = !isPaged();
    if (this.#isSettled) this.#anchor = firstInView();
    if (this.hidden) return;
    const { page, pages } = pageShown();
    this.#shown.textContent = say('pages.at', { page: page + 1, pages });
    this.#back.ariaDisabled = String(page === 0);
    this.#on.ariaDisabled = String(page === pages - 1);
  }

  /** @param {WheelEvent} event */
  #turnByWheel({ deltaX, deltaY, ctrlKey, target, timeStamp }) {
    const isElsewhere = !(target instanceof Element) || !target.closest('recto-article') || target.closest('pre, .scroll-box');
    if (!isPaged() || ctrlKey || isElsewhere || Math.abs(deltaY) <= Math.abs(deltaX)) return;
    if (timeStamp - this.#wheeled > WHEEL_PAUSE) turnBy(Math.sign(deltaY));
    this.#wheeled = timeStamp;
  }
}

customElements.define('recto-pages', PageBar);

/** @param {number} count */
function turnBy(count) {
  const { page, pages } = pageShown();
  turnTo(Math.min(pages - 1, Math.max(0, page + count)));
}

/**
 * @param {string} name
 * @param {string} line
 * @param {1 | -1} count
 */
function turner(name, line, count) {
  const button = element('button', { type: 'button', ariaLabel: name }, icon(line));
  button.addEventListener('click', () => turnBy(count));
  return button;
}

/** @param {KeyboardEvent} event */
function turnByKey(event) {
  const { key, ctrlKey, altKey, metaKey, shiftKey, target } = event;
  if (!isPaged() || event.defaultPrevented || ctrlKey || altKey || metaKey || !(target instanceof Element)) return;
  if (target.closest('input, textarea, select, dialog, [popover], .scroll-box, pre[tabindex]')) return;
  const isSpace = key === ' ' && !target.closest('button, summary');
  const mirrored = /^Arrow(Left|Right)$/.test(key) && getComputedStyle(articleBox() ?? document.body).direction === 'rtl';
  const count = isSpace ? (shiftKey ? -1 : 1) : (KEYS[key] ?? 0) * (mirrored ? -1 : 1);
  if (!count) return;
  event.preventDefault();
  turnBy(count);
}

/** The first part of the article that is in view: parts are in order, so it is found by halves. */
function firstInView() {
  const box = articleBox();
  if (!box) return null;
  const parts = [...box.querySelectorAll(':is(.masthead, .content) > *')];
  const shown = box.getBoundingClientRect();
  const isBefore = (/** @type {Element} */ part) => {
    const at = part.getBoundingClientRect();
    if (!isPaged()) return at.bottom <= 64;
    return getComputedStyle(box).direction === 'rtl' ? at.left >= shown.right - 1 : at.right <= shown.left + 1;
  };
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(/** @type {Element} */ (parts[middle]))) low = middle + 1;
    else high = middle;
  }
  return parts[low] ?? null;
}
