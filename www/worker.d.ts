import type { Article, ExtractOptions } from './pkg/recto_core.js';

export type { Article, ExtractOptions };

export interface ReadOptions extends ExtractOptions {
  /** Cancels the extraction: the promise rejects with the signal's reason, by default an `AbortError`. */
  signal?: AbortSignal;
  /** The most milliseconds this page may take, from when its turn comes and the worker has loaded. Default 30,000; `Infinity` for no limit. */
  deadline?: number;
}

export interface Reader {
  /**
   * Reads one page, a string of HTML: a worker has no DOM. Pages are read one at a time, in the order they came.
   *
   * Rejects with an `Error` whose `name` is `NoContent`, `TooDeep`, `TooLarge` or `InvalidInput` (the page),
   * `TimeoutError` or `AbortError` (cancelled), `Crashed` or `LoadFailed` (the worker). The reader stays usable.
   */
  extract(html: string, options?: ReadOptions): Promise<Article>;
  /** Terminates the worker and rejects pending calls with an `AbortError`. */
  close(): void;
}

/**
 * Starts a worker immediately, so that it is ready when the first page comes.
 *
 * `workerUrl` is for hosts that serve `worker-thread.js` from another URL than beside this module, and for pages that
 * enforce Trusted Types, which pass a `TrustedScriptURL` from a policy of their own.
 */
export function createReader(options?: { workerUrl?: URL | string }): Reader;
