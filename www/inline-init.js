/**
 * The end of the package's single files: the build puts wasm-bindgen's script, which is `recto_core`, and the packed wasm
 * before it.
 */

const { extract, isReadable, version } = recto_core;

/** @type {Promise<void> | null} */
let loading = null;

function init() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load() {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const wasm = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
  await recto_core({ module_or_path: await wasm.arrayBuffer() });
}

