import { readFileSync } from 'node:fs';
import { expect, test } from './support/fixture.js';
import { IN_ARTICLE, LOGIN, page as makePage } from './support/pages.js';

/** @param {string} language */
const messages = (language) => JSON.parse(readFileSync(new URL(`../../www/locales/${language}.json`, import.meta.url), 'utf8'));

test('the static markup has the texts of the English messages', async ({ site, page }) => {
  await expect(site.source).toBeVisible();
  const differences = await page.evaluate(async () => {
    // By a request for a document, as the policy does not allow parsing strings.
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.open('GET', './');
    const source = await new Promise((resolve) => {
      request.onload = () => resolve(request.response);
      request.send();
    });
    const textsIn = (/** @type {Document} */ page) =>
      [...page.querySelectorAll('[data-i18n], [data-i18n-label]')].map((part) => part.ariaLabel ?? part.textContent ?? '');
    const [before, after] = [textsIn(source), textsIn(document)];
    return before.filter((text, index) => text !== after[index]);
  });
  expect(differences).toEqual([]);
});

for (const [browser, language, direction] of [
  ['de-AT', 'de', 'ltr'],
  ['fr-FR', 'fr', 'ltr'],
  ['es-MX', 'es', 'ltr'],
  ['pt-BR', 'pt', 'ltr'],
  ['ja-JP', 'ja', 'ltr'],
  ['zh-CN', 'zh', 'ltr'],
  ['ar-EG', 'ar', 'rtl'],
]) {
  test.describe(`a browser in ${browser}`, () => {
    test.use({ locale: browser });

    test('gets the interface in its language', async ({ page, site }) => {
      const expected = messages(language ?? '');
      await expect(page.locator('html')).toHaveAttribute('lang', language ?? '');
      await expect(page.locator('html')).toHaveAttribute('dir', direction ?? '');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(expected['home.title']);

      await page.locator('[name=source]').fill(LOGIN);
      await page.getByRole('button', { name: expected['home.read'], exact: true }).click();
      await expect(site.notice).toContainText(expected['error.NoContent.title']);

      await page.locator('[name=source]').fill(makePage());
      await page.getByRole('button', { name: expected['home.read'], exact: true }).click();
      await expect(site.content).toContainText(IN_ARTICLE);
      // The article has its own language inside the interface's.
      await expect(site.article).toHaveAttribute('lang', 'en');
      await expect(site.article.locator('.metadata')).toHaveAttribute('lang', language ?? '');
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 700 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  });
}

test.describe('a browser in an unsupported language', () => {
  test.use({ locale: 'sv-SE' });

  test('gets the interface in English', async ({ page, site }) => {
    await expect(site.source).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test.describe('a language that fails to load', () => {
  test.use({ locale: 'de-DE' });

  test('falls back to English', async ({ page, expected }) => {
    expected.push(/Failed to load resource/, /de\.json/);
    await page.route('**/de.json', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(messages('en')['home.title']);
  });
});
