import { expect, test } from './support/fixture.js';
import { IN_ARTICLE, page as makePage, SELECTION } from './support/pages.js';

/** The system's clipboard itself. Only Chromium lets a test fill and read it. */

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('a page is pasted with the keys and with the button', async ({ site, page }) => {
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

test('the article is copied as Markdown, and that is said', async ({ site, page }) => {
  await site.readSource(makePage(), 'https://skarvik.example/winter');
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'on the clipboard' })).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^# The winter ferry\n\n.*<https:\/\/skarvik\.example\/winter>\n\n/);
  expect(copied).toContain(IN_ARTICLE);
});
