/**
 * Web archives, generated: valid ones give back their page, damaged ones a page or null, never an exception.
 * `RECTO_SECONDS=600 node --test tests/archives.test.mjs` runs for longer.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import fc from 'fast-check';

/** @type {typeof import('../www/mhtml.js')} */
const { isMhtml, readMainPage } = await import(new URL('../target/dist/site/mhtml.js', import.meta.url).href);

const SECONDS = Number(process.env.RECTO_SECONDS ?? 4);
const LONG = { numRuns: 10_000_000, interruptAfterTimeLimit: SECONDS * 1000 };

const lineEnd = fc.constantFrom('\r\n', '\n');
const bytesOf = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** @param {Uint8Array} bytes */
const quotedPrintable = (bytes) =>
  [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('').replace(/.{72}/g, '$&=\r\n');

/** @param {Uint8Array} bytes */
const base64 = (bytes) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');

const page = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('<p>', '</p>', '\n', '\n\n', 'ü', '日本', '=', '.', '--')), { minLength: 1 })
  .map((words) => `<p>${words.join('')}</p>`.replaceAll('\r', ''));

/** By RFC 2046, without quotes and trailing spaces. */
const boundary = fc.stringMatching(/^[-0-9A-Za-z'()+_,./:=?]{12,70}$/);

test('the page in an archive is read unchanged', async () => {
  const encoded = fc.constantFrom(
    { name: 'quoted-printable', encode: quotedPrintable },
    { name: 'base64', encode: base64 },
    { name: '8bit', encode: (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes) },
  );
  const other = fc.record({ type: fc.constantFrom('text/css', 'image/png', 'text/plain', 'application/octet-stream'), body: fc.base64String() });
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(page, encoded, boundary, lineEnd, fc.array(other, { maxLength: 3 }), fc.array(other, { maxLength: 3 }), fc.webUrl(), async (html, encoding, mark, end, before, after, url) => {
      runs++;
      const part = (/** @type {string[]} */ headers, /** @type {string} */ body) => `--${mark}${end}${headers.join(end)}${end}${end}${body}${end}`;
      const others = (/** @type {typeof before} */ list) => list.map(({ type, body }) => part([`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64'], body)).join('');
      const main = part(
        ['Content-Type: text/html; charset=utf-8', `Content-Transfer-Encoding: ${encoding.name}`, `Content-Location: ${url}`],
        encoding.encode(bytesOf(html)),
      );
      const head = ['MIME-Version: 1.0', `Content-Type: multipart/related; type="text/html"; boundary="${mark}"`].join(end);
      const archive = bytesOf(`${head}${end}${end}${others(before)}${main}${others(after)}--${mark}--${end}`);
      assert.ok(isMhtml(archive));
      const read = await readMainPage(archive);
      assert.equal(read?.html.replaceAll('\r\n', '\n').trimEnd(), html.trimEnd());
      assert.equal(read?.url, url);
    }),
    LONG,
  );
  assert.ok(runs > 20);
});

/** Valid and invalid lines of archives, and those of the hostile files. */
const attacks = readFileSync(new URL('hostile/files/archives.txt', import.meta.url), 'utf8').split('\n');
const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...attacks) },
  {
    weight: 4,
    arbitrary: fc.constantFrom('', '', '--b', '--b--', '--c', 'MIME-Version: 1.0', 'Content-Type: multipart/related; boundary=b', 'Content-Type: multipart/mixed; boundary="c"',
      'Content-Type: message/rfc822', 'Content-Type: text/html; charset=utf-16', 'Content-Type: text/html; charset="x', 'Content-Type: application/xhtml+xml',
      'Content-Transfer-Encoding: base64', 'Content-Transfer-Encoding: quoted-printable', 'Content-Transfer-Encoding: x-uuencode', 'Content-Disposition: attachment; filename*0*=utf-8\'\'%',
      'Content-Location: https://example.com/', ' folded', '=?utf-8?b?', '<p>A page</p>', '=', '=4', '====', 'YQ'),
  },
  { weight: 2, arbitrary: fc.constantFrom('--b', '--c').map((mark) => `${mark}\nContent-Type: text/html\n\n<p>A page</p>`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

test('a damaged archive gives a page or null', async () => {
  let runs = 0;
  let pages = 0;
  const start = ['MIME-Version: 1.0', 'Content-Type: multipart/related; boundary=b', ''];
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 60 }), fc.constantFrom('\r\n', '\n', '\r'), fc.array(fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 4 })), { maxLength: 3 }), async (lines, end, damage) => {
      runs++;
      const bytes = bytesOf([...start, ...lines].join('\n').replaceAll('\n', end));
      for (const [place, other] of damage) bytes.set(other, place % (bytes.length - other.length));
      isMhtml(bytes);
      const read = await readMainPage(bytes);
      if (!read) return;
      pages++;
      assert.equal(typeof read.html, 'string');
      assert.ok(read.url === null || typeof read.url === 'string');
    }),
    LONG,
  );
  assert.ok(runs > 20 && pages > 0, `${pages} pages in ${runs} archives`);
  console.log(`${runs} archives, ${pages} with a page`);
});

test('an archive of too many parts gives null', async () => {
  const parts = (/** @type {number} */ count) => `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n${'--b\n\n'.repeat(count)}--b\nContent-Type: text/html\n\n<p>A page</p>\n--b--\n`;
  assert.equal((await readMainPage(bytesOf(parts(1000))))?.html.trim(), '<p>A page</p>');
  assert.equal(await readMainPage(bytesOf(parts(100_000))), null);
});
