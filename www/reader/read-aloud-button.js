/**
 * Starts and stops reading aloud. The player is loaded on the first click. Hidden in browsers without speech synthesis.
 */

import { element } from './element.js';
import { t } from './i18n.js';
import { icon } from './icon.js';

export class ReadAloudButton extends HTMLElement {
  /** @type {import('./read-aloud/player.js').Player | null} */
  #player = null;
  #button = element('button', { type: 'button', ariaPressed: 'false' }, icon('M4 8v4h3l4 3.5v-11L7 8ZM13.5 7.5a3.5 3.5 0 0 1 0 5M15.5 5a7 7 0 0 1 0 10'), element('span', { className: 'label' }, t('readAloud.open')));

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.hidden = !('speechSynthesis' in globalThis);
    this.#button.addEventListener('click', () => this.#toggle());
    this.append(this.#button);
  }

  stop() {
    if (this.#player && !this.#player.hidden) this.#player.close();
  }

  async #toggle() {
    if (this.#player && !this.#player.hidden) {
      this.#player.close();
      return;
    }
    const { Player } = await import('./read-aloud/player.js');
    if (!this.#player) {
      this.#player = new Player();
      this.#player.addEventListener('recto-player-closed', (event) => {
        this.#button.ariaPressed = 'false';
        if (/** @type {CustomEvent} */ (event).detail.hadFocus) this.#button.focus({ preventScroll: true });
      });
      document.body.append(this.#player);
    }
    const article = document.querySelector('recto-article article');
    if (!(article instanceof HTMLElement)) return;
    this.#player.open(article);
    this.#button.ariaPressed = 'true';
  }
}

customElements.define('recto-read-aloud', ReadAloudButton);
