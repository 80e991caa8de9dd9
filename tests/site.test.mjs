/** The built site as a host sends it. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../xtask/serve.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SITE = `${process.env.CARGO_TARGET_DIR ?? `${ROOT}target`}/dist/site`;

const { url, close } = await serve(SITE);
after(close);

test('every file comes with the headers of the site’s own file', async () => {
  for (const path of ['', 'pkg/recto_core_bg.wasm', 'nothing.js']) {
    const { headers } = await fetch(url + path);
    assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; .*; frame-ancestors 'none'$/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cache-control'), 'no-cache');
  }
});

test('every kind of file has its type, and is compressed where that helps', async () => {
  for (const [path, type, coding] of [
    ['', 'text/html; charset=utf-8', 'gzip'],
    ['app.js', 'text/javascript; charset=utf-8', 'gzip'],
    ['site.css', 'text/css; charset=utf-8', 'gzip'],
    ['locales/en.json', 'application/json', 'gzip'],
    ['app.webmanifest', 'application/manifest+json', 'gzip'],
    ['pkg/recto_core_bg.wasm', 'application/wasm', 'gzip'],
    ['favicon.svg', 'image/svg+xml; charset=utf-8', null],
    ['icons/192.png', 'image/png', null],
    ['vendor/literata/literata-latin-wght-normal.woff2', 'font/woff2', null],
  ]) {
    const response = await fetch(`${url}${path}`);
    assert.equal(response.status, 200, path ?? '');
    assert.equal(response.headers.get('content-type'), type);
    assert.equal(response.headers.get('content-encoding'), coding, path ?? '');
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), readFileSync(`${SITE}/${path || 'index.html'}`));
  }
});

test('what is not there is not found', async () => {
  for (const path of ['nothing.js', 'reader', '%2e%2e/npm/package.json', '..%2fnpm%2fpackage.json']) {
    assert.equal((await fetch(url + path)).status, 404, path);
  }
});

test('a port in use is told in words', async () => {
  const said = await new Promise((resolve) => execFile(process.execPath, [`${ROOT}xtask/serve.js`, SITE, new URL(url).port], (error, _, words) => resolve(error ? words : '')));
  assert.match(said, /is in use already/);
});

test('the site has each language that its highlighter knows, and no other', async () => {
  const { LANGUAGES } = await import(`${SITE}/reader/highlight.js`);
  const files = readdirSync(`${SITE}/vendor/cdn-assets`).filter((file) => file.endsWith('.js') && file !== 'core.min.js');
  assert.deepEqual(files.map((file) => file.replace('.min.js', '')).sort(), Object.keys(LANGUAGES).sort());
});
