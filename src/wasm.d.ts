/**
 * Finds the main content of a page: a string of HTML; or a live page as it stands, with its address, language and open
 * shadow roots, or an element of one. In a worker there are only strings.
 *
 * Throws an `Error` whose `name` is `NoContent`, `TooDeep`, `TooLarge` or `InvalidInput`.
 */
export function extract(source: string | Document | Element, options?: ExtractOptions | null): Article;

/**
 * Whether `extract` would give an article of at least 60 words with a confidence of at least 0.4; with `wholePage`, where
 * nothing is chosen, of at least 60 words. It cleans and writes nothing, which takes about two thirds of the time.
 *
 * Throws an `Error` of the name `InvalidInput` if the source or an option is not what it can be.
 */
export function isReadable(source: string | Document | Element, options?: ExtractOptions | null): boolean;

/** The version of Recto. */
export function version(): string;
