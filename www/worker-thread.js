/**
 * The thread behind worker.js: one question in, one answer out.
 */

import init, { extract } from './recto.js';

/**
 * @typedef {{ html: string, options: import('./recto.js').ExtractOptions }} Question
 * @typedef {{ kind: 'loaded' }
 *   | { kind: 'loadFailed', message: string }
 *   | { kind: 'article', article: import('./worker.js').Article }
 *   | { kind: 'failed', name: string, message: string }
 *   | { kind: 'crashed', message: string }} Answer
 */

/** What the core says on purpose. Any other error means the wasm instance can no longer be trusted. */
const PAGE_FAILURES = new Set(['NoContent', 'TooDeep', 'TooLarge', 'InvalidInput']);

const loaded = init().then(
  () => answer({ kind: 'loaded' }),
  (error) => answer({ kind: 'loadFailed', message: String(error) }),
);

addEventListener('message', async (/** @type {MessageEvent<Question>} */ { data: { html, options } }) => {
  await loaded;
  try {
    answer({ kind: 'article', article: extract(html, options) });
  } catch (thrown) {
    const { name, message } = /** @type {Error} */ (thrown);
    answer(PAGE_FAILURES.has(name) ? { kind: 'failed', name, message } : { kind: 'crashed', message });
  }
});

/** @param {Answer} message */
function answer(message) {
  postMessage(message);
}
