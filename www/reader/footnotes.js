/**
 * Notes where they are called: a reference opens its note beside it, and the note itself stays in its list. Where the
 * browser has no popovers, a reference leads down to it as any link does.
 */

import { contentsOf, element } from './element.js';
import { INTERFACE, say } from './i18n.js';

/** How far the note stays from the window's edges, in pixels. */
const MARGIN = 16;

export class NotePopover extends HTMLElement {
  #note = element('div', { className: 'note' });
  #down = element('a', INTERFACE, say('note.inList'));

  connectedCallback() {
    if (this.hasChildNodes()) return;
    Object.assign(this, { popover: 'auto', tabIndex: -1, ariaLabel: say('note.title') });
    this.setAttribute('role', 'dialog');
    // The place is left to the link, once the note has closed and given the focus back.
    this.#down.addEventListener('click', () => this.hidePopover());
    this.append(this.#note, element('p', { className: 'down' }, this.#down));
  }

  /** @param {HTMLElement} content the article's text */
  serve(content) {
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
    for (const back of copy.querySelectorAll('[role="doc-backlink"]')) back.remove();
    for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
    this.#note.replaceChildren(contentsOf(copy));
    this.#note.lang = note.closest('[lang]')?.getAttribute('lang') ?? '';
    this.#note.dir = getComputedStyle(note).direction;
    this.#down.href = reference.hash;
    this.hidePopover();
    reference.focus({ preventScroll: true });
    this.showPopover();
    this.#place(reference.getBoundingClientRect());
    // Only now, as the browser would first scroll to where it was.
    this.focus({ preventScroll: true });
  }

  /**
   * Under the reference, or over it where there is more room; it scrolls with the text.
   *
   * @param {DOMRect} at
   */
  #place({ left, top, bottom }) {
    const { width, height } = this.getBoundingClientRect();
    const x = Math.max(MARGIN, Math.min(left - width / 2, document.documentElement.clientWidth - width - MARGIN));
    const isUnder = bottom + height + MARGIN < innerHeight || top < innerHeight / 2;
    const y = isUnder ? bottom + MARGIN / 2 : top - height - MARGIN / 2;
    this.style.setProperty('left', `${x + scrollX}px`);
    this.style.setProperty('top', `${y + scrollY}px`);
  }
}

customElements.define('recto-note', NotePopover);
