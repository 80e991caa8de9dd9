import { expect, test } from './support/fixture.js';
import { Site } from './support/site.js';

/**
 * Opens the site while its application is under way still.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} address
 */
async function openSlowly(page, address) {
  /** @type {() => void} */
  let arrive = () => {};
  const arrived = new Promise((resolve) => (arrive = () => resolve(null)));
  await page.route('**/app.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  return arrive;
}

test.describe('before the application has come', () => {
  test.use({ locale: 'de-DE' });

  test('the page has the reader’s theme and language', async ({ page }) => {
    await page.addInitScript(() => location.protocol === 'http:' && localStorage.setItem('recto.settings', '{"theme":"sepia"}'));
    await openSlowly(page, './');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seite einfügen. Artikel lesen.');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  });

  test('what is pressed is done once it can be', async ({ page }) => {
    const arrive = await openSlowly(page, './');
    await page.getByRole('button', { name: 'Beispiel ansehen' }).click();
    arrive();
    await expect(new Site(page).title).toHaveText('The right-hand page');
  });

  test('a page that is loaded again for its article shows no other view', async ({ page }) => {
    const arrive = await openSlowly(page, './#read');
    await expect(page.locator('html')).toHaveAttribute('data-view', 'article');
    await expect(page.locator('recto-input')).toBeHidden();
    arrive();
    await expect(page.locator('recto-notice')).toContainText('nicht mehr');
    await expect(page.locator('recto-input')).toBeVisible();
  });
});

test('a page that may not ask for a service worker starts all the same', async ({ page }) => {
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

test('nothing moves while the page loads', async ({ page }, testInfo) => {
  test.skip(testInfo.project.name === 'firefox', 'it tells of no shifts');
  await page.goto('./');
  const moved = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true });
        // Shifts of the past come at once, if there were any.
        setTimeout(() => resolve(0), 500);
      }),
  );
  expect(moved).toBe(0);
});
