/**
 * The package's entry: loads the wasm once and re-exports the core's functions.
 */

import start from './pkg/recto_core.js';

export { extract, isReadable, version } from './pkg/recto_core.js';

/** @typedef {import('./recto.js').WasmSource} WasmSource */

/** @type {Promise<void> | null} */
let loading = null;

/**
 * Loads the wasm. Later calls wait for the first; after a failure the next call tries again.
 *
 * @param {WasmSource} [source] by default the file that ships beside this module
 * @returns {Promise<void>}
 */
export default function init(source) {
  loading ??= load(source).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** @param {WasmSource} [source] */
async function load(source) {
  const wasm = source ?? new URL('./pkg/recto_core_bg.wasm', import.meta.url);
  await start({ module_or_path: isLocalFile(wasm) ? await readLocalFile(wasm) : wasm });
}

/**
 * Node's fetch does not support `file:` URLs, so there the wasm is read from disk.
 *
 * @param {WasmSource} wasm
 * @returns {wasm is URL}
 */
function isLocalFile(wasm) {
  return wasm instanceof URL && wasm.protocol === 'file:' && 'process' in globalThis;
}

/**
 * `getBuiltinModule` instead of an import, so that no bundler tries to bundle `node:fs` for the web.
 *
 * @param {URL} url
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
function readLocalFile(url) {
  const { process } = /** @type {any} */ (globalThis);
  return process.getBuiltinModule('node:fs/promises').readFile(url);
}
