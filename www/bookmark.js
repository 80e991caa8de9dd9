/**
 * A bookmark that opens this site with the page it is pressed on. The page writes itself and hands itself over from tab to
 * tab; nothing is stored and nothing goes over the network.
 */

import { Failure } from './failure.js';
import { say } from './reader/phrases.js';
import { serialise } from './serialise.js';
import { webAddress } from './sources.js';

/** @typedef {import('./sources.js').Source} Source */

export const BOOKMARK_PLACE = '#bookmark';

/** What tells the page that this tab listens. */
const READY = 'recto-ready';

/** A long page on a slow device takes seconds to come across. */
const DEADLINE_MS = 20_000;

/** How long a button says what it did, in milliseconds. */
const SAID = 2_000;

/**
 * Runs in the page that is to be read, so it can use nothing from outside itself.
 *
 * @param {typeof serialise} write
 * @param {{ site: string, ready: string, blocked: string }} words
 */
function handOver(write, { site, ready, blocked }) {
  const { url } = write('page');
  const kept = /** @type {{ rectoPage?: string }} */ (globalThis);
  const html = kept.rectoPage;
  delete kept.rectoPage;
  const reading = open(site);
  if (!reading) {
    alert(blocked);
    return;
  }
  const { origin } = new URL(site);
  addEventListener('message', function give(event) {
    if (event.source !== reading || event.origin !== origin || event.data !== ready) return;
    removeEventListener('message', give);
    reading.postMessage({ html, url }, origin);
  });
}

/** @returns {string} */
function bookmarkAddress() {
  const words = { site: new URL(BOOKMARK_PLACE, new URL('./', import.meta.url)).href, ready: READY, blocked: say('bookmark.blocked') };
  return `javascript:${encodeURIComponent(`void (${handOver})(${serialise}, ${JSON.stringify(words)})`)}`;
}

/**
 * Takes the page from the tab that opened this one.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<Source>}
 */
export function fromBookmark(signal) {
  const { opener } = window;
  // A page that keeps its tabs to itself opens one that does not know where it came from.
  if (!opener) return Promise.reject(new Failure('CutOff'));
  return new Promise((resolve, reject) => {
    const settled = new AbortController();
    const timer = setTimeout(() => end(() => reject(new Failure('CutOff'))), DEADLINE_MS);
    const end = (/** @type {() => void} */ settle) => {
      clearTimeout(timer);
      settled.abort();
      settle();
    };
    signal.addEventListener('abort', () => end(() => reject(signal.reason)), { signal: settled.signal });
    addEventListener('message', ({ source, data }) => {
      if (source !== opener || typeof data?.html !== 'string') return;
      end(() => resolve({ html: data.html, text: data.html, url: webAddress(String(data.url)), kind: 'page' }));
    }, { signal: settled.signal });
    // Says nothing that others may not know, and a page without an origin, as of a file, has no other name.
    opener.postMessage(READY, '*');
  });
}

/** What offers the bookmark. Its markup is in page.html, hidden until this module runs. */
class Bookmark extends HTMLElement {
  connectedCallback() {
    // A page may not open an extension's.
    if (!/^https?:$/.test(location.protocol)) return;
    const link = /** @type {HTMLAnchorElement} */ (this.querySelector('a'));
    const copy = /** @type {HTMLButtonElement} */ (this.querySelector('button'));
    const said = /** @type {HTMLElement} */ (this.querySelector('[role=status]'));
    const tell = (/** @type {string} */ words) => {
      said.textContent = words;
      setTimeout(() => (said.textContent = ''), SAID);
    };
    link.href = bookmarkAddress();
    link.addEventListener('click', (event) => {
      event.preventDefault();
      tell(say('bookmark.drag'));
    });
    copy.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(link.href);
        tell(say('code.copied'));
      } catch {
        tell(say('bookmark.drag'));
      }
    });
    this.hidden = false;
  }
}

customElements.define('recto-bookmark', Bookmark);
