/**
 * Keeps the site on this device, so that it opens without a connection. Where the browser refuses, as private windows
 * may, the site works as before while there is a connection. An extension is on the device anyway.
 */

/** @typedef {{ createScriptURL(url: string): string }} Policy */

/** How long a page waits for a newer version to take over. */
const PATIENCE_MS = 3_000;

/**
 * Before a page does anything: a newer version that waits on this device takes over, and the page is loaded from it.
 * Where other pages are open, all stay with the version they began with.
 */
export async function startNewest() {
  const workers = serviceWorkers();
  if (!workers?.controller) return;
  const waiting = (await workers.getRegistration().catch(() => null))?.waiting;
  if (!waiting) return;
  // Until all that a page is made of has come.
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  const answer = await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    waiting.addEventListener('statechange', () => waiting.state === 'activated' && resolve('taken over'));
    waiting.postMessage('take over', [port2]);
    setTimeout(resolve, PATIENCE_MS);
  });
  if (answer !== 'taken over') return;
  location.reload();
  // Nothing begins that the reload would end.
  await new Promise(() => {});
}

export async function keepOffline() {
  try {
    await serviceWorkers()?.register(ownScript(), { updateViaCache: 'none' });
  } catch {
    // Nothing is lost but the next visit without a connection.
  }
}

/** Frames that are kept from everything may not even ask for it. */
function serviceWorkers() {
  try {
    return /^https?:$/.test(location.protocol) ? navigator.serviceWorker : undefined;
  } catch {
    return undefined;
  }
}

/** The page's policy asks for Trusted Types: this one script and no other may stay with the browser. */
function ownScript() {
  const address = new URL('service-worker.js', import.meta.url).href;
  const { trustedTypes } = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }} */ (globalThis);
  return trustedTypes?.createPolicy('recto-offline', { createScriptURL: () => address }).createScriptURL(address) ?? address;
}
