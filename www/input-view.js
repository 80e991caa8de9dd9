/**
 * The view in which a page is given: its source, its address, and the buttons for the other ways in.
 * Its markup is in page.html. It asks for a read with a `recto-read` event whose detail takes the source.
 */

import { say } from './reader/phrases.js';
import { FILE_TYPES, fromClipboard, fromFile, fromSample, fromText, webAddress } from './sources.js';

/** @typedef {import('./sources.js').Source} Source */

/** A longer source is shown by its beginning: browsers take seconds to lay out a box of many megabytes. */
const LONGEST_SHOWN = 1_000_000;

export class InputView extends HTMLElement {
  /** What was typed since the last read is the reader's own, and is not replaced by what a source tells. */
  #editedSource = false;
  #editedAddress = false;

  /** @type {string | null} A source too long to be shown. The box then holds its beginning and cannot be edited. */
  #longSource = null;

  connectedCallback() {
    this.#file.accept = FILE_TYPES;
    this.#on('[name=paste]', 'click', () => this.#ask(fromClipboard));
    this.#on('[name=open]', 'click', () => this.#file.click());
    this.#on('[name=sample]', 'click', () => this.#ask(fromSample));
    this.#on('[name=clear]', 'click', () => this.#clear());
    this.#on('form', 'submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#source.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#submit();
    });
    this.#source.addEventListener('input', () => (this.#editedSource = true));
    this.#address.addEventListener('input', () => {
      this.#editedAddress = true;
      this.#complain('');
    });
    this.#file.addEventListener('change', () => {
      const file = this.#file.files?.[0];
      this.#file.value = '';
      if (file) this.#ask(() => fromFile(file));
    });
  }

  /** The address that was typed for what comes next, if one was. */
  get typedAddress() {
    return this.#editedAddress ? webAddress(this.#address.value) : null;
  }

  /**
   * Shows what is being read, so that nothing given is ever lost.
   *
   * @param {Source} source
   * @param {string | null} address
   */
  hold(source, address) {
    const isLong = source.text.length > LONGEST_SHOWN;
    this.#longSource = isLong ? source.text : null;
    this.#source.value = isLong ? source.text.slice(0, LONGEST_SHOWN) : source.text;
    this.#source.readOnly = isLong;
    this.#find('.long-source', HTMLElement).hidden = !isLong;
    this.#address.value = address ?? '';
    this.#editedSource = false;
    this.#editedAddress = false;
    this.#complain('');
  }

  /**
   * Shows what was read before, unless something new is being typed.
   *
   * @param {Source} source
   * @param {string | null} address
   */
  recall(source, address) {
    if (!this.#editedSource && !this.#editedAddress) this.hold(source, address);
  }

  /** @param {string} address that came in place of a page */
  suggestAddress(address) {
    this.#address.value = webAddress(address) ?? address;
    this.#editedAddress = true;
  }

  #submit() {
    const typed = this.#address.value.trim();
    const address = webAddress(typed);
    if (typed && !address) {
      this.#complain(say('home.addressWrong', { example: 'https://example.com/page' }));
      this.#address.focus();
      return;
    }
    // The field stands beside the box, so it holds for the box's text whoever filled it in.
    this.#editedAddress = typed !== '';
    this.#ask(async () => fromText(this.#longSource ?? this.#source.value));
  }

  #clear() {
    this.hold({ html: '', text: '', url: null, kind: 'page' }, null);
    this.#source.focus();
  }

  /** @param {() => Promise<Source>} take */
  #ask(take) {
    this.dispatchEvent(new CustomEvent('recto-read', { detail: take }));
  }

  /** @param {string} words */
  #complain(words) {
    this.#find('#address-error', HTMLElement).textContent = words;
    this.#address.ariaInvalid = words ? 'true' : null;
  }

  /**
   * @param {string} selector
   * @param {string} type
   * @param {(event: Event) => void} listener
   */
  #on(selector, type, listener) {
    this.#find(selector, HTMLElement).addEventListener(type, listener);
  }

  get #source() {
    return this.#find('[name=source]', HTMLTextAreaElement);
  }

  get #address() {
    return this.#find('[name=address]', HTMLInputElement);
  }

  get #file() {
    return this.#find('[name=file]', HTMLInputElement);
  }

  /**
   * @template {HTMLElement} E
   * @param {string} selector
   * @param {new () => E} type
   * @returns {E}
   */
  #find(selector, type) {
    const found = this.querySelector(selector);
    if (found instanceof type) return found;
    throw new Error(`The page has no ${selector}.`);
  }
}

customElements.define('recto-input', InputView);
