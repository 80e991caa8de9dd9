/**
 * Copies text and says so: on the button for those who see it, in a live region for those who listen.
 */

import { element } from './element.js';

/** How long the button shows what happened. */
const SHOWN_MS = 2500;

export class CopyButton extends HTMLElement {
  /** The text the button copies. */
  text = '';

  #label = element('span', {}, 'Copy as Markdown');
  #said = element('span', { className: 'visually-hidden' });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  connectedCallback() {
    if (this.hasChildNodes()) return;
    const button = element('button', { type: 'button' }, this.#label);
    button.addEventListener('click', () => this.#copy());
    this.#said.setAttribute('role', 'status');
    this.append(button, this.#said);
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.text);
      this.#say('Copied', 'The article is on the clipboard as Markdown.');
    } catch {
      this.#say('Select and copy', 'The browser did not allow copying. The Markdown is shown to be copied by hand.');
      this.#offerByHand();
    }
  }

  /**
   * @param {string} shown
   * @param {string} spoken
   */
  #say(shown, spoken) {
    clearTimeout(this.#timer);
    this.#label.textContent = shown;
    this.#said.textContent = spoken;
    this.#timer = setTimeout(() => {
      this.#label.textContent = 'Copy as Markdown';
      this.#said.textContent = '';
    }, SHOWN_MS);
  }

  #offerByHand() {
    const words = element('p', { id: 'copy-by-hand' }, 'The browser did not allow copying. Copy the selected text with Ctrl+C or ⌘C.');
    const text = element('textarea', { readOnly: true, value: this.text, rows: 12 });
    text.setAttribute('aria-labelledby', words.id);
    const close = element('button', { type: 'button' }, 'Close');
    const dialog = element('dialog', { className: 'sheet' }, words, text, close);
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    text.select();
  }
}

customElements.define('recto-copy', CopyButton);
