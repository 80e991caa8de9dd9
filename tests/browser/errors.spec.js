import { expect, test } from './support/fixture.js';
import { LOGIN, page as makePage } from './support/pages.js';

/** Workers in place of the reader's: one that never replies, and one that crashes. */
const LOADED = `postMessage({ kind: 'loaded' });`;
const SILENT = LOADED;
const CRASHING = `${LOADED} addEventListener('message', () => postMessage({ kind: 'crashed', message: 'unreachable' }));`;

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} script of the next worker
 * @returns {Promise<{ requested: boolean }>} whether a worker has requested it
 */
async function replaceWorker(page, script) {
  const worker = { requested: false };
  await page.route('**/worker-thread.js', async (route) => {
    await route.fulfill({ contentType: 'text/javascript', body: script });
    worker.requested = true;
  });
  await page.reload();
  return worker;
}

/** @param {import('@playwright/test').Page} page */
async function restoreWorker(page) {
  await page.unroute('**/worker-thread.js');
}

test('a page without main content shows its summary, and its whole text on request', async ({ site, page }) => {
  await site.readSource(LOGIN);
  await expect(site.notice).toContainText('No main content found');
  await expect(site.notice.getByRole('heading')).toBeFocused();
  await expect(site.notice).toContainText(/Title\s*Log in/);
  await expect(site.notice).toContainText(/Site\s*Skarvik Ferries/);
  await expect(site.notice).toContainText(/\d words on the whole page/);
  await expect(site.source).toHaveValue(LOGIN);

  await page.getByRole('button', { name: 'Show text of whole page' }).click();
  await expect(site.content).toContainText('Help');
  await expect(site.article).toContainText('the text of the whole page');

  await page.reload();
  await expect(site.article).toContainText('the text of the whole page');
});

test('a page without text shows an error', async ({ site }) => {
  await site.readSource('<!doctype html><html><head><title>App</title></head><body><div id="root"></div></body></html>');
  await expect(site.notice).toContainText('This page contains no text');
});

test('a page over the size limit shows an error', async ({ site, page }) => {
  test.slow();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', `<!doctype html><p>${'word '.repeat(14 * 1024 * 1024)}`);
    document.body.dispatchEvent(Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData }));
  });
  await expect(site.notice).toContainText('This page is too large');
});

test('a page that takes too long is stopped, and can be tried again', async ({ page, site }) => {
  await page.clock.install();
  const worker = await replaceWorker(page, SILENT);
  await site.readSource(makePage(), 'https://skarvik.example/winter');
  await expect.poll(() => worker.requested).toBe(true);
  await page.clock.runFor(1_000);
  await expect(site.progressBar).toContainText('Reading the page…');
  // The deadline starts when the worker has loaded, at a time that the fake clock does not control.
  await expect(async () => {
    await page.clock.runFor(5_000);
    await expect(site.notice).toContainText('Reading the page took too long', { timeout: 1_000 });
  }).toPass();
  await expect(site.progressBar).toBeHidden();
  await expect(site.source).toHaveValue(makePage());

  await restoreWorker(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(site.title).toHaveText('The winter ferry');
  await expect(site.article.getByRole('link', { name: 'View original on skarvik.example' })).toBeVisible();
});

for (const { name, cancel } of [
  { name: 'its button', cancel: (/** @type {import('@playwright/test').Page} */ page) => page.getByRole('button', { name: 'Cancel' }).click() },
  { name: 'the Escape key', cancel: (/** @type {import('@playwright/test').Page} */ page) => page.keyboard.press('Escape') },
]) {
  test(`reading is cancelled with ${name}`, async ({ page, site }) => {
    await replaceWorker(page, SILENT);
    await site.source.fill(makePage());
    await site.read.click();
    await expect(site.progressBar).toBeVisible();
    await cancel(page);
    await expect(site.notice).toContainText('Cancelled');
    await expect(site.progressBar).toBeHidden();
    await expect(site.source).toHaveValue(makePage());
  });
}

test('a new page cancels the one being read', async ({ page, site }) => {
  await replaceWorker(page, SILENT);
  await site.paste({ 'text/plain': makePage() });
  await expect(site.progressBar).toBeVisible();
  await restoreWorker(page);
  await site.paste({ 'text/plain': makePage({ title: 'The summer ferry' }) });
  await expect(site.title).toHaveText('The summer ferry');
  await expect(site.progressBar).toBeHidden();
  await expect(site.notice).toBeHidden();
});

test('no progress bar is shown for a short task', async ({ page, site }) => {
  await page.clock.install({ time: 0 });
  await replaceWorker(page, SILENT);
  await site.source.fill(makePage());
  await page.clock.pauseAt(3_600_000);
  await site.read.click();
  await page.clock.runFor(140);
  await expect(site.progressBar).toBeHidden();
  await page.clock.runFor(20);
  await expect(site.progressBar).toBeVisible();
});

test('a crash shows an error, and the page can be tried again', async ({ page, site }) => {
  await replaceWorker(page, CRASHING);
  await site.readSource(makePage());
  await expect(site.notice).toContainText('Recto crashed while reading this page');
  await expect(site.source).toHaveValue(makePage());
  await restoreWorker(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(site.title).toHaveText('The winter ferry');
});

for (const file of ['recto_core_bg.wasm', 'recto_core.js']) {
  test(`if ${file} fails to load, it can be tried again`, async ({ page, site, expected }) => {
    expected.push(/Failed to load resource/, /recto_core/);
    await page.route(`**/${file}`, (route) => route.fulfill({ status: 404, body: '' }));
    await page.reload();
    await site.readSource(makePage());
    await expect(site.notice).toContainText('Recto could not be loaded');
    await expect(site.source).toHaveValue(makePage());
    await page.unroute(`**/${file}`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(site.title).toHaveText('The winter ferry');
  });
}

test('a denied clipboard suggests the keyboard', async ({ site, page }) => {
  await page.evaluate(() => {
    navigator.clipboard.read = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Paste a page' }).click();
  await expect(site.notice).toContainText('The browser denied access to the clipboard');
});

test('a browser without the clipboard API suggests the keyboard', async ({ site, page }) => {
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Paste a page' }).click();
  await expect(site.notice).toContainText('does not support the Paste button');
});

test('a file that cannot be read is named', async ({ site, page }) => {
  await page.evaluate(() => {
    File.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
  });
  await site.open({ name: 'ferry.html', buffer: Buffer.from(makePage()) });
  await expect(site.notice).toContainText('“ferry.html” may have been moved');
});

test('an error over an open article keeps the article in the history', async ({ site }) => {
  await site.paste({ 'text/plain': makePage() });
  await expect(site.title).toHaveText('The winter ferry');
  await site.paste({ 'text/plain': LOGIN });
  await expect(site.notice).toContainText('No main content found');
  await site.back();
  await expect(site.title).toHaveText('The winter ferry');
  await expect(site.notice).toBeHidden();
});

test('an uncaught exception shows an error', async ({ site, page, expected }) => {
  expected.push(/uncaught Error: torn page/);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('torn page');
    });
  });
  await expect(site.notice).toContainText('Something went wrong');
  await expect(site.notice).toContainText('torn page');
});
