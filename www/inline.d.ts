/**
 * The same as the package's entry, in one file with the wasm embedded: nothing else is loaded.
 */

/** Compiles the embedded wasm. Await it before calling anything else; later calls return the first call's promise. */
export default function init(): Promise<void>;

export { extract, isReadable, version } from './pkg/recto_core.js';
export type { Article, Direction, ExtractOptions, Format, Heading, Image, ImageSize, Limits, PageType, ReadingMinutes } from './pkg/recto_core.js';
