/**
 * Extracts articles in a worker, so that a slow or hostile page never blocks the caller and can always be cancelled.
 */

/** @typedef {import('./worker.js').Article} Article */
/** @typedef {import('./worker.js').ReadOptions} ReadOptions */
/** @typedef {import('./worker-thread.js').WorkerResponse} WorkerResponse */

/**
 * @typedef {object} Job
 * @property {import('./worker-thread.js').WorkerRequest} request
 * @property {number} deadline
 * @property {(article: Article) => void} resolve
 * @property {(reason: unknown) => void} reject
 */

const DEFAULT_DEADLINE_MS = 30_000;

/** Long, as loading may take a while on slow connections and slow machines. */
const LOAD_TIMEOUT_MS = 60_000;

/**
 * Starts a worker immediately, so that it is ready when the first page comes. After a cancellation, a timeout or a crash
 * the worker is terminated, and the next page gets a new one.
 *
 * @param {{ workerUrl?: URL | string }} [options]
 * @returns {import('./worker.js').Reader}
 */
export function createReader({ workerUrl } = {}) {
  /** @type {Job[]} */
  const queue = [];
  /** @type {Job | null} */
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
      if (typeof html !== 'string') throw namedError('InvalidInput', 'the page must be a string of HTML: a worker can be sent no Document or Element');
      const request = { html, options: sendable(options) };
      const job = { request, deadline, resolve, reject };
      signal?.addEventListener('abort', () => cancel(job, signal.reason), { once: true });
      queue.push(job);
      next();
    });
  }

  function close() {
    const closed = new DOMException('The reader was closed.', 'AbortError');
    for (const job of queue.splice(0)) job.reject(closed);
    stopWorker(closed);
  }

  function next() {
    if (current) return;
    const job = queue.shift();
    if (!job) return;
    current = job;
    worker ??= startWorker();
    if (isLoaded) startTimeout();
    worker.postMessage(job.request);
  }

  /** The deadline does not include the time the worker takes to load. */
  function startTimeout() {
    const job = current;
    if (job && job.deadline < Infinity) timer = setTimeout(() => stopWorker(timeoutError(job)), job.deadline);
  }

  /**
   * @param {Job} job
   * @param {unknown} reason
   */
  function cancel(job, reason) {
    if (job === current) {
      stopWorker(reason);
    } else {
      const index = queue.indexOf(job);
      if (index >= 0) queue.splice(index, 1);
      job.reject(reason);
    }
  }

  /** @param {(job: Job) => void} settle */
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
    finish((job) => job.reject(reason));
  }

  function startWorker() {
    const started = workerUrl
      ? new Worker(workerUrl, { type: 'module' })
      : new Worker(new URL('./worker-thread.js', import.meta.url), { type: 'module' });
    isLoaded = false;
    const loading = setTimeout(() => started === worker && stopWorker(namedError('LoadFailed', '')), LOAD_TIMEOUT_MS);
    started.addEventListener('message', (/** @type {MessageEvent<WorkerResponse>} */ { data }) => {
      clearTimeout(loading);
      if (started !== worker) return;
      if (data.kind === 'loaded') {
        isLoaded = true;
        startTimeout();
      } else if (data.kind === 'article') {
        finish((job) => job.resolve(data.article));
      } else if (data.kind === 'failed') {
        finish((job) => job.reject(namedError(data.name, data.message)));
      } else {
        stopWorker(namedError(data.kind === 'crashed' ? 'Crashed' : 'LoadFailed', data.message));
      }
    });
    started.addEventListener('error', (event) => {
      event.preventDefault();
      clearTimeout(loading);
      if (started === worker) stopWorker(namedError(isLoaded ? 'Crashed' : 'LoadFailed', event.message ?? ''));
    });
    return started;
  }
}

/**
 * @param {string} name
 * @param {string} message
 */
function namedError(name, message) {
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
    throw namedError('InvalidInput', `the options cannot be sent to a worker: ${/** @type {Error} */ (error).message}`);
  }
}

/** @type {Record<string, string>} */
const MESSAGES = {
  Crashed: 'The reader stopped unexpectedly while reading this page.',
  LoadFailed: 'The reader could not be loaded.',
};

/** @param {Job} job */
function timeoutError({ deadline }) {
  return new DOMException(`Reading this page took longer than ${deadline / 1000} s.`, 'TimeoutError');
}
