import { expect, test } from './support/fixture.js';
import { IN_ARTICLE, page as makePage } from './support/pages.js';
import { Site } from './support/site.js';

for (const damaged of ['', '{', 'null', '5', '"text"', '[]', '{}', '{"id":1}', '{"id":"1","source":{"html":"<p>A page</p>"}}', '{"id":1,"source":{"html":5}}', '{"id":null,"source":null}']) {
  test(`damaged storage (${damaged || 'empty'}) is ignored`, async ({ site, page }) => {
    await page.evaluate((value) => {
      sessionStorage.setItem('recto.page', value);
      for (const key of ['recto.settings', 'recto.images']) localStorage.setItem(key, value);
    }, damaged);
    await page.goto('about:blank');
    await page.goto('./#read');
    await expect(site.notice).toContainText('This page is no longer available');
    await expect(site.source).toHaveValue('');
    await site.paste({ 'text/plain': makePage() });
    await expect(site.content).toContainText(IN_ARTICLE);
    await site.chooseTheme('Dark');
    await page.reload();
    await expect(site.content).toContainText(IN_ARTICLE);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
}

for (const damaged of ['{"theme":"puce","size":"100","font":{},"lineLength":null,"customText":"url(x)"}', '{"__proto__":{"theme":"dark"},"constructor":1}']) {
  test(`damaged settings (${damaged}) are ignored`, async ({ site, page }) => {
    const before = await page.locator('html').getAttribute('style');
    await page.evaluate((value) => localStorage.setItem('recto.settings', value), damaged);
    await page.reload();
    await expect(site.source).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'auto');
    expect(await page.locator('html').getAttribute('style')).toBe(before);
  });
}

test('with full storage everything works, and the settings panel says that nothing is saved', async ({ site, page }) => {
  await page.evaluate(() => {
    for (const storage of [localStorage, sessionStorage]) {
      for (let size = 1 << 23, number = 0; size >= 1; size >>= 1) {
        try {
          for (;;) storage.setItem(`full${number++}`, 'x'.repeat(size));
        } catch {
          // A smaller value may still fit.
        }
      }
    }
  });
  await site.paste({ 'text/plain': makePage() });
  await expect(site.content).toContainText(IN_ARTICLE);
  await site.settings.click();
  await page.getByText('Sepia', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await expect(page.getByText('does not allow settings to be saved')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(site.notice).toContainText('This page is no longer available');
  await expect(site.source).toBeVisible();
});

test('after a page that is too long to be saved, a reload does not restore the previous page', async ({ site, page }) => {
  await site.paste({ 'text/plain': makePage({ title: 'The summer ferry' }) });
  await expect(site.title).toHaveText('The summer ferry');
  const source = `${makePage()}<!--${'x'.repeat(12 << 20)}-->`;
  await page.evaluate((html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', html);
    document.body.dispatchEvent(Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData }));
  }, source);
  await expect(site.title).toHaveText('The winter ferry');
  await page.reload();
  await expect(site.notice).toContainText('This page is no longer available');
  await expect(site.title).toBeHidden();
});

test('two tabs have pages of their own and share the settings', async ({ site, page, context }) => {
  const second = await context.newPage();
  await second.goto('./');
  const other = new Site(second);
  await site.paste({ 'text/plain': makePage() });
  await other.paste({ 'text/plain': makePage({ title: 'The summer ferry' }) });
  await expect(site.title).toHaveText('The winter ferry');
  await expect(other.title).toHaveText('The summer ferry');

  await site.chooseTheme('Dark');
  await expect(second.locator('html')).toHaveAttribute('data-theme', 'dark');
  await other.settings.click();
  await second.getByRole('button', { name: 'Larger text' }).click();
  await second.keyboard.press('Escape');

  for (const { tab, title } of [{ tab: page, title: 'The winter ferry' }, { tab: second, title: 'The summer ferry' }]) {
    await tab.reload();
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(tab.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(tab.locator('html')).toHaveAttribute('style', /--text-scale: 1\.12/);
  }
  await second.close();
});

test('a page of fifty megabytes ends in an article or an error, and the tab stays responsive', async ({ site, page }) => {
  await page.evaluate((html) => {
    const prose = (/** @type {number} */ hour) => `<p>The ferry leaves at ${hour}, as it does on every weekday, and comes back at four in the afternoon, in the dark.</p>\n`;
    const file = new File([html.replace('</article>', `${Array.from({ length: 450_000 }, (_, hour) => prose(hour)).join('')}</article>`)], 'long.html', { type: 'text/html' });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, makePage());
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await site.chooseTheme('Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(site.title.or(site.notice.locator('h2, p, strong').first()).first()).toBeVisible();
});
