/**
 * Line focus: dims all but a few lines of the article. The focused lines move with the arrow keys, and to what is clicked,
 * takes the keyboard focus, is found or is read aloud. They stay at one height in the window while the text scrolls.
 */

import { element } from './element.js';
import { articleElement, focusedLineCount } from './layout.js';
import { throttleToFrame } from './throttle-to-frame.js';

/** The height in the window, from the top, at which the focused lines stay, except at the ends of the text. */
const POSITION = 0.4;

/** The space above and below the focused lines, in pixels. */
const PADDING = 3;

/** @typedef {{ top: number, bottom: number }} Line */

export class LineFocus extends HTMLElement {
  #above = element('div');
  #below = element('div');
  /** The vertical position of the middle line in the window, in pixels; 0 for the default. */
  #y = 0;
  #scheduleUpdate = throttleToFrame(() => this.#update());

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.ariaHidden = 'true';
    this.append(this.#above, this.#below);
    for (const name of ['scroll', 'resize', 'recto-settings-changed']) addEventListener(name, this.#scheduleUpdate, { passive: true });
    addEventListener('recto-article-shown', () => this.#moveTo(0));
    addEventListener('recto-revealed', (event) => this.#moveTo(/** @type {CustomEvent} */ (event).detail.y));
    // What has the keyboard focus must not be dimmed.
    addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element) || !target.closest('recto-article article')) return;
      const { top, bottom } = target.getClientRects()[0] ?? target.getBoundingClientRect();
      this.#moveTo((top + bottom) / 2);
    });
    addEventListener('keydown', (event) => this.#onKey(event));
    addEventListener('click', ({ target, clientY }) => {
      if (target instanceof Element && target.closest('recto-article article')) this.#moveTo(clientY);
    });
    this.#scheduleUpdate();
  }

  /** @param {number} y the vertical position in the window, in pixels; 0 for the default */
  #moveTo(y) {
    this.#y = y;
    this.#scheduleUpdate();
  }

  #update() {
    const count = focusedLineCount();
    const lines = count ? nearbyLines() : [];
    this.hidden = lines.length === 0;
    if (this.hidden) return;
    if (!this.#y || this.#y > innerHeight) this.#y = innerHeight * POSITION;
    const middle = lineAt(lines, this.#y);
    const neighbours = (count - 1) / 2;
    const first = lines[Math.max(0, middle - neighbours)];
    const last = lines[Math.min(lines.length - 1, middle + neighbours)];
    if (!first || !last) return;
    this.#above.style.setProperty('block-size', `${Math.max(0, first.top - PADDING)}px`);
    this.#below.style.setProperty('inset-block-start', `${last.bottom + PADDING}px`);
  }

  /**
   * Scrolls by a line; at the ends of the text the focused lines move instead.
   *
   * @param {KeyboardEvent} event
   */
  #onKey(event) {
    const { key, ctrlKey, altKey, metaKey, shiftKey, target } = event;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (!step || !focusedLineCount() || event.defaultPrevented || ctrlKey || altKey || metaKey || shiftKey) return;
    if (!(target instanceof Element) || target.closest('input, textarea, select, dialog, [popover], .scroll-container, pre[tabindex]')) return;
    event.preventDefault();
    const lines = nearbyLines();
    const next = lines[lineAt(lines, this.#y) + step];
    if (next) {
      const before = scrollY;
      const y = (next.top + next.bottom) / 2;
      scrollBy({ top: y - innerHeight * POSITION, behavior: 'instant' });
      this.#y = y - (scrollY - before);
    } else scrollBy({ top: (step * innerHeight) / 3, behavior: 'instant' });
    this.#scheduleUpdate();
  }
}

customElements.define('recto-line-focus', LineFocus);

/**
 * @param {readonly Line[]} lines
 * @param {number} y
 * @returns {number} the index of the line at y, or of the nearest below it
 */
function lineAt(lines, y) {
  const found = lines.findIndex(({ bottom }) => bottom >= y);
  return found < 0 ? lines.length - 1 : found;
}

/** The lines in the window and up to one window height above and below it, from the boxes of the article's text. */
function nearbyLines() {
  /** @type {Line[]} */
  const boxes = [];
  const article = articleElement();
  if (!article) return boxes;
  const range = document.createRange();
  const isNear = (/** @type {DOMRect} */ { top, bottom, width }) => width > 0 && bottom > -innerHeight && top < innerHeight * 2;
  const filter = { acceptNode: (/** @type {Node} */ node) => (node instanceof Element && !isNear(node.getBoundingClientRect()) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT) };
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, filter);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof HTMLImageElement) boxes.push(node.getBoundingClientRect());
    if (!(node instanceof Text) || !node.data.trim()) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (isNear(box)) boxes.push(box);
  }
  return mergeIntoLines(boxes);
}

/**
 * Merges boxes that are side by side, such as words in italics, table cells or superscripts.
 *
 * @param {Line[]} boxes
 */
function mergeIntoLines(boxes) {
  boxes.sort((a, b) => a.top - b.top);
  /** @type {Line[]} */
  const lines = [];
  for (const { top, bottom } of boxes) {
    const last = lines.at(-1);
    if (last && (top + bottom) / 2 < last.bottom) last.bottom = Math.max(last.bottom, bottom);
    else lines.push({ top, bottom });
  }
  return lines;
}
