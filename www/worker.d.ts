import type { Article, ExtractOptions } from './pkg/recto_core.js';

export type { Article, ExtractOptions };

export interface ReadOptions extends ExtractOptions {
  /** Stops the work: the promise rejects with the signal's reason, by default an `AbortError`. */
  signal?: AbortSignal;
  /** Milliseconds this page may take, counted from its turn, or from when the worker has loaded if that is later. 30,000 unless said; `Infinity` for no limit. */
  deadline?: number;
}

export interface Reader {
  /**
   * Reads one page, a string of HTML: a worker has no DOM. Pages are read one at a time, in the order they came.
   *
   * Rejects with an `Error` whose `name` is `NoContent`, `TooDeep`, `TooLarge` or `InvalidInput` (the page),
   * `TimeoutError` or `AbortError` (stopped), `Crashed` or `LoadFailed` (the worker). The reader stays usable.
   */
  extract(html: string, options?: ReadOptions): Promise<Article>;
  /** Stops the worker and rejects what is under way with an `AbortError`. */
  close(): void;
}

/**
 * Starts a worker at once, so that it is warm when the first page comes.
 *
 * `workerUrl` is for hosts that serve `worker-thread.js` from another place than this module, and for pages that ask for
 * Trusted Types, where it is a `TrustedScriptURL` of a policy of theirs.
 */
export function createReader(options?: { workerUrl?: URL | string }): Reader;
