import { readFileSync } from 'node:fs';
import { expect, test } from './support/fixture.js';
import { IN_ARTICLE, LOGIN, page as makePage } from './support/pages.js';

/** @param {string} language */
const phrases = (language) => JSON.parse(readFileSync(new URL(`../../www/locales/${language}.json`, import.meta.url), 'utf8'));

test('the page as written says what its phrases say', async ({ site, page }) => {
  await expect(site.source).toBeVisible();
  const differences = await page.evaluate(async () => {
    // A request for a document: the policy lets no script parse a string.
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.open('GET', './');
    const written = await new Promise((resolve) => {
      request.onload = () => resolve(request.response);
      request.send();
    });
    const said = (/** @type {Document} */ from) =>
      [...from.querySelectorAll('[data-i18n], [data-i18n-label]')].map((part) => part.ariaLabel ?? part.textContent ?? '');
    const [before, after] = [said(written), said(document)];
    return before.filter((words, place) => words !== after[place]);
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

    test('is spoken to in its language', async ({ page, site }) => {
      const said = phrases(language ?? '');
      await expect(page.locator('html')).toHaveAttribute('lang', language ?? '');
      await expect(page.locator('html')).toHaveAttribute('dir', direction ?? '');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(said['home.title']);

      await page.locator('[name=source]').fill(LOGIN);
      await page.getByRole('button', { name: said['home.read'], exact: true }).click();
      await expect(site.notice).toContainText(said['NoContent.title']);

      await page.locator('[name=source]').fill(makePage());
      await page.getByRole('button', { name: said['home.read'], exact: true }).click();
      await expect(site.content).toContainText(IN_ARTICLE);
      // The article keeps its own language amid the interface's.
      await expect(site.article).toHaveAttribute('lang', 'en');
      await expect(site.article.locator('.metadata')).toHaveAttribute('lang', language ?? '');
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 700 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  });
}

test.describe('a browser in a language that is not spoken here', () => {
  test.use({ locale: 'sv-SE' });

  test('is spoken to in English', async ({ page, site }) => {
    await expect(site.source).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test.describe('a language that does not arrive', () => {
  test.use({ locale: 'de-DE' });

  test('leaves the English', async ({ page, expected }) => {
    expected.push(/Failed to load resource/, /de\.json/);
    await page.route('**/de.json', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(phrases('en')['home.title']);
  });
});
