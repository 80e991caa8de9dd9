/**
 * A few lines lit and the rest dimmed. What is lit moves by a line with the arrow keys, and to what is clicked, takes the
 * focus, is found or is read aloud; the text scrolls under it.
 */

import { element } from './element.js';
import { articleBox, linesLit } from './layout.js';
import { onceAFrame } from './throttle-to-frame.js';

/** Where in the window, from the top, the lit lines are kept, as long as the text can move. */
const PLACE = 0.4;

/** The room above and below the lit lines, in pixels. */
const ROOM = 3;

/** @typedef {{ top: number, bottom: number }} Line */

export class LineFocus extends HTMLElement {
  #above = element('div');
  #below = element('div');
  /** Where in the window the middle one of the lit lines is, in pixels. */
  #y = 0;
  #plan = onceAFrame(() => this.#update());

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.ariaHidden = 'true';
    this.append(this.#above, this.#below);
    for (const name of ['scroll', 'resize', 'recto-settings']) addEventListener(name, this.#plan, { passive: true });
    addEventListener('recto-shown', () => this.#light(0));
    addEventListener('recto-revealed', (event) => this.#light(/** @type {CustomEvent} */ (event).detail.y));
    // What has the focus is never dimmed.
    addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element) || !target.closest('recto-article article')) return;
      const { top, bottom } = target.getClientRects()[0] ?? target.getBoundingClientRect();
      this.#light((top + bottom) / 2);
    });
    addEventListener('keydown', (event) => this.#step(event));
    addEventListener('click', ({ target, clientY }) => {
      if (target instanceof Element && target.closest('recto-article article')) this.#light(clientY);
    });
    this.#plan();
  }

  /** @param {number} y where in the window, in pixels; 0 for where it is at first */
  #light(y) {
    this.#y = y;
    this.#plan();
  }

  #update() {
    const count = linesLit();
    const lines = count ? linesInView() : [];
    this.hidden = lines.length === 0;
    if (this.hidden) return;
    if (!this.#y || this.#y > innerHeight) this.#y = innerHeight * PLACE;
    const middle = lineAt(lines, this.#y);
    const around = (count - 1) / 2;
    const first = lines[Math.max(0, middle - around)];
    const last = lines[Math.min(lines.length - 1, middle + around)];
    if (!first || !last) return;
    this.#above.style.setProperty('block-size', `${Math.max(0, first.top - ROOM)}px`);
    this.#below.style.setProperty('inset-block-start', `${last.bottom + ROOM}px`);
  }

  /**
   * The text moves under the lit lines; where it cannot, at its ends, they move.
   *
   * @param {KeyboardEvent} event
   */
  #step(event) {
    const { key, ctrlKey, altKey, metaKey, shiftKey, target } = event;
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (!by || !linesLit() || event.defaultPrevented || ctrlKey || altKey || metaKey || shiftKey) return;
    if (!(target instanceof Element) || target.closest('input, textarea, select, dialog, [popover], .scroll-box, pre[tabindex]')) return;
    event.preventDefault();
    const lines = linesInView();
    const next = lines[lineAt(lines, this.#y) + by];
    if (next) {
      const before = scrollY;
      const y = (next.top + next.bottom) / 2;
      scrollBy({ top: y - innerHeight * PLACE, behavior: 'instant' });
      this.#y = y - (scrollY - before);
    } else scrollBy({ top: (by * innerHeight) / 3, behavior: 'instant' });
    this.#plan();
  }
}

customElements.define('recto-lines', LineFocus);

/**
 * @param {readonly Line[]} lines
 * @param {number} y
 * @returns {number} the line there, or the nearest below it
 */
function lineAt(lines, y) {
  const found = lines.findIndex(({ bottom }) => bottom >= y);
  return found < 0 ? lines.length - 1 : found;
}

/** The lines of the window, a window's height more at either end, from the boxes in which the browser sets text. */
function linesInView() {
  /** @type {Line[]} */
  const boxes = [];
  const article = articleBox();
  if (!article) return boxes;
  const range = document.createRange();
  const isNear = (/** @type {DOMRect} */ { top, bottom, width }) => width > 0 && bottom > -innerHeight && top < innerHeight * 2;
  const skipped = { acceptNode: (/** @type {Node} */ node) => (node instanceof Element && !isNear(node.getBoundingClientRect()) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT) };
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, skipped);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof HTMLImageElement) boxes.push(node.getBoundingClientRect());
    if (!(node instanceof Text) || !node.data.trim()) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (isNear(box)) boxes.push(box);
  }
  return linesOf(boxes);
}

/**
 * Boxes side by side are one line: words in italics, cells of a table, a raised number.
 *
 * @param {Line[]} boxes
 */
function linesOf(boxes) {
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
