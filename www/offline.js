/**
 * Keeps the site on this device, so that it opens without a connection. Where the browser refuses, as private windows
 * may, the site works as before while there is a connection. An extension is on the device anyway.
 */

export async function keepOffline() {
  if (!/^https?:$/.test(location.protocol) || !navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(new URL('service-worker.js', import.meta.url), { updateViaCache: 'none' });
  } catch {
    // Nothing is lost but the next visit without a connection.
  }
}
