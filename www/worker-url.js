/**
 * Where the reader's thread is, as the page's policy wants it: an address that one file vouches for.
 */

const address = new URL('./worker-thread.js', import.meta.url).href;

/** @typedef {{ createScriptURL(address: string): string }} Policy */
const { trustedTypes } = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }} */ (globalThis);

export const workerUrl = trustedTypes?.createPolicy('recto-worker', { createScriptURL: () => address }).createScriptURL('') ?? address;
