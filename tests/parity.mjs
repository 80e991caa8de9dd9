/**
 * The wasm in the built package and the native program give the same output, byte for byte.
 *
 * Run by `cargo xtask test --only node`, which builds both.
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);
const target = process.env.CARGO_TARGET_DIR ? pathToFileURL(`${process.env.CARGO_TARGET_DIR}/`) : new URL('target/', root);
const entry = new URL('dist/npm/recto.js', target);

/** @type {typeof import('../www/recto.js')} */
const { default: init, extract, isReadable, version } = await import(entry.href);

const PAGES = new URL('tests/pages/', root);
const slugs = readdirSync(PAGES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const pages = slugs.map(({ name: slug }) => ({
  id: slug,
  html: readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8'),
  url: `https://example.com/${slug}/`,
}));

const LIMIT_BYTES = 64 * 1024 * 1024;

/** Inputs without an article, and the error each must end in. */
const failures = [
  { id: 'empty', html: '', error: 'NoContent' },
  { id: 'only space', html: ' \n\t', error: 'NoContent' },
  { id: 'only NULs', html: '\0'.repeat(1000), error: 'InvalidInput' },
  { id: 'nothing but navigation', html: '<nav><a href="/">Home</a></nav>', error: 'NoContent' },
  { id: 'too many bytes', html: 'a'.repeat(LIMIT_BYTES + 1), error: 'TooLarge' },
  { id: 'too many nodes', html: '<br>'.repeat(2_000_001), error: 'TooLarge' },
  { id: 'too deep', html: '<div>'.repeat(600_000), error: 'TooDeep' },
  { id: 'an address that is none', html: '<p>Hello</p>', url: 'not an address', error: 'InvalidInput' },
];

const native = askNative([...pages, ...failures.map(({ id, html, url }) => ({ id, html, url }))]);

await init();

test('there are pages to compare', () => assert.ok(pages.length >= 25));

for (const { id, html, url } of pages) {
  test(`same article: ${id}`, () => {
    assertSame(JSON.stringify({ id, ...extract(html, { url }) }), native.get(id));
  });
}

for (const { id, html, url, error } of failures) {
  test(`same error: ${id}`, () => {
    assert.throws(() => extract(html, { url }), (/** @type {Error} */ thrown) => {
      assert.equal(thrown.name, error);
      assertSame(JSON.stringify({ id, error: `${thrown.name}: ${thrown.message}` }), native.get(id));
      return true;
    });
  });
}

test('an article is readable, an empty page is not', () => {
  assert.equal(isReadable(pages[0].html), true);
  assert.equal(isReadable(''), false);
});

test('only the formats asked for are written', () => {
  const { html } = pages[0];
  const all = extract(html);
  assert.ok(all.content && all.text && all.markdown);
  const { content, text, markdown, ...rest } = all;
  assert.deepEqual(extract(html, { formats: ['html', 'text', 'markdown'] }), all);
  assert.deepEqual(extract(html, { formats: ['html'] }), { ...rest, content, text: '', markdown: '' });
  assert.deepEqual(extract(html, { formats: ['text'] }), { ...rest, content: '', text, markdown: '' });
  assert.deepEqual(extract(html, { formats: ['markdown'] }), { ...rest, content: '', text: '', markdown });
  assert.deepEqual(extract(html, { formats: [] }), { ...rest, content: '', text: '', markdown: '' });
});

test('options of a wrong kind are told in an error', () => {
  for (const [options, message] of /** @type {[any, string][]} */ ([
    ['https://example.com/', 'options must be an object'],
    [{ url: 7 }, 'options.url must be a string'],
    [{ url: new URL('https://example.com/') }, 'options.url must be a string'],
    [{ images: 'no' }, 'options.images must be true or false'],
    [{ formats: 'text' }, 'options.formats must be a list'],
    [{ formats: ['text', 'pdf'] }, 'options.formats[1] must be one of html, text, markdown'],
    [{ limits: 5 }, 'options.limits must be an object'],
    [{ limits: { bytes: '5' } }, 'options.limits.bytes must be a whole number, 0 or more'],
    [{ limits: { depth: -1 } }, 'options.limits.depth must be a whole number, 0 or more'],
    [{ limits: { nodes: 1.5 } }, 'options.limits.nodes must be a whole number, 0 or more'],
    [{ limits: { size: 5 } }, 'unknown field `size`, expected one of `bytes`, `nodes`, `depth`, `flattened`, `attributes`'],
  ])) {
    for (const read of [extract, isReadable]) assert.throws(() => read('<p>Hello</p>', options), { name: 'InvalidInput', message });
  }
});

test('options that are absent or of another library have no effect', () => {
  const { html } = pages[0];
  const options = { url: null, images: null, formats: undefined, limits: { bytes: null, nodes: Infinity }, signal: new AbortController().signal };
  assert.deepEqual(extract(html, /** @type {any} */ (options)), extract(html));
});

test('limits hold', () => {
  const { html } = pages[0];
  assert.throws(() => extract(html, { limits: { bytes: 100 } }), { name: 'TooLarge' });
  assert.throws(() => extract(html, { limits: { nodes: 10 } }), { name: 'TooLarge' });
  assert.throws(() => extract(html, { limits: { depth: 3, flattened: 2 } }), { name: 'TooDeep' });
  assert.throws(() => extract(html, { limits: { attributes: 0 } }), { name: 'TooLarge' });
  assert.equal(isReadable(html, { limits: { bytes: 100 } }), false);
});

test('what is no page is told in an error', () => {
  for (const source of /** @type {any[]} */ ([undefined, null, 5, {}, { nodeType: 9 }])) {
    for (const read of [extract, isReadable]) assert.throws(() => read(source), { name: 'InvalidInput', message: /string of HTML/ });
  }
});

test('the version is the package’s', () => {
  assert.equal(version(), JSON.parse(readFileSync(new URL('package.json', entry), 'utf8')).version);
});

/** What `init` takes, each as code for a process of its own, since a process loads the wasm once. */
const SOURCES = {
  'no argument': '',
  address: 'wasm',
  bytes: 'await readFile(wasm)',
  module: 'await WebAssembly.compile(await readFile(wasm))',
  response: 'new Response(await readFile(wasm), { headers: { "Content-Type": "application/wasm" } })',
};

for (const [kind, source] of Object.entries(SOURCES)) {
  test(`loads from ${kind}`, () => {
    const script = `
      import { readFile } from 'node:fs/promises';
      import init, { version } from ${JSON.stringify(entry.href)};
      const wasm = new URL('./pkg/recto_core_bg.wasm', ${JSON.stringify(entry.href)});
      await init(${source});
      process.stdout.write(version());`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
    assert.equal(output, version());
  });
}

/**
 * Articles are long, so a failure shows the first difference.
 *
 * @param {string} wasm
 * @param {string | undefined} program
 */
function assertSame(wasm, program = '') {
  if (wasm === program) return;
  const from = Math.max(0, wasm.split('').findIndex((unit, place) => unit !== program[place]) - 80);
  assert.fail(`\n  wasm:   …${wasm.slice(from, from + 160)}\n  native: …${program.slice(from, from + 160)}`);
}

/**
 * @param {{ id: string, html: string, url?: string }[]} inputs
 * @returns {Map<string, string>} the native program's line for each id
 */
function askNative(inputs) {
  const program = fileURLToPath(new URL(process.platform === 'win32' ? 'debug/recto.exe' : 'debug/recto', target));
  const lines = inputs.map((input) => `${JSON.stringify(input)}\n`).join('');
  const output = execFileSync(program, ['batch'], { input: lines, encoding: 'utf8', maxBuffer: Infinity });
  return new Map(output.trimEnd().split('\n').map((line) => [JSON.parse(line).id, line]));
}
