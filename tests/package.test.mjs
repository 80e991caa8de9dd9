/** The npm package: its files, its types, and its examples outside browsers. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { EXAMPLES, PACKAGE, TOOLS, pack, projectWith } from './browser/support/installed.js';
import { IN_ARTICLE, page } from './browser/support/pages.js';

const place = mkdtempSync(join(tmpdir(), 'recto-package-'));
after(() => rmSync(place, { recursive: true }));
const project = projectWith(place);
writeFileSync(join(project, 'page.html'), page());

/** @param {string} program @param {...string} values */
const run = (program, ...values) =>
  execFileSync(program, values, { cwd: project, encoding: 'utf8', env: { ...process.env, DENO_DIR: join(place, 'deno'), DENO_NO_UPDATE_CHECK: '1' } });

test('it contains the expected files', () => {
  const files = readdirSync(join(project, 'node_modules/recto-reader'), { recursive: true, encoding: 'utf8' });
  assert.deepEqual(files.sort(), [
    'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'THIRD-PARTY.txt',
    'inline.d.ts', 'inline.global.js', 'inline.js', 'package.json', 'pkg', 'pkg/recto_core.d.ts', 'pkg/recto_core.js',
    'pkg/recto_core_bg.wasm', 'pkg/recto_core_bg.wasm.d.ts', 'recto.d.ts', 'recto.js', 'worker-thread.js', 'worker.d.ts', 'worker.js',
  ]);
});

test('the library, the package and the extension have the same version', () => {
  const root = new URL('../', import.meta.url);
  const [, version] = /^version = "(.*)"$/m.exec(readFileSync(new URL('Cargo.toml', root), 'utf8')) ?? [];
  for (const manifest of ['www/package.json', 'www/extension/manifest.json']) {
    assert.equal(JSON.parse(readFileSync(new URL(manifest, root), 'utf8')).version, version, manifest);
  }
});

test('nothing in it evaluates strings', () => {
  const scripts = readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  assert.equal(scripts.length, 6);
  for (const script of scripts) assert.doesNotMatch(readFileSync(join(PACKAGE, script), 'utf8'), /\beval\(|\bFunction\(/, script);
});

test('the notices name the licence of every crate in the wasm', () => {
  const notices = readFileSync(join(PACKAGE, 'THIRD-PARTY.txt'), 'utf8');
  for (const crate of ['html5ever', 'markup5ever', 'serde_json', 'url', 'wasm-bindgen']) {
    assert.match(notices, new RegExp(`^${crate} \\d+\\.\\d+\\.\\d+`, 'm'));
  }
  assert.match(notices, /Permission is hereby granted/);
});

for (const [name, program, ...values] of [['Node', process.execPath], ['Deno', join(TOOLS, '.bin/deno'), 'run', '--allow-read', '--no-remote']]) {
  test(`the example runs in ${name}`, () => {
    const printed = run(program, ...values, 'node.js', 'page.html');
    assert.match(printed, /^# The winter ferry\n\n/);
    assert.ok(printed.includes(IN_ARTICLE));
  });
}

test('the single file needs no other file', () => {
  writeFileSync(join(project, 'alone.mjs'), readFileSync(join(PACKAGE, 'inline.js')));
  const script = `import init, { extract } from './alone.mjs'; await init(); console.log(extract(${JSON.stringify(page())}).title);`;
  assert.equal(run(process.execPath, '--input-type=module', '--eval', script).trim(), 'The winter ferry');
});

test('publint finds no problems', async () => {
  const { messages, pkg } = await publint({ pkgDir: PACKAGE, strict: true });
  // wasm-bindgen collects the functions of a plain script in a local variable named `exports`, which publint takes for CommonJS.
  const isExplained = (/** @type {import('publint').Message} */ { code, args }) => code === 'FILE_INVALID_FORMAT' && 'actualFilePath' in args && args.actualFilePath === './inline.global.js';
  assert.deepEqual(messages.filter((message) => !isExplained(message)).map((message) => formatMessage(message, pkg)), []);
});

test('the types resolve in every module resolution mode', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(readFileSync(pack(place))));
  assert.ok(analysis.types);
  const entries = Object.keys(analysis.entrypoints);
  for (const entry of ['.', './worker', './inline']) assert.ok(entries.includes(entry), entry);
  // ES modules only: `require` and Node 10 are not supported. The script and the wasm have no types.
  const counts = (/** @type {any} */ problem) => {
    const isModules = problem.resolutionKind !== 'node10' && problem.resolutionKind !== 'node16-cjs';
    return isModules && ['.', './worker', './inline'].includes(problem.entrypoint ?? '.');
  };
  assert.deepEqual(analysis.problems.filter(counts), []);
});

test('TypeScript accepts valid uses and rejects invalid ones', () => {
  const good = `
    import init, { extract, isReadable, version, type Article, type ExtractOptions, type Format, type Limits, type PageType } from 'recto-reader';
    import { createReader, type Reader } from 'recto-reader/worker';
    import initInline, { extract as extractInline } from 'recto-reader/inline';
    await init(new Uint8Array());
    await initInline();
    const limits: Limits = { bytes: 5 };
    const formats: Format[] = ['text'];
    const options: ExtractOptions = { url: 'https://example.com/', images: false, formats, limits };
    const article: Article = extract('<p>', options);
    const title: string | null = article.title;
    const type: PageType = article.pageType;
    const nothing: ExtractOptions = { url: null };
    const live: Article = extract(document, nothing) ?? extract(document.body);
    const reader: Reader = createReader({ workerUrl: new URL('https://example.com/worker-thread.js') });
    const read: Promise<Article> = reader.extract('<p>', { ...options, signal: AbortSignal.timeout(5), deadline: 5 });
    export const all = [title, type, live, read, article.dir satisfies 'ltr' | 'rtl' | null, article.sources.title satisfies string, isReadable('<p>') satisfies boolean, version() satisfies string, extractInline('<p>').content satisfies string];
  `;
  const bad = `
    import { extract } from 'recto-reader';
    extract(5);
    extract('<p>', { nothing: true });
    extract('<p>', { limits: { size: 5 } });
    extract('<p>', { formats: ['pdf'] });
    extract('<p>').nothing;
  `;
  const check = (/** @type {string} */ text, /** @type {string} */ resolution) => {
    writeFileSync(join(project, 'consumer.mts'), text);
    const module = resolution === 'bundler' ? 'esnext' : resolution;
    const options = ['--noEmit', '--strict', '--target', 'es2024', '--lib', 'es2024,dom', '--types', '', '--module', module, '--moduleResolution', resolution];
    try {
      return run(process.execPath, join(TOOLS, 'typescript/bin/tsc'), ...options, 'consumer.mts');
    } catch (error) {
      return /** @type {{ stdout: string }} */ (error).stdout;
    }
  };
  for (const resolution of ['bundler', 'nodenext']) {
    assert.equal(check(good, resolution), '');
    assert.equal(check(bad, resolution).match(/: error TS/g)?.length, 5);
  }
});

test('its README contains the tested examples', () => {
  const readme = readFileSync(join(PACKAGE, 'README.md'), 'utf8');
  const examples = ['page.html', 'node.js', 'service-worker.js', 'vite/main.js', 'vite/vite.config.js', 'extension/manifest.json', 'extension/background.js'];
  for (const example of examples) {
    assert.ok(readme.includes(`\n${readFileSync(join(EXAMPLES, example), 'utf8').trimEnd()}\n\`\`\`\n`), example);
  }
});
