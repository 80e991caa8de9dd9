/**
 * Registers the service worker, so that the site opens without a connection. Where the browser refuses, as private
 * windows may, the site works online only. An extension needs none: its files are installed.
 */

/** @typedef {{ createScriptURL(url: string): string }} Policy */

/** How long a page waits for a newer version to activate. */
const ACTIVATION_TIMEOUT_MS = 3_000;

/**
 * Runs before anything else on a page: a newer version that is installed and waiting is activated, and the page reloads
 * from it. While other pages are open, all of them stay with the version they were loaded from.
 */
export async function activateWaitingVersion() {
  const container = serviceWorkers();
  if (!container?.controller) return;
  const waiting = (await container.getRegistration().catch(() => null))?.waiting;
  if (!waiting) return;
  // A worker with requests in flight does not activate, so the page's own must have finished.
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  const reply = await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    waiting.addEventListener('statechange', () => waiting.state === 'activated' && resolve('activated'));
    waiting.postMessage('skip-waiting', [port2]);
    setTimeout(resolve, ACTIVATION_TIMEOUT_MS);
  });
  if (reply !== 'activated') return;
  location.reload();
  // Keeps the importing module from continuing until the reload.
  await new Promise(() => {});
}

export async function registerServiceWorker() {
  try {
    await serviceWorkers()?.register(scriptUrl(), { updateViaCache: 'none' });
  } catch {
    // Only offline use is lost.
  }
}

/** Undefined where there are none; in a sandboxed frame, reading the property throws. */
function serviceWorkers() {
  try {
    return /^https?:$/.test(location.protocol) ? navigator.serviceWorker : undefined;
  } catch {
    return undefined;
  }
}

/** As a `TrustedScriptURL` where the browser enforces Trusted Types: the policy allows this one script. */
function scriptUrl() {
  const url = new URL('service-worker.js', import.meta.url).href;
  const { trustedTypes } = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }} */ (globalThis);
  return trustedTypes?.createPolicy('recto-offline', { createScriptURL: () => url }).createScriptURL(url) ?? url;
}
