/**
 * Serves the site without a connection. Each version of the site has a cache of its own, filled completely or not at
 * all, with every file checked against its digest. An open page is served from the version it was loaded from; the next
 * version activates when no page is open, or when the only open page starts and asks for it (offline.js).
 */

/** `precache.js` is written by the build: the version, and the digest of each file. */
const trustedScripts = self.trustedTypes?.createPolicy('recto-offline', { createScriptURL: (name) => name });
importScripts(trustedScripts?.createScriptURL('precache.js') ?? 'precache.js');

/** @type {{ version: string, files: Record<string, string> }} */
const { version, files } = self.PRECACHE;

const CACHE = `recto-${version}`;

/** Holds what was sent to the share target until the page reads it. share-target.js uses the same name. */
const SHARE_CACHE = 'recto-shared';

/** In Chromium a request in flight restarts the worker that is being replaced, and the new one never activates. */
const SKIP_WAITING_DELAY_MS = 300;

const scope = new URL(self.registration.scope);

self.addEventListener('install', (event) => event.waitUntil(precache()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => event.data === 'skip-waiting' && event.waitUntil(skipWaitingIfAlone(event)));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  if (request.method === 'POST' && url.pathname === `${scope.pathname}share`) event.respondWith(storeShared(request));
  else if (request.method === 'GET') event.respondWith(respond(request, url));
});

async function precache() {
  const cache = await caches.open(CACHE);
  const downloads = Object.entries(files).map(async ([path, integrity]) => {
    const url = new URL(path, scope);
    const response = await fetch(new Request(url, { integrity, cache: 'no-cache' }));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await cache.put(url, response);
  });
  try {
    await Promise.all(downloads);
  } catch (thrown) {
    await caches.delete(CACHE);
    throw thrown;
  }
}

/**
 * A page that starts asks the waiting version to activate.
 *
 * @param {ExtendableMessageEvent} event
 */
async function skipWaitingIfAlone({ ports }) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const isAlone = windows.filter(({ url }) => url.startsWith(scope.href)).length < 2;
  if (!isAlone) {
    ports[0]?.postMessage('other-pages-open');
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, SKIP_WAITING_DELAY_MS));
  self.skipWaiting();
}

/** No page of an older version is open, so its cache can go. */
async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('recto-') && name !== CACHE && name !== SHARE_CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/**
 * @param {Request} request
 * @param {URL} url
 */
async function respond(request, url) {
  const cache = await caches.open(CACHE);
  const path = url.pathname === `${scope.pathname}index.html` ? scope.pathname : url.pathname;
  return (await cache.match(new URL(path, scope))) ?? fetch(request);
}

/** @param {Request} request */
async function storeShared(request) {
  const cache = await caches.open(SHARE_CACHE);
  await cache.put(new URL('shared', scope), new Response(await request.formData()));
  return Response.redirect(new URL('./#shared', scope).href, 303);
}
