/**
 * The view in which a page is given: its source, its URL, and buttons for the clipboard, a file and the sample.
 * Its markup is in page.html. It fires `recto-read` with a function that loads the source as `detail`.
 */

import { t } from './reader/i18n.js';
import { FILE_TYPES, fromClipboard, fromFile, fromSample, fromText, parseUserUrl } from './sources.js';

/** @typedef {import('./sources.js').Source} Source */

/** Longer sources are shown in part: browsers take seconds to lay out a text area with many megabytes. */
const MAX_SHOWN_LENGTH = 1_000_000;

export class InputView extends HTMLElement {
  /** What the user has edited since the last read is not overwritten by a restored source. */
  #sourceEdited = false;
  #urlEdited = false;

  /** @type {string | null} A source too long to be shown. The box then shows its beginning, read-only. */
  #longSource = null;

  connectedCallback() {
    this.#file.accept = FILE_TYPES;
    this.#on('[name=paste]', 'click', () => this.#requestRead(fromClipboard));
    this.#on('[name=open]', 'click', () => this.#file.click());
    this.#on('[name=sample]', 'click', () => this.#requestRead(fromSample));
    this.#on('[name=clear]', 'click', () => this.#clear());
    this.#on('form', 'submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#source.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#submit();
    });
    this.#source.addEventListener('input', () => (this.#sourceEdited = true));
    this.#url.addEventListener('input', () => {
      this.#urlEdited = true;
      this.#showUrlError('');
    });
    this.#file.addEventListener('change', () => {
      const file = this.#file.files?.[0];
      this.#file.value = '';
      if (file) this.#requestRead(() => fromFile(file));
    });
  }

  /** The URL that was typed since the last read, if any. */
  get typedUrl() {
    return this.#urlEdited ? parseUserUrl(this.#url.value) : null;
  }

  /**
   * Fills the form with the page being read, so that no input is lost.
   *
   * @param {Source} source
   * @param {string | null} url
   */
  setSource(source, url) {
    const isLong = source.text.length > MAX_SHOWN_LENGTH;
    this.#longSource = isLong ? source.text : null;
    this.#source.value = isLong ? source.text.slice(0, MAX_SHOWN_LENGTH) : source.text;
    this.#source.readOnly = isLong;
    this.#find('.long-source', HTMLElement).hidden = !isLong;
    this.#url.value = url ?? '';
    this.#sourceEdited = false;
    this.#urlEdited = false;
    this.#showUrlError('');
  }

  /**
   * Fills the form with a page read earlier, unless the user is typing something new.
   *
   * @param {Source} source
   * @param {string | null} url
   */
  restoreSource(source, url) {
    if (!this.#sourceEdited && !this.#urlEdited) this.setSource(source, url);
  }

  /** @param {string} url that was pasted instead of a page */
  setUrl(url) {
    this.#url.value = parseUserUrl(url) ?? url;
    this.#urlEdited = true;
  }

  #submit() {
    const typed = this.#url.value.trim();
    const url = parseUserUrl(typed);
    if (typed && !url) {
      this.#showUrlError(t('home.urlInvalid', { example: 'https://example.com/page' }));
      this.#url.focus();
      return;
    }
    // On submit the field applies to the text in the box, even if it was not typed but filled in.
    this.#urlEdited = typed !== '';
    this.#requestRead(async () => fromText(this.#longSource ?? this.#source.value));
  }

  #clear() {
    this.setSource({ html: '', text: '', url: null, kind: 'page' }, null);
    this.#source.focus();
  }

  /** @param {() => Promise<Source>} load */
  #requestRead(load) {
    this.dispatchEvent(new CustomEvent('recto-read', { detail: load }));
  }

  /** @param {string} text empty to clear it */
  #showUrlError(text) {
    this.#find('#url-error', HTMLElement).textContent = text;
    this.#url.ariaInvalid = text ? 'true' : null;
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

  get #url() {
    return this.#find('[name=url]', HTMLInputElement);
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
