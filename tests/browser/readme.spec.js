/**
 * The JavaScript that the READMEs show does what they say, with the package as it is built. What is an example of
 * www/examples is run by package.spec.js.
 */

import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serve } from '../../xtask/serve.js';
import { EXAMPLES, PACKAGE, ROOT } from './support/installed.js';
import { IN_ARTICLE, page as story } from './support/pages.js';

const examples = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
const known = new Set(examples.map((file) => readFileSync(join(EXAMPLES, file), 'utf8').trim()));

const blocks = ['README.md', 'www/package-readme.md'].flatMap((file) => {
  const found = [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^```js\n(.*?)^```$/gms)].map((match) => match[1].trim());
  return found.filter((code) => !known.has(code)).map((code, place) => ({ name: `${file}, ${place + 1}`, code }));
});

/** What `import` finds by the package's name, where no bundler does it. */
const imports = { 'recto-reader': './recto-reader/recto.js', 'recto-reader/worker': './recto-reader/worker.js', 'recto-reader/inline': './recto-reader/inline.js' };

test('there are examples', () => expect(blocks.length).toBeGreaterThanOrEqual(6));

for (const { name, code } of blocks) {
  test(name, async ({ page }, testInfo) => {
    const place = testInfo.outputPath('place');
    mkdirSync(place, { recursive: true });
    cpSync(PACKAGE, join(place, 'recto-reader'), { recursive: true });
    // The page is also what the examples read: as `html` from `url`, or as `document`.
    const head = `<meta charset="utf-8">
      <script type="importmap">${JSON.stringify({ imports })}</script>
      <script src="recto-reader/inline.global.js"></script>
      <script>const html = document.documentElement.outerHTML + ${JSON.stringify(story()).replaceAll('<', '\\u003c')}; const url = document.URL;</script>`;
    writeFileSync(join(place, 'index.html'), story({ head }));
    // What an example found, or nothing where it only prints or imports.
    writeFileSync(join(place, 'example.js'), `${code}\n;Object.assign(globalThis, { found: typeof article === 'undefined' ? null : article });\n`);
    const { url, close } = await serve(place);
    /** @type {string[]} */
    const problems = [];
    /** @type {string[]} */
    const printed = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => printed.push(message.text()));
    await page.goto(url);
    await page.addScriptTag({ url: 'example.js', type: 'module' });
    await page.waitForFunction(() => 'found' in globalThis);
    const found = await page.evaluate(() => /** @type {{ found?: import('../../www/recto.js').Article }} */ (globalThis).found);
    if (found) expect(found).toMatchObject({ title: 'The winter ferry', text: expect.stringContaining(IN_ARTICLE) });
    if (code.includes('console.log')) expect(printed.join('\n')).toContain(IN_ARTICLE);
    expect(problems).toEqual([]);
    close();
  });
}
