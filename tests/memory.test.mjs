/** A long-lived wasm instance needs no more memory than its largest page. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const ROUNDS = 1000;

const root = new URL('../', import.meta.url);
const target = process.env.CARGO_TARGET_DIR ? pathToFileURL(`${process.env.CARGO_TARGET_DIR}/`) : new URL('target/', root);
const pkg = new URL('dist/npm/pkg/', target);

/** @type {typeof import('../www/pkg/recto_core.js')} */
const { default: start, extract } = await import(new URL('recto_core.js', pkg).href);
const { memory } = await start({ module_or_path: readFileSync(new URL('recto_core_bg.wasm', pkg)) });

const folder = new URL('pages/', import.meta.url);
const pages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => readFileSync(new URL(`${name}/page.html`, folder), 'utf8'));

test('a thousand pages need no more memory than the largest', (context) => {
  const largest = `<!DOCTYPE html><title>All of them</title>${pages.join('')}`;
  extract(largest, {});
  const before = memory.buffer.byteLength;
  for (let round = 0; round < ROUNDS; round++) extract(pages[round % pages.length] ?? '', {});
  context.diagnostic(`${before} bytes for a page of ${largest.length}`);
  assert.equal(memory.buffer.byteLength, before);
});

test('an error frees the memory of the page', () => {
  const refused = '<br>'.repeat(2_000_001);
  const read = () => assert.throws(() => extract(refused, {}), { name: 'TooLarge' });
  read();
  const before = memory.buffer.byteLength;
  for (let round = 0; round < 5; round++) read();
  assert.equal(memory.buffer.byteLength, before);
});
