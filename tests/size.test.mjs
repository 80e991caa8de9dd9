/** What a visitor loads, compressed as hosts send it. A budget that is broken is a choice to be made, not a number to be raised.
 *  The wasm has room for what makes reading an eighth faster: see xtask/src/wasm.rs. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = new URL('../', import.meta.url);
const target = process.env.CARGO_TARGET_DIR ? pathToFileURL(`${process.env.CARGO_TARGET_DIR}/`) : new URL('target/', root);
const site = new URL('dist/site/', target);

/** @param {string[]} files */
const compressed = (files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, site)), { level: 9 }).length, 0);

const files = readdirSync(fileURLToPath(site), { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
const own = files.filter((file) => /\.(js|css)$/.test(file) && !file.startsWith('vendor/'));

/** The files that a page loads before anyone does anything: what its markup names, and what those import. */
function atStart() {
  const markup = readFileSync(new URL('index.html', site), 'utf8');
  const found = new Set([...markup.matchAll(/(?:href|src)="([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? ''));
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    const text = readFileSync(new URL(file, site), 'utf8');
    for (const [, path] of text.matchAll(/^(?:import|export)\s(?:[^'"]*\sfrom\s)?['"](\.[^'"]+\.js)['"]/gm)) {
      found.add(new URL(path ?? '', new URL(file, 'file:///')).pathname.slice(1));
    }
  }
  return [...found];
}

for (const { name, list, budget } of [
  { name: 'the wasm', list: ['pkg/recto_core_bg.wasm'], budget: 975_000 },
  { name: 'all scripts and styles of the site’s own', list: own, budget: 115_000 },
  { name: 'the scripts and styles at the start', list: atStart(), budget: 80_000 },
]) {
  test(`${name}: within budget`, (context) => {
    const bytes = compressed(list);
    context.diagnostic(`${bytes} bytes in ${list.length} files`);
    assert.ok(list.length > 0);
    assert.ok(bytes <= budget, `${bytes} bytes are over the budget of ${budget}`);
  });
}
