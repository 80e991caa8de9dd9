/**
 * The line above an article that goes on over more pages: says so, and has them loaded and joined when the reader asks.
 */

import { element } from '../reader/element.js';
import { formatList } from '../reader/format.js';
import { INTERFACE, say } from '../reader/i18n.js';
import { workerUrl } from '../worker-url.js';
import { createReader } from '../worker.js';
import { joinPages } from './join-pages.js';
import { findPages } from './next-page.js';
import { hostOf, originOf } from './sites.js';

/**
 * @typedef {object} Shown
 * @property {import('../worker.js').Article} article
 * @property {import('../sources.js').Source} source
 * @property {string} address
 * @property {(article: import('../worker.js').Article) => void} change
 * @typedef {{ joined: number, missing: number[] }} Outcome
 */

/** @type {WeakMap<import('../worker.js').Article, Outcome>} How each joined article came about. */
const outcomes = new WeakMap();

export class MorePages extends HTMLElement {
  #said = element('span');
  #button = element('button', { type: 'button', className: 'quiet' });

  connectedCallback() {
    if (this.hasChildNodes()) return;
    Object.assign(this, INTERFACE, { className: 'remark' });
    this.#said.setAttribute('role', 'status');
    this.append(element('p', {}, this.#said), element('p', { className: 'actions' }, this.#button));
  }

  /** @param {Shown} shown */
  show(shown) {
    const done = outcomes.get(shown.article);
    this.hidden = !done && findPages(shown.source.html, shown.address).known.size === 0;
    if (done) this.#tell(done);
    else this.#offer(shown);
  }

  /** @param {Shown} shown */
  #offer(shown) {
    this.#said.textContent = say('pages.goOn');
    this.#action(say('pages.join'), () => this.#join(shown));
  }

  /** @param {Outcome} outcome */
  #tell({ joined, missing }) {
    const words = [say('pages.joined', { count: joined })];
    if (missing.length > 0) words.push(say('pages.notJoined', { numbers: formatList(missing.map(String), missing.length) }));
    this.#said.textContent = words.join(' ');
    this.#button.hidden = true;
  }

  /** @param {Shown} shown */
  async #join(shown) {
    const { article, source, address } = shown;
    // The browser asks the reader only at a click, so nothing may be waited for before.
    const isAllowed = await chrome.permissions.request({ origins: [originOf(address)] }).catch(() => false);
    if (!isAllowed) {
      this.#said.textContent = say('pages.notAllowed', { site: hostOf(address) ?? '' });
      return;
    }
    const stop = new AbortController();
    this.#action(say('busy.cancel'), () => stop.abort());
    const reader = createReader({ workerUrl });
    const tell = (/** @type {number} */ number) => (this.#said.textContent = say('pages.loading', { number }));
    try {
      const { article: whole, ...outcome } = await joinPages({ article, html: source.html, address }, { reader, signal: stop.signal, tell });
      outcomes.set(whole, outcome);
      shown.change(whole);
    } catch {
      // Cancelled, or the reader could not be started: the page alone is there as before.
      this.#offer(shown);
    } finally {
      reader.close();
    }
  }

  /**
   * @param {string} label
   * @param {() => void} run
   */
  #action(label, run) {
    this.#button.textContent = label;
    this.#button.onclick = run;
  }
}

customElements.define('recto-more-pages', MorePages);
