/**
 * Shows that a task is running, with a Cancel button. Short tasks finish before it appears.
 */

import { element } from './element.js';
import { t } from './i18n.js';

const SHOW_DELAY_MS = 150;

export class ProgressBar extends HTMLElement {
  #cancel = () => {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #status = element('span');

  connectedCallback() {
    if (this.hasChildNodes()) return;
    const button = element('button', { type: 'button' }, t('progress.cancel'));
    button.addEventListener('click', () => this.#cancel());
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !this.hidden) this.#cancel();
    });
    this.#status.setAttribute('role', 'status');
    this.append(element('span', { className: 'indicator', ariaHidden: 'true' }), this.#status, button);
    this.hidden = true;
  }

  /** @param {() => void} cancel */
  start(cancel) {
    this.stop();
    this.#cancel = cancel;
    this.#timer = setTimeout(() => {
      this.hidden = false;
      this.#status.textContent = t('progress.reading');
    }, SHOW_DELAY_MS);
  }

  /** @param {string} text */
  setStatus(text) {
    if (!this.hidden) this.#status.textContent = text;
  }

  stop() {
    clearTimeout(this.#timer);
    this.hidden = true;
    this.#status.textContent = '';
  }
}

customElements.define('recto-progress-bar', ProgressBar);
