/**
 * The bar above an article that continues on more pages, with a button that loads and joins them.
 */

import { element } from '../reader/element.js';
import { formatList } from '../reader/format.js';
import { t, UI_LANGUAGE } from '../reader/i18n.js';
import { workerUrl } from '../worker-url.js';
import { createReader } from '../worker.js';
import { joinPages } from './join-pages.js';
import { findPages } from './next-page.js';
import { hostOf, originPattern } from './sites.js';

/**
 * @typedef {object} ShownArticle
 * @property {import('../worker.js').Article} article
 * @property {import('../sources.js').Source} source
 * @property {string} url
 * @property {(article: import('../worker.js').Article) => void} replaceArticle
 * @typedef {{ joined: number, failed: number[] }} Result
 */

/** @type {WeakMap<import('../worker.js').Article, Result>} For each joined article, how many pages were loaded. */
const results = new WeakMap();

export class MorePages extends HTMLElement {
  #status = element('span');
  #button = element('button', { type: 'button', className: 'small' });

  connectedCallback() {
    if (this.hasChildNodes()) return;
    Object.assign(this, UI_LANGUAGE, { className: 'info-bar' });
    this.#status.setAttribute('role', 'status');
    this.append(element('p', {}, this.#status), element('p', { className: 'actions' }, this.#button));
  }

  /** @param {ShownArticle} shown */
  show(shown) {
    const result = results.get(shown.article);
    this.hidden = !result && findPages(shown.source.html, shown.url).known.size === 0;
    if (result) this.#showResult(result);
    else this.#offer(shown);
  }

  /** @param {ShownArticle} shown */
  #offer(shown) {
    this.#status.textContent = t('multiPage.found');
    this.#setAction(t('multiPage.loadAll'), () => this.#join(shown));
  }

  /** @param {Result} result */
  #showResult({ joined, failed }) {
    const sentences = [t('multiPage.joined', { count: joined })];
    if (failed.length > 0) sentences.push(t('multiPage.failed', { count: failed.length, numbers: formatList(failed.map(String), failed.length) }));
    this.#status.textContent = sentences.join(' ');
    this.#button.hidden = true;
  }

  /** @param {ShownArticle} shown */
  async #join(shown) {
    const { article, source, url } = shown;
    // Permissions can be requested only during a user gesture, so nothing may be awaited before.
    const isAllowed = await chrome.permissions.request({ origins: [originPattern(url)] }).catch(() => false);
    if (!isAllowed) {
      this.#status.textContent = t('multiPage.permissionDenied', { site: hostOf(url) ?? '' });
      return;
    }
    const controller = new AbortController();
    this.#setAction(t('progress.cancel'), () => controller.abort());
    const reader = createReader({ workerUrl });
    const onProgress = (/** @type {number} */ number) => (this.#status.textContent = t('multiPage.loading', { number }));
    try {
      const { article: whole, ...result } = await joinPages({ article, html: source.html, url }, { reader, signal: controller.signal, onProgress });
      results.set(whole, result);
      shown.replaceArticle(whole);
    } catch {
      // Cancelled, or the reader could not be started: the first page stays as it is.
      this.#offer(shown);
    } finally {
      reader.close();
    }
  }

  /**
   * @param {string} label
   * @param {() => void} run
   */
  #setAction(label, run) {
    this.#button.textContent = label;
    this.#button.onclick = run;
  }
}

customElements.define('recto-more-pages', MorePages);
