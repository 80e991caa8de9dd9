/** The bookmarklet, on pages of another host. */

import { expect, test } from './support/fixture.js';
import { AROUND_ARTICLE, IN_ARTICLE, page as story } from './support/pages.js';
import { Site } from './support/site.js';

const ADDRESS = 'https://skarvik.example/winter';

/** A strict policy, and content in a shadow root. */
const STRICT = { 'content-security-policy': "default-src 'none'; script-src 'nonce-ours'" };
const COMPONENT = '<ferry-hours><template shadowrootmode="open"><p>The last ferry leaves at ten, and waits for nobody who is late for it.</p></template></ferry-hours>';

/**
 * Opens a page of another host and runs the bookmarklet on it.
 *
 * @param {Site} site
 * @param {Record<string, string>} headers
 */
async function runBookmarklet(site, headers) {
  const context = site.page.context();
  await context.route('https://skarvik.example/**', (route) => route.fulfill({ body: story({ body: COMPONENT }), contentType: 'text/html', headers }));
  const bookmarklet = (await site.page.locator('recto-bookmarklet a').getAttribute('href')) ?? '';
  expect(bookmarklet).toMatch(/^javascript:/);
  const page = await context.newPage();
  await page.goto(ADDRESS);
  const opened = context.waitForEvent('page');
  await page.evaluate(decodeURIComponent(bookmarklet.slice('javascript:'.length)));
  return { page, reader: new Site(await opened) };
}

test('opens the article of a page with a strict policy and shadow roots', async ({ site }) => {
  const { page, reader } = await runBookmarklet(site, STRICT);
  await expect(reader.title).toHaveText('The winter ferry');
  await expect(reader.content).toContainText(IN_ARTICLE);
  await expect(reader.content).toContainText('The last ferry leaves at ten');
  await expect(reader.article).not.toContainText(AROUND_ARTICLE);
  await expect(reader.article.getByRole('link', { name: 'skarvik.example', exact: true })).toHaveAttribute('href', ADDRESS);
  expect(page.url()).toBe(ADDRESS);
  expect(await page.evaluate(() => 'rectoSerialisedPage' in globalThis)).toBe(false);

  await reader.page.reload();
  await expect(reader.title).toHaveText('The winter ferry');
});

test('shows an error on a site that isolates its tabs', async ({ site }) => {
  const { reader } = await runBookmarklet(site, { 'cross-origin-opener-policy': 'same-origin' });
  await expect(reader.notice).toContainText('This site blocks messages between tabs');
  await expect(reader.source).toBeVisible();
});

test('accepts no page from a window other than its opener', async ({ site }) => {
  const opened = site.page.context().waitForEvent('page');
  await site.page.evaluate(() => {
    addEventListener('message', ({ source }) => Object.assign(globalThis, { requested: source !== null }));
    open('#bookmarklet');
  });
  const reader = new Site(await opened);
  await expect.poll(() => site.page.evaluate(() => 'requested' in globalThis)).toBe(true);
  await reader.page.evaluate((html) => postMessage({ html, url: 'https://elsewhere.example/' }, '*'), story({ title: 'A forged page' }));
  await reader.page.waitForTimeout(500);
  await expect(reader.article).toBeHidden();
});

test('can be copied, and shows a hint when it is clicked', async ({ site }) => {
  await site.page.getByText('How do I get a whole page?').click();
  const bookmarklet = site.page.locator('recto-bookmarklet');
  await bookmarklet.getByRole('link').click();
  await expect(bookmarklet.getByRole('status')).toHaveText('Drag this link to your bookmarks bar.');
  await bookmarklet.getByRole('button').click();
  await expect(bookmarklet.getByRole('status')).toHaveText(/^(Copied|Drag this link to your bookmarks bar\.)$/);
});
