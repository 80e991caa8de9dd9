/**
 * An image by itself, as large as the window lets it be, with its caption.
 */

import { element } from './element.js';
import { icon } from './icon.js';
import { say } from './i18n.js';

/** What is drawn smaller than this, in pixels, is an ornament. */
const LEAST = 120;

export class Lightbox extends HTMLElement {
  #image = element('img');
  #caption = element('p', { className: 'caption' });
  #close = element('button', { type: 'button', ariaLabel: say('lightbox.close') }, icon('M5 5l10 10M15 5 5 15'));
  #dialog = element('dialog', { ariaLabel: say('lightbox.title') }, this.#close, this.#image, this.#caption);

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.#close.addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('click', ({ target }) => target === this.#dialog && this.#dialog.close());
    this.append(this.#dialog);
  }

  /**
   * Gives each image a button once it is there. Those in links lead elsewhere already.
   *
   * @param {HTMLElement} content the article's text
   */
  serve(content) {
    // An image's load does not bubble, but can be caught on its way down.
    content.addEventListener('load', ({ target }) => target instanceof HTMLImageElement && this.#offer(target), true);
    for (const image of content.querySelectorAll('img')) if (image.complete) this.#offer(image);
  }

  /** @param {HTMLImageElement} image */
  #offer(image) {
    if (image.naturalWidth < LEAST || image.closest('a, button, figure.embed')) return;
    const button = element('button', { type: 'button', className: 'enlarge', title: say('lightbox.open') });
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
