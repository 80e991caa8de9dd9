/**
 * Shows an image enlarged in a dialog, with its caption.
 */

import { element } from './element.js';
import { t } from './i18n.js';
import { icon } from './icon.js';

/** Images narrower than this, in pixels, are taken for decorative. */
const MIN_WIDTH = 120;

export class Lightbox extends HTMLElement {
  #image = element('img');
  #caption = element('p', { className: 'caption' });
  #close = element('button', { type: 'button', ariaLabel: t('lightbox.close') }, icon('M5 5l10 10M15 5 5 15'));
  #dialog = element('dialog', { ariaLabel: t('lightbox.title') }, this.#close, this.#image, this.#caption);

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.#close.addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('click', ({ target }) => target === this.#dialog && this.#dialog.close());
    this.append(this.#dialog);
  }

  /**
   * Makes each image a button once it has loaded, except in links.
   *
   * @param {HTMLElement} content the article's text
   */
  attach(content) {
    // `load` does not bubble, so it is handled in the capture phase.
    content.addEventListener('load', ({ target }) => target instanceof HTMLImageElement && this.#addButton(target), true);
    for (const image of content.querySelectorAll('img')) if (image.complete) this.#addButton(image);
  }

  /** @param {HTMLImageElement} image */
  #addButton(image) {
    if (image.naturalWidth < MIN_WIDTH || image.closest('a, button, figure.embed')) return;
    const button = element('button', { type: 'button', className: 'enlarge-button', title: t('lightbox.open') });
    image.replaceWith(button);
    button.append(image);
    button.addEventListener('click', () => this.#show(image));
  }

  /** @param {HTMLImageElement} image */
  #show(image) {
    const caption = image.closest('figure')?.querySelector('figcaption');
    Object.assign(this.#image, { referrerPolicy: 'no-referrer', src: image.currentSrc || image.src, alt: image.alt });
    this.#caption.lang = image.closest('[lang]')?.getAttribute('lang') ?? '';
    this.#caption.textContent = caption?.textContent?.trim() || image.alt;
    this.#dialog.showModal();
  }
}

customElements.define('recto-lightbox', Lightbox);
