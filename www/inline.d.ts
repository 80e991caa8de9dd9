/**
 * The same as the package's entry, in one file with the wasm inside: nothing else is loaded.
 */

/** Unpacks the wasm. Await it once before calling anything else; later calls wait for the first. */
export default function init(): Promise<void>;

export { extract, isReadable, version } from './pkg/recto_core.js';
export type { Article, Direction, ExtractOptions, Format, Heading, Image, ImageSize, Limits, PageType, ReadingMinutes } from './pkg/recto_core.js';
