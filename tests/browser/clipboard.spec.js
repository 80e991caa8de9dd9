import { expect, test } from './support/fixture.js';
import { IN_ARTICLE, page as makePage, SELECTION } from './support/pages.js';

/** The system clipboard. Only Chromium allows tests to access it. */

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('a page is pasted with the keyboard and with the button', async ({ site, page }) => {
  await page.evaluate(async (html) => {
    const blob = new Blob([html], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': blob })]);
  }, SELECTION);

  await page.keyboard.press('ControlOrMeta+V');
  await expect(site.content).toContainText(IN_ARTICLE);

  await site.back();
  await page.getByRole('button', { name: 'Paste a page' }).click();
  await expect(site.title).toBeVisible();
  await expect(site.content).toContainText(IN_ARTICLE);
});

for (const { name, start } of [
  { name: 'Markdown', start: /^---\ntitle: "The winter ferry"\nurl: "https:\/\/skarvik\.example\/winter"\n/ },
  { name: 'Plain text', start: /^The winter ferry\n\nhttps:\/\/skarvik\.example\/winter\n\n/ },
]) {
  test(`the article is copied as ${name}, with a confirmation`, async ({ site, page }) => {
    await site.readSource(makePage(), 'https://skarvik.example/winter');
    await copyAs(page, name);
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n');
    expect(copied).toMatch(start);
    expect(copied).toContain(IN_ARTICLE);
  });
}

test('the article is copied with formatting, without blocked images', async ({ site, page }) => {
  const body = '<h2>Ice</h2><p>It <em>never</em> bore a horse.</p><figure><img src="https://images.example/quay.jpg" alt="The quay"><figcaption>The quay in January, from the beacon.</figcaption></figure><p>The last line.</p>';
  await site.readSource(makePage({ body }), 'https://skarvik.example/winter');
  await copyAs(page, 'Formatted text');
  const { html, text } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (/** @type {string} */ type) => (await item?.getType(type))?.text() ?? '';
    return { html: await read('text/html'), text: await read('text/plain') };
  });
  expect(html).toContain('<em>never</em>');
  expect(html).toContain('The quay');
  expect(html).not.toContain('images.example');
  expect(text).toContain(IN_ARTICLE);
});

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 */
async function copyAs(page, name) {
  await page.getByRole('button', { name: 'Save or copy' }).click();
  await page.getByRole('group', { name: 'Copy as' }).getByRole('button', { name }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied to clipboard' })).toBeVisible();
}
