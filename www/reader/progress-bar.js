/**
 * Says that work is under way, but only when it takes long enough to be noticed, and lets it be cancelled.
 */

import { element } from './element.js';
import { say } from './i18n.js';

const NOTICEABLE_MS = 150;

export class BusyBar extends HTMLElement {
  #cancel = () => {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #status = element('span');

  connectedCallback() {
    if (this.hasChildNodes()) return;
    const button = element('button', { type: 'button' }, say('busy.cancel'));
    button.addEventListener('click', () => this.#cancel());
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !this.hidden) this.#cancel();
    });
    this.#status.setAttribute('role', 'status');
    this.append(element('span', { className: 'stripe', ariaHidden: 'true' }), this.#status, button);
    this.hidden = true;
  }

  /** @param {() => void} cancel */
  start(cancel) {
    this.stop();
    this.#cancel = cancel;
    this.#timer = setTimeout(() => {
      this.hidden = false;
      this.#status.textContent = say('busy.reading');
    }, NOTICEABLE_MS);
  }

  /** @param {string} words how far the work is */
  tell(words) {
    if (!this.hidden) this.#status.textContent = words;
  }

  stop() {
    clearTimeout(this.#timer);
    this.hidden = true;
    this.#status.textContent = '';
  }
}

customElements.define('recto-busy', BusyBar);
