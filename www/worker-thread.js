/**
 * The worker that worker.js starts: it replies to each request with one response.
 */

import init, { extract } from './recto.js';

/**
 * @typedef {{ html: string, options: import('./recto.js').ExtractOptions }} WorkerRequest
 * @typedef {{ kind: 'loaded' }
 *   | { kind: 'loadFailed', message: string }
 *   | { kind: 'article', article: import('./worker.js').Article }
 *   | { kind: 'failed', name: string, message: string }
 *   | { kind: 'crashed', message: string }} WorkerResponse
 */

/** Errors that the core returns. Any other is a trap, after which the wasm instance must not be used again. */
const PAGE_ERRORS = new Set(['NoContent', 'TooDeep', 'TooLarge', 'InvalidInput']);

const loaded = init().then(
  () => reply({ kind: 'loaded' }),
  (error) => reply({ kind: 'loadFailed', message: String(error) }),
);

addEventListener('message', async (/** @type {MessageEvent<WorkerRequest>} */ { data: { html, options } }) => {
  await loaded;
  try {
    reply({ kind: 'article', article: extract(html, options) });
  } catch (thrown) {
    const { name, message } = /** @type {Error} */ (thrown);
    reply(PAGE_ERRORS.has(name) ? { kind: 'failed', name, message } : { kind: 'crashed', message });
  }
});

/** @param {WorkerResponse} response */
function reply(response) {
  postMessage(response);
}
