/**
 * Page navigation for the paged layout: a bar with the page number and buttons, the usual keys, the mouse wheel and swipes.
 * When the window, the type or the layout changes, the reading position is kept.
 */

import { element } from './element.js';
import { t } from './i18n.js';
import { icon } from './icon.js';
import { articleElement, currentPage, goToPage, isPaged, reveal } from './layout.js';
import { throttleToFrame } from './throttle-to-frame.js';

/** Wheel events less than this apart, in milliseconds, turn one page: a single movement may fire many. */
const WHEEL_PAUSE_MS = 250;

/** By how many pages each key turns. In right-to-left articles the left and right arrows are swapped. */
const KEYS = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1, Home: -Infinity, End: Infinity });

export class PageBar extends HTMLElement {
  #previous = pageButton(t('pages.previous'), 'M11.5 4.5 6 10l5.5 5.5', -1);
  #next = pageButton(t('pages.next'), 'M8.5 4.5 14 10l-5.5 5.5', 1);
  #position = element('output');
  /** @type {Element | null} The first element in view, which stays in view when the layout changes. */
  #anchor = null;
  #lastWheelTime = 0;
  #scheduleUpdate = throttleToFrame(() => this.#update());
  #isSettled = true;

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.append(this.#previous, this.#position, this.#next);
    for (const name of ['scroll', 'recto-article-shown']) addEventListener(name, this.#scheduleUpdate, { passive: true, capture: true });
    addEventListener('recto-settings-changed', () => this.#restoreAnchor());
    addEventListener('resize', () => this.#restoreAnchor());
    addEventListener('scrollend', (event) => event.target === articleElement() && isPaged() && goToPage(currentPage().page), { capture: true });
    addEventListener('keydown', onKey);
    addEventListener('wheel', (event) => this.#onWheel(event), { passive: true });
    addEventListener('hashchange', () => isPaged() && this.#reveal(document.getElementById(decodeURIComponent(location.hash.slice(1)))));
    addEventListener('focusin', ({ target }) => {
      if (isPaged() && target instanceof Element && articleElement()?.contains(target)) this.#reveal(target);
    });
    this.#scheduleUpdate();
  }

  /** @param {Element | null} target */
  #reveal(target) {
    if (target?.checkVisibility()) reveal(target.getClientRects()[0] ?? target.getBoundingClientRect());
  }

  /** After a change of layout, scrolls to what was in view before. */
  #restoreAnchor() {
    const anchor = this.#anchor;
    this.#isSettled = false;
    requestAnimationFrame(() => {
      if (anchor?.isConnected && isPaged()) this.#reveal(anchor);
      else if (anchor?.isConnected && !this.hidden) anchor.scrollIntoView();
      this.#isSettled = true;
      this.#scheduleUpdate();
    });
  }

  #update() {
    this.hidden = !isPaged();
    if (this.#isSettled) this.#anchor = firstInView();
    if (this.hidden) return;
    const { page, pages } = currentPage();
    this.#position.textContent = t('pages.position', { page: page + 1, pages });
    this.#previous.ariaDisabled = String(page === 0);
    this.#next.ariaDisabled = String(page === pages - 1);
  }

  /** @param {WheelEvent} event */
  #onWheel({ deltaX, deltaY, ctrlKey, target, timeStamp }) {
    const isElsewhere = !(target instanceof Element) || !target.closest('recto-article') || target.closest('pre, .scroll-container');
    if (!isPaged() || ctrlKey || isElsewhere || Math.abs(deltaY) <= Math.abs(deltaX)) return;
    if (timeStamp - this.#lastWheelTime > WHEEL_PAUSE_MS) turnPages(Math.sign(deltaY));
    this.#lastWheelTime = timeStamp;
  }
}

customElements.define('recto-page-bar', PageBar);

/** @param {number} count */
function turnPages(count) {
  const { page, pages } = currentPage();
  goToPage(Math.min(pages - 1, Math.max(0, page + count)));
}

/**
 * @param {string} label
 * @param {string} path
 * @param {1 | -1} count
 */
function pageButton(label, path, count) {
  const button = element('button', { type: 'button', ariaLabel: label }, icon(path));
  button.addEventListener('click', () => turnPages(count));
  return button;
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const { key, ctrlKey, altKey, metaKey, shiftKey, target } = event;
  if (!isPaged() || event.defaultPrevented || ctrlKey || altKey || metaKey || !(target instanceof Element)) return;
  if (target.closest('input, textarea, select, dialog, [popover], .scroll-container, pre[tabindex]')) return;
  const isSpace = key === ' ' && !target.closest('button, summary');
  const isMirrored = /^Arrow(Left|Right)$/.test(key) && getComputedStyle(articleElement() ?? document.body).direction === 'rtl';
  const count = isSpace ? (shiftKey ? -1 : 1) : (KEYS[key] ?? 0) * (isMirrored ? -1 : 1);
  if (!count) return;
  event.preventDefault();
  turnPages(count);
}

/** The first block of the article that is in view, by binary search, as the blocks are in order. */
function firstInView() {
  const box = articleElement();
  if (!box) return null;
  const blocks = [...box.querySelectorAll(':is(.article-header, .content) > *')];
  const visible = box.getBoundingClientRect();
  const isBefore = (/** @type {Element} */ block) => {
    const rect = block.getBoundingClientRect();
    if (!isPaged()) return rect.bottom <= 64;
    return getComputedStyle(box).direction === 'rtl' ? rect.left >= visible.right - 1 : rect.right <= visible.left + 1;
  };
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(/** @type {Element} */ (blocks[middle]))) low = middle + 1;
    else high = middle;
  }
  return blocks[low] ?? null;
}
