/**
 * The package's examples in a browser, set up as by its users.
 */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { serve } from '../../xtask/serve.js';
import { startChromium } from './support/extension-in-chromium.js';
import { EXAMPLES, PACKAGE, TOOLS, projectWith } from './support/installed.js';
import { AROUND_ARTICLE, IN_ARTICLE, page as story } from './support/pages.js';

/** Keeps a page to its host, and bars code made of strings. */
const HEADERS = "/*\n  Content-Security-Policy: default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'\n";

/** @type {import('@playwright/test').TestType<import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions & { place: string, host: (folder: string) => Promise<string> }, { browserName: string }>} */
const test = base.extend({
  place: async ({}, use, testInfo) => {
    const place = testInfo.outputPath('place');
    mkdirSync(place, { recursive: true });
    await use(place);
  },
  host: async ({}, use) => {
    /** @type {(() => void)[]} */
    const closers = [];
    await use(async (folder) => {
      writeFileSync(join(folder, 'story.html'), story());
      writeFileSync(join(folder, '_headers'), HEADERS);
      const { url, close } = await serve(folder);
      closers.push(close);
      return url;
    });
    for (const close of closers) close();
  },
});
test.use({ serviceWorkers: 'allow' });

/** @param {import('@playwright/test').Page} page */
async function expectArticle(page) {
  await expect(page.locator('main')).toContainText(IN_ARTICLE);
  await expect(page.locator('main')).not.toContainText(AROUND_ARTICLE);
}

/**
 * @param {string} place
 * @param {string} example
 */
function besideThePackage(place, example) {
  cpSync(join(EXAMPLES, example), join(place, example.endsWith('.html') ? 'index.html' : example));
  cpSync(PACKAGE, join(place, 'recto-reader'), { recursive: true });
}

test('in a plain page', async ({ page, place, host }) => {
  besideThePackage(place, 'page.html');
  await page.goto(await host(place));
  await expect(page.getByRole('heading', { name: 'The winter ferry' })).toBeVisible();
  await expectArticle(page);
});

test('in a worker, built with Vite', async ({ page, place, host }) => {
  const project = projectWith(place, 'vite');
  execFileSync(process.execPath, [join(TOOLS, 'vite/bin/vite.js'), 'build', '--logLevel', 'error'], { cwd: project, stdio: 'inherit' });
  await page.goto(await host(join(project, 'dist')));
  await expect(page.getByRole('heading', { name: 'The winter ferry' })).toBeVisible();
  await expectArticle(page);
});

test('in a service worker', async ({ page, place, host }) => {
  besideThePackage(place, 'service-worker.js');
  writeFileSync(join(place, 'index.html'), '<!doctype html><title>Registers</title>');
  const url = await host(place);
  await page.goto(url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('service-worker.js');
    await navigator.serviceWorker.ready;
  });
  await page.goto(`${url}read?story.html`);
  await expectArticle(page);
});

test('in a single file, as a script on any page', async ({ page, place, host }) => {
  const url = await host(place);
  await page.goto(`${url}story.html`);
  cpSync(join(PACKAGE, 'inline.global.js'), join(place, 'inline.global.js'));
  await page.addScriptTag({ url: 'inline.global.js' });
  // Once more, without an address of its own.
  await page.addScriptTag({ path: join(PACKAGE, 'inline.global.js') });
  const title = await page.evaluate(async () => {
    const { recto } = /** @type {any} */ (window);
    await recto.init();
    return recto.extract(document).title;
  });
  expect(title).toBe('The winter ferry');
});

test('in an extension', async ({ place, host, browserName }) => {
  test.skip(browserName === 'firefox', 'the example’s background is a service worker, which Firefox has not');
  const url = await host(place);
  const extension = join(place, 'extension');
  cpSync(join(EXAMPLES, 'extension'), extension, { recursive: true });
  cpSync(PACKAGE, join(extension, 'recto-reader'), { recursive: true });
  const driver = await startChromium(extension);
  const tab = await driver.open(`${url}story.html`);
  // By the protocol, Chromium sometimes does not grant `activeTab` to the page.
  await expect(async () => {
    await tab.press();
    await expect.poll(async () => (await driver.views()).length, { timeout: 30_000 }).toBeGreaterThan(0);
  }).toPass();
  const [view] = await driver.views();
  await expect.poll(() => view?.run(() => document.querySelector('main')?.innerText)).toContain(IN_ARTICLE);
  await driver.close();
});
