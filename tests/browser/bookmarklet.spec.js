/** The bookmark, on pages of another host. */

import { expect, test } from './support/fixture.js';
import { AROUND_ARTICLE, IN_ARTICLE, page as story } from './support/pages.js';
import { Site } from './support/site.js';

const ADDRESS = 'https://skarvik.example/winter';

/** What the site's policies may say, and a part that the page's own source has not. */
const STRICT = { 'content-security-policy': "default-src 'none'; script-src 'nonce-ours'" };
const COMPONENT = '<ferry-hours><template shadowrootmode="open"><p>The last ferry leaves at ten, and waits for nobody who is late for it.</p></template></ferry-hours>';

/**
 * Opens a page of another host and presses the bookmark on it.
 *
 * @param {Site} site
 * @param {Record<string, string>} headers
 */
async function press(site, headers) {
  const context = site.page.context();
  await context.route('https://skarvik.example/**', (route) => route.fulfill({ body: story({ body: COMPONENT }), contentType: 'text/html', headers }));
  const bookmark = (await site.page.locator('recto-bookmarklet a').getAttribute('href')) ?? '';
  expect(bookmark).toMatch(/^javascript:/);
  const page = await context.newPage();
  await page.goto(ADDRESS);
  const opened = context.waitForEvent('page');
  await page.evaluate(decodeURIComponent(bookmark.slice('javascript:'.length)));
  return { page, reading: new Site(await opened) };
}

test('opens the article, from under a strict policy and with what is in components', async ({ site }) => {
  const { page, reading } = await press(site, STRICT);
  await expect(reading.title).toHaveText('The winter ferry');
  await expect(reading.content).toContainText(IN_ARTICLE);
  await expect(reading.content).toContainText('The last ferry leaves at ten');
  await expect(reading.article).not.toContainText(AROUND_ARTICLE);
  await expect(reading.article.getByRole('link', { name: 'skarvik.example', exact: true })).toHaveAttribute('href', ADDRESS);
  expect(page.url()).toBe(ADDRESS);
  expect(await page.evaluate(() => 'rectoSerialisedPage' in globalThis)).toBe(false);

  await reading.page.reload();
  await expect(reading.title).toHaveText('The winter ferry');
});

test('says so where a site keeps its tabs apart', async ({ site }) => {
  const { reading } = await press(site, { 'cross-origin-opener-policy': 'same-origin' });
  await expect(reading.notice).toContainText('This site blocks messages between tabs');
  await expect(reading.source).toBeVisible();
});

test('takes no page from anyone but the tab that opened it', async ({ site }) => {
  const opened = site.page.context().waitForEvent('page');
  await site.page.evaluate(() => {
    addEventListener('message', ({ source }) => Object.assign(globalThis, { asked: source !== null }));
    open('#bookmarklet');
  });
  const reading = new Site(await opened);
  await expect.poll(() => site.page.evaluate(() => 'asked' in globalThis)).toBe(true);
  await reading.page.evaluate((html) => postMessage({ html, url: 'https://elsewhere.example/' }, '*'), story({ title: 'A forged page' }));
  await reading.page.waitForTimeout(500);
  await expect(reading.article).toBeHidden();
});

test('can be copied where dragging is hard, and tells what it is where it is pressed', async ({ site }) => {
  await site.page.getByText('How do I get a whole page?').click();
  const bookmark = site.page.locator('recto-bookmarklet');
  await bookmark.getByRole('link').click();
  await expect(bookmark.getByRole('status')).toHaveText('Drag this link to your bookmarks bar.');
  await bookmark.getByRole('button').click();
  await expect(bookmark.getByRole('status')).toHaveText(/^(Copied|Drag this link to your bookmarks bar\.)$/);
});
