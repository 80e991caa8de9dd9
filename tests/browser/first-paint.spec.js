import { expect, test } from './support/fixture.js';
import { Site } from './support/site.js';

/**
 * Opens the site and delays app.js.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} address
 */
async function openSlowly(page, address) {
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => (release = () => resolve(null)));
  await page.route('**/app.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  return release;
}

test.describe('before app.js has loaded', () => {
  test.use({ locale: 'de-DE' });

  test('the page has the user’s theme and language', async ({ page }) => {
    await page.addInitScript(() => location.protocol === 'http:' && localStorage.setItem('recto.settings', '{"theme":"sepia"}'));
    await openSlowly(page, './');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seite einfügen. Artikel lesen.');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  });

  test('clicks are replayed later', async ({ page }) => {
    const release = await openSlowly(page, './');
    await page.getByRole('button', { name: 'Beispiel ansehen' }).click();
    release();
    await expect(new Site(page).title).toHaveText('The right-hand page');
  });

  test('a reload of an article shows no other view', async ({ page }) => {
    const release = await openSlowly(page, './#read');
    await expect(page.locator('html')).toHaveAttribute('data-view', 'article');
    await expect(page.locator('recto-input')).toBeHidden();
    release();
    await expect(page.locator('recto-notice')).toContainText('nicht mehr');
    await expect(page.locator('recto-input')).toBeVisible();
  });
});

test('the page starts without access to service workers', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', {
      get() {
        throw new DOMException('', 'SecurityError');
      },
    });
  });
  await page.goto('./');
  await page.getByRole('button', { name: 'Try a sample' }).click();
  await expect(new Site(page).title).toHaveText('The right-hand page');
});

test('loading causes no layout shift', async ({ page }, testInfo) => {
  test.skip(testInfo.project.name === 'firefox', 'it does not report layout shifts');
  await page.goto('./');
  const moved = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true });
        // Past shifts are reported immediately, if there were any.
        setTimeout(() => resolve(0), 500);
      }),
  );
  expect(moved).toBe(0);
});
