/**
 * Shows footnotes in a popover at their reference; the notes themselves stay in their list. In browsers without popovers a
 * reference scrolls to its note, like any link.
 */

import { element, extractContents } from './element.js';
import { t, UI_LANGUAGE } from './i18n.js';

/** The distance to the edges of the window, in pixels. */
const MARGIN = 16;

export class FootnotePopover extends HTMLElement {
  #body = element('div', { className: 'footnote' });
  #listLink = element('a', UI_LANGUAGE, t('footnote.showInList'));

  connectedCallback() {
    if (this.hasChildNodes()) return;
    Object.assign(this, { popover: 'auto', tabIndex: -1, ariaLabel: t('footnote.title') });
    this.setAttribute('role', 'dialog');
    // Closing returns the focus to the reference; then the link scrolls to the note.
    this.#listLink.addEventListener('click', () => this.hidePopover());
    this.append(this.#body, element('p', { className: 'list-link' }, this.#listLink));
  }

  /** @param {HTMLElement} content the article's text */
  attach(content) {
    content.addEventListener('click', (event) => {
      const reference = event.target instanceof Element ? event.target.closest('a[role="doc-noteref"]') : null;
      if (!(reference instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || !this.showPopover) return;
      const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)));
      if (!note || !content.contains(note)) return;
      event.preventDefault();
      this.#open(reference, note);
    });
  }

  /**
   * @param {HTMLAnchorElement} reference
   * @param {HTMLElement} note
   */
  #open(reference, note) {
    const copy = /** @type {HTMLElement} */ (note.cloneNode(true));
    for (const backlink of copy.querySelectorAll('[role="doc-backlink"]')) backlink.remove();
    for (const node of copy.querySelectorAll('[id]')) node.removeAttribute('id');
    this.#body.replaceChildren(extractContents(copy));
    this.#body.lang = note.closest('[lang]')?.getAttribute('lang') ?? '';
    this.#body.dir = getComputedStyle(note).direction;
    this.#listLink.href = reference.hash;
    this.hidePopover();
    reference.focus({ preventScroll: true });
    this.showPopover();
    this.#position(reference.getBoundingClientRect());
    // After positioning, as the browser scrolls to what takes the focus.
    this.focus({ preventScroll: true });
  }

  /**
   * Below the reference, or above it where there is more room. Positioned in the page, so that it scrolls with the text.
   *
   * @param {DOMRect} anchor
   */
  #position({ left, top, bottom }) {
    const { width, height } = this.getBoundingClientRect();
    const x = Math.max(MARGIN, Math.min(left - width / 2, document.documentElement.clientWidth - width - MARGIN));
    const isBelow = bottom + height + MARGIN < innerHeight || top < innerHeight / 2;
    const y = isBelow ? bottom + MARGIN / 2 : top - height - MARGIN / 2;
    this.style.setProperty('left', `${x + scrollX}px`);
    this.style.setProperty('top', `${y + scrollY}px`);
  }
}

customElements.define('recto-footnote', FootnotePopover);
