/**
 * Reads pages in a worker, so that a slow or hostile page never freezes its caller and can always be stopped.
 */

/** @typedef {import('./worker.js').Article} Article */
/** @typedef {import('./worker.js').ReadOptions} ReadOptions */
/** @typedef {import('./worker-thread.js').Answer} Answer */

/**
 * @typedef {object} Request
 * @property {import('./worker-thread.js').Question} question
 * @property {number} deadline
 * @property {(article: Article) => void} resolve
 * @property {(reason: unknown) => void} reject
 */

const DEFAULT_DEADLINE_MS = 30_000;

/** A worker that has not loaded by then never will; slow lines and slow machines take their time. */
const LOAD_DEADLINE_MS = 60_000;

/**
 * Starts a worker at once, so that it is warm when the first page comes. A worker that was stopped, ran out of
 * time or crashed is never used again: the next page gets a new one.
 *
 * @param {{ workerUrl?: URL | string }} [options]
 * @returns {import('./worker.js').Reader}
 */
export function createReader({ workerUrl } = {}) {
  /** @type {Request[]} */
  const waiting = [];
  /** @type {Request | null} */
  let current = null;
  let isLoaded = false;
  /** @type {Worker | null} */
  let worker = startWorker();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  return { extract, close };

  /**
   * @param {string} html
   * @param {ReadOptions} [options]
   * @returns {Promise<Article>}
   */
  function extract(html, { signal, deadline = DEFAULT_DEADLINE_MS, ...options } = {}) {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (typeof html !== 'string') throw named('InvalidInput', 'the page must be a string of HTML: a worker can be sent no Document or Element');
      const question = { html, options: sendable(options) };
      const request = { question, deadline, resolve, reject };
      signal?.addEventListener('abort', () => withdraw(request, signal.reason), { once: true });
      waiting.push(request);
      next();
    });
  }

  function close() {
    const closed = new DOMException('The reader was closed.', 'AbortError');
    for (const request of waiting.splice(0)) request.reject(closed);
    stopWorker(closed);
  }

  function next() {
    if (current) return;
    const request = waiting.shift();
    if (!request) return;
    current = request;
    worker ??= startWorker();
    if (isLoaded) startClock();
    worker.postMessage(request.question);
  }

  /** What the page may take does not include what the worker takes to load. */
  function startClock() {
    const request = current;
    if (request && request.deadline < Infinity) timer = setTimeout(() => stopWorker(outOfTime(request)), request.deadline);
  }

  /**
   * @param {Request} request
   * @param {unknown} reason
   */
  function withdraw(request, reason) {
    if (request === current) {
      stopWorker(reason);
    } else {
      const place = waiting.indexOf(request);
      if (place >= 0) waiting.splice(place, 1);
      request.reject(reason);
    }
  }

  /** @param {(request: Request) => void} settle */
  function finish(settle) {
    clearTimeout(timer);
    const finished = current;
    current = null;
    if (finished) settle(finished);
    next();
  }

  /** @param {unknown} reason */
  function stopWorker(reason) {
    worker?.terminate();
    worker = null;
    finish((request) => request.reject(reason));
  }

  function startWorker() {
    const started = workerUrl
      ? new Worker(workerUrl, { type: 'module' })
      : new Worker(new URL('./worker-thread.js', import.meta.url), { type: 'module' });
    isLoaded = false;
    const loading = setTimeout(() => started === worker && stopWorker(named('LoadFailed', '')), LOAD_DEADLINE_MS);
    started.addEventListener('message', (/** @type {MessageEvent<Answer>} */ { data }) => {
      clearTimeout(loading);
      if (started !== worker) return;
      if (data.kind === 'loaded') {
        isLoaded = true;
        startClock();
      } else if (data.kind === 'article') {
        finish((request) => request.resolve(data.article));
      } else if (data.kind === 'failed') {
        finish((request) => request.reject(named(data.name, data.message)));
      } else {
        stopWorker(named(data.kind === 'crashed' ? 'Crashed' : 'LoadFailed', data.message));
      }
    });
    started.addEventListener('error', (event) => {
      event.preventDefault();
      clearTimeout(loading);
      if (started === worker) stopWorker(named(isLoaded ? 'Crashed' : 'LoadFailed', event.message ?? ''));
    });
    return started;
  }
}

/**
 * @param {string} name
 * @param {string} message
 */
function named(name, message) {
  return Object.assign(new Error(message || MESSAGES[name]), { name });
}

/**
 * Copied now, while it is the caller that is told of what cannot be sent, such as a URL object.
 *
 * @template T
 * @param {T} options
 * @returns {T}
 */
function sendable(options) {
  try {
    return structuredClone(options);
  } catch (error) {
    throw named('InvalidInput', `the options cannot be sent to a worker: ${/** @type {Error} */ (error).message}`);
  }
}

/** @type {Record<string, string>} */
const MESSAGES = {
  Crashed: 'The reader stopped unexpectedly while reading this page.',
  LoadFailed: 'The reader could not be loaded.',
};

/** @param {Request} request */
function outOfTime({ deadline }) {
  return new DOMException(`Reading this page took longer than ${deadline / 1000} s.`, 'TimeoutError');
}
