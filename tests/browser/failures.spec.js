import { expect, test } from './support/fixture.js';
import { LOGIN, page as makePage } from './support/pages.js';

/** Threads that stand in for the reader's: one that cannot work, one that stops, one that never answers. */
const LOADED = `postMessage({ kind: 'loaded' });`;
const SILENT = LOADED;
const CRASHING = `${LOADED} addEventListener('message', () => postMessage({ kind: 'crashed', message: 'unreachable' }));`;

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} script what the next worker thread runs instead of its own
 * @returns {Promise<{ given: boolean }>} whether a thread has got it yet
 */
async function replaceThread(page, script) {
  const thread = { given: false };
  await page.route('**/worker-thread.js', async (route) => {
    await route.fulfill({ contentType: 'text/javascript', body: script });
    thread.given = true;
  });
  await page.reload();
  return thread;
}

/** @param {import('@playwright/test').Page} page */
async function restoreThread(page) {
  await page.unroute('**/worker-thread.js');
}

test('a page without main content says what it has, and can be shown whole', async ({ site, page }) => {
  await site.readSource(LOGIN);
  await expect(site.notice).toContainText('No main content was found');
  await expect(site.notice.getByRole('heading')).toBeFocused();
  await expect(site.notice).toContainText(/Title\s*Log in/);
  await expect(site.notice).toContainText(/Site\s*Skarvik Ferries/);
  await expect(site.notice).toContainText(/\d words on the whole page/);
  await expect(site.source).toHaveValue(LOGIN);

  await page.getByRole('button', { name: 'Show the whole page’s text' }).click();
  await expect(site.content).toContainText('Help');
  await expect(site.article).toContainText('the text of the whole page');

  await page.reload();
  await expect(site.article).toContainText('the text of the whole page');
});

test('a page without any text says where its text may be', async ({ site }) => {
  await site.readSource('<!doctype html><html><head><title>App</title></head><body><div id="root"></div></body></html>');
  await expect(site.notice).toContainText('This page holds no text');
});

test('a page past the size limit is told so', async ({ site, page }) => {
  test.slow();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', `<!doctype html><p>${'word '.repeat(14 * 1024 * 1024)}`);
    document.body.dispatchEvent(Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData }));
  });
  await expect(site.notice).toContainText('This page is too large');
});

test('a page that takes too long is stopped, and reads on another try', async ({ page, site }) => {
  await page.clock.install();
  const thread = await replaceThread(page, SILENT);
  await site.readSource(makePage(), 'https://skarvik.example/winter');
  await expect.poll(() => thread.given).toBe(true);
  await page.clock.runFor(1_000);
  await expect(site.busy).toContainText('Reading the page…');
  // The thirty seconds begin when the thread has loaded, which no clock of ours tells; after sixty, loading is given up.
  await expect(async () => {
    await page.clock.runFor(5_000);
    await expect(site.notice).toContainText('This page takes too long', { timeout: 1_000 });
  }).toPass();
  await expect(site.busy).toBeHidden();
  await expect(site.source).toHaveValue(makePage());

  await restoreThread(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(site.title).toHaveText('The winter ferry');
  await expect(site.article.getByRole('link', { name: 'Read the original at skarvik.example' })).toBeVisible();
});

for (const { name, cancel } of [
  { name: 'its button', cancel: (/** @type {import('@playwright/test').Page} */ page) => page.getByRole('button', { name: 'Cancel' }).click() },
  { name: 'the Escape key', cancel: (/** @type {import('@playwright/test').Page} */ page) => page.keyboard.press('Escape') },
]) {
  test(`reading is cancelled with ${name}`, async ({ page, site }) => {
    await replaceThread(page, SILENT);
    await site.source.fill(makePage());
    await site.read.click();
    await expect(site.busy).toBeVisible();
    await cancel(page);
    await expect(site.notice).toContainText('Stopped');
    await expect(site.busy).toBeHidden();
    await expect(site.source).toHaveValue(makePage());
  });
}

test('a newer page takes over from one that is being read', async ({ page, site }) => {
  await replaceThread(page, SILENT);
  await site.paste({ 'text/plain': makePage() });
  await expect(site.busy).toBeVisible();
  await restoreThread(page);
  await site.paste({ 'text/plain': makePage({ title: 'The summer ferry' }) });
  await expect(site.title).toHaveText('The summer ferry');
  await expect(site.busy).toBeHidden();
  await expect(site.notice).toBeHidden();
});

test('no busy state flashes up for a quick page', async ({ page, site }) => {
  await page.clock.install({ time: 0 });
  await replaceThread(page, SILENT);
  await site.source.fill(makePage());
  await page.clock.pauseAt(3_600_000);
  await site.read.click();
  await page.clock.runFor(140);
  await expect(site.busy).toBeHidden();
  await page.clock.runFor(20);
  await expect(site.busy).toBeVisible();
});

test('a crash is survived', async ({ page, site }) => {
  await replaceThread(page, CRASHING);
  await site.readSource(makePage());
  await expect(site.notice).toContainText('The reader stopped on this page');
  await expect(site.source).toHaveValue(makePage());
  await restoreThread(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(site.title).toHaveText('The winter ferry');
});

for (const file of ['recto_core_bg.wasm', 'recto_core.js']) {
  test(`a reader whose ${file} does not arrive can be tried again`, async ({ page, site, expected }) => {
    expected.push(/Failed to load resource/, /recto_core/);
    await page.route(`**/${file}`, (route) => route.fulfill({ status: 404, body: '' }));
    await page.reload();
    await site.readSource(makePage());
    await expect(site.notice).toContainText('The reader could not be loaded');
    await expect(site.source).toHaveValue(makePage());
    await page.unroute(`**/${file}`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(site.title).toHaveText('The winter ferry');
  });
}

test('a clipboard that is refused points to the keys', async ({ site, page }) => {
  await page.evaluate(() => {
    navigator.clipboard.read = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Paste a page' }).click();
  await expect(site.notice).toContainText('The browser kept the clipboard to itself');
});

test('a browser without a clipboard for pages points to the keys', async ({ site, page }) => {
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Paste a page' }).click();
  await expect(site.notice).toContainText('no paste button');
});

test('a file that cannot be read is named', async ({ site, page }) => {
  await page.evaluate(() => {
    File.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
  });
  await site.open({ name: 'ferry.html', buffer: Buffer.from(makePage()) });
  await expect(site.notice).toContainText('“ferry.html” may have been moved');
});

test('a failure over an open article keeps the article a step back', async ({ site }) => {
  await site.paste({ 'text/plain': makePage() });
  await expect(site.title).toHaveText('The winter ferry');
  await site.paste({ 'text/plain': LOGIN });
  await expect(site.notice).toContainText('No main content was found');
  await site.back();
  await expect(site.title).toHaveText('The winter ferry');
  await expect(site.notice).toBeHidden();
});

test('a mistake in the site itself still leaves words', async ({ site, page, expected }) => {
  expected.push(/uncaught Error: torn page/);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('torn page');
    });
  });
  await expect(site.notice).toContainText('Something went wrong');
  await expect(site.notice).toContainText('torn page');
});
