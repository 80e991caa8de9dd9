import { expect, test } from './support/fixture.js';
import { page as makePage } from './support/pages.js';

/** @param {string} title */
const illustrated = (title) =>
  makePage({
    title,
    body: `<figure><img src="https://images.example/quay.svg" alt="The quay" width="600" height="400"><figcaption>The quay in January, seen from the second beacon.</figcaption></figure>
      <p>The second beacon was built in 1911 and has been moved once since then, by the ice and not by the harbour board.</p>
      <figure><img src="https://bat.bing.com/ferry.svg" alt="The ferry" width="600" height="400"><figcaption>The ferry leaves at nine, as it does on every weekday.</figcaption></figure>
      <p>On Sundays it leaves at ten, and in the last week of the year it does not leave at all.</p>`,
  });

/** @type {string[]} */
let requested = [];

test.beforeEach(async ({ page, expected }) => {
  requested = [];
  expected.push(/^request to https:\/\/images\.example\//);
  await page.route(/https:\/\/(images\.example|bat\.bing\.com)\//, async (route) => {
    requested.push(new URL(route.request().url()).hostname);
    await route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"/>' });
  });
});

/** @param {import('./support/site.js').Site} site */
async function expectQuay(site) {
  const image = site.content.getByRole('img', { name: 'The quay' });
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((element) => /** @type {HTMLImageElement} */ (element).naturalWidth)).toBeGreaterThan(0);
}

for (const { name, choice, elsewhere } of [
  { name: 'a site', choice: 'Always load on skarvik.example', elsewhere: false },
  { name: 'everywhere', choice: 'Always load on all sites', elsewhere: true },
]) {
  test(`images allowed on ${name} are loaded there, until consent is revoked`, async ({ site, page }) => {
    await site.readSource(illustrated('The winter ferry'), 'https://www.skarvik.example/winter');
    await expect(page.getByText('1 image from images.example is not loaded.')).toBeVisible();
    expect(requested).toEqual([]);
    await page.getByRole('button', { name: choice }).click();
    await expectQuay(site);

    await page.goto('./');
    await site.readSource(illustrated('The summer ferry'), 'https://skarvik.example/summer');
    await expectQuay(site);

    await page.goto('./');
    await site.readSource(illustrated('The other ferry'), 'https://elsewhere.example/');
    if (elsewhere) await expectQuay(site);
    else await expect(page.getByRole('button', { name: 'Load image', exact: true })).toBeVisible();

    await page.goto('./');
    await site.readSource(illustrated('The last ferry'), 'https://skarvik.example/last');
    await page.getByRole('button', { name: 'Stop allowing' }).click();
    await expect(page.getByText('Images will no longer be loaded automatically.')).toBeFocused();
    await page.goto('./');
    await site.readSource(illustrated('The ferry'), 'https://skarvik.example/ferry');
    await expect(page.getByRole('button', { name: 'Load image', exact: true })).toBeVisible();
    expect(requested).not.toContain('bat.bing.com');
  });
}

test('trackers are counted and never loaded', async ({ site, page }) => {
  await site.readSource(illustrated('The winter ferry'), 'https://skarvik.example/winter');
  await expect(page.getByText('1 tracker blocked.')).toBeVisible();
  await page.getByRole('button', { name: 'Always load on all sites' }).click();
  await expectQuay(site);
  await expect(site.content.getByText('The ferry leaves at nine')).toBeVisible();
  await expect(site.content.getByRole('img')).toHaveCount(1);
  expect(requested).toEqual(['images.example']);
});

test('images loaded once are blocked again after a reload', async ({ site, page }) => {
  await site.readSource(illustrated('The winter ferry'), 'https://skarvik.example/winter');
  await page.getByRole('button', { name: 'Load image', exact: true }).click();
  await expectQuay(site);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Load image', exact: true })).toBeVisible();
});
