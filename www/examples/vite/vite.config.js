export default {
  // Its worker and its wasm are found beside it, where it was installed.
  optimizeDeps: { exclude: ['recto-reader'] },
  worker: { format: 'es' },
};
