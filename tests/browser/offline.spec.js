import { test as base, expect } from './support/fixture.js';
import { IN_ARTICLE, page as makePage } from './support/pages.js';
import { Published } from './support/published.js';

/** @type {import('@playwright/test').TestType<import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions & import('@playwright/test').PlaywrightWorkerArgs & { site: import('./support/site.js').Site, expected: RegExp[], published: Published }, {}>} */
const test = base.extend({
  published: async ({}, use, testInfo) => {
    const published = new Published(testInfo.outputPath('site'));
    await use(published);
    await published.cut();
  },
  baseURL: async ({ published }, use) => use(await published.open()),
});

test.use({ serviceWorkers: 'allow' });

const HEADING = 'Paste a page. Read the article.';
const UPDATE = { file: 'locales/en.json', from: HEADING, to: 'A newer Recto.' };

/** @param {import('@playwright/test').Page} page */
const isInstalled = (page) => expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');

/**
 * Checks for an update, as the browser does from time to time, and waits until it is installed or fails.
 *
 * @param {import('@playwright/test').Page} page
 */
const update = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => null);
    const { installing } = registration;
    if (installing) await new Promise((resolve) => installing.addEventListener('statechange', resolve));
    return registration.waiting !== null;
  });

/** @param {import('@playwright/test').Page} page */
async function saveEpub(page) {
  await page.getByRole('button', { name: 'Save or copy' }).click();
  await page.getByRole('group', { name: 'Save as' }).getByRole('button', { name: 'E-book (EPUB)' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible();
  await page.keyboard.press('Escape');
}

test('after one visit everything works offline', async ({ site, page, published, expected }) => {
  expected.push(/Failed to load resource|ERR_|NetworkError/);
  await isInstalled(page);
  await published.cut();
  await page.reload();
  await site.paste({ 'text/plain': makePage() });
  await expect(site.content).toContainText(IN_ARTICLE);
  await saveEpub(page);
  await page.reload();
  await expect(site.content).toContainText(IN_ARTICLE);
  await site.back();
  await page.getByRole('button', { name: 'Try a sample' }).click();
  await expect(site.title).toHaveText('The right-hand page');
});

test('an update does not affect an open page, and is active at the next start', async ({ site, page, context, published }) => {
  await isInstalled(page);
  await site.paste({ 'text/plain': makePage() });
  await expect(site.content).toContainText(IN_ARTICLE);
  published.publish({ ...UPDATE, without: 'reader/export/epub.js' });
  expect(await update(page)).toBe(true);
  // The EPUB exporter was not loaded yet, and the host no longer has it.
  await saveEpub(page);
  await site.back();
  await expect(page.getByRole('heading', { name: HEADING })).toBeVisible();

  const address = page.url();
  const next = await context.newPage();
  await page.close();
  await expect(async () => {
    // In Chromium a navigation can hang while one worker replaces another: then load again.
    await next.goto(address, { timeout: 30_000 });
    await expect(next.getByRole('heading', { level: 1 })).toHaveText('A newer Recto.', { timeout: 10_000 });
  }).toPass();
});

test('an update is activated when the only page is reloaded', async ({ page, site, published }) => {
  await isInstalled(page);
  await expect(site.source).toBeVisible();
  published.publish(UPDATE);
  expect(await update(page)).toBe(true);
  await expect(async () => {
    // A page waits only so long for the new version, which a busy machine may exceed: then the next reload shows it.
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A newer Recto.', { timeout: 10_000 });
  }).toPass();
});

test('while another page is open, a new one stays with its version', async ({ page, site, context, published }) => {
  await isInstalled(page);
  await expect(site.source).toBeVisible();
  published.publish(UPDATE);
  expect(await update(page)).toBe(true);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.locator('html')).toHaveAttribute('data-view', 'input');
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(HEADING);
  expect(await second.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration?.waiting?.state))).toBe('installed');
});

test('an incomplete update is not installed', async ({ page, site, published, expected }) => {
  expected.push(/integrity|digest/i);
  await isInstalled(page);
  await expect(site.source).toBeVisible();
  published.publish({ ...UPDATE, torn: true });
  expect(await update(page)).toBe(false);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HEADING);
});

test('a shared page is read, and is not in the URL', async ({ page, site }) => {
  await isInstalled(page);
  await expect(site.source).toBeVisible();
  const address = page.url();
  const share = (/** @type {Record<string, string>} */ fields) =>
    page.evaluate(async (entries) => {
      const form = new FormData();
      for (const [name, value] of entries) {
        if (name === 'page') form.append(name, new File([value], 'ferry.html', { type: 'text/html' }));
        else form.append(name, value);
      }
      // As in a navigation, the worker's redirect is not followed by `fetch`.
      await fetch('./share', { method: 'POST', body: form, redirect: 'manual' });
    }, Object.entries(fields));

  await share({ page: makePage(), url: 'https://skarvik.example/winter' });
  await page.goto('about:blank');
  await page.goto(`${address}#shared`);
  await expect(site.content).toContainText(IN_ARTICLE);
  await expect(site.article.getByRole('link', { name: 'View original on skarvik.example' })).toBeVisible();
  expect(page.url()).toBe(`${address}#read`);

  await share({ title: 'The winter ferry', url: 'https://skarvik.example/winter' });
  await page.goto('about:blank');
  await page.goto(`${address}#shared`);
  await expect(site.notice).toContainText('This is a URL, not a page');
  await expect(site.url).toHaveValue('https://skarvik.example/winter');
});

test('a file opened by the operating system is read', async ({ page, site }) => {
  await page.addInitScript((html) => {
    const handle = { getFile: async () => new File([html], 'ferry.html', { type: 'text/html' }) };
    const value = { setConsumer: (/** @type {Function} */ consumer) => consumer({ files: [handle] }) };
    Object.defineProperty(globalThis, 'launchQueue', { value });
  }, makePage());
  await page.reload();
  await expect(site.content).toContainText(IN_ARTICLE);
});

test('can be installed', async ({ page, site, context }, testInfo) => {
  test.skip(testInfo.project.name === 'firefox', 'Firefox installs no sites');
  await isInstalled(page);
  await expect(site.source).toBeVisible();
  const client = await context.newCDPSession(page);
  const { errors, url, data } = await client.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  for (const { src, sizes } of JSON.parse(data ?? '{}').icons) {
    const size = await page.evaluate(async (address) => {
      const image = Object.assign(new Image(), { src: address });
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, new URL(src, url).href);
    if (sizes !== 'any') expect(size).toBe(sizes);
  }
});
