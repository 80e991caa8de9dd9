/**
 * The address of the worker's script, as a `TrustedScriptURL` where the browser enforces Trusted Types. The policy is
 * created here only, so no other file can start a worker from an address of its own.
 */

const url = new URL('./worker-thread.js', import.meta.url).href;

/** @typedef {{ createScriptURL(url: string): string }} Policy */
const { trustedTypes } = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }} */ (globalThis);

export const workerUrl = trustedTypes?.createPolicy('recto-worker', { createScriptURL: () => url }).createScriptURL('') ?? url;
