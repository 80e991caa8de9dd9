import { expect, test } from './support/fixture.js';
import { page as makePage } from './support/pages.js';

const TEXT = '<p>The ferry to the island leaves at seven in the morning, when it is still dark, and it is never full in winter.</p>'.repeat(12);
const BODY = `<h2>The crossing</h2>${TEXT}<h3>The second beacon</h3>${TEXT}<h2>The road bridge</h2>${TEXT}`;

test('the outline links to each heading and marks the current one', async ({ site, page }) => {
  await site.readSource(makePage({ body: BODY }));
  const contents = page.getByRole('button', { name: 'Contents' });
  await contents.click();
  const links = page.getByRole('navigation', { name: 'Contents' }).getByRole('link');
  await expect(links).toHaveText(['The crossing', 'The second beacon', 'The road bridge']);
  await expect(page.locator('#outline [aria-current]')).toHaveCount(0);
  await links.nth(1).click();
  await expect(page.locator('#outline')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'The second beacon' })).toBeInViewport();
  await expect(page.locator('#outline [aria-current]')).toHaveText('The second beacon');
  await expect(site.title).toHaveText('The winter ferry');
});

test('the reading progress and the time left are shown', async ({ site, page }) => {
  await site.readSource(makePage({ body: BODY }));
  await page.getByRole('button', { name: 'Contents' }).click();
  const left = page.locator('#outline .progress');
  await expect(left).toHaveText(/^\d+% read, \d+ mins? left$/);
  const share = () => left.textContent().then((words) => Number.parseInt(words ?? '', 10));
  const before = await share();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await expect.poll(share).toBeGreaterThan(before);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(left).toHaveText('Finished');
});

test('an article without headings has no outline', async ({ site, page }) => {
  await site.readSource(makePage());
  await expect(site.title).toBeVisible();
  await expect(page.getByRole('button', { name: 'Contents' })).toBeHidden();
});
