/**
 * Keeps the site on this device, so that it opens without a connection. Where the browser refuses, as private windows
 * may, the site works as before while there is a connection. An extension is on the device anyway.
 */

/** @typedef {{ createScriptURL(url: string): string }} Policy */

export async function keepOffline() {
  if (!/^https?:$/.test(location.protocol) || !navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(ownScript(), { updateViaCache: 'none' });
  } catch {
    // Nothing is lost but the next visit without a connection.
  }
}

/** The page's policy asks for Trusted Types: this one script and no other may stay with the browser. */
function ownScript() {
  const address = new URL('service-worker.js', import.meta.url).href;
  const { trustedTypes } = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }} */ (globalThis);
  return trustedTypes?.createPolicy('recto-offline', { createScriptURL: () => address }).createScriptURL(address) ?? address;
}
