/**
 * Finds the main content of a page. The page is a string of HTML; or a live `Document`, which is read as it stands, with
 * its address, language and open shadow roots; or an `Element` of one. In a worker it is always a string.
 *
 * Throws an `Error` whose `name` is `NoContent`, `TooDeep`, `TooLarge` or `InvalidInput`.
 */
export function extract(source: string | Document | Element, options?: ExtractOptions | null): Article;

/**
 * Whether `extract` would give an article of at least 60 words with a confidence of at least 0.4. With `wholePage`, where
 * nothing is chosen, only the words count. On long pages it takes about two thirds of the time of `extract`.
 *
 * Throws an `Error` whose `name` is `InvalidInput` if the source or an option has a value that it cannot have.
 */
export function isReadable(source: string | Document | Element, options?: ExtractOptions | null): boolean;

/** The version of Recto. */
export function version(): string;
