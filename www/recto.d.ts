/**
 * Where the wasm comes from: a URL, a response, the file's bytes or a compiled module.
 */
export type WasmSource = URL | string | Response | BufferSource | WebAssembly.Module;

/**
 * Loads the wasm. Await it before calling anything else; later calls return the first call's promise.
 *
 * With no argument it loads the file that ships beside this module, in browsers and in Node.
 */
export default function init(source?: WasmSource): Promise<void>;

export { extract, isReadable, version } from './pkg/recto_core.js';
export type { Article, Direction, ExtractOptions, Format, Heading, Image, ImageSize, Limits, PageType, ReadingMinutes } from './pkg/recto_core.js';
