/**
 * Keeps the site for reading without a connection. Each version of the site has a cache of its own, filled whole or not
 * at all: every file must be the one the version was built with. An open page is served by the version it began with;
 * the next one takes over when no page is open any more, or when the only one starts and asks for it (offline.js).
 */

/** `precache.js` is written by the build: the version, and each file's address with its digest. */
const ownScripts = self.trustedTypes?.createPolicy('recto-offline', { createScriptURL: (name) => name });
importScripts(ownScripts?.createScriptURL('precache.js') ?? 'precache.js');

/** @type {{ version: string, files: Record<string, string> }} */
const { version, files } = self.PRECACHE;

const CACHE = `recto-${version}`;

/** What another program shared, until the page has taken it. Its name is known to share-target.js too. */
const SHARED = 'recto-shared';

/** A request that is under way while Chromium stops the older worker wakes it again, and neither then gives way. */
const QUIET_MS = 300;

const scope = new URL(self.registration.scope);

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => event.data === 'take over' && event.waitUntil(takeOverIfAlone(event)));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  if (request.method === 'POST' && url.pathname === `${scope.pathname}share`) event.respondWith(keepShared(request));
  else if (request.method === 'GET') event.respondWith(answer(request, url));
});

async function fill() {
  const cache = await caches.open(CACHE);
  const asked = Object.entries(files).map(async ([path, integrity]) => {
    const address = new URL(path, scope);
    const response = await fetch(new Request(address, { integrity, cache: 'no-cache' }));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await cache.put(address, response);
  });
  try {
    await Promise.all(asked);
  } catch (thrown) {
    await caches.delete(CACHE);
    throw thrown;
  }
}

/**
 * A page that starts asks a version that waits.
 *
 * @param {ExtendableMessageEvent} event
 */
async function takeOverIfAlone({ ports }) {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const isAlone = open.filter(({ url }) => url.startsWith(scope.href)).length < 2;
  if (!isAlone) {
    ports[0]?.postMessage('not now');
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  self.skipWaiting();
}

/** Nothing is open that an older version served. */
async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('recto-') && name !== CACHE && name !== SHARED).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/**
 * @param {Request} request
 * @param {URL} url
 */
async function answer(request, url) {
  const cache = await caches.open(CACHE);
  const path = url.pathname === `${scope.pathname}index.html` ? scope.pathname : url.pathname;
  return (await cache.match(new URL(path, scope))) ?? fetch(request);
}

/** @param {Request} request */
async function keepShared(request) {
  const cache = await caches.open(SHARED);
  await cache.put(new URL('shared', scope), new Response(await request.formData()));
  return Response.redirect(new URL('./#shared', scope).href, 303);
}
