/**
 * A bookmarklet that opens this site with the page it is clicked on. The page is serialised where it is and sent from tab
 * to tab by `postMessage`; nothing is stored and nothing goes over the network.
 */

import { AppError } from './errors.js';
import { t } from './reader/i18n.js';
import { serialise } from './serialise.js';
import { parseUserUrl } from './sources.js';

/** @typedef {import('./sources.js').Source} Source */

export const BOOKMARKLET_HASH = '#bookmarklet';

/** The message by which this tab tells its opener that it is ready to receive the page. */
const READY = 'recto-ready';

/** A long page on a slow device takes seconds to transfer. */
const TRANSFER_TIMEOUT_MS = 20_000;

/** How long a status text stays. */
const STATUS_MS = 2_000;

/**
 * Runs in the page to be read, as source text, so it cannot refer to anything in this module.
 *
 * @param {typeof serialise} serialisePage
 * @param {{ readerUrl: string, ready: string, popupBlocked: string }} options
 */
function sendPage(serialisePage, { readerUrl, ready, popupBlocked }) {
  const { url } = serialisePage('page');
  const global = /** @type {{ rectoSerialisedPage?: string }} */ (globalThis);
  const html = global.rectoSerialisedPage;
  delete global.rectoSerialisedPage;
  const readerTab = open(readerUrl);
  if (!readerTab) {
    alert(popupBlocked);
    return;
  }
  const { origin } = new URL(readerUrl);
  addEventListener('message', function onReady(event) {
    if (event.source !== readerTab || event.origin !== origin || event.data !== ready) return;
    removeEventListener('message', onReady);
    readerTab.postMessage({ html, url }, origin);
  });
}

/** @returns {string} */
function bookmarkletUrl() {
  const options = { readerUrl: new URL(BOOKMARKLET_HASH, new URL('./', import.meta.url)).href, ready: READY, popupBlocked: t('bookmarklet.popupBlocked') };
  return `javascript:${encodeURIComponent(`void (${sendPage})(${serialise}, ${JSON.stringify(options)})`)}`;
}

/**
 * Receives the page from the tab that opened this one.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<Source>}
 */
export function fromBookmarklet(signal) {
  const { opener } = window;
  // A site with a Cross-Origin-Opener-Policy opens tabs without an opener.
  if (!opener) return Promise.reject(new AppError('TabMessagesBlocked'));
  return new Promise((resolve, reject) => {
    const settled = new AbortController();
    const timer = setTimeout(() => end(() => reject(new AppError('TabMessagesBlocked'))), TRANSFER_TIMEOUT_MS);
    const end = (/** @type {() => void} */ settle) => {
      clearTimeout(timer);
      settled.abort();
      settle();
    };
    signal.addEventListener('abort', () => end(() => reject(signal.reason)), { signal: settled.signal });
    addEventListener('message', ({ source, data }) => {
      if (source !== opener || typeof data?.html !== 'string') return;
      end(() => resolve({ html: data.html, text: data.html, url: parseUserUrl(String(data.url)), kind: 'page' }));
    }, { signal: settled.signal });
    // To any origin: the message is no secret, and a page with an opaque origin, such as a file, can be addressed by nothing else.
    opener.postMessage(READY, '*');
  });
}

/** The link to drag to the bookmarks. Its markup is in page.html, hidden until this module runs. */
class Bookmarklet extends HTMLElement {
  connectedCallback() {
    // A page may not open an extension's.
    if (!/^https?:$/.test(location.protocol)) return;
    const link = /** @type {HTMLAnchorElement} */ (this.querySelector('a'));
    const copy = /** @type {HTMLButtonElement} */ (this.querySelector('button'));
    const status = /** @type {HTMLElement} */ (this.querySelector('[role=status]'));
    const showStatus = (/** @type {string} */ text) => {
      status.textContent = text;
      setTimeout(() => (status.textContent = ''), STATUS_MS);
    };
    link.href = bookmarkletUrl();
    link.addEventListener('click', (event) => {
      event.preventDefault();
      showStatus(t('bookmarklet.dragHint'));
    });
    copy.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(link.href);
        showStatus(t('code.copied'));
      } catch {
        showStatus(t('bookmarklet.dragHint'));
      }
    });
    this.hidden = false;
  }
}

customElements.define('recto-bookmarklet', Bookmarklet);
