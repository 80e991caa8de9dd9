/**
 * Times Recto beside its peers in Chromium, each on the same pages in turn: `node bench/browser.js TARGET REPORT
 * FOLDER...`, with all that was built in TARGET. Writes the figures as JSON to REPORT and a table of them to the standard
 * output.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { serve } from '../xtask/serve.js';

const [target = '', report = '', ...folders] = process.argv.slice(2);

/** The least time of so many is what the work takes without what else the machine does. */
const ROUNDS = 3;

const pages = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => /\.html(\.gz)?$/.test(name))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
    .map(({ name, bytes }) => (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()),
);
if (pages.length === 0) throw new Error('no folder holds an .html or .html.gz file');

const { url: host, close } = await serve(target);
const executablePath = process.env.RECTO_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
// An empty page at the host's own address.
await page.route(host, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Bench</title>' }));
await page.goto(host);
const { resolve } = createRequire(import.meta.url);
for (const path of [resolve('@mozilla/readability/Readability.js'), resolve('defuddle')]) await page.addScriptTag({ path });
await page.evaluate(async () => {
  const recto = await import(new URL('dist/site/recto.js', document.baseURI).href);
  const peers = await import(new URL('bench/peers/peers.js', document.baseURI).href);
  await Promise.all([recto.default(), peers.default()]);
  const url = 'https://example.com/page';
  /** @param {string} html */
  const parse = (html) => new DOMParser().parseFromString(html, 'text/html');
  const { Readability, Defuddle } = /** @type {{ Readability: new (page: Document) => { parse(): unknown }, Defuddle: new (page: Document, options: object) => { parse(): unknown } }} */ (/** @type {unknown} */ (globalThis));
  /** @type {Record<string, (html: string) => unknown>} The first is what all others are compared with. */
  const tools = {
    DOMParser: parse,
    Recto: (html) => recto.extract(html, { url }),
    'Readability.js': (html) => new Readability(parse(html)).parse(),
    Defuddle: (html) => new Defuddle(parse(html), { url }).parse(),
    dom_smoothie: (html) => peers.dom_smoothie(html, url),
    legible: (html) => peers.legible(html, url),
    'rs-trafilatura': peers.rs_trafilatura,
  };
  Object.assign(globalThis, { tools });
});

/** @type {Record<string, { milliseconds: number, gave: boolean }[]>} */
const calls = {};
for (const [index, html] of pages.entries()) {
  const best = await page.evaluate(
    ([text, rounds, first]) => {
      const { tools } = /** @type {{ tools: Record<string, (html: string) => unknown> }} */ (/** @type {unknown} */ (globalThis));
      const names = Object.keys(tools);
      /** @type {Record<string, { milliseconds: number, gave: boolean }>} */
      const found = {};
      for (let round = 0; round < rounds; round++) {
        for (let turn = 0; turn < names.length; turn++) {
          const name = names[(turn + round + first) % names.length] ?? '';
          let gave = false;
          const start = performance.now();
          try {
            gave = Boolean(tools[name]?.(text));
          } catch {
            // Counted.
          }
          const milliseconds = performance.now() - start;
          if (!(milliseconds >= (found[name]?.milliseconds ?? Infinity))) found[name] = { milliseconds, gave };
        }
      }
      return found;
    },
    /** @type {const} */ ([html, ROUNDS, index]),
  );
  for (const [name, call] of Object.entries(best)) (calls[name] ??= []).push(call);
}
await browser.close();
close();

const bytes = pages.reduce((sum, html) => sum + Buffer.byteLength(html), 0);
const base = calls.DOMParser ?? [];
const sum = (/** @type {{ milliseconds: number }[]} */ list) => list.reduce((total, { milliseconds }) => total + milliseconds, 0);
/** The value that this share of all do not exceed. */
const share = (/** @type {number[]} */ values, /** @type {number} */ part) =>
  values.sort((one, other) => one - other)[Math.max(1, Math.ceil(values.length * part)) - 1] ?? 0;

const rows = Object.keys(calls)
  .sort((one, other) => Number(other === 'DOMParser') - Number(one === 'DOMParser'))
  .map((tool) => {
    const own = calls[tool] ?? [];
    const times = own.map(({ milliseconds }) => milliseconds);
    return {
      tool,
      meanMs: sum(own) / own.length,
      medianMs: share(times, 0.5),
      p95Ms: share(times, 0.95),
      maxMs: share(times, 1),
      mbPerSecond: bytes / 1e3 / sum(own),
      ratioToParse: sum(own) / sum(base),
      // Below the clock's step a page says nothing.
      medianRatioToParse: share(own.map(({ milliseconds }, place) => milliseconds / Math.max(base[place]?.milliseconds ?? 0, 0.1)), 0.5),
      without: own.filter(({ gave }) => !gave).length,
    };
  });
writeFileSync(report, JSON.stringify({ pages: pages.length, bytes, tools: rows }));

console.log(`${pages.length} pages, ${(bytes / 1e6).toFixed(1)} MB; milliseconds a page, in Chromium`);
console.log(['', 'mean', 'median', 'p95', 'max', 'MB/s', 'to parse', '(median)', 'none'].map((word, column) => (column === 0 ? word.padEnd(22) : word.padStart(9))).join(''));
for (const { tool, without, ...figures } of rows) {
  console.log(tool.padEnd(22) + Object.values(figures).map((value) => value.toFixed(2).padStart(9)).join('') + String(without).padStart(9));
}
